package dev.hcpcs.loader.correction;

import static dev.hcpcs.loader.change.SmallReleases.code;
import static dev.hcpcs.loader.change.SmallReleases.index;
import static dev.hcpcs.loader.change.SmallReleases.release;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hcpcs.loader.change.SmallReleases.Row;
import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.Quarter;
import dev.hcpcs.lookup.RecordField;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** One correction of 2019-JAN at a time, against releases of a few codes. */
class CorrectionJudgeTest {

    private final Map<RecordField, String> stated = new LinkedHashMap<>();

    @Test
    void valueByValueWithTheReleaseThatHasItLater() {
        stated.put(RecordField.COVERAGE, "C");
        stated.put(RecordField.PRICING_INDICATORS, "39");
        HcpcsIndex index = index(release("2018-JAN", priced("C", "39")), release("2019-JAN", priced("D", "00")),
                release("2019-APR", priced("C", "00")), release("2019-JUL", priced("C", "39")));

        JudgedCorrection judged = judge("Change Cov to C and Price to 39", index);

        assertThat(text(judged)).isEqualTo("""
                NOT_CONTAINED, later 2019-JUL
                coverage C NOT_CONTAINED has D later 2019-APR
                pricing indicators 39 NOT_CONTAINED has 00 later 2019-JUL""");
    }

    @Test
    void containedAndPartly() {
        assertThat(text(judge("Change Cov to C and Price to 39", index(release("2019-JAN", priced("C", "39")))))).isEqualTo("""
                CONTAINED
                coverage C CONTAINED has C
                pricing indicators 39 CONTAINED has 39""");
        assertThat(text(judge("Change Cov to C and Price to 39", index(release("2019-JAN", priced("C", "00")),
                release("2019-APR", priced("D", "39")))))).isEqualTo("""
                PARTLY, later 2019-APR
                coverage C CONTAINED has C
                pricing indicators 39 NOT_CONTAINED has 00 later 2019-APR""");
    }

    @Test
    void whereTheReleaseIsNotLoadedTheNextOneIsAsked() {
        HcpcsIndex index = index(release("2018-OCT", priced("C", "39")), release("2019-JUL", priced("D", "39")));

        assertThat(CorrectionJudge.judge(list(correction("Change Cov to C")), index).release().orElseThrow().quarter())
                .isEqualTo(Quarter.parse("2019-JUL"));
        assertThat(text(judge("Change Cov to C", index))).isEqualTo("NOT_CONTAINED\ncoverage C NOT_CONTAINED has D");
        assertThat(text(judge("Change Cov to C", index(release("2018-OCT", priced("C", "39")))))).isEqualTo("CANNOT_BE_TOLD\n"
                + "coverage C CANNOT_BE_TOLD (no release of 2019-JAN or later is loaded)");
    }

    @Test
    void anAddedCode() {
        stated.put(RecordField.SHORT_DESCRIPTION, "Invented 5\u2019 drug");
        stated.put(RecordField.TYPES_OF_SERVICE, "F,9");
        Row added = code("Q0900").added("2019-01-01").with(to -> to.shortDescription("INVENTED 5' DRUG")
                .typesOfService(List.of("9", "F")));

        assertThat(text(judge("ADD CODE", index(release("2019-JAN"), release("2019-APR", added))))).isEqualTo("""
                NOT_CONTAINED, later 2019-APR
                code in the release NOT_CONTAINED later 2019-APR
                added date 2019-01-01 NOT_CONTAINED later 2019-APR
                short description Invented 5\u2019 drug NOT_CONTAINED later 2019-APR
                types of service F,9 NOT_CONTAINED later 2019-APR""");
        assertThat(judge("ADD CODE", index(release("2019-JAN", added))).outcome()).isEqualTo(Outcome.CONTAINED);
    }

    /** The whole field is stated: one value of two is another field. */
    @Test
    void severalValuesAreAllOrNone() {
        stated.put(RecordField.TYPES_OF_SERVICE, "9");
        Row two = code("Q0900").with(to -> to.typesOfService(List.of("9", "F")));

        assertThat(text(judge("", index(release("2019-JAN", two)))))
                .isEqualTo("NOT_CONTAINED\ntypes of service 9 NOT_CONTAINED has 9 F");
    }

    @Test
    void discontinuedOnTheDayBeforeOrTheDay() {
        for (String last : List.of("2018-12-31", "2019-01-01")) {
            assertThat(judge("Discontinue", index(release("2019-JAN", code("Q0900").terminated(last)))).outcome())
                    .isEqualTo(Outcome.CONTAINED);
        }
        assertThat(text(judge("Discontinue", index(release("2019-JAN", code("Q0900").terminated("2018-12-30"))))))
                .isEqualTo("NOT_CONTAINED\ntermination date by 2019-01-01 NOT_CONTAINED has 2018-12-30");
        assertThat(text(judge("Discontinue", index(release("2019-JAN"))))).isEqualTo("CANNOT_BE_TOLD\n"
                + "termination date by 2019-01-01 CANNOT_BE_TOLD (the release does not carry the code)");
    }

    @Test
    void removedAscGroup() {
        String action = "Remove \"YY\" ASC Ind and ASC Start date of 01/01/2019";
        HcpcsIndex givenAnew = index(release("2019-JAN", asc("YY", "2019-01-01")), release("2020-JAN", asc("YY", "2020-01-01")));

        assertThat(text(judge(action, givenAnew))).isEqualTo("""
                NOT_CONTAINED
                ASC payment group not YY NOT_CONTAINED has YY
                ASC effective date not 2019-01-01 NOT_CONTAINED has 2019-01-01 later 2020-JAN""");
        assertThat(text(judge(action, index(release("2020-JAN", asc("YY", "2020-01-01")))))).isEqualTo("""
                CANNOT_BE_TOLD
                ASC payment group not YY CANNOT_BE_TOLD has YY (its start is later, 2020-01-01, so it may have been removed and \
                given anew)
                ASC effective date not 2019-01-01 CONTAINED has 2020-01-01""");
        assertThat(judge(action, index(release("2019-JAN", code("Q0900")))).outcome()).isEqualTo(Outcome.CONTAINED);
    }

