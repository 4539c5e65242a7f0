package dev.hcpcs.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlotRowsTest {

    /** Known are slots at both ends of a word, all of a word, and slots at both ends of all. */
    @Test
    void aRowIsTheNumberOfKnownSlotsUpToItsOwn() {
        IntStream single = IntStream.of(CodeSlot.NONE, 0, 31, 32, 62, CodeSlot.FIRST_MODIFIER, CodeSlot.COUNT - 1);
        int[] slots = IntStream.concat(single, IntStream.range(64, 97)).sorted().toArray();
        SlotRows rows = new SlotRows(slots);

        for (int slot = 0; slot < CodeSlot.COUNT; slot++) {
            int expected = Math.max(0, Arrays.binarySearch(slots, slot));
            if (rows.row(slot) != expected) {
                assertThat(rows.row(slot)).as("slot " + slot).isEqualTo(expected);
            }
        }
    }
}
