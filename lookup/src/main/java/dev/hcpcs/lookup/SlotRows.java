package dev.hcpcs.lookup;

/**
 * Tells the row of a {@link CodeSlot}: rows are in order of slot, so that it is the number of known slots up to its own.
 *
 * <p>One long tells it for {@value #SLOTS} slots, so that a look touches one place of 64 KB: its lower half has a bit for each
 * slot that is known, its upper half counts those before them all.
 */
final class SlotRows {

    private static final int SLOTS = Integer.SIZE;

    private final long[] words = new long[(CodeSlot.COUNT + SLOTS - 1) / SLOTS];

    /** @param slots of each row, ascending; row 0 has none */
    SlotRows(int[] slots) {
        for (int row = 1; row < slots.length; row++) {
            words[slots[row] / SLOTS] |= 1L << slots[row] % SLOTS;
        }
        int before = 0;
        for (int word = 0; word < words.length; word++) {
            int known = Long.bitCount(words[word]);
            words[word] |= (long) before << SLOTS;
            before += known;
        }
    }

    /** The row of a slot; 0 where it is not known. */
    int row(int slot) {
        long word = words[slot / SLOTS];
        int known = (int) word;
        // A shift by a slot is one by its last five bits. No branch: whether a code is known cannot be predicted.
        int rank = (int) (word >>> SLOTS) + Integer.bitCount(known & (1 << slot) - 1) + 1;
        return rank & -(known >>> slot & 1);
    }

    /** The memory that this takes, by estimate. */
    long bytes() {
        return (long) Long.BYTES * words.length;
    }
}
