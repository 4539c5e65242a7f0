package dev.hcpcs.loader.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcpcs.loader.RealReleases;
import dev.hcpcs.loader.ReleaseLoader;
import dev.hcpcs.lookup.Answer;
import dev.hcpcs.lookup.CodeHistory;
import dev.hcpcs.lookup.HcpcsCode;
import dev.hcpcs.lookup.HcpcsIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StretchTest {

    private static final Path SAMPLES = Path.of("../data-samples/src/main/resources/dev/hcpcs/samples");

    @Test
    void everyDayHasTheAnswerOfItsStretch() throws IOException {
        assertEveryDay(ReleaseLoader.lenient().load(List.of(SAMPLES)).index(), 1);
    }

    @Test
    void everyDayOfRealReleases() throws IOException {
        RealReleases.assumePresent();
        List<Path> files = new ArrayList<>(RealReleases.eight());
        files.add(RealReleases.cms("2019-HCPCS-NOC-Codes.zip"));
        files.add(RealReleases.cms("NOC codes_JUL2025.xlsx"));
        assertEveryDay(ReleaseLoader.lenient().load(files).index(), 23);
    }

    /** @param step asks every so many codes, for time, and those whose classification changes */
    private static void assertEveryDay(HcpcsIndex index, int step) {
        List<HcpcsCode> codes = index.codes().stream().toList();
        for (int i = 0; i < codes.size(); i++) {
            CodeHistory history = index.history(codes.get(i));
            if (i % step > 0 && history.versions().stream().allMatch(one -> one.notOtherwiseClassified().changes().isEmpty())) {
                continue;
            }
            List<Stretch> stretches = Stretch.of(history);
            assertThat(stretches.get(0).from()).isEmpty();
            assertThat(stretches.get(stretches.size() - 1).through()).isEmpty();
            int at = 0;
            Answer before = null;
            LocalDate last = LocalDate.of(2027, 1, 1);
            for (LocalDate day = LocalDate.of(1965, 1, 1); day.isBefore(last); day = day.plusDays(1)) {
                if (stretches.get(at).through().filter(day.minusDays(1)::equals).isPresent()) {
                    at++;
                    assertThat(stretches.get(at).from()).contains(day);
                    assertThat(told(history.on(day))).as("no row without a change").isNotEqualTo(told(before));
                }
                Answer answer = history.on(day);
                if (!told(answer).equals(told(stretches.get(at).answer()))) {
                    assertThat(told(stretches.get(at).answer())).as(answer.code() + " on " + day).isEqualTo(told(answer));
                }
                before = answer;
            }
            assertThat(at).as("all stretches of " + codes.get(i)).isEqualTo(stretches.size() - 1);
        }
    }

    private static List<Object> told(Answer answer) {
        return List.of(answer.status(), answer.evidence(), answer.version(), answer.ascPaymentGroup(),
                answer.notOtherwiseClassified());
    }
}
