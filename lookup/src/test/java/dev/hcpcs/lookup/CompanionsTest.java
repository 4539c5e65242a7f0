package dev.hcpcs.lookup;

import static dev.hcpcs.lookup.Releases.code;
import static dev.hcpcs.lookup.Releases.list;
import static dev.hcpcs.lookup.Releases.notes;
import static dev.hcpcs.lookup.Releases.release;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What lists of codes not otherwise classified and processing notes add to answers. */
class CompanionsTest {

    private static final ReleaseContent OF_2019 = release("2019-JAN", code("J3490").added("1986-01-01").acted("A"),
            code("J0641").added("2009-01-01").acted("A").with(record -> record.processingNote("0042")),
            code("A9599").added("2014-01-01").acted("D").terminated("2017-12-31"),
            code("Q2040").added("2011-04-01").acted("D").terminated("2011-12-31"));
    private static final ReleaseContent OF_2025 = release("2025-OCT", code("J3490").added("1986-01-01").acted("A"),
            code("J0641").added("2009-01-01").acted("A").with(record -> record.processingNote("0042")),
            code("Q2040").added("2018-01-01").acted("A"), code("A4100").added("2022-04-01").acted("A"));

    @Test
    void withoutAListNothingIsKnown() {
        assertThat(ofBoth(Companions.NONE).lookup("J3490", LocalDate.of(2019, 1, 1)).notOtherwiseClassified()).isEmpty();
    }

    @Test
    void whatTheOnlyListSaysHoldsOverTheWholeLife() {
        HcpcsIndex index = with(list("2019-JAN", "J3490 1986-01-01"));

        assertThat(classified(index, "J3490")).isEqualTo("yes");
        assertThat(on(index, "J3490", "1980-01-01")).isTrue();
        assertThat(on(index, "J3490", "2030-01-01")).isTrue();
        assertThat(classified(index, "J0641")).isEqualTo("no");
    }

    @Test
    void aCodeAddedSinceTheLastListIsOnItFromItsFirstDay() {
        assertThat(classified(with(list("2019-JAN", "J3490"), list("2025-JUL", "J3490", "A4100 2022-04-01")), "A4100"))
                .isEqualTo("yes");
    }

    @Test
    void aLaterListThatSaysOtherwiseHoldsFromItsQuarter() {
        HcpcsIndex index = with(list("2019-JAN", "J3490 1986-01-01"), list("2025-JUL", "J0641 2009-01-01"));

        assertThat(classified(index, "J0641")).isEqualTo("no, from 2025-07-01 yes");
        assertThat(on(index, "J0641", "2025-06-30")).isFalse();
        assertThat(on(index, "J0641", "2025-07-01")).isTrue();
        assertThat(classified(index, "J3490")).isEqualTo("yes, from 2025-07-01 no");
    }

    @Test
    void theListThatTellsIsFound() {
        HcpcsIndex index = with(list("2018-JAN", "A9599"), list("2019-JAN", "A9599"), list("2020-JAN", "J0641 2019-04-01"),
                list("2025-JUL", "J0641"));

        assertThat(teller(index, "J0641", "1990-01-01")).isEqualTo("2018-JAN no");
        assertThat(teller(index, "J0641", "2019-03-31")).isEqualTo("2019-JAN no");
        assertThat(teller(index, "J0641", "2019-04-01")).isEqualTo("2020-JAN yes");
        assertThat(teller(index, "J0641", "2026-01-01")).isEqualTo("2025-JUL yes");
        assertThat(teller(index, "A9599", "2026-01-01")).isEqualTo("2019-JAN yes");
        assertThat(teller(index, "Q2040", "2011-05-01")).isEqualTo("none");
        assertThat(teller(index, "Q2040", "2018-01-01")).isEqualTo("2018-JAN no");
    }

