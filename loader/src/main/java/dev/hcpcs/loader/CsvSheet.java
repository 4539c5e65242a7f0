package dev.hcpcs.loader;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a workbook's sheet that was exported as CSV: commas, quotes doubled, UTF-8 or else Windows-1252. */
final class CsvSheet {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).get();

    private CsvSheet() {
    }

    static void read(SourceFile file, SheetRows rows, Diagnostics diagnostics) {
        String text = Texts.decode(file.bytes());
        CsvRows characters = new CsvRows(new StringReader(text), file.limits());
        RowCells cells = new RowCells(file.limits());
        try (CSVParser csv = CSVParser.parse(characters, FORMAT)) {
            int number = 1;
            Place place = Place.file(file.title());
            for (CSVRecord row : csv) {
                place = new Place(file.title(), "line", number, "");
                characters.next();
                cells.begin();
                row.forEach(value -> cells.put(cells.texts().size(), value));
                // An export has every column in every row: one that ends before the last known column has lost fields.
                if (row.size() < rows.width() && !isBlank(cells.texts())) {
                    diagnostics.error(place, "", "has " + row.size() + " values where the header has " + rows.width()
                            + ": the row is cut off; get the file anew");
                } else {
                    rows.row(number, cells.texts());
                }
                number = (int) csv.getCurrentLineNumber() + 1;
            }
            if (Texts.endsWithoutLineEnd(text)) {
                checkEnd(cells.texts(), rows.width(), place, diagnostics);
            }
            rows.finish();
        } catch (UncheckedIOException e) {
            unreadable(file, requireNonNull(e.getCause()), diagnostics);
        } catch (IOException e) {
            unreadable(file, e, diagnostics);
        }
    }

    /** A file may be without a last line end, and whole. A blank row has lost nothing. */
    private static void checkEnd(List<String> last, int width, Place place, Diagnostics diagnostics) {
        if (width > 0 && last.size() >= width && last.get(width - 1).isBlank() && !isBlank(last)) {
            diagnostics.error(place, "", "has no last value and no line end: the row is cut off; get the file anew");
        } else {
            diagnostics.warning(place, "", Texts.WITHOUT_LINE_END);
        }
    }

    private static boolean isBlank(List<String> row) {
        return row.stream().allMatch(String::isBlank);
    }

    private static void unreadable(SourceFile file, IOException e, Diagnostics diagnostics) {
        diagnostics.error(Place.file(file.title()), "", "cannot be read as CSV: " + e.getMessage()
                + (e instanceof ReleaseException ? "" : "; get the file anew"));
    }
}
