package dev.hcpcs.lookup;

import static dev.hcpcs.lookup.Releases.code;
import static dev.hcpcs.lookup.Releases.index;
import static dev.hcpcs.lookup.Releases.release;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.hcpcs.lookup.CodeEvent.Kind;

class CodeEventsTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2018, 6, 1);
    private static final int DAYS = 1500;
    private static final Set<Kind> REACHED = EnumSet.noneOf(Kind.class);

    private final HcpcsIndex index = index(
            release("2012-JAN", code("Q2040").says("toxin").added("2011-04-01").terminated("2011-12-31")),
            release("2020-OCT", code("Q4236").says("patch").added("2020-07-01"), code("G9976").added("2018-01-01"),
                    code("J1000").says("drug").added("2019-01-01").with(record -> record.betos("O1E")),
                    code("Q2040").says("cells").added("2018-01-01").terminated("2018-12-31"),
                    code("JW").says("waste").added("2003-01-01")),
            release("2023-JAN", code("Q4236").says("patch").added("2020-07-01").acted("R", "2023-01-01"),
                    code("J1000").says("drugs").added("2019-01-01").terminated("2022-12-31").with(record -> record.betos("O1F")),
                    code("JW").says("wasted").added("2003-01-01").acted("C", "2022-07-01")));

    private static List<String> texts(CodeEvents events) {
        return events.stream().map(event -> event.code() + " " + event.kind() + " " + event.date()).toList();
    }

    private CodeEvents changes(String from, String to) {
        return index.changes(LocalDate.parse(from), LocalDate.parse(to));
    }

    @Test
    void everythingThatEverHappened() {
        assertThat(texts(index.changes(LocalDate.MIN, LocalDate.MAX))).containsExactly(
                "G9976 ADDED 2018-01-01", "G9976 WITHDRAWN 2022-12-31",
                "J1000 ADDED 2019-01-01", "J1000 TERMINATED 2022-12-31", "J1000 CHANGED 2023-01-01",
                "JW ADDED 2003-01-01", "JW CHANGED 2022-07-01",
                "Q2040 ADDED 2011-04-01", "Q2040 TERMINATED 2011-12-31", "Q2040 ADDED 2018-01-01", "Q2040 TERMINATED 2018-12-31",
                "Q4236 ADDED 2020-07-01", "Q4236 REACTIVATED 2023-01-01",
                "V9999 ADDED 2012-01-01");
    }

    @ParameterizedTest
    @CsvSource({"2022-12-31, 2022-12-31, G9976 WITHDRAWN 2022-12-31;J1000 TERMINATED 2022-12-31",
        "2023-01-01, 2023-01-01, J1000 CHANGED 2023-01-01;Q4236 REACTIVATED 2023-01-01",
        "2022-07-01, 2022-12-30, JW CHANGED 2022-07-01", "2022-07-02, 2022-12-30, ''"})
    void bothDaysAreInclusive(String from, String to, String expected) {
        assertThat(String.join(";", texts(changes(from, to)))).isEqualTo(expected);
    }

    @Test
    void aReuseEndsALifeThatIsInForceTheDayBefore() {
        HcpcsIndex reused = index(release("2019-JAN", code("Q2040").says("one").added("2018-01-01").terminated("2019-06-30")),
                release("2020-JAN", code("Q2040").says("other").added("2019-07-01")));

        assertThat(texts(reused.changes(FIRST_DAY, FIRST_DAY.plusDays(DAYS)).startingWith("Q"))).containsExactly(
                "Q2040 TERMINATED 2019-06-30", "Q2040 ADDED 2019-07-01");
        assertThat(reused.changes(FIRST_DAY, FIRST_DAY.plusDays(DAYS)).added().stream()).allMatch(
                event -> event.changedFields().isEmpty());
    }

    @Test
    void kindsCodesAndFieldsChoose() {
        CodeEvents all = index.changes(LocalDate.MIN, LocalDate.MAX);

        assertThat(texts(all.reactivated())).containsExactly("Q4236 REACTIVATED 2023-01-01");
        assertThat(texts(all.withdrawn())).containsExactly("G9976 WITHDRAWN 2022-12-31");
        assertThat(texts(all.changed().modifiers())).containsExactly("JW CHANGED 2022-07-01");
        assertThat(texts(all.changed().procedures())).containsExactly("J1000 CHANGED 2023-01-01");
        assertThat(texts(all.added().between("G0000", "J1000"))).containsExactly("G9976 ADDED 2018-01-01",
                "J1000 ADDED 2019-01-01");
        assertThat(texts(all.of(Kind.ADDED, Kind.TERMINATED).terminated().startingWith("J")))
                .containsExactly("J1000 TERMINATED 2022-12-31");
        assertThat(texts(all.added().terminated())).isEmpty();
        // The field of the event's own day: the last one of a termination.
        assertThat(texts(all.where(CodedField.BETOS, "O1E"))).containsExactly("J1000 ADDED 2019-01-01",
                "J1000 TERMINATED 2022-12-31");
        assertThat(texts(all.where(CodedField.BETOS, "O1F"))).containsExactly("J1000 CHANGED 2023-01-01");
    }

    @Test
    void aChangeNamesItsFieldsAndBothAnswers() {
        CodeEvent changed = changes("2023-01-01", "2023-01-01").changed().stream().findFirst().orElseThrow();

        assertThat(changed.changedFields()).containsExactly(RecordField.LONG_DESCRIPTION, RecordField.BETOS);
        assertThat(changed.before()).isEqualTo(index.lookup("J1000", LocalDate.of(2022, 12, 31)));
        assertThat(changed.after()).isEqualTo(index.lookup("J1000", LocalDate.of(2023, 1, 1))).isEqualTo(changed.answer());
    }

    @Test
    void theDaysAreKnownHoweverTheEventsAreChosen() {
        CodeEvents events = changes("2019-01-01", "2020-12-31").procedures();

        assertThat(events.from()).isEqualTo("2019-01-01");
        assertThat(events.to()).isEqualTo("2020-12-31");
    }

    @Test
    void timeThatRunsBackwardsIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> changes("2020-01-02", "2020-01-01"))
                .withMessageContaining("2020-01-02 to 2020-01-01");
    }

    /** Day by day, from the answers of the histories. */
    @Property(tries = 300, shrinking = ShrinkingMode.BOUNDED)
    void eventsAreWhatTheAnswersOfTwoDaysTell(@ForAll("releases") List<ReleaseContent> releases,
            @ForAll @IntRange(max = DAYS) int first, @ForAll @IntRange(max = DAYS) int last) {
        LocalDate from = FIRST_DAY.plusDays(Math.min(first, last));
        LocalDate to = FIRST_DAY.plusDays(Math.max(first, last));
        HcpcsIndex generated = HcpcsIndex.of(releases);
        List<String> expected = new ArrayList<>();
        for (HcpcsCode code : generated.codes()) {
            CodeHistory history = generated.history(code);
            for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
                for (Kind kind : kinds(history.on(day.minusDays(1)), history.on(day), history.on(day.plusDays(1)))) {
                    expected.add(code + " " + kind + " " + day);
                    REACHED.add(kind);
                }
            }
        }

        assertThat(texts(generated.changes(from, to))).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(generated.changes(from, to).stream().map(CodeEvent::code)).isSorted();
    }

    private static List<Kind> kinds(Answer before, Answer now, Answer next) {
        List<Kind> kinds = new ArrayList<>();
        if (exists(now) && next.status() == Status.WITHDRAWN) {
            kinds.add(Kind.WITHDRAWN);
        }
        if (exists(now) && (next.status() == Status.TERMINATED || exists(next) && !sameLife(now, next))) {
            kinds.add(Kind.TERMINATED);
        }
        if (exists(now) && (before.status() == Status.NOT_YET_EFFECTIVE || !sameLife(before, now))) {
            kinds.add(Kind.ADDED);
        } else if (now.status() == Status.ACTIVE && before.status() != Status.ACTIVE) {
            kinds.add(Kind.REACTIVATED);
        }
        if (sameLife(before, now) && !RecordField.sameContent(before.record(), now.record())) {
            kinds.add(Kind.CHANGED);
        }
        return kinds;
    }

    private static boolean exists(Answer answer) {
        return answer.status() == Status.ACTIVE || answer.status() == Status.INDETERMINATE;
    }

    private static boolean sameLife(Answer one, Answer other) {
        return one.version().life() == other.version().life();
    }

    @AfterContainer
    static void everyKindWasReached() {
        assertThat(REACHED).containsAll(EnumSet.allOf(Kind.class));
    }

    @Provide
    Arbitrary<List<ReleaseContent>> releases() {
        return ReleaseSequences.releases();
    }
}
