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

    /** Called after the last row, unless the sheet could not be read to its end. */
    void finish();
}
