package dev.hcpcs.loader;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The cells of one row of a workbook after the other. A cell may say to stand anywhere, and many cells may share a long text. */
final class RowCells {

    private final ReadLimits limits;
    private final List<String> texts = new ArrayList<>();
    private final BitSet known = new BitSet();
    private long characters;

    RowCells(ReadLimits limits) {
        this.limits = limits;
    }

    /** The next row, empty so far. */
    void begin() {
        texts.clear();
        known.clear();
    }

    /**
     * @param column 0-based
     * @throws IllegalArgumentException if the row has a cell there already
     * @throws UncheckedIOException     with a {@link ReleaseException}, if it is beyond a limit
     */
    void put(int column, String text) {
        characters += text.length();
        try {
            // A reference of many letters overflows.
            limits.check(ReadLimit.SHEET_COLUMNS, column < 0 ? Long.MAX_VALUE : column + 1L, "the sheet");
            limits.check(ReadLimit.CELL_CHARACTERS, text.length(), "a cell");
            limits.check(ReadLimit.FILE_BYTES, characters, "the text of the cells");
        } catch (ReleaseException e) {
            throw new UncheckedIOException(e);
        }
        if (known.get(column)) {
            throw new IllegalArgumentException("a row has column " + (column + 1) + " twice");
        }
        known.set(column);
        while (texts.size() <= column) {
            texts.add("");
        }
        texts.set(column, text);
    }

    /** By column. */
    List<String> texts() {
        return texts;
    }
}
