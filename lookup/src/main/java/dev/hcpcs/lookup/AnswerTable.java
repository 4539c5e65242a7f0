package dev.hcpcs.lookup;

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
 * <p>Each code has a row, which {@link RowPages} tells; rows of no code, among them all to which unknown codes lead, say so.
 * A code's timeline is cut wherever anything in the answer changes: the status, the version, or the evidence. Such a
 * <em>segment</em> is one long: its first day in the upper half (a {@link PackedDate}, so that segments sort by day), the answer
 * in the lower: which of the code's versions applies, and in the last four bits evidence and status. Nine thousand codes have fewer than two thousand different timelines, because CMS adds,
 * changes and ends many codes on one day, so each timeline is stored once and stays in the fastest cache.
 *
 * <pre>
 *                 statusWords  leads: first version, newest segment   segments: newest first, the last begins before all days
 *          ┌─────┬──────────┬─────────────┐                       ┌─────────────────────────────────────────┐
 *          │   0 │ unknown  │        none │                     0 │ no day       UNKNOWN_CODE               │
 *  Q4256 ─►│  64 │ unknown  │        none │     ┌──────────────►5 │ 2026-04-01   second  ACTIVE ASSUMED     │
 *  Q4257 ─►│  65 │ …        │     13 │  5 ├─────┘               6 │ 2026-01-01   second  ACTIVE CONFIRMED   │
 *          └─────┴──────────┴──────┬──────┘                     7 │ 2023-04-01   first   ACTIVE ASSUMED     │
 *                    versions      ▼                            8 │ 2022-04-01   first   ACTIVE CONFIRMED   │
 *                    ┌─────────────────────────────────┐        9 │ no day       first   NOT_YET_EFFECTIVE  │
 *                    │ 13 from 2022-04-01, 14 from …   │          └─────────────────────────────────────────┘
 *                    └─────────────────────────────────┘
 * </pre>
 *
 * <p>The status alone, which is asked most, needs no segments: one {@link StatusWord} holds it for nearly every code.
 *
 * <p>A timeline has four segments or so, next to each other. Which one a day falls into cannot be predicted, and a processor
 * that guesses wrong loses more time than it takes to halve four of them twice; so that is done without a branch, and only the
 * few timelines that have more are searched further. The last segment of a timeline begins before all days, so that
 * the search needs no end.
 */
final class AnswerTable {

    /** By number, with room for all numbers of their bits, so that none needs a check. */
    private static final Status[] STATUSES = Arrays.copyOf(Status.values(), 1 << AnswerTable.STATUS_BITS);
    /** Half of the least int, so that the distance from it to any day is an int too. */
    private static final long BEFORE_ALL_DAYS = (long) (Integer.MIN_VALUE / 2) << Integer.SIZE;
    /** So many segments of no release follow the last timeline, where a search for its end stops; their number is the snapshot's. */
    private static final int GUARDS = 4;
    private static final long NO_RELEASE = BEFORE_ALL_DAYS | Status.UNKNOWN_CODE.ordinal();
    private static final int STATUS_BITS = 3;
    private static final int STATUS = (1 << STATUS_BITS) - 1;
    private static final int ANSWER_BITS = STATUS_BITS + 1;

    /** With its place in the arrays; what several versions share is left out. */
    private static final int BYTES_OF_VERSION = 48;

    /** Of each code, ascending; the first is that of none. */
    private final int[] slots;
    private final RowPages rows;
    /** By row. */
    private final long[] statusWords;
    /** By row: the number of its first version in the upper half, that of its newest segment in the lower; 0 of no code. */
    private final long[] leads;
    private final long[] segments;
    /** By number, in order of slot and start. */
    private final Version[] versions;
    /** Those of the versions. */
    private final HcpcsRecord[] records;