    private static String teller(HcpcsIndex index, String code, String date) {
        Answer answer = index.lookup(code, LocalDate.parse(date));
        return index.findNotOtherwiseClassifiedList(answer)
                .map(list -> list.quarter() + (answer.notOtherwiseClassified().orElseThrow() ? " yes" : " no")).orElse("none");
    }

    @Test
    void codesOfADayAndEventsAreChosenByIt() {
        HcpcsIndex index = with(list("2019-JAN", "J3490 1986-01-01"), list("2025-JUL", "J0641 2009-01-01", "A4100 2022-04-01"));

        assertThat(index.on(LocalDate.of(2025, 6, 30)).notOtherwiseClassified().active().stream().map(Answer::code))
                .extracting(HcpcsCode::value).containsExactly("A4100", "J3490");
        assertThat(index.on(LocalDate.of(2025, 7, 1)).notOtherwiseClassified().active().stream().map(Answer::code))
                .extracting(HcpcsCode::value).containsExactly("A4100", "J0641");
        assertThat(index.changes(LocalDate.of(2022, 1, 1), LocalDate.of(2022, 12, 31)).notOtherwiseClassified().stream())
                .extracting(event -> event.answer().code().value()).containsExactly("A4100");
        CodeEvents ofYear = index.changes(LocalDate.of(2018, 1, 1), LocalDate.of(2018, 12, 31));
        assertThat(ofYear.stream()).extracting(event -> event.code().value()).contains("Q2040");
        assertThat(ofYear.notOtherwiseClassified().stream()).isEmpty();
    }

    @Test
    void whatIsListedMayBeUnlistedAgain() {
        HcpcsIndex index = with(list("2019-JAN", "A9599"), list("2025-JUL", "J0641 2009-01-01"), list("2025-OCT", "A9599"));

        assertThat(classified(index, "J0641")).isEqualTo("no, from 2025-07-01 yes, from 2025-10-01 no");
        assertThat(on(index, "J0641", "2025-06-30")).isFalse();
        assertThat(on(index, "J0641", "2025-09-30")).isTrue();
        assertThat(on(index, "J0641", "2025-10-01")).isFalse();
    }

    @Test
    void whatIsToldIsEqualWhereItsBeginningAndItsChangesAre() {
        NotOtherwiseClassified changed = new NotOtherwiseClassified(Optional.of(true), List.of(LocalDate.of(2025, 7, 1)));

        assertThat(changed).isEqualTo(new NotOtherwiseClassified(Optional.of(true), List.of(LocalDate.of(2025, 7, 1))))
                .hasSameHashCodeAs(new NotOtherwiseClassified(Optional.of(true), List.of(LocalDate.of(2025, 7, 1))))
                .isNotEqualTo(new NotOtherwiseClassified(Optional.of(false), changed.changes()))
                .isNotEqualTo(new NotOtherwiseClassified(Optional.of(true), List.of()))
                .isNotEqualTo(NotOtherwiseClassified.UNKNOWN);
        assertThat(changed.hashCode()).isNotEqualTo(NotOtherwiseClassified.UNKNOWN.hashCode());
    }

    @Test
    void aDayOfAdditionBetweenTwoListsIsTheFirstDay() {
        assertThat(classified(with(list("2019-JAN", "A9599"), list("2020-JAN", "J0641 2019-04-01")), "J0641"))
                .isEqualTo("no, from 2019-04-01 yes");
    }

    @Test
    void anAdditionThatWasTakenBackBeforeItsDayChangesNothing() {
        assertThat(classified(with(list("2019-JAN", "A9599"), list("2019-APR", "J0641 2030-01-01"), list("2019-JUL", "A9599")),
                "J0641")).isEqualTo("no");
    }

    @Test
    void aTerminatedCodeStaysWhatItWas() {
        HcpcsIndex index = with(list("2017-JAN", "A9599 2014-01-01"), list("2025-JUL", "J3490"));

        assertThat(classified(index, "A9599")).isEqualTo("yes");
        assertThat(index.lookup("A9599", LocalDate.of(2026, 1, 1)).status()).isEqualTo(Status.TERMINATED);
    }

