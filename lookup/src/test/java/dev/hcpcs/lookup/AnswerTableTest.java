package dev.hcpcs.lookup;

import static dev.hcpcs.lookup.Releases.code;
import static dev.hcpcs.lookup.Releases.index;
import static dev.hcpcs.lookup.Releases.release;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the arrays of an answer table must be, and what they cost. */
class AnswerTableTest {

    /** A1000 has two versions, A2000 has ended, JW and the bystander never changed. */
    private static final AnswerTable SOUND = index(
            release("2019-JAN", code("A1000").says("one").added("2010-01-01").acted("A", "2010-01-01"),
                    code("A2000").added("2010-01-01").acted("A", "2010-01-01"), code("JW").acted("A", "2010-01-01")),
            release("2020-JAN", code("A1000").says("two").added("2010-01-01").acted("C", "2020-01-01"),
                    code("A2000").added("2010-01-01").acted("D", "2019-07-01").terminated("2019-06-30"),
                    code("JW").acted("A", "2010-01-01"))).answers();
    private static final int A1000 = 1;
    private static final int A2000 = 2;
    private static final int CODES = 5;
    /** Of no release, at the end. */
    private static final int GUARDS = 4;

    /** A copy of the arrays, to be damaged. */
    private static final class Parts {

        final int[] slots = SOUND.slots().clone();
        final int[] firstVersion = SOUND.firstVersions();
        final int[] firstSegment = SOUND.newestSegments();
        final long[] segments = SOUND.segments().clone();
        final Version[] versions = SOUND.versions().clone();

        AnswerTable table() {
            return new AnswerTable(slots, firstVersion, firstSegment, segments, versions);
        }

        int newest() {
            return firstSegment[A1000];
        }

        int oldest() {
            int segment = newest();
            while (segments[segment] >> Integer.SIZE != segments[0] >> Integer.SIZE) {
                segment++;
            }
            return segment;
        }

        int end() {
            return segments.length - GUARDS;
        }

        void begins(int segment, int year, int month, int day) {
            long start = year << 9 | month << 5 | day;
            segments[segment] = start << Integer.SIZE | segments[segment] & 0xFFFFFFFFL;
        }

        void answers(int segment, int answer) {
            segments[segment] = segments[segment] >> Integer.SIZE << Integer.SIZE | Integer.toUnsignedLong(answer);
        }
    }

    private static Arguments fault(Consumer<Parts> damage, String message) {
        return Arguments.of(message, damage);
    }