    /**
     * @param slots        of each code, ascending, from the second on; the first is that of none: -1
     * @param firstVersion of each code, ascending
     * @param firstSegment of each code
     * @throws IllegalArgumentException if a lookup could leave the arrays or give another code's answer
     */
    AnswerTable(int[] slots, int[] firstVersion, int[] firstSegment, long[] segments, Version[] versions) {
        this.slots = slots;
        this.segments = segments;
        this.versions = versions;
        this.records = new HcpcsRecord[versions.length];
        Arrays.setAll(records, number -> versions[number].record());
        int inner = segments.length - GUARDS;
        if (slots[0] != CodeSlot.NONE || firstVersion[0] != 0 || firstSegment[0] != 0) {
            throw new IllegalArgumentException("code 0 is taken");
        }
        for (int i = 0; i < segments.length; i++) {
            if ((i == 0 || i >= inner) != (segments[i] == NO_RELEASE)) {
                throw new IllegalArgumentException("segment " + i + " should" + (i == 0 || i >= inner ? "" : " not")
                        + " be that of no release");
            }
        }
        for (int code = 1; code < slots.length; code++) {
            if (slots[code] <= slots[code - 1]) {
                throw new IllegalArgumentException("code " + code + " is out of order");
            }
            if (slots[code] >= CodeSlot.COUNT) {
                throw new IllegalArgumentException("code " + code + " has no such slot: " + slots[code]);
            }
        }
        this.rows = new RowPages(slots);
        this.leads = new long[rows.rows()];
        this.statusWords = new long[rows.rows()];
        Arrays.fill(statusWords, StatusWord.UNKNOWN);
        // By newest segment: codes share timelines.
        int[] versionsOf = new int[segments.length];
        long[] words = new long[segments.length];
        for (int code = 1; code < slots.length; code++) {
            int version = firstVersion[code];
            int nextVersion = code + 1 < slots.length ? firstVersion[code + 1] : versions.length;
            int newest = firstSegment[code];
            if (newest < 1 || newest >= inner) {
                throw new IllegalArgumentException("code " + code + " leads to segment " + newest);
            }
            if (version < 0 || nextVersion > versions.length) {
                throw new IllegalArgumentException("code " + code + " leads to versions " + version + " to " + nextVersion);
            }
            if (versionsOf[newest] == 0) {
                int oldest = oldest(newest);
                versionsOf[newest] = checkedVersions(newest, oldest);
                words[newest] = statusWord(newest, oldest, day -> day);
            }
            if (versionsOf[newest] > nextVersion - version) {
                throw new IllegalArgumentException("code " + code + " has fewer versions than its segments name");
            }
            for (int of = version; of < nextVersion; of++) {
                if (versions[of].record().code().slot() != slots[code]) {
                    throw new IllegalArgumentException("code " + code + " leads to version " + of + " of another code");
                }
            }
            int row = row(slots[code]);
            leads[row] = (long) version << Integer.SIZE | newest;
            statusWords[row] = words[newest];
        }
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
        if (newest == oldest) {
            throw new IllegalArgumentException("segment " + newest + " has no other beside it: every code begins");
        }
        int versions = 0;
        for (int segment = newest; segment <= oldest; segment++) {
            int answer = (int) segments[segment];
            if (answer < 0 || (answer & STATUS) >= Status.UNKNOWN_CODE.ordinal()) {
                throw new IllegalArgumentException("segment " + segment + " has no such answer: " + segments[segment]);
            }
            if (segment > newest && start(segment) >= start(segment - 1)) {
                throw new IllegalArgumentException("segment " + segment + " does not begin before the one in front of it");
            }
            if (segment < oldest && !PackedDate.isDate(start(segment))) {
                throw new IllegalArgumentException("segment " + segment + " begins on no date: " + start(segment));
            }
            versions = Math.max(versions, (answer >>> ANSWER_BITS) + 1);
        }
        if (status((int) segments[oldest]) != Status.NOT_YET_EFFECTIVE) {
            throw new IllegalArgumentException("segment " + oldest + " is that of a code that did not begin");
        }
        return versions;
    }

    private int start(int segment) {
        return (int) (segments[segment] >> Integer.SIZE);
    }

    private long statusWord(int newest, int oldest, IntUnaryOperator scale) {
        long word = StatusWord.OTHER;
        int active = 0;
        for (int segment = oldest - 1; segment >= newest; segment--) {
            Status before = status((int) segments[segment + 1]);
            Status after = status((int) segments[segment]);
            if (before == Status.NOT_YET_EFFECTIVE && after == Status.ACTIVE) {
                active = scale.applyAsInt(start(segment));
                word = StatusWord.activeFrom(active);
            } else if (before == Status.ACTIVE && after == Status.TERMINATED) {
                word = StatusWord.activeUntil(active, scale.applyAsInt(start(segment)));
            } else if (before != after) {
                return StatusWord.OTHER;
            }
        }
        return word;
    }

    private static Status status(int answer) {
        return STATUSES[answer & STATUS];
    }

