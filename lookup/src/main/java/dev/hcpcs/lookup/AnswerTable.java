package dev.hcpcs.lookup;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;

/**
 * The answers of all codes for all dates, laid out for a lookup that touches few cache lines and allocates nothing but the
 * answer.
 *
 * <p>Each code has a row, which {@link SlotRows} tells. A code's timeline is cut wherever anything in the answer changes: the
 * status, the version, or the evidence. Such a <em>segment</em> is one long: its first day in the upper half (a
 * {@link PackedDate}, so that segments sort by day), the answer in the lower: which of the code's versions applies, and in the
 * last four bits evidence and status. Nine thousand codes have fewer than two thousand different timelines, because CMS adds,
 * changes and ends many codes on one day, so each timeline is stored once and stays in the fastest cache.
 *
 * <pre>
 *  slots             statusWords  firstVersion  firstSegment     segments: newest first, a timeline's last begins before all days
 *  ┌───────┬────┐    ┌──────────┬─────────────┬────────────┐     ┌─────────────────────────────────────────┐
 *  │ Q4256 │  0 ├──► │ unknown  │             │          0 ├──►0 │ no day       UNKNOWN_CODE               │
 *  │ Q4257 │  8 ├──► │ …        │          13 │          5 ├──►5 │ 2026-04-01   second  ACTIVE ASSUMED     │
 *  │ Q4258 │  0 │    └──────────┴──────┬──────┴────────────┘   6 │ 2026-01-01   second  ACTIVE CONFIRMED   │
 *  └───────┴────┘    versions          ▼                       7 │ 2023-04-01   first   ACTIVE ASSUMED     │
 *                    ┌─────────────────────────────────┐       8 │ 2022-04-01   first   ACTIVE CONFIRMED   │
 *                    │ 13 from 2022-04-01, 14 from …   │       9 │ no day       first   NOT_YET_EFFECTIVE  │
 *                    └─────────────────────────────────┘         └─────────────────────────────────────────┘
 * </pre>
 *
 * <p>The status alone, which is asked most, needs no segments: one {@link StatusWord} holds it for nearly every code.
 *
 * <p>A timeline has four segments or so, next to each other. Which one a day falls into cannot be predicted, and a processor
 * that guesses wrong loses more time than it takes to look at all four; so the first four are compared without a branch, and
 * only the few timelines that have more are searched further. The last segment of a timeline begins before all days, so that
 * the search needs no end; a code that no release carries leads to row 0, so that it needs no branch either.
 */
final class AnswerTable {

    /** What {@link #row} gives for a code that no release carries. */
    static final int NO_ROW = 0;

    private static final Status[] STATUSES = Status.values();
    /** Half of the least int, so that the distance from it to any day is an int too. */
    private static final long BEFORE_ALL_DAYS = (long) (Integer.MIN_VALUE / 2) << Integer.SIZE;
    /** How many segments are compared at once; as many follow the last timeline, so that none of them is behind the array. */
    private static final int AT_ONCE = 4;
    private static final long NO_RELEASE = BEFORE_ALL_DAYS | Status.UNKNOWN_CODE.ordinal();
    private static final int STATUS_BITS = 3;
    private static final int STATUS = (1 << STATUS_BITS) - 1;
    private static final int ANSWER_BITS = STATUS_BITS + 1;

    /** With its place in the array; what several versions share is left out. */
    private static final int BYTES_OF_VERSION = 48;

    private final SlotRows rows;
    /** By row. */
    private final int[] slots;
    private final int[] firstVersion;
    private final int[] firstSegment;
    private final long[] statusWords;
    private final long[] segments;
    /** By number, in order of slot and start. */
    private final Version[] versions;