    /** N in the next release says nothing of the F before, and an F years later is another action. */
    @Test
    void anActionIsToldByItsOwnRelease() {
        String action = "Change Action code to \"F\"";

        assertThat(text(judge(action, index(release("2019-JAN", code("Q0900").acted("B", "2019-01-01")),
                release("2019-APR", code("Q0900").acted("N", "2019-01-01")),
                release("2020-JAN", code("Q0900").acted("F", "2020-01-01"))))))
                .isEqualTo("NOT_CONTAINED\naction F NOT_CONTAINED has B");
        assertThat(text(judge(action, index(release("2019-APR", code("Q0900").acted("N", "2019-01-01"))))))
                .isEqualTo("CANNOT_BE_TOLD\naction F CANNOT_BE_TOLD has N (a later release tells its own action)");
        assertThat(text(judge(action, index(release("2019-JAN", code("Q0900").acted("B", "2019-01-01")),
                release("2019-APR", code("Q0900").acted("F", "2019-01-01"))))))
                .isEqualTo("NOT_CONTAINED, later 2019-APR\naction F NOT_CONTAINED has B later 2019-APR");
    }

    /** What is not understood may ask for the contrary of what the columns show. */
    @Test
    void whatIsNotUnderstoodIsToBeRead() {
        stated.put(RecordField.COVERAGE, "C");
        HcpcsIndex index = index(release("2019-JAN", priced("C", "39")));

        assertThat(text(judge("Delete coverage", index)))
                .isEqualTo("CANNOT_BE_TOLD\ncoverage C CONTAINED has C\nto be read: Delete coverage");
        assertThat(text(judge(new Correction("f", 5, "f row 5", "Q0900", "", "", Optional.empty(), stated, "See note", false),
                index))).isEqualTo("CANNOT_BE_TOLD\ncoverage C CONTAINED has C\nto be read: See note");
        assertThat(text(judge("Change Cov to D", index)))
                .isEqualTo("CANNOT_BE_TOLD\ncoverage D CANNOT_BE_TOLD (CMS says C too)");
    }

    @Test
    void withoutADateOrACode() {
        HcpcsIndex index = index(release("2019-JAN", code("Q0900").added("2019-01-01")));
        Correction undated = new Correction("f", 5, "f row 5", "Q0900", "ADD CODE", "01/0/12019", Optional.empty(), Map.of(), "",
                false);
        Correction cpt = new Correction("f", 5, "f row 5", "90999", "Change Cov to C", "", Optional.empty(), Map.of(), "", false);
        Correction discontinued = new Correction("f", 5, "f row 5", "Q0900", "Discontinue", "", Optional.empty(), Map.of(), "",
                false);

        assertThat(text(judge(undated, index))).isEqualTo("""
                CANNOT_BE_TOLD
                code in the release CONTAINED
                added date 01/0/12019 CANNOT_BE_TOLD (it is not a date)""");
        assertThat(text(judge(cpt, index))).isEqualTo(
                "CANNOT_BE_TOLD\ncoverage C CANNOT_BE_TOLD (90999 is no HCPCS Level II code)");
        assertThat(text(judge(discontinued, index))).isEqualTo(
                "CANNOT_BE_TOLD\ntermination date  CANNOT_BE_TOLD (no date is given)");
    }

    @Test
    void aPrintThatAddsACode() {
        Correction cut = new Correction("f", 5, "f line 5", "Q0900", "ADD CODE", "", Optional.empty(), Map.of(), "", true);

        assertThat(text(judge(cut, index(release("2019-JAN"))))).startsWith("NOT_CONTAINED\n");
        assertThat(text(judge(cut, index(release("2019-JAN", code("Q0900")))))).startsWith("CANNOT_BE_TOLD\n");
    }

    private static Row priced(String coverage, String pricing) {
        return code("Q0900").with(to -> to.coverage(coverage).pricingIndicators(List.of(pricing)));
    }

    private static Row asc(String group, String start) {
        return code("Q0900").with(to -> to.ascPaymentGroup(group).ascEffectiveDate(Optional.of(LocalDate.parse(start))));
    }

    private Correction correction(String action) {
        return new Correction("f", 5, "f row 5", "Q0900", action, "2019-01-01", Optional.of(LocalDate.of(2019, 1, 1)), stated, "",
                false);
    }

    private static CorrectionList list(Correction correction) {
        return new CorrectionList("f", Quarter.parse("2019-JAN"), false, List.of(correction), List.of());
    }

    private JudgedCorrection judge(String action, HcpcsIndex index) {
        return judge(correction(action), index);
    }

    private static JudgedCorrection judge(Correction correction, HcpcsIndex index) {
        return CorrectionJudge.judge(list(correction), index).corrections().get(0);
    }

    private static String text(JudgedCorrection judged) {
        String values = judged.values().stream().map(value -> "\n" + value.expected().title() + " " + value.expected() + " "
                + value.verdict() + (value.has().isEmpty() ? "" : " has " + value.has())
                + (value.reason().isEmpty() ? "" : " (" + value.reason() + ")")
                + value.later().map(later -> " later " + later.quarter()).orElse("")).collect(Collectors.joining());
        return judged.outcome() + judged.later().map(later -> ", later " + later.quarter()).orElse("") + values
                + judged.toBeRead().stream().map(unread -> "\nto be read: " + unread).collect(Collectors.joining());
    }
}
