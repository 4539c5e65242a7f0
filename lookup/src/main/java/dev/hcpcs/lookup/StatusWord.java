package dev.hcpcs.lookup;

/**
 * A code's status over all days in one long, for the codes whose status changes at most twice: all but a few.
 *
 * <pre>
 *  bits 63..36              35..9                    8..6      5..3      2..0
 *  first day of the third   first day of the second  third     second    first status
 * </pre>
 *
 * <p>A day is any int scale that sorts as days do and for which {@link #isDay} holds. Which of the three
 * a day falls into cannot be predicted, so it is counted without a branch.
 */
final class StatusWord {

    /** The status of a code whose status changes more often: its segments tell. */
    static final int LONGER = 7;

    private static final int STATUS_BITS = 3;
    private static final int DAY_BITS = 27;
    private static final int FIRST_DAY = -(1 << DAY_BITS - 1);
    private static final int SECOND = 3 * STATUS_BITS;
    private static final int THIRD = SECOND + DAY_BITS;
    private static final long NEVER = (1L << DAY_BITS) - 1;
    private static final int STATUS = (1 << STATUS_BITS) - 1;

    private StatusWord() {
    }

    /** Whether there is room for a day. */
    static boolean isDay(int day) {
        return Integer.compareUnsigned(day - FIRST_DAY, (int) NEVER) < 0;
    }

    /** Of a status that holds on all days. */
    static long always(int status) {
        return NEVER << THIRD | NEVER << SECOND | (long) status << 2 * STATUS_BITS | (long) status << STATUS_BITS | status;
    }

    /**
     * The word with one more change, in order of days.
     *
     * @return one whose status is always {@link #LONGER} where there is no room
     */
    static long change(long word, int day, int status) {
        boolean second = (word >>> SECOND & NEVER) == NEVER;
        if (!second && word >>> THIRD != NEVER || !isDay(day) || word == always(LONGER)) {
            return always(LONGER);
        }
        int at = second ? SECOND : THIRD;
        int from = second ? STATUS_BITS : 2 * STATUS_BITS;
        long statuses = word & (1L << from) - 1;
        for (int bit = from; bit < SECOND; bit += STATUS_BITS) {
            statuses |= (long) status << bit;
        }
        long starts = word & -1L << SECOND & ~(NEVER << at);
        return starts | (long) (day - FIRST_DAY) << at | statuses;
    }

    /** The status on a day, or {@link #LONGER}. */
    static int on(long word, int day) {
        long dayAfter = day - FIRST_DAY + 1;
        int second = isBefore(word >>> SECOND & NEVER, dayAfter);
        int third = isBefore(word >>> THIRD, dayAfter);
        return (int) (word >>> STATUS_BITS * (second + third)) & STATUS;
    }

    /** 1 where the start is before the day, else 0. */
    private static int isBefore(long start, long day) {
        return (int) (start - day >>> Long.SIZE - 1);
    }
}
