package dev.hcpcs.lookup;

import static dev.hcpcs.lookup.Releases.BYSTANDER;
import static dev.hcpcs.lookup.Releases.code;
import static dev.hcpcs.lookup.Releases.index;
import static dev.hcpcs.lookup.Releases.release;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.hcpcs.lookup.InvalidCodeException.Reason;

class HcpcsIndexTest {

    private static final LocalDate DAY = LocalDate.of(2020, 5, 1);
    private static final HcpcsCode UNKNOWN = HcpcsCode.parse("A1234");

    private final HcpcsIndex index = index(
            release("2020-JUL", code("Q4257").says("new").added("2020-07-01")),
            release("2020-JAN", code("JW").added("2003-01-01"), code("J9380").added("2011-01-01").terminated("2019-12-31")),
            release("2020-APR", code("JW").added("2003-01-01")));

    @ParameterizedTest
    @ValueSource(strings = {"JW", "jw", " Jw "})
    void everyQuestionTakesACodeInAnyStyle(String text) {
        Answer answer = index.lookup(text, DAY);

        assertThat(answer.code()).isEqualTo(HcpcsCode.parse("JW"));
        assertThat(answer.date()).isEqualTo(DAY);
        assertThat(answer.status()).isEqualTo(Status.ACTIVE);
        assertThat(answer.record()).isSameAs(answer.version().record());
        assertThat(index.find(text, DAY)).contains(answer);
        assertThat(index.history(text)).isEqualTo(index.history(HcpcsCode.parse("JW")));
        assertThat(index.findHistory(text)).contains(index.history("JW"));
        assertThat(index.status(text, DAY)).isEqualTo(Status.ACTIVE);
        assertThat(index.status(HcpcsCode.parse(text), DAY)).isEqualTo(Status.ACTIVE);
    }

    @Test
    void aTextThatNeedsACloserLookIsTakenForNoOtherCode() {
        HcpcsIndex withOther = index(release("2020-JAN", code("A0031"), code("JW")));

        assertThat(withOther.lookup(" JW", DAY).code()).isEqualTo(HcpcsCode.parse("JW"));
    }

    @Test
    void findIsEmptyForACodeNoReleaseCarries() {
        assertThat(index.find("A1234", DAY)).isEmpty();
        assertThat(index.find(UNKNOWN, DAY)).isEmpty();
        assertThat(index.findHistory("A1234")).isEmpty();
        assertThat(index.findHistory(UNKNOWN)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"99494", "25", "D0120", "", "Q42"})
    void findIsEmptyForWhatIsNoLevelTwoCode(String text) {
        assertThat(index.find(text, DAY)).isEmpty();
        assertThat(index.findHistory(text)).isEmpty();
    }

    @Test
    void lookupNamesTheUnknownCodeAndTheDate() {
        UnknownCodeException refused = catchThrowableOfType(UnknownCodeException.class, () -> index.lookup("a1234", DAY));

        assertThat(refused).hasMessageContaining("no loaded release carries the code A1234")
                .hasMessageContaining("2020-05-01");
        assertThat(refused.code()).isEqualTo(UNKNOWN);
        assertThatThrownBy(() -> index.lookup(UNKNOWN, DAY)).isInstanceOf(UnknownCodeException.class)
                .hasMessage(refused.getMessage());
    }

    @Test
    void historyNamesTheUnknownCode() {
        assertThatThrownBy(() -> index.history("A1234")).isInstanceOf(UnknownCodeException.class)
                .hasMessageContaining("A1234");
        assertThatThrownBy(() -> index.history(UNKNOWN)).isInstanceOf(UnknownCodeException.class)
                .hasMessageContaining("A1234");
    }