    /**
     * @param slots        of each row, ascending; row 0, which stands for all codes without one, has none: -1
     * @param firstVersion of each row, ascending
     * @param firstSegment of each row
     * @throws IllegalArgumentException if a lookup could leave the arrays or give another code's answer
     */
    AnswerTable(int[] slots, int[] firstVersion, int[] firstSegment, long[] segments, Version[] versions) {
        this.slots = slots;
        this.firstVersion = firstVersion;
        this.firstSegment = firstSegment;
        this.segments = segments;
        this.versions = versions;
        this.statusWords = new long[slots.length];
        int inner = segments.length - AT_ONCE;
        if (slots[0] != CodeSlot.NONE || firstVersion[0] != 0 || firstSegment[0] != 0) {
            throw new IllegalArgumentException("row 0 is taken");
        }
        for (int i = 0; i < segments.length; i++) {
            if ((i == 0 || i >= inner) != (segments[i] == NO_RELEASE)) {
                throw new IllegalArgumentException("segment " + i + " should" + (i == 0 || i >= inner ? "" : " not")
                        + " be that of no release");
            }
        }
        // By newest segment: rows share timelines.
        int[] versionsOf = new int[segments.length];
        long[] words = new long[segments.length];
        statusWords[NO_ROW] = StatusWord.always(Status.UNKNOWN_CODE.ordinal());
        for (int row = 1; row < slots.length; row++) {
            if (slots[row] <= slots[row - 1]) {
                throw new IllegalArgumentException("row " + row + " is out of order");
            }
            int nextVersion = row + 1 < slots.length ? firstVersion[row + 1] : versions.length;
            if (firstSegment[row] < 1 || firstSegment[row] >= inner) {
                throw new IllegalArgumentException("row " + row + " leads to segment " + firstSegment[row]);
            }
            if (firstVersion[row] < 0 || nextVersion > versions.length) {
                throw new IllegalArgumentException("row " + row + " leads to versions " + firstVersion[row] + " to " + nextVersion);
            }
            if (versionsOf[firstSegment[row]] == 0) {
                int oldest = oldest(firstSegment[row]);
                versionsOf[firstSegment[row]] = checkedVersions(firstSegment[row], oldest);
                words[firstSegment[row]] = statusWord(firstSegment[row], oldest, day -> day);
            }
            if (versionsOf[firstSegment[row]] > nextVersion - firstVersion[row]) {
                throw new IllegalArgumentException("row " + row + " has fewer versions than its segments name");
            }
            for (int version = firstVersion[row]; version < nextVersion; version++) {
                if (versions[version].record().code().slot() != slots[row]) {
                    throw new IllegalArgumentException("row " + row + " leads to version " + version + " of another code");
                }
            }
            statusWords[row] = words[firstSegment[row]];
        }
        this.rows = new SlotRows(slots);
    }

    /** The last segment of a timeline. */
    private int oldest(int newest) {
        int segment = newest;
        while (start(segment) != (int) (BEFORE_ALL_DAYS >> Integer.SIZE)) {
            segment++;
        }
        return segment;
    }

    /** How many versions a timeline has. */
    private int checkedVersions(int newest, int oldest) {
        int versions = 0;
        for (int segment = newest; segment <= oldest; segment++) {
            int answer = (int) segments[segment];
            if (answer < 0 || (answer & STATUS) >= Status.UNKNOWN_CODE.ordinal()) {
                throw new IllegalArgumentException("segment " + segment + " has no such answer: " + segments[segment]);
            }
            if (segment > newest && start(segment) >= start(segment - 1)) {
                throw new IllegalArgumentException("segment " + segment + " does not begin before the one in front of it");
            }
            versions = Math.max(versions, (answer >>> ANSWER_BITS) + 1);
        }
        return versions;
    }

    private int start(int segment) {
        return (int) (segments[segment] >> Integer.SIZE);
    }

    private long statusWord(int newest, int oldest, IntUnaryOperator scale) {
        int status = (int) segments[oldest] & STATUS;
        long word = StatusWord.always(status);
        for (int segment = oldest - 1; segment >= newest; segment--) {
            int next = (int) segments[segment] & STATUS;
            if (next != status) {
                word = StatusWord.change(word, scale.applyAsInt(start(segment)), next);
                status = next;
            }
        }
        return word;
    }

    static AnswerTable of(Collection<CodeHistory> histories) {
        SharedValues shared = new SharedValues();
        int[] slots = new int[histories.size() + 1];
        int[] firstVersion = new int[slots.length];
        int[] firstSegment = new int[slots.length];
        List<Long> segments = new ArrayList<>(List.of(NO_RELEASE));
        List<Version> versions = new ArrayList<>();
        Map<List<Long>, Integer> timelines = new HashMap<>();
        slots[NO_ROW] = CodeSlot.NONE;
        int row = NO_ROW;
        for (CodeHistory history : histories.stream().sorted(Comparator.comparingInt(each -> each.code().slot())).toList()) {
            row++;
            slots[row] = history.code().slot();
            firstVersion[row] = versions.size();
            firstSegment[row] = timelines.computeIfAbsent(timeline(history), timeline -> {
                segments.addAll(timeline);
                return segments.size() - timeline.size();
            });
            for (Version version : history.versions()) {
                versions.add(new Version(version.life(), shared.share(version.start()),
                        shared.share(version.confirmedFrom()), version.basis(),
                        version.record(), shared.share(version.releases()),
                        shared.share(version.notOtherwiseClassified())));
            }
        }
        segments.addAll(Collections.nCopies(AT_ONCE, NO_RELEASE));
        return new AnswerTable(slots, firstVersion, firstSegment, segments.stream().mapToLong(Long::longValue).toArray(),
                versions.toArray(Version[]::new));
    }

