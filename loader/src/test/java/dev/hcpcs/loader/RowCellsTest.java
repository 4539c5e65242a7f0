package dev.hcpcs.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

/** The cells of a row, which may stand anywhere, and how many and how long they may be. */
class RowCellsTest {

    private static final ReadLimits LIMITS = ReadLimits.defaults().with(ReadLimit.SHEET_COLUMNS, 3)
            .with(ReadLimit.CELL_CHARACTERS, 4).with(ReadLimit.FILE_BYTES, 10);

    private final RowCells cells = new RowCells(LIMITS);

    @Test
    void cellsStandAtTheirColumnsInAnyOrder() {
        cells.put(2, "C");
        cells.put(0, "A");

        assertThat(cells.texts()).containsExactly("A", "", "C");
        cells.put(1, "B");
        assertThat(cells.texts()).containsExactly("A", "B", "C");
    }

    @Test
    void everyRowBeginsEmpty() {
        cells.put(1, "B");
        cells.begin();
        assertThat(cells.texts()).isEmpty();

        cells.put(1, "B");
        assertThat(cells.texts()).containsExactly("", "B");
    }

    @Test
    void aColumnStandsInARowOnce() {
        cells.put(1, "B");

        assertThatThrownBy(() -> cells.put(1, "B")).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a row has column 2 twice");
    }

    @Test
    void columnsUpToTheLimit() {
        cells.put(2, "C");

        assertRefused(3, "D", "the sheet has more than 3 columns");
        assertRefused(-1, "A", "the sheet has more than 3 columns");
        assertRefused(Integer.MAX_VALUE, "A", "the sheet has more than 3 columns");
    }

    @Test
    void charactersOfACellUpToTheLimit() {
        cells.put(0, "four");

        assertRefused(1, "fifth", "a cell has more than 4 characters");
    }

    @Test
    void charactersOfAllRowsTogetherUpToTheLimit() {
        cells.put(0, "four");
        cells.put(1, "four");
        cells.begin();
        cells.put(0, "10");

        assertRefused(1, "1", "the text of the cells has more than 10 bytes");
    }

    private void assertRefused(int column, String text, String message) {
        assertThatThrownBy(() -> cells.put(column, text)).isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(ReleaseException.class).hasMessageContaining(message);
    }
}
