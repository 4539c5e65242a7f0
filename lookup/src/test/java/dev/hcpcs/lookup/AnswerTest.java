package dev.hcpcs.lookup;

import static dev.hcpcs.lookup.Releases.code;
import static dev.hcpcs.lookup.Releases.index;
import static dev.hcpcs.lookup.Releases.release;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AnswerTest {

    private static final LocalDate DAY = LocalDate.of(2019, 2, 1);

    private final HcpcsIndex index = index(release("2019-JAN", code("A1000").acted("A", "2010-01-01")),
            release("2020-JAN", code("A1000").says("other").acted("C", "2020-01-01")));
    private final Answer answer = index.lookup("A1000", DAY);

    @Test
    void answersAreEqualIfTheySayTheSame() {
        Answer same = index.find("a1000", DAY).orElseThrow();

        assertThat(same).isNotSameAs(answer).isEqualTo(answer).hasSameHashCodeAs(answer);
    }

    @Test
    void answersOfAnotherDayStatusEvidenceOrVersionDiffer() {
        Version version = answer.version();
        Version other = index.lookup("A1000", LocalDate.of(2020, 5, 1)).version();

        assertThat(answer).isNotEqualTo(new Answer(DAY.plusDays(1), answer.status(), answer.evidence(), version, version.record()))
                .isNotEqualTo(new Answer(DAY, Status.TERMINATED, answer.evidence(), version, version.record()))
                .isNotEqualTo(new Answer(DAY, answer.status(), Evidence.ASSUMED, version, version.record()))
                .isNotEqualTo(new Answer(DAY, answer.status(), answer.evidence(), other, other.record()))
                .isNotEqualTo("A1000");
    }

    @Test
    void itsRecordIsThatOfItsVersion() {
        assertThat(answer.record()).isSameAs(answer.version().record());
        assertThat(answer.code()).isEqualTo(HcpcsCode.parse("A1000"));
    }

    @Test
    void isPrintedInOneLine() {
        assertThat(answer).hasToString("A1000 on 2019-02-01: ACTIVE, CONFIRMED");
    }
}
