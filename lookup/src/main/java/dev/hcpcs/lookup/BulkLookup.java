package dev.hcpcs.lookup;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The index's answers for many claim lines in one call: columns go in, columns come out, line by line in the same place.
 *
 * <p>Two kinds of columns are taken. Arrays of texts and dates are for lines that are objects already. Plain columns are for
 * data that comes from a columnar file, and are faster: the codes as five ASCII bytes each, a modifier with three blanks or zero
 * bytes behind it, and the dates as days since 1970-01-01 (Arrow's and Parquet's {@code date32}).
 *
 * <pre>{@code
 * byte[] statuses = new byte[lines];
 * index.bulk().parallel().status(codes, epochDays, statuses);
 * Status first = Status.values()[statuses[0]];
 * }</pre>
 *
 * <p>Immutable, and safe to share between threads. The arrays that a call is given must not change while it runs.
 */
public final class BulkLookup {

    /** Bytes that a code takes in a plain column. */
    public static final int CODE_BYTES = 5;
    /** In a column of version numbers: no version, because the code is unknown, invalid or not of Level II. */
    public static final int NO_VERSION = -1;

    /** Enough to be worth a task of its own. */
    private static final int LINES_AT_ONCE = 1 << 14;

    private final HcpcsIndex index;
    private final AnswerTable answers;
    /** By row, in epoch days. */
    private final long[] statusWords;
    private final boolean parallel;

    BulkLookup(HcpcsIndex index) {
        this(index, index.answers().statusWordsOfEpochDays(), false);
    }

    private BulkLookup(HcpcsIndex index, long[] statusWords, boolean parallel) {
        this.index = index;
        this.answers = index.answers();
        this.statusWords = statusWords;
        this.parallel = parallel;
    }

    /** The same lookups, spread over the common pool, or over the {@link java.util.concurrent.ForkJoinPool} that calls. */
    public BulkLookup parallel() {
        return new BulkLookup(index, statusWords, true);
    }

    /** The versions that version numbers stand for, in order of code and start, modifiers last. */
    public List<Version> versions() {
        return Collections.unmodifiableList(Arrays.asList(answers.versions()));
    }

    /**
     * The status of each line, as {@link HcpcsIndex#status(String, LocalDate)} gives it.
     *
     * @param statuses filled by this call
     * @throws IllegalArgumentException if the columns are not of one length
     * @throws NullPointerException     if a code or date is null
     */
    public void status(String[] codes, LocalDate[] dates, Status[] statuses) {
        checkLength(codes.length, "dates", dates.length);
        checkLength(codes.length, "statuses", statuses.length);
        forAll(codes.length, (from, to) -> {
            for (int line = from; line < to; line++) {
                statuses[line] = index.status(codes[line], dates[line]);
            }
        });
    }

    /**
     * The status of each line, as its {@linkplain Status#ordinal() ordinal}.
     *
     * @param codes     {@link #CODE_BYTES} a line
     * @param epochDays days since 1970-01-01
     * @param statuses  filled by this call
     * @throws IllegalArgumentException if the columns are not of one length
     */
    public void status(byte[] codes, int[] epochDays, byte[] statuses) {
        checkCodes(codes, epochDays.length);
        checkLength(epochDays.length, "statuses", statuses.length);
        forAll(epochDays.length, (from, to) -> {
            for (int line = plainStatuses(codes, epochDays, statuses, from, to); line < to;
                    line = plainStatuses(codes, epochDays, statuses, line + 1, to)) {
                statuses[line] = (byte) oddStatus(codes, line, epochDays[line]);
            }
        });
    }

    /**
     * Fills in statuses up to the first line that needs a closer look: it has no procedure code as it stands, the code of
     * another life than most, or a day that is far away. Nothing but the answer of nearly all lines is in this loop.
     *
     * @return that line; {@code to} where there is none
     */
    private int plainStatuses(byte[] codes, int[] epochDays, byte[] statuses, int from, int to) {
        for (int line = from; line < to; line++) {
            int slot = CodeSlot.ofProcedure(codes, line * CODE_BYTES);
            int day = epochDays[line];
            if (slot >= CodeSlot.COUNT || !StatusWord.isDay(day)) {
                return line;
            }
            byte status = StatusWord.ordinalOn(statusWords[answers.row(slot)], day);
            if (status == StatusWord.ELSEWHERE) {
                return line;
            }
            statuses[line] = status;
        }
        return to;
    }

    private int oddStatus(byte[] codes, int line, int epochDay) {
        int slot = CodeSlot.of(codes, line * CODE_BYTES);
        if (slot != CodeSlot.NONE && StatusWord.isDay(epochDay)) {
            byte status = StatusWord.ordinalOn(statusWords[answers.row(slot)], epochDay);
            if (status != StatusWord.ELSEWHERE) {
                return status;
            }
        }
        LocalDate date = LocalDate.ofEpochDay(epochDay);
        Status status = slot == CodeSlot.NONE ? index.status(text(codes, line), date) : answers.status(answers.row(slot), date);
        return status.ordinal();
    }

    /**
     * The version that applies to each line, as its number in {@link #versions}; {@link #NO_VERSION} where there is none.
     *
     * @param codes     {@link #CODE_BYTES} a line
     * @param epochDays days since 1970-01-01
     * @param versions  filled by this call
     * @throws IllegalArgumentException if the columns are not of one length
     */
    public void versions(byte[] codes, int[] epochDays, int[] versions) {
        checkCodes(codes, epochDays.length);
        checkLength(epochDays.length, "versions", versions.length);
        forAll(epochDays.length, (from, to) -> {
            for (int line = from; line < to; line++) {
                int slot = CodeSlot.of(codes, line * CODE_BYTES);
                int row = slot == CodeSlot.NONE ? oddRow(codes, line) : answers.row(slot);
                versions[line] = !answers.isCode(row) ? NO_VERSION
                        : answers.version(row, LocalDate.ofEpochDay(epochDays[line]));
            }
        });
    }

    private int oddRow(byte[] codes, int line) {
        return HcpcsCode.find(text(codes, line)).map(HcpcsCode::slot).map(answers::row).orElse(RowPages.NO_CODE);
    }

    private static String text(byte[] codes, int line) {
        return new String(codes, line * CODE_BYTES, CODE_BYTES, StandardCharsets.ISO_8859_1).replace('\0', ' ');
    }

    private interface Lines {
        void answer(int from, int to);
    }

    private void forAll(int count, Lines lines) {
        if (!parallel) {
            lines.answer(0, count);
            return;
        }
        IntStream.range(0, (int) (((long) count + LINES_AT_ONCE - 1) / LINES_AT_ONCE)).parallel().forEach(part ->
                lines.answer(part * LINES_AT_ONCE, (int) Math.min(count, (part + 1L) * LINES_AT_ONCE)));
    }

    private static void checkCodes(byte[] codes, int lines) {
        if (codes.length != (long) lines * CODE_BYTES) {
            throw new IllegalArgumentException("codes has " + codes.length + " bytes; " + lines + " dates need " + CODE_BYTES
                    + " each");
        }
    }

    private static void checkLength(int lines, String column, int length) {
        if (length != lines) {
            throw new IllegalArgumentException(column + " has " + length + " lines, the column before it " + lines);
        }
    }
}
