package dev.hcpcs.loader;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a workbook's sheet that was exported as CSV: commas, quotes doubled, UTF-8 or else Windows-1252. */
final class CsvSheet {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).get();

    private CsvSheet() {
    }

    static void read(SourceFile file, SheetRows rows, Diagnostics diagnostics) {
        CsvRows characters = new CsvRows(new StringReader(Texts.decode(file.bytes())), file.limits());
        RowCells cells = new RowCells(file.limits());
        try (CSVParser csv = CSVParser.parse(characters, FORMAT)) {
            int number = 1;
            for (CSVRecord row : csv) {
                characters.next();
                cells.begin();
                row.forEach(value -> cells.put(cells.texts().size(), value));
                // An export has every column in every row: one that ends before the last known column has lost fields.
                if (row.size() < rows.width() && row.stream().anyMatch(value -> !value.isBlank())) {
                    diagnostics.error(new Place(file.title(), "line", number, ""), "", "has " + row.size()
                            + " values where the header has " + rows.width() + ": the row is cut off; get the file anew");
                } else {
                    rows.row(number, cells.texts());
                }
                number = (int) csv.getCurrentLineNumber() + 1;
            }
            rows.finish();
        } catch (UncheckedIOException e) {
            unreadable(file, requireNonNull(e.getCause()), diagnostics);
        } catch (IOException e) {
            unreadable(file, e, diagnostics);
        }
    }

    private static void unreadable(SourceFile file, IOException e, Diagnostics diagnostics) {
        diagnostics.error(Place.file(file.title()), "", "cannot be read as CSV: " + e.getMessage()
                + (e instanceof ReleaseException ? "" : "; get the file anew"));
    }
}
