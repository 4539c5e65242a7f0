package dev.hcpcs.loader;

import static java.util.Objects.requireNonNull;

import dev.hcpcs.lookup.Quarter;
import java.util.List;
import java.util.Map;

/**
 * A list of corrections as its file has it, not understood yet; {@link dev.hcpcs.loader.correction.CorrectionReader} is what
 * reads it for an application.
 *
 * @param title    the file's name, behind that of its ZIP and {@code !} where it is in one
 * @param quarter  that of the release which it corrects
 * @param cutShort whether it is a print, of which only code, date and the beginning of the action can be told apart
 * @param rows     those below the header that are not blank, in the file's order
 */
public record CorrectionFile(String title, Quarter quarter, boolean cutShort, List<Row> rows) {

    /**
     * A row of the list.
     *
     * @param number 1-based
     * @param place  file and row, as messages have them
     * @param cells  by the header's names in capitals, such as {@code EFF DATE}, without surrounding blanks; blank cells are
     *               left out
     */
    public record Row(int number, String place, Map<String, String> cells) {

        /** Copies the cells. */
        public Row {
            requireNonNull(place, "place");
            cells = Map.copyOf(cells);
        }

        /** What stands in a column; blank where nothing does. */
        public String cell(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    /** Copies the rows. */
    public CorrectionFile {
        requireNonNull(title, "title");
        requireNonNull(quarter, "quarter");
        rows = List.copyOf(rows);
    }
}
