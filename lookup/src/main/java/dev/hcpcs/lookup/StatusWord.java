package dev.hcpcs.lookup;

/**
 * A code's status over all days in one long, for the codes that live as nearly all do: they are not yet effective, then active,
 * and then, if ever, terminated.
 *
 * <pre>
 *  bits 63..32              31..0
 *  first day terminated     first day active
 * </pre>
 *
 * <p>Of a code that was not ended, the first day terminated is the first int that is no day.
 *
 * <p>A day is any int scale that sorts as days do and for which {@link #isDay} holds. From each of the two days to the day that
 * is asked for it is then less than 2<sup>30</sup>, so that the upper two bits of the distance are alike: 00 from that day on,
 * and 11 before it. Two days lie so far away that these bits always differ: 01 for a code that no release carries, and 10 for
 * one that lived otherwise. Which of them it is cannot be predicted, so the four bits are taken together, without a branch.
 */
final class StatusWord {

    /** Instead of an {@linkplain Status#ordinal() ordinal}, of a code whose segments tell. */
    static final byte ELSEWHERE = -1;

    private static final int BITS = 30;
    private static final int END_OF_DAYS = 1 << BITS - 1;
    private static final int NO_CODE = -3 << BITS - 1;
    private static final int OTHER_LIFE = 3 << BITS - 1;

    private static final int FROM = 0b00;
    private static final int BEFORE = 0b11;
    private static final int BITS_OF_NO_CODE = 0b01;

    /** By the bits of the first day terminated and those of the first day active. Of another life the segments tell. */
    private static final Status[] STATUSES = new Status[16];
    /** The same as ordinals. */
    private static final byte[] ORDINALS = new byte[16];

    static {
        STATUSES[BEFORE << 2 | BEFORE] = Status.NOT_YET_EFFECTIVE;
        STATUSES[BEFORE << 2 | FROM] = Status.ACTIVE;
        STATUSES[FROM << 2 | FROM] = Status.TERMINATED;
        STATUSES[BEFORE << 2 | BITS_OF_NO_CODE] = Status.UNKNOWN_CODE;
        for (int bits = 0; bits < ORDINALS.length; bits++) {
            ORDINALS[bits] = STATUSES[bits] == null ? ELSEWHERE : (byte) STATUSES[bits].ordinal();
        }
    }

    /** Of a code that no release carries. */
    static final long UNKNOWN = word(NO_CODE, END_OF_DAYS);
    /** Of a code that lived otherwise. */
    static final long OTHER = word(OTHER_LIFE, END_OF_DAYS);

    private StatusWord() {
    }

    /** Whether a day is near enough. */
    static boolean isDay(int day) {
        return Integer.compareUnsigned(day + END_OF_DAYS, 2 * END_OF_DAYS) < 0;
    }

    /**
     * Of a code that was not ended.
     *
     * @param active the first day
     * @return {@link #OTHER} where the day is too far away
     */
    static long activeFrom(int active) {
        return isDay(active) ? word(active, END_OF_DAYS) : OTHER;
    }

    /**
     * Of a code that was ended.
     *
     * @param active     the first day
     * @param terminated the first day, after that
     * @return {@link #OTHER} where a day is too far away
     */
    static long activeUntil(int active, int terminated) {
        return isDay(active) && isDay(terminated) ? word(active, terminated) : OTHER;
    }

    private static long word(int active, int terminated) {
        return (long) terminated << Integer.SIZE | Integer.toUnsignedLong(active);
    }

    /** Whether the segments tell. */
    static boolean isOther(long word) {
        return (int) word == OTHER_LIFE;
    }

    /**
     * The status on a day.
     *
     * @param word not {@link #OTHER}
     * @param day  one for which {@link #isDay} holds; of any other the answer may be wrong
     */
    static Status on(long word, int day) {
        return STATUSES[bits(word, day)];
    }

    /**
     * The ordinal of the status on a day, or {@link #ELSEWHERE}.
     *
     * @param day one for which {@link #isDay} holds; of any other the answer may be wrong
     */
    static byte ordinalOn(long word, int day) {
        return ORDINALS[bits(word, day)];
    }

    private static int bits(long word, int day) {
        // The last step says nothing new but to the compiler, which then knows that they are within the array.
        return (day - (int) word >>> BITS | day - (int) (word >>> Integer.SIZE) >>> BITS - 2 & 0b1100) & 0b1111;
    }
}