    static AnswerTable of(Collection<CodeHistory> histories) {
        SharedValues shared = new SharedValues();
        int[] slots = new int[histories.size() + 1];
        int[] firstVersion = new int[slots.length];
        int[] firstSegment = new int[slots.length];
        List<Long> segments = new ArrayList<>(List.of(NO_RELEASE));
        List<Version> versions = new ArrayList<>();
        Map<List<Long>, Integer> timelines = new HashMap<>();
        slots[0] = CodeSlot.NONE;
        int code = 0;
        for (CodeHistory history : histories.stream().sorted(Comparator.comparingInt(each -> each.code().slot())).toList()) {
            code++;
            slots[code] = history.code().slot();
            firstVersion[code] = versions.size();
            firstSegment[code] = timelines.computeIfAbsent(timeline(history), timeline -> {
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
        segments.addAll(Collections.nCopies(GUARDS, NO_RELEASE));
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

    /** The row of a slot, whether it is {@linkplain #isCode that of a code} or not. */
    int row(int slot) {
        return rows.row(slot);
    }

    /** Whether a release carries the code of a row. */
    boolean isCode(int row) {
        return leads[row] != 0;
    }

    /** The number of the first code, of all of them in order, whose slot is not below {@code slot}. */
    int codeFrom(int slot) {
        int found = Arrays.binarySearch(slots, 1, slots.length, slot);
        return found < 0 ? -found - 1 : found;
    }

    /** The slot of a code by its number. */
    int slot(int code) {
        return slots[code];
    }

    Status status(int row, LocalDate date) {
        long word = statusWords[row];
        return StatusWord.isOther(word) ? status(find(row, date)) : StatusWord.on(word, PackedDate.of(date));
    }

    /** A {@link StatusWord} by row, whose days are counted from 1970-01-01. */
    long[] statusWordsOfEpochDays() {
        long[] words = new long[leads.length];
        for (int row = 0; row < words.length; row++) {
            words[row] = !isCode(row) ? StatusWord.UNKNOWN
                    : statusWord(newestSegment(row), oldest(newestSegment(row)), PackedDate::toEpochDay);
        }
        return words;
    }

    /** The number of the version that applies. {@code row} is that of a code. */
    int version(int row, LocalDate date) {
        return version(row, find(row, date));
    }

    private int version(int row, int answer) {
        return firstVersion(row) + (answer >>> ANSWER_BITS);
    }

    /** @param row that of a code */
    Answer answer(int row, LocalDate date) {
        return answer(row, find(row, date), date);
    }

    private Answer answer(int row, int answer, LocalDate date) {
        Evidence evidence = (answer >> STATUS_BITS & 1) == 0 ? Evidence.CONFIRMED : Evidence.ASSUMED;
        Status status = status(answer);
        // All that is read may lie outside of an array, as far as a compiler knows: so before the answer is made, see there.
        int number = version(row, answer);
        Version version = versions[number];
        HcpcsRecord record = records[number];
        return new Answer(date, status, evidence, version, record);
    }

    /** The lower half of the segment that a day falls into. */
    private int find(int row, LocalDate date) {
        int day = PackedDate.of(date);
        int segment = newestSegment(row);
        int older = isAfter(segment + 1, day);
        segment += 2 * older;
        int stillOlder = isAfter(segment, day);
        segment += stillOlder;
        if ((older & stillOlder) != 0) {
            while (isAfter(segment, day) != 0) {
                segment++;
            }
        }
        return (int) segments[segment];
    }

    /** 1 where a segment begins after a day, else 0. */
    private int isAfter(int segment, int day) {
        return day - start(segment) >>> Integer.SIZE - 1;
    }

    /** The memory that all this takes, by estimate, without the records. */
    long bytes() {
        return rows.bytes() + Long.BYTES * ((long) statusWords.length + leads.length + segments.length)
                + Integer.BYTES * (long) slots.length + BYTES_OF_VERSION * (long) versions.length;
    }

    private int firstVersion(int row) {
        return (int) (leads[row] >> Integer.SIZE);
    }

    int newestSegment(int row) {
        return (int) leads[row];
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

    int[] firstVersions() {
        return ofCodes(this::firstVersion);
    }

    int[] newestSegments() {
        return ofCodes(this::newestSegment);
    }

    /** Something of each code's row, the first that of none. */
    private int[] ofCodes(IntUnaryOperator something) {
        int[] all = new int[slots.length];
        Arrays.setAll(all, code -> code == 0 ? 0 : something.applyAsInt(row(slots[code])));
        return all;
    }

    long[] segments() {
        return segments;
    }

    Version[] versions() {
        return versions;
    }
}
