package dev.hcpcs.loader.correction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is understood of CMS's words, and that the rest is left to people. */
class ActionTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "ADD CODE | code: in the release; added date: 2019-01-01",
        "Add code. | code: in the release; added date: 2019-01-01",
        "Removed in error - add back to file | code: in the release",
        "Removed in error \u2013 add back to file | code: in the release",
        "Discontinue | termination date: by 2019-01-01",
        "Change xref code to Q0901 | cross references: Q0901",
        "Change Cov to C and Price to 39 | coverage: C; pricing indicators: 39",
        "Change Cov to C, Price to 39 and BETOS to O1E | coverage: C; pricing indicators: 39; BETOS: O1E",
        "Change TOS to 9; change ASC date to 04/01/2019 | types of service: 9; ASC effective date: 2019-04-01",
        "Change Action code to \"F\" and add Action Effective date | action: F; action effective date: 2019-01-01",
        "Change Action code to \u201cF\u201d | action: F",
        "Add \"YY\" ASC Ind | ASC payment group: YY",
        "Remove \"YY\" ASC Ind and ASC Start date of 01/01/2019 | ASC payment group: not YY; ASC effective date: not 2019-01-01",
        "Remove \"F\" TOS | types of service: not F"})
    void understands(String action, String expected) {
        assertThat(understand(action, false)).contains(expected);
    }

    /** Half of a sentence may turn the other half around. */
    @ParameterizedTest
    @ValueSource(strings = {"Do not change Cov to C", "Change Cov to C unless Price is 39", "Change Cov to C and see the note",
        "Cov to C", "Change Cov to blank", "Change Price to none", "Change Price to 9", "Change xref code to blank",
        "Change Cov from D to C", "Change ASC Ind to no", "Change ASC date to 02/30/2019", "Change colour to C",
        "Add \"F\" TOS", "Add C Cov", "Add codes", "ADD CODE to the list of Q0901", "Discontinue Q0901",
        "Remove ASC Ind", "Delete \"YY\" ASC Ind", "Change short desc to Invented", "39"})
    void leavesToPeople(String action) {
        assertThat(understand(action, false)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ADD CODE, code: in the release", "Discontin, none", "Change Co, none", "Discontinue, none"})
    void ofABeginningOnlyThatACodeIsAdded(String action, String expected) {
        assertThat(understand(action, true).orElse("none")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"Statute 1833(t), 1833(t)", "statute 1861s4b, 1861S4B", "Statute pending, none", "See Statute 1833(t), none",
        "Statute 1833(t) or none, none"})
    void comments(String comments, String statute) {
        assertThat(ActionText.understandComments(comments).map(Expected::value).orElse("none")).isEqualToIgnoringCase(statute);
    }

    private static Optional<String> understand(String action, boolean cutShort) {
        return ActionText.understand(new Correction("Corrections.xlsx", 5, "Corrections.xlsx row 5", "Q0900", action,
                "2019-01-01", Optional.of(LocalDate.of(2019, 1, 1)), Map.of(), "", cutShort)).map(ActionTextTest::text);
    }

    private static String text(List<Expected> all) {
        return all.stream().map(each -> each.title() + ": " + each).collect(Collectors.joining("; "));
    }
}
