package dev.hcpcs.lookup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * The answers of all codes for all dates, laid out for a lookup that touches three cache lines and allocates nothing but
 * the answer.
 *
 * <p>Each code's timeline is cut wherever anything in the answer changes: the status, the version, or the evidence. Such a
 * <em>segment</em> is one long: its first day in the upper half (a {@link PackedDate}, so that segments sort by day), the
 * answer in the lower: the number of the version, and in the last four bits evidence and status.
 *
 * <pre>
 *  firstSegment  by CodeSlot          segments   newest first, the last of a code begins before all days
 *  ┌──────────────┬────┐              ┌───────────────────────────────────────┐
 *  │ …            │    │            0 │ no day       UNKNOWN_CODE             │
 *  │ Q4256        │  0 │              │ …                                     │
 *  │ Q4257        │  5 ├───────────►5 │ 2026-04-01   v2 ACTIVE ASSUMED        │
 *  │ Q4258        │  0 │            6 │ 2026-01-01   v2 ACTIVE CONFIRMED      │
 *  └──────────────┴────┘            7 │ 2023-04-01   v1 ACTIVE ASSUMED        │
 *                                   8 │ 2022-04-01   v1 ACTIVE CONFIRMED      │
 *                                   9 │ no day       v1 NOT_YET_EFFECTIVE …   │
 *                                     └───────────────────────────────────────┘
 * </pre>
 *
 * <p>A code has four segments or so, next to each other. Which one a day falls into cannot be predicted, and a processor
 * that guesses wrong loses more time than it takes to look at all four; so the first four are compared without a branch, and
 * only the few codes that have more are searched further. The last segment of a code begins before all days, so that the
 * search needs no end; a code that no release carries leads to segment 0, so that it needs no branch either.
 */
final class AnswerTable {

    private static final Status[] STATUSES = Status.values();
    /** Half of the least int, so that the distance from it to any day is an int too. */
    private static final long BEFORE_ALL_DAYS = (long) (Integer.MIN_VALUE / 2) << Integer.SIZE;
    /** How many segments are compared at once; as many follow the last code's, so that none of them is behind the array. */
    private static final int AT_ONCE = 4;
    private static final long NO_RELEASE = BEFORE_ALL_DAYS | Status.UNKNOWN_CODE.ordinal();
    private static final int STATUS_BITS = 3;
    private static final int ANSWER_BITS = STATUS_BITS + 1;

    private final int[] firstSegment;
    private final long[] segments;
    /** By number, in order of code and start. */
    private final Version[] versions;

    /**
     * Takes what {@link #firstSegment}, {@link #segments} and {@link #versions} give.
     *
     * @throws IllegalArgumentException if a lookup could leave the arrays
     */
    AnswerTable(int[] firstSegment, long[] segments, Version[] versions) {
        this.firstSegment = firstSegment;
        this.segments = segments;
        this.versions = versions;
        int inner = segments.length - AT_ONCE;
        for (int first : firstSegment) {
            if (first < 0 || first >= inner) {
                throw new IllegalArgumentException("no segment " + first);
            }
        }
        for (int i = 0; i < segments.length; i++) {
            boolean edge = i == 0 || i >= inner;
            if (edge ? segments[i] != NO_RELEASE : !isAnswer((int) segments[i])) {
                throw new IllegalArgumentException("segment " + i + " has no such answer: " + segments[i]);
            }
        }
    }

    private boolean isAnswer(int answer) {
        return answer >= 0 && answer >>> ANSWER_BITS < versions.length
                && (answer & (1 << STATUS_BITS) - 1) < Status.UNKNOWN_CODE.ordinal();
    }

    static AnswerTable of(Collection<CodeHistory> histories) {
        SharedValues shared = new SharedValues();
        int[] firstSegment = new int[CodeSlot.COUNT];
        long[] segments = new long[histories.size() * 6 + 1];
        List<Version> versions = new ArrayList<>();
        segments[0] = NO_RELEASE;
        int end = 1;
        for (CodeHistory history : histories) {
            List<Long> ascending = segments(history, versions.size());
            if (end + ascending.size() > segments.length) {
                segments = Arrays.copyOf(segments, Math.max(segments.length * 2, end + ascending.size()));
            }
            firstSegment[CodeSlot.of(history.code().value())] = end;
            for (int i = ascending.size() - 1; i >= 0; i--) {
                segments[end++] = ascending.get(i);
            }
            for (Version version : history.versions()) {
                versions.add(new Version(version.life(), shared.share(version.start()),
                        shared.share(version.confirmedFrom()), version.basis(),
                        version.record(), shared.share(version.releases())));
            }
        }
        segments = Arrays.copyOf(segments, end + AT_ONCE);
        Arrays.fill(segments, end, segments.length, NO_RELEASE);
        return new AnswerTable(firstSegment, segments, versions.toArray(Version[]::new));
    }

    /** Asks the history on every day on which its answer may change. */
    private static List<Long> segments(CodeHistory history, int firstVersion) {
        List<Long> segments = new ArrayList<>();
        TreeSet<LocalDate> days = new TreeSet<>(history.daysOfChange());
        int last = answer(history, days.first().minusDays(1), firstVersion);
        segments.add(BEFORE_ALL_DAYS | last);
        for (LocalDate day : days) {
            int answer = answer(history, day, firstVersion);
            if (answer != last) {
                segments.add((long) PackedDate.of(day) << Integer.SIZE | answer);
                last = answer;
            }
        }
        return segments;
    }

    private static int answer(CodeHistory history, LocalDate day, int firstVersion) {
        Answer answer = history.on(day);
        return firstVersion + history.versions().indexOf(answer.version()) << ANSWER_BITS
                | answer.evidence().ordinal() << STATUS_BITS | answer.status().ordinal();
    }

    /** The lower half of the segment that a day falls into. */
    private int find(int slot, LocalDate date) {
        int day = PackedDate.of(date);
        int segment = firstSegment[slot];
        while (true) {
            int first = isAfter(segment, day);
            int second = first & isAfter(segment + 1, day);
            int third = second & isAfter(segment + 2, day);
            int fourth = third & isAfter(segment + 3, day);
            segment += first + second + third + fourth;
            if (fourth == 0) {
                return (int) segments[segment];
            }
        }
    }

    /** 1 where a segment begins after a day, else 0. */
    private int isAfter(int segment, int day) {
        int start = (int) (segments[segment] >> Integer.SIZE);
        return day - start >>> Integer.SIZE - 1;
    }

    Status status(int slot, LocalDate date) {
        return STATUSES[find(slot, date) & (1 << STATUS_BITS) - 1];
    }

    /** Null where no release carries the code. */
    Answer answer(int slot, LocalDate date) {
        int answer = find(slot, date);
        Status status = STATUSES[answer & (1 << STATUS_BITS) - 1];
        if (status == Status.UNKNOWN_CODE) {
            return null;
        }
        Version version = versions[answer >>> ANSWER_BITS];
        Evidence evidence = (answer >> STATUS_BITS & 1) == 0 ? Evidence.CONFIRMED : Evidence.ASSUMED;
        return new Answer(date, status, evidence, version);
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
