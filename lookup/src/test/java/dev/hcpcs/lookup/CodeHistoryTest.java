package dev.hcpcs.lookup;

import static dev.hcpcs.lookup.Releases.code;
import static dev.hcpcs.lookup.Releases.index;
import static dev.hcpcs.lookup.Releases.release;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CodeHistoryTest {

    @Test
    void aVersionAppliesUntilTheNextOneOrTheCodesEnd() {
        HcpcsIndex index = index(
                release("2012-JAN", code("Q2040").says("Oldtoxin").added("2011-04-01").terminated("2011-12-31")),
                release("2019-JAN", code("Q2040").says("Newcel").added("2018-01-01")),
                release("2020-JAN", code("Q2040").says("Newcel, infusion").added("2018-01-01").terminated("2018-12-31")));

        assertThat(lastDays(index, "Q2040")).containsExactly("2011-04-01 to 2011-12-31", "2018-01-01 to 2018-12-31",
                "2020-01-01 to 2018-12-31");
    }

    @Test
    void theLastVersionOfACodeThatExistsHasNoLastDay() {
        HcpcsIndex index = index(
                release("2019-JAN", code("Q4257").says("Relese").added("2018-01-01")),
                release("2020-JAN", code("Q4257").says("Release").added("2018-01-01").acted("F", "2020-01-01")));

        assertThat(lastDays(index, "Q4257")).containsExactly("2018-01-01 to 2019-12-31", "2020-01-01 on");
        assertThatThrownBy(() -> index.history("Q4257").lastDay(index.history(Releases.BYSTANDER).versions().get(0)))
                .hasMessageEndingWith("is no version of Q4257");
    }

    @Test
    void aHistoryIsToldFromOthersByItsCodePeriodsVersionsAndTheLastLoadedQuarter() {
        ReleaseContent first = release("2019-JAN", code("Q4257").says("Relese").added("2018-01-01"),
                code("Q4258").says("Relese").added("2018-01-01"));
        CodeHistory history = index(first).history("Q4257");

        assertThat(index(first).history("Q4257")).isEqualTo(history).hasSameHashCodeAs(history)
                .hasToString("Q4257 " + history.periods() + " " + history.versions());
        CodeHistory sameButLoadedLater = new CodeHistory(history.code(), history.periods(), history.versions(),
                LocalDate.of(2019, 6, 30));
        assertThat(List.of(index(first).history("Q4258"), sameButLoadedLater,
                index(release("2019-JAN", code("Q4257").says("Relese").added("2018-07-01"))).history("Q4257"),
                index(release("2019-JAN", code("Q4257").says("Release").added("2018-01-01"))).history("Q4257")))
                .doesNotContain(history).doesNotHaveDuplicates();
        assertThat(Stream.of(history, sameButLoadedLater, index(first).history("Q4258")).map(CodeHistory::hashCode))
                .doesNotHaveDuplicates();
    }

    @Test
    void releasesOfOneQuarterAreNotInOrder() {
        ReleaseContent release = release("2019-JAN", code("Q4257"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CodeHistory.of(HcpcsCode.parse("Q4257"), List.of(release, release)))
                .withMessage("2019-JAN (2019-JAN.txt) is not later than 2019-JAN (2019-JAN.txt)");
    }

    private static List<String> lastDays(HcpcsIndex index, String code) {
        CodeHistory history = index.history(code);
        return history.versions().stream().map(version -> version.start() + history.lastDay(version)
                .map(last -> " to " + last).orElse(" on")).toList();
    }
}
