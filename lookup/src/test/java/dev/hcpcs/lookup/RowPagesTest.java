package dev.hcpcs.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowPagesTest {

    /** Slots at both ends of a page, all of a page, and slots at both ends of all. */
    private static final int[] KNOWN = IntStream.concat(
            IntStream.of(CodeSlot.NONE, 0, 31, 32, 62, CodeSlot.FIRST_MODIFIER, CodeSlot.COUNT - 1), IntStream.range(128, 161))
            .sorted().toArray();
    private static final Set<Integer> KNOWN_PAGES = Set.of(0, 1, 4, 5, CodeSlot.FIRST_MODIFIER / 32, (CodeSlot.COUNT - 1) / 32);

    private final RowPages pages = new RowPages(KNOWN);

    @Test
    void everySlotOfAPageWithAKnownOneHasARowOfItsOwn() {
        Map<Integer, Integer> slots = new HashMap<>();
        for (int slot = 0; slot < CodeSlot.COUNT; slot++) {
            if (KNOWN_PAGES.contains(slot / 32)) {
                assertThat(slots.put(pages.row(slot), slot)).as("other slot of the row of " + slot).isNull();
            }
        }
        assertThat(new TreeSet<>(slots.keySet())).isEqualTo(
                IntStream.range(32, pages.rows()).boxed().limit(slots.size()).collect(Collectors.toSet()));
        assertThat(pages.rows()).isEqualTo((1 + KNOWN_PAGES.size()) * 32);
    }

    @Test
    void allOtherSlotsShareTheFirstPage() {
        Set<Integer> rows = new TreeSet<>();
        for (int slot = 0; slot < CodeSlot.COUNT; slot++) {
            if (!KNOWN_PAGES.contains(slot / 32)) {
                rows.add(pages.row(slot));
            }
        }
        assertThat(rows).hasSize(32).allMatch(row -> row >= 0 && row < 32).contains(RowPages.NO_CODE);
    }
}