    @ParameterizedTest
    @CsvSource({"99494, CPT", "1P, CPT", "D0120, DENTAL", "Q42, MALFORMED"})
    void plainFormsRefuseWhatIsNoLevelTwoCode(String text, Reason reason) {
        InvalidCodeException lookup = catchThrowableOfType(InvalidCodeException.class, () -> index.lookup(text, DAY));
        InvalidCodeException history = catchThrowableOfType(InvalidCodeException.class, () -> index.history(text));

        assertThat(lookup).hasMessageContaining("'" + text + "'");
        assertThat(lookup.reason()).isEqualTo(reason);
        assertThat(history.reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"JW, ACTIVE", "j9380, TERMINATED", "Q4257, NOT_YET_EFFECTIVE", "A1234, UNKNOWN_CODE", "99494, NOT_LEVEL_II",
        "0001u, NOT_LEVEL_II", "25, NOT_LEVEL_II", "d0120, NOT_LEVEL_II", "'', INVALID_CODE", "' ', INVALID_CODE",
        "Q42, INVALID_CODE", "\u0131W, INVALID_CODE", "anything at all, INVALID_CODE"})
    void everyTextHasAStatus(String text, Status status) {
        assertThat(index.status(text, DAY)).isEqualTo(status);
        assertThat(index.find(text, DAY).isPresent()).isEqualTo(status.isAnswered());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-999999999-01-01", "0001-01-01", "+999999999-12-31"})
    void everyDateHasAnAnswer(String date) {
        LocalDate day = LocalDate.parse(date);

        assertThat(index.lookup("JW", day).status()).isEqualTo(index.status("JW", day)).matches(Status::isAnswered);
    }

    @Test
    void codesAreThoseOfAllReleasesInOrder() {
        assertThat(index.codes()).extracting(HcpcsCode::value).containsExactly("J9380", "JW", "Q4257", BYSTANDER);
        assertThatThrownBy(() -> index.codes().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void releasesAreInOrderOfEffectiveDate() {
        assertThat(index.releases()).extracting(release -> release.quarter().toString())
                .containsExactly("2020-JAN", "2020-APR", "2020-JUL");
    }

    @Test
    void contentsHaveWhatEachReleaseSaysOfACode() {
        assertThat(index.contents()).extracting(ReleaseContent::release).isEqualTo(index.releases());
        assertThat(index.contents()).extracting(content -> content.find(HcpcsCode.parse("Q4257")).isPresent())
                .containsExactly(false, false, true);
        assertThatThrownBy(() -> index.contents().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aHistoryCanBeMadeOfReleasesInOrder() {
        HcpcsCode code = HcpcsCode.parse("J9380");

        assertThat(CodeHistory.of(code, index.contents())).isEqualTo(index.findHistory(code));
        assertThat(CodeHistory.of(UNKNOWN, index.contents())).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> CodeHistory.of(code,
                List.of(index.content(Quarter.parse("2020-APR")), index.content(Quarter.parse("2020-JAN")))))
                .withMessage("2020-JAN (2020-JAN.txt) is not later than 2020-APR (2020-APR.txt)");
    }

    @Test
    void asKnownAtDropsLaterReleasesAndTheirCodes() {
        HcpcsIndex then = index.asKnownAt(Quarter.parse("2020-APR"));

        assertThat(then.releases()).isEqualTo(index.releases().subList(0, 2));
        assertThat(then.status("Q4257", DAY)).isEqualTo(Status.UNKNOWN_CODE);
        assertThat(index.status("Q4257", DAY)).isEqualTo(Status.NOT_YET_EFFECTIVE);
    }

    @Test
    void asKnownAtAQuarterThatIsNotLoadedNamesThoseThatAre() {
        assertThatThrownBy(() -> index.asKnownAt(Quarter.parse("2020-OCT"))).isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("2020-OCT").hasMessageContaining("2020-JAN, 2020-APR, 2020-JUL");
    }

    @Test
    void twoReleasesOfOneQuarterAreRefusedByName() {
        ReleaseContent first = release("2020-JAN", code("JW"));
        ReleaseContent second = new ReleaseContent(new Release(Quarter.parse("2020-JAN"), "second.txt", "0".repeat(64)),
                first.records());

        assertThatIllegalArgumentException().isThrownBy(() -> HcpcsIndex.of(List.of(first, second)))
                .withMessageContaining("2020-JAN.txt").withMessageContaining("second.txt");
    }

    @Test
    void noReleasesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> HcpcsIndex.of(List.of()))
                .withMessageContaining("at least one release");
    }

    @Test
    void aReleaseWithoutRecordsIsRefused() {
        Release release = index.releases().get(0);

        assertThatIllegalArgumentException().isThrownBy(() -> new ReleaseContent(release, List.of()))
                .withMessageContaining(release.toString());
    }

    @Test
    void aReleaseWithTwoRecordsOfOneCodeIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> release("2020-JAN", code("JW"), code("jw").says("other")))
                .withMessageContaining("2020-JAN").withMessageContaining("JW");
    }

    @Test
    void theRecordsOfAReleaseAreInOrderOfCode() {
        assertThat(release("2020-JAN", code("Q4257"), code("JW")).records()).extracting(record -> record.code().value())
                .containsExactly("JW", "Q4257", BYSTANDER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "ABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCD",
        "000000000000000000000000000000000000000000000000000000000000000g"})
    void aReleaseNeedsALowerCaseSha256(String sha256) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Release(Quarter.parse("2020-JAN"), "a.txt", sha256))
                .withMessageContaining("SHA-256").withMessageContaining("'" + sha256 + "'");
    }
}
