package dev.hcpcs.loader;

import java.util.List;

/** Takes the rows of a sheet, one by one. */
interface SheetRows {

    /**
     * Takes the next row.
     *
     * @param number 1-based
     * @param cells  by column; blank or missing where a cell is empty; not to be kept
     */
    void row(int number, List<String> cells);

    /** How many cells every row of a CSV must have, blank ones included; 0 where rows may be cut off. */
    default int width() {
        return 0;
    }

    /** Called after the last row, unless the sheet could not be read to its end. */
    void finish();
}