    @Test
    void aListWithoutACodeThatIsNotActiveTellsNothing() {
        assertThat(classified(with(list("2025-JUL", "J3490")), "A9599")).isEqualTo("unknown");
    }

    @Test
    void aReusedCodeIsToldLifeByLife() {
        HcpcsIndex index = with(list("2011-JUL", "Q2040 2011-04-01"), list("2025-JUL", "J3490"));

        assertThat(on(index, "Q2040", "2011-05-01")).isTrue();
        assertThat(on(index, "Q2040", "2018-01-01")).isFalse();
        assertThat(index.history("Q2040").versions()).extracting(version -> version.notOtherwiseClassified().toString())
                .containsExactly("yes", "no");
    }

    @Test
    void aReusedCodeIsListedInTheLifeInWhichItWasAdded() {
        assertThat(ofEachLife(list("2025-JUL", "Q2040 2018-01-01"))).containsExactly("unknown", "yes");
        assertThat(ofEachLife(list("2025-JUL", "Q2040"))).containsExactly("unknown", "yes");
        assertThat(ofEachLife(list("2025-JUL", "Q2040 2011-04-01"))).containsExactly("yes", "unknown");
        assertThat(ofEachLife(list("2017-OCT", "Q2040 2018-01-01"))).containsExactly("unknown", "yes");
    }

    @Test
    void asKnownAtAnEarlierReleaseLaterListsTellNothing() {
        HcpcsIndex index = with(list("2019-JAN", "J3490"), list("2025-JUL", "J0641"));

        assertThat(classified(index.asKnownAt(Quarter.parse("2019-JAN")), "J0641")).isEqualTo("no");
    }

    /** Those of the quarter itself are known then. */
    @Test
    void companionsUpToAQuarterLeaveOutLaterOnes() {
        Companions all = new Companions(List.of(list("2025-JUL", "J0641"), list("2019-JAN", "J3490"), list("2020-JAN", "J3490")),
                List.of(notes("2026-JAN", "0001 C."), notes("2019-JAN", "0001 A."), notes("2020-JAN", "0001 B.")));

        assertThat(all.upTo(Quarter.parse("2020-JAN"))).isEqualTo(new Companions(
                List.of(list("2019-JAN", "J3490"), list("2020-JAN", "J3490")),
                List.of(notes("2019-JAN", "0001 A."), notes("2020-JAN", "0001 B."))));
        assertThat(all.files()).extracting(file -> file.quarter().toString()).containsExactly("2019-JAN", "2020-JAN", "2025-JUL",
                "2019-JAN", "2020-JAN", "2026-JAN");
    }

    @Test
    void notesOfTheQuarterItselfAreNotLater() {
        Companions companions = new Companions(List.of(),
                List.of(notes("2019-JAN", "0042 OLD."), notes("2020-JAN", "0042 NEW.")));

        assertThat(companions.find("0042", Quarter.parse("2020-JAN"))).get().extracting(ProcessingNote::text).isEqualTo("NEW.");
        assertThat(companions.find("0042", Quarter.parse("2019-OCT"))).get().extracting(ProcessingNote::text).isEqualTo("OLD.");
    }

    @Test
    void theNewestNotesUpToTheVersionsLastReleaseTell() {
        HcpcsIndex index = withNotes(notes("2016-JAN", "0042 OLD."), notes("2019-APR", "0042 NEW.", "0043 OTHER."),
                notes("2026-JAN", "0042 LATER."));

        assertThat(note(index.asKnownAt(Quarter.parse("2019-JAN")))).isEqualTo("0042 OLD. (2016-JAN)");
        assertThat(note(index)).isEqualTo("0042 NEW. (2019-APR)");
    }