    /** The segments, newest first: asks the history on every day on which its answer may change. */
    private static List<Long> timeline(CodeHistory history) {
        List<Long> segments = new ArrayList<>();
        TreeSet<LocalDate> days = new TreeSet<>(history.daysOfChange());
        int last = answer(history, days.first().minusDays(1));
        segments.add(BEFORE_ALL_DAYS | last);
        for (LocalDate day : days) {
            int answer = answer(history, day);
            if (answer != last) {
                segments.add((long) PackedDate.of(day) << Integer.SIZE | answer);
                last = answer;
            }
        }
        Collections.reverse(segments);
        return segments;
    }

    private static int answer(CodeHistory history, LocalDate day) {
        Answer answer = history.on(day);
        return history.versions().indexOf(answer.version()) << ANSWER_BITS
                | answer.evidence().ordinal() << STATUS_BITS | answer.status().ordinal();
    }

    /** The row of a slot; {@link #NO_ROW} where no release carries the code. */
    int row(int slot) {
        return rows.row(slot);
    }

    /** The first row whose slot is not below {@code slot}; one more than the last row where there is none. */
    int rowFrom(int slot) {
        int found = Arrays.binarySearch(slots, NO_ROW + 1, slots.length, slot);
        return found < 0 ? -found - 1 : found;
    }

    int slot(int row) {
        return slots[row];
    }

    Status status(int row, LocalDate date) {
        int status = StatusWord.on(statusWords[row], PackedDate.of(date));
        return STATUSES[status == StatusWord.LONGER ? find(row, date) & STATUS : status];
    }

    /** A {@link StatusWord} by row, whose days are counted from 1970-01-01. */
    long[] statusWordsOfEpochDays() {
        long[] words = new long[slots.length];
        words[NO_ROW] = statusWords[NO_ROW];
        for (int row = NO_ROW + 1; row < words.length; row++) {
            words[row] = statusWord(firstSegment[row], oldest(firstSegment[row]), PackedDate::toEpochDay);
        }
        return words;
    }

    /** The number of the version that applies. {@code row} is not {@link #NO_ROW}. */
    int version(int row, LocalDate date) {
        return firstVersion[row] + (find(row, date) >>> ANSWER_BITS);
    }

    /** @param row not {@link #NO_ROW} */
    Answer answer(int row, LocalDate date) {
        return answer(row, find(row, date), date);
    }

    private Answer answer(int row, int answer, LocalDate date) {
        Evidence evidence = (answer >> STATUS_BITS & 1) == 0 ? Evidence.CONFIRMED : Evidence.ASSUMED;
        // Known not to be null before the answer is made: else its constructor's checks stand between the allocation and the
        // writing of its fields, and each of those is written with all that a collector asks of an object in use.
        Status status = requireNonNull(STATUSES[answer & STATUS]);
        Version version = requireNonNull(versions[firstVersion[row] + (answer >>> ANSWER_BITS)]);
        return new Answer(date, status, evidence, version);
    }

    /** The lower half of the segment that a day falls into. */
    private int find(int row, LocalDate date) {
        int day = PackedDate.of(date);
        int segment = firstSegment[row];
        int first = isAfter(segment, day);
        int second = first & isAfter(segment + 1, day);
        int third = second & isAfter(segment + 2, day);
        int fourth = third & isAfter(segment + 3, day);
        segment += first + second + third + fourth;
        while (fourth != 0 && isAfter(segment, day) != 0) {
            segment++;
        }
        return (int) segments[segment];
    }

    /** 1 where a segment begins after a day, else 0. */
    private int isAfter(int segment, int day) {
        return day - start(segment) >>> Integer.SIZE - 1;
    }

    /** The memory that all this takes, by estimate, without the records. */
    long bytes() {
        return rows.bytes() + Long.BYTES * ((long) statusWords.length + segments.length)
                + Integer.BYTES * ((long) slots.length + firstVersion.length + firstSegment.length)
                + BYTES_OF_VERSION * (long) versions.length;
    }

    int newestSegment(int row) {
        return firstSegment[row];
    }

    /** A {@link PackedDate}; below those of all days in a timeline's last segment. */
    int firstDay(int segment) {
        return start(segment);
    }

    /** Whether status and version are the same in two segments of a timeline. */
    boolean saySame(int segment, int other) {
        return ((int) (segments[segment] ^ segments[other]) & ~(1 << STATUS_BITS)) == 0;
    }

    /** @param date a day of the segment, which is one of the row's */
    Answer answerIn(int segment, int row, LocalDate date) {
        return answer(row, (int) segments[segment], date);
    }

    int[] slots() {
        return slots;
    }

    int[] firstVersion() {
        return firstVersion;
    }

    int[] firstSegment() {
        return firstSegment;
    }

    long[] segments() {
        return segments;
    }

    Version[] versions() {
        return versions;
    }
}