    static Stream<Arguments> faults() {
        Parts sound = new Parts();
        int newest = sound.newest();
        int end = sound.end();
        int versions = sound.versions.length;
        return Stream.of(
                fault(parts -> parts.slots[0] = 0, "code 0 is taken"),
                fault(parts -> parts.firstVersion[0] = 1, "code 0 is taken"),
                fault(parts -> parts.firstSegment[0] = 1, "code 0 is taken"),
                fault(parts -> parts.segments[0] = parts.segments[1], "segment 0 should be that of no release"),
                fault(parts -> parts.segments[end] = parts.segments[1], "segment " + end + " should be that of no release"),
                fault(parts -> parts.segments[end + GUARDS - 1] = parts.segments[1],
                        "segment " + (end + GUARDS - 1) + " should be that of no release"),
                fault(parts -> parts.segments[1] = parts.segments[0], "segment 1 should not be that of no release"),
                fault(parts -> parts.slots[A2000] = parts.slots[A1000], "code 2 is out of order"),
                fault(parts -> parts.firstSegment[A1000] = 0, "code 1 leads to segment 0"),
                fault(parts -> parts.firstSegment[A1000] = end, "code 1 leads to segment " + end),
                fault(parts -> parts.firstVersion[A1000] = -1, "code 1 leads to versions -1 to 2"),
                fault(parts -> parts.firstVersion[A2000] = versions + 1, "code 1 leads to versions 0 to " + (versions + 1)),
                fault(parts -> parts.firstVersion[A2000] = 1, "code 1 has fewer versions than its segments name"),
                fault(parts -> parts.firstSegment[A2000] = newest, "code 2 has fewer versions than its segments name"),
                fault(parts -> parts.versions[1] = parts.versions[2], "code 1 leads to version 1 of another code"),
                fault(parts -> parts.answers(newest, Integer.MIN_VALUE), "segment " + newest + " has no such answer: "),
                fault(parts -> parts.answers(newest, Status.UNKNOWN_CODE.ordinal()),
                        "segment " + newest + " has no such answer: "),
                fault(parts -> parts.answers(parts.oldest(), Status.INVALID_CODE.ordinal()),
                        "segment " + sound.oldest() + " has no such answer: "),
                fault(parts -> parts.segments[newest + 1] = parts.segments[newest],
                        "segment " + (newest + 1) + " does not begin before the one in front of it"),
                fault(parts -> parts.slots[A1000] = -40, "code 1 is out of order"),
                fault(parts -> parts.slots[CODES - 1] = CodeSlot.COUNT, "code 4 has no such slot: 260936"),
                fault(parts -> parts.slots[CODES - 1] = 1_000_000, "code 4 has no such slot: 1000000"),
                fault(parts -> parts.answers(parts.oldest(), Status.ACTIVE.ordinal()),
                        "segment " + sound.oldest() + " is that of a code that did not begin"),
                fault(parts -> parts.begins(newest, 2020, 0, 1), "segment " + newest + " begins on no date: "),
                fault(parts -> parts.begins(newest, 2020, 13, 1), "segment " + newest + " begins on no date: "),
                fault(parts -> parts.begins(newest, 2020, 3, 0), "segment " + newest + " begins on no date: "),
                fault(parts -> parts.begins(newest, 2023, 2, 29), "segment " + newest + " begins on no date: "),
                fault(parts -> parts.begins(newest, 100_001, 1, 1), "segment " + newest + " begins on no date: "),
                fault(parts -> parts.firstSegment[A1000] = parts.oldest(),
                        "segment " + sound.oldest() + " has no other beside it"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void whatCouldGiveAWrongAnswerIsRefused(String message, Consumer<Parts> damage) {
        Parts parts = new Parts();
        damage.accept(parts);
        assertThatIllegalArgumentException().isThrownBy(parts::table).withMessageStartingWith(message);
    }

    @Test
    void aLifeThatBeginsAndEndsOnceNeedsNoSegments() {
        long[] words = SOUND.statusWordsOfEpochDays();
        long word = words[SOUND.row(CodeSlot.of("A2000"))];

        assertThat(Stream.of("2009-12-31", "2010-01-01", "2019-06-30", "2019-07-01").map(LocalDate::parse)
                .map(day -> StatusWord.on(word, (int) day.toEpochDay())))
                .containsExactly(Status.NOT_YET_EFFECTIVE, Status.ACTIVE, Status.ACTIVE, Status.TERMINATED);
        assertThat(words[RowPages.NO_CODE]).isEqualTo(StatusWord.UNKNOWN);
        assertThat(words[SOUND.row(CodeSlot.of("A2001"))]).isEqualTo(StatusWord.UNKNOWN);
    }

    /** A2000 was reactivated, A3000 vanished. */
    @Test
    void ofAnyOtherLifeTheSegmentsTell() {
        HcpcsIndex index = index(
                release("2019-JAN", code("A1000").acted("A", "2010-01-01"), code("A3000").acted("A", "2010-01-01"),
                        code("A2000").added("2010-01-01").acted("D", "2018-07-01").terminated("2018-06-30")),
                release("2020-JAN", code("A1000").acted("A", "2010-01-01"),
                        code("A2000").added("2019-10-01").acted("A", "2019-10-01")));
        AnswerTable table = index.answers();
        long[] words = table.statusWordsOfEpochDays();

        assertThat(words[table.row(CodeSlot.of("A1000"))]).isNotEqualTo(StatusWord.OTHER);
        for (String code : new String[] {"A2000", "A3000"}) {
            assertThat(words[table.row(CodeSlot.of(code))]).as(code).isEqualTo(StatusWord.OTHER);
            for (LocalDate day = LocalDate.of(2009, 12, 31); day.getYear() < 2021; day = day.plusDays(1)) {
                assertThat(index.status(code, day)).isEqualTo(index.history(code).on(day).status());
            }
        }
    }

    /** Texts that change each year, and lives that end: from three segments to many. */
    @Test
    void everyTimelineIsSearchedAsItsHistoryTells() {
        List<ReleaseContent> releases = new ArrayList<>();
        for (int year = 2012; year <= 2020; year++) {
            List<Releases.Row> codes = new ArrayList<>();
            for (int years = 1; years <= 9; years++) {
                String added = 2021 - years + "-01-01";
                if (year > 2020 - years) {
                    codes.add(code("A000" + years).says("as of " + year).added(added).acted("C", year + "-01-01"));
                    codes.add(year == 2020 && years > 1
                            ? code("B000" + years).added(added).acted("D", "2020-01-01").terminated("2019-12-31")
                            : code("B000" + years).added(added).acted("A", added));
                }
            }
            releases.add(release(year + "-JAN", codes.toArray(Releases.Row[]::new)));
        }
        HcpcsIndex index = HcpcsIndex.of(releases);
        Set<Integer> lengths = new TreeSet<>();
        for (HcpcsCode code : index.codes()) {
            CodeHistory history = index.history(code);
            lengths.add(segments(index.answers(), code));
            for (LocalDate change : history.daysOfChange()) {
                for (LocalDate day : List.of(change.minusDays(1), change)) {
                    assertThat(index.lookup(code, day)).isEqualTo(history.on(day));
                    assertThat(index.status(code, day)).isEqualTo(history.on(day).status());
                }
            }
        }
        assertThat(lengths).contains(3, 4, 5, 7, 9);
    }

    private static int segments(AnswerTable table, HcpcsCode code) {
        int newest = table.newestSegment(table.row(code.slot()));
        int oldest = newest;
        while (table.firstDay(oldest) > PackedDate.of(LocalDate.MIN)) {
            oldest++;
        }
        return oldest - newest + 1;
    }

    /** Four bytes for every 32 slots, 16 a row and 4 a code. */
    @Test
    void theEstimateOfItsMemoryCountsEveryArray() {
        int slotPages = (CodeSlot.COUNT + 31) / 32;
        int rowPages = 1 + CODES - 1;

        assertThat(SOUND.bytes()).isEqualTo(4 * slotPages + 16 * 32 * rowPages + 4 * CODES + 8 * SOUND.segments().length
                + 48 * SOUND.versions().length);
    }

    @Test
    void aDateThatIsCutOffLiesBeyondAllDays() {
        for (int year : new int[] {100_000, 200_000, -100_000, -200_000}) {
            assertThat(PackedDate.toEpochDay(PackedDate.of(LocalDate.of(year, 1, 1)))).isEqualTo(Integer.MAX_VALUE);
        }
        assertThat(PackedDate.toEpochDay(PackedDate.of(LocalDate.of(99_999, 12, 31))))
                .isEqualTo((int) LocalDate.of(99_999, 12, 31).toEpochDay());
    }

    @Test
    void aTimelineIsStoredOnce() {
        AnswerTable table = index(release("2020-JAN", code("A1000").acted("A", "2010-01-01"),
                code("A2000").acted("A", "2010-01-01"))).answers();
        assertThat(Arrays.stream(table.newestSegments()).skip(1).limit(2).distinct()).hasSize(1);
    }
}
