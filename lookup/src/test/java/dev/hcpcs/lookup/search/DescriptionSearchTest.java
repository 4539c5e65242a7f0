package dev.hcpcs.lookup.search;

import static dev.hcpcs.lookup.search.Descriptions.TODAY;
import static dev.hcpcs.lookup.search.Descriptions.added;
import static dev.hcpcs.lookup.search.Descriptions.ended;
import static dev.hcpcs.lookup.search.Descriptions.ever;
import static dev.hcpcs.lookup.search.Descriptions.found;
import static dev.hcpcs.lookup.search.Descriptions.record;
import static dev.hcpcs.lookup.search.Descriptions.release;
import static dev.hcpcs.lookup.search.Descriptions.search;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hcpcs.lookup.Answer;
import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.HcpcsRecord;
import dev.hcpcs.lookup.Status;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found, in which order, and on which date. */
class DescriptionSearchTest {

    private static final HcpcsRecord PATCH = record("Q4001", "Skin sub, per sq cm", "Derma, a graft, per square centimeter");
    private static final HcpcsRecord INFUSION = record("J1001", "Inj, mabstop, 0.5 mg", "Injection, mabstop-xyzz, 0.5 mg");
    private static final HcpcsRecord DRESSING = record("A6001", "Foam drsg w/o bdr ea",
            "Foam dressing, wound cover, without adhesive border, each dressing; 70% or less");
    private static final HcpcsRecord CELLS = record("Q2001", "T-cell prod",
            "Autologous T cells, up to 1,000 doses, q4h, patient's own");
    private static final HcpcsRecord OTHER = record("E1001", "Wc battery nos", "Wheelchair batteries, not otherwise specified");
    private static final DescriptionSearch SEARCH = search(PATCH, INFUSION, DRESSING, CELLS, OTHER);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "skin sub per sq cm | Q4001", "skin substitutes per square centimeters | Q4001", "SKIN, SUBST! | Q4001",
        "cm sq sub | Q4001", "q4001 | Q4001", "q40 | Q4001", "mabs | J1001", "mabstop xyzz | J1001", "mabstop-x | J1001",
        "0.5 mg inj | J1001", "0.5mg | J1001", "milligrams | J1001", ".5 | J1001", "w/o border | A6001", "without bdr | A6001",
        "wounds | A6001", "70% | A6001", "70 percent | A6001", "dressing each | A6001", "t-cell | Q2001", "t cells | Q2001",
        "1,000 | Q2001", "1000 | Q2001", "q4h | Q2001", "patient | Q2001", "pts own | Q2001", "wc batteries | E1001",
        "wheelchair battery | E1001", "w/c nos | E1001", "not otherwise specified | E1001", "specified wheelc | E1001"})
    void findsTheOneCode(String words, String code) {
        assertThat(found(SEARCH, words)).containsExactly(code);
        assertThat(ever(SEARCH, words)).containsExactly(code + " from 2015-01-01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mabstop foam", "ound", "0.55", "without wheelchair", "", "  -- / ", "otherwise drug"})
    void findsNothing(String words) {
        assertThat(SEARCH.on(words, TODAY, 10)).isEqualTo(new Found<>(0, List.of()));
        assertThat(SEARCH.ever(words, 10)).isEqualTo(new Found<>(0, List.of()));
    }

    @Test
    void aPercentSignIsFoundByPercentAndNotByPer() {
        DescriptionSearch search = search(record("A1001", "Saline 10%", "Saline, 10%"),
                record("A1002", "Saline, per ml", "Saline, per ml"), record("A1003", "Saline 10 percent", "Saline, 10 percent"));

        assertThat(found(search, "percent")).containsExactly("A1003", "A1001");
        assertThat(found(search, "percents")).containsExactly("A1003", "A1001");
        assertThat(found(search, "10%")).containsExactly("A1001", "A1003");
        assertThat(found(search, "saline per")).containsExactly("A1002", "A1003");
        assertThat(found(search, "perc")).containsExactly("A1003");
        assertThat(search.matched("per", record("A1001", "Saline 10%", "Saline, 10%"))).isEmpty();
    }

    @Test
    void withoutIsNotWith() {
        assertThat(found(search(record("A1001", "Pad w/o border", "Pad without border"),
                record("A1002", "Pad w/ border", "Pad with border")), "with border")).containsExactly("A1002", "A1001");
        assertThat(found(search(record("A1001", "Pad w/o border", "Pad"), record("A1002", "Pad w/ border", "Pad")),
                "with border")).as("only w/ is short for with").containsExactly("A1002", "A1001");
    }

    @Test
    void exactBeforePluralBeforePrefixBeforeAbbreviation() {
        assertThat(found(search(record("A1001", "Soln", "Fluid"), record("A1002", "Solutioned", "Fluid"),
                record("A1003", "Solutions", "Fluid"), record("A1004", "Solution", "Fluid, as it is used in many words")),
                "solution"))
                .containsExactly("A1004", "A1003", "A1002", "A1001");
    }

    @Test
    void bothDescriptionsBeforeOne() {
        assertThat(found(search(record("A1001", "Pad", "Foam cover"), record("A1002", "Foam pad", "Foam cover of more words")),
                "foam")).containsExactly("A1002", "A1001");
    }

    @Test
    void fewerWordsFirstThenTheLowerCode() {
        assertThat(found(search(record("A1001", "Foam pad", "Foam pad with a border"), record("A1003", "Foam", "Foam pad"),
                record("A1002", "Foam", "Foam pad")), "foam")).containsExactly("A1002", "A1003", "A1001");
    }

    @Test
    void aRareWordCountsMore() {
        DescriptionSearch search = search(record("A1001", "Pad", "Foam mabstopper"), record("A1002", "Pad", "Foamy mabstop"),
                record("A1003", "Foam", "Pad"), record("A1004", "Foam", "Cover"), record("A1005", "Foam", "Sheet"));

        assertThat(found(search, "foam mabstop")).as("mabstop itself before foam itself").containsExactly("A1002", "A1001");
        assertThat(found(search, "foam mabstop foam foam")).as("how often it is typed").containsExactly("A1002", "A1001");
    }

    @Test
    void aTypedCodeComesFirstEvenWhereItHasEnded() {
        DescriptionSearch search = search(ended("Q1001", "Old", "Old thing", "2010-01-01", "2018-12-31"),
                record("A1001", "See q1001", "Q1001 was this before, q1001"), record("PT", "Screening", "Turned into a test"),
                record("A1002", "Pt care", "Patient care, per pt"));

        assertThat(found(search, "Q1001")).containsExactly("Q1001", "A1001");
        assertThat(found(search, "pt")).containsExactly("PT", "A1002");
    }

    @Test
    void codesThatExistOnTheDateComeBeforeThoseThatDoNot() {
        DescriptionSearch search = search(ended("A1001", "Foam", "Foam", "2010-01-01", "2018-12-31"),
                record("A1002", "Pad", "A pad of foam or of something else"), added("A1003", "Foam", "Foam", "2021-01-01"));

        assertThat(found(search, "foam")).containsExactly("A1002", "A1001", "A1003");
        assertThat(search.on("foam", TODAY, 9).first()).extracting(Answer::status)
                .containsExactly(Status.ACTIVE, Status.TERMINATED, Status.NOT_YET_EFFECTIVE);
        assertThat(found(search, "foam", LocalDate.of(2018, 12, 31))).containsExactly("A1001", "A1002", "A1003");
    }

    @Test
    void aReusedCodeIsFoundByItsOldWordsOnOldDatesOnly() {
        DescriptionSearch search = DescriptionSearch.of(HcpcsIndex.of(List.of(
                release("2012-JAN", ended("Q2040", "Oldtoxin", "Injection, oldtoxin", "2011-04-01", "2011-12-31")),
                release("2019-JAN", added("Q2040", "Newcel", "Newcel infusion", "2018-01-01")))));

        assertThat(found(search, "oldtoxin", LocalDate.of(2011, 6, 1))).containsExactly("Q2040");
        assertThat(found(search, "oldtoxin", LocalDate.of(2017, 12, 31))).containsExactly("Q2040");
        assertThat(found(search, "oldtoxin", LocalDate.of(2018, 1, 1))).isEmpty();
        assertThat(found(search, "newcel", LocalDate.of(2017, 12, 31))).isEmpty();
        assertThat(found(search, "newcel", LocalDate.of(2018, 1, 1))).containsExactly("Q2040");
        assertThat(ever(search, "oldtoxin")).containsExactly("Q2040 from 2011-04-01");
        assertThat(ever(search, "q2040")).containsExactly("Q2040 from 2011-04-01", "Q2040 from 2018-01-01");
    }

    @Test
    void returnsAsManyAsAskedForAndCountsAll() {
        assertThat(SEARCH.on("d", TODAY, 2).total()).isEqualTo(3);
        assertThat(SEARCH.on("d", TODAY, 2).first()).hasSize(2).isEqualTo(SEARCH.on("d", TODAY, 9).first().subList(0, 2));
        assertThat(SEARCH.ever("d", 0)).isEqualTo(new Found<>(3, List.of()));
        assertThatThrownBy(() -> SEARCH.ever("d", -1)).hasMessage("the limit -1 is negative");
    }

    @Test
    void tellsByWhichWordsARecordWasFound() {
        assertThat(SEARCH.matched("substitute cm derm graft q4001", PATCH))
                .containsExactly("sub", "cm", "derma", "graft", "Q4001");
        assertThat(SEARCH.matched("w/o border wounds", DRESSING)).containsExactly("w/o", "border", "wound");
        assertThat(SEARCH.matched("tcell 1000 t-cells", CELLS)).containsExactly("t-cell", "1,000");
        assertThat(SEARCH.matched("nos foam", OTHER)).containsExactly("nos");
    }
}
