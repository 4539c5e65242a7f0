package dev.hcpcs.lookup;

/**
 * Tells the row of a {@link CodeSlot}. Rows lie in pages: {@value #SLOTS} slots side by side have as many rows side by side, so
 * that one look at 32 KB and an addition lead to a row. Where none of the slots is known, they share the first page of rows; in
 * the others, too, there are rows of slots that are not known.
 */
final class RowPages {

    /** One of the rows of no code. */
    static final int NO_CODE = 0;

    private static final int SLOTS = 32;

    /** By a slot's page: what to add to the slot. */
    private final int[] distances = new int[(CodeSlot.COUNT + SLOTS - 1) / SLOTS];
    private final int rows;

    /** @param slots that are known, in any order; {@link CodeSlot#NONE} among them is passed over */
    RowPages(int[] slots) {
        boolean[] known = new boolean[distances.length];
        for (int slot : slots) {
            if (slot != CodeSlot.NONE) {
                known[slot / SLOTS] = true;
            }
        }
        int pages = 1;
        for (int page = 0; page < distances.length; page++) {
            distances[page] = ((known[page] ? pages++ : 0) - page) * SLOTS;
        }
        rows = pages * SLOTS;
    }

    /** How many rows there are. */
    int rows() {
        return rows;
    }

    /** The row of a slot, known or not. */
    int row(int slot) {
        return slot + distances[slot >>> Integer.numberOfTrailingZeros(SLOTS)];
    }

    /** The memory that this takes, by estimate. */
    long bytes() {
        return (long) Integer.BYTES * distances.length;
    }
}