    @Test
    void withoutEarlierNotesTheFirstLaterOnesTell() {
        assertThat(note(withNotes(notes("2026-JAN", "0042 LATER."), notes("2026-APR", "0042 LAST."))))
                .isEqualTo("0042 LATER. (2026-JAN)");
        assertThat(note(withNotes(notes("2016-JAN", "0001 A."), notes("2026-APR", "0042 LAST."))))
                .isEqualTo("0042 LAST. (2026-APR)");
    }

    @Test
    void aNumberThatNoFileHasAndARecordWithoutNumberHaveNoNote() {
        HcpcsIndex index = withNotes(notes("2016-JAN", "0001 A."));

        assertThat(index.findProcessingNote(index.history("J0641").versions().get(0))).isEmpty();
        assertThat(index.findProcessingNote(index.history("J3490").versions().get(0))).isEmpty();
    }

    @Test
    void ofOneQuarterTheOtherOnesCount() {
        Companions old = new Companions(List.of(list("2019-JAN", "J3490"), list("2016-JAN", "J3490")),
                List.of(notes("2019-JAN", "0001 A.")));
        Companions all = old.with(new Companions(List.of(list("2019-JAN", "J0641")), List.of(notes("2020-JAN", "0001 B."))));

        assertThat(all.notOtherwiseClassified()).containsExactly(list("2016-JAN", "J3490"), list("2019-JAN", "J0641"));
        assertThat(all.processingNotes()).containsExactly(notes("2019-JAN", "0001 A."), notes("2020-JAN", "0001 B."));
        assertThat(all.files()).hasSize(4);
        assertThat(all.with(new Companions(List.of(), List.of(notes("2019-JAN", "0001 C.")))).processingNotes())
                .containsExactly(notes("2019-JAN", "0001 C."), notes("2020-JAN", "0001 B."));
    }

    @Test
    void emptyOnesAndTwoOfOneQuarterAreRefused() {
        SortedMap<String, String> noTexts = new TreeMap<>();

        assertThatThrownBy(() -> list("2019-JAN")).hasMessage("2019-JAN (NOC.txt) lists no codes");
        assertThatThrownBy(() -> new ProcessingNotes(OF_2019.release(), noTexts)).hasMessageContaining("has no notes");
        assertThatThrownBy(() -> new Companions(List.of(list("2019-JAN", "J3490"), list("2019-JAN", "J0641")), List.of()))
                .hasMessageContaining("two companions of one kind and quarter: 2019-JAN (NOC.txt)");
    }

    private static List<String> ofEachLife(NotOtherwiseClassifiedList list) {
        return with(list).history("Q2040").versions().stream()
                .map(version -> version.notOtherwiseClassified().toString()).toList();
    }

    private static HcpcsIndex with(NotOtherwiseClassifiedList... lists) {
        return ofBoth(new Companions(List.of(lists), List.of()));
    }

    private static HcpcsIndex withNotes(ProcessingNotes... notes) {
        return ofBoth(new Companions(List.of(), List.of(notes)));
    }

    private static HcpcsIndex ofBoth(Companions companions) {
        return HcpcsIndex.of(List.of(OF_2019, OF_2025), companions);
    }

    private static boolean on(HcpcsIndex index, String code, String date) {
        return index.lookup(code, LocalDate.parse(date)).notOtherwiseClassified().orElseThrow();
    }

    /** Of the last life; the history and the answers must say the same. */
    private static String classified(HcpcsIndex index, String code) {
        List<Version> versions = index.history(code).versions();
        Version last = versions.get(versions.size() - 1);
        assertThat(index.lookup(code, LocalDate.of(2100, 1, 1)).version()).isEqualTo(last);
        return last.notOtherwiseClassified().toString();
    }

    private static String note(HcpcsIndex index) {
        ProcessingNote note = index.findProcessingNote(index.lookup("J0641", LocalDate.of(2019, 1, 1)).version()).orElseThrow();
        return note.number() + " " + note.text() + " (" + note.file().quarter() + ")";
    }
}
