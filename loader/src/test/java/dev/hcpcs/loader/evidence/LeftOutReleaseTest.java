package dev.hcpcs.loader.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcpcs.loader.RealReleases;
import dev.hcpcs.loader.ReleaseLoader;
import dev.hcpcs.lookup.Evidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Whether the evidence of an answer is worth its word: each of CMS's releases is left out in turn, the others answer for all of
 * its codes on its effective date, and the release tells whether they are right. {@code RELIABILITY.md} has the figures.
 */
class LeftOutReleaseTest {

    private static final Path PAGE = Path.of("../RELIABILITY.md");
    private static final Path MISSES = Path.of("target/left-out-misses.csv");

    private static List<LeftOutRelease> releases;

    @BeforeAll
    static void leaveEachReleaseOut() throws IOException {
        RealReleases.assumePresent();
        releases = LeftOutRelease.each(ReleaseLoader.lenient().load(RealReleases.eight()).releases());
        LeftOutMisses.write(MISSES, releases);
        System.out.println("What a left-out release contradicts is listed in " + MISSES.toAbsolutePath());
    }

    @Test
    void pageHasTheFigures() throws IOException {
        String page = Files.readString(PAGE);
        LeftOutTables tables = new LeftOutTables(releases);

        assertThat(page.contains(tables.figures())).as("%s should have%n%s", PAGE, tables.figures()).isTrue();
        assertThat(page.contains(tables.misses())).as("%s should have%n%s", PAGE, tables.misses()).isTrue();
    }

    @Test
    void betweenReleasesALaterOneBearsOutWhateverIsConfirmed() {
        for (LeftOutRelease release : releases.stream().filter(LeftOutRelease::isInner).toList()) {
            assertThat(codes(release.wrongStatuses(Evidence.CONFIRMED)
                    .filter(miss -> miss.judgeStatus() != Judgement.LATER_RELEASE))).as("%s", release.quarter()).isEmpty();
            assertThat(codes(release.wrongContents(Evidence.CONFIRMED)
                    .filter(miss -> miss.judgeContent() == Judgement.NO_RELEASE))).as("%s", release.quarter()).isEmpty();
        }
    }

    @Test
    void wrongConfirmedStatusesBetweenReleasesAreThoseThatCmsCorrected() {
        assertThat(releases.stream().filter(LeftOutRelease::isInner)
                .map(release -> release.quarter() + ": " + codes(release.wrongStatuses(Evidence.CONFIRMED)))).containsExactly(
                        "2016-JAN: G0154 G0464 G6030 G6031 G6032 G6034 G6035 G6036 G6037 G6038 G6039 G6040 G6041 G6042 G6043"
                                + " G6044 G6045 G6046 G6047 G6048 G6049 G6050 G6051 G6052 G6053 G6054 G6055 G6056 G6057 G6058",
                        "2017-JAN: G0477 G0478 G0479", "2019-JAN: C9034", "2020-APR: ", "2020-JUL: ", "2020-OCT: ");
    }

    private static String codes(Stream<LeftOutAnswer> answers) {
        return answers.map(answer -> answer.answer().code().value()).collect(Collectors.joining(" "));
    }

    @Test
    void afterTheLastReleaseNothingIsConfirmed() {
        assertThat(codes(releases.get(releases.size() - 1).answers(Evidence.CONFIRMED))).isEmpty();
    }

    @Test
    void noRecordTellsOfAnActionStillToCome() {
        assertThat(releases.stream().mapToInt(LeftOutRelease::stillToCome).sum()).isZero();
    }
}
