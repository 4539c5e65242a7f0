package dev.hcpcs.loader;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a workbook's sheet that was exported as CSV: commas, quotes doubled, UTF-8 or else Windows-1252. */
final class CsvSheet {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).get();
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private CsvSheet() {
    }

    static void read(SourceFile file, SheetReader reader, Diagnostics diagnostics) {
        try (CSVParser csv = CSVParser.parse(new StringReader(text(file.bytes())), FORMAT)) {
            int number = 1;
            for (CSVRecord row : csv) {
                // An export has every column in every row: one that ends before the last known column has lost fields.
                if (row.size() < reader.width() && row.stream().anyMatch(value -> !value.isBlank())) {
                    diagnostics.error(new Place(file.title(), "line", number, ""), "", "has " + row.size()
                            + " values where the header has " + reader.width() + ": the row is cut off; get the file anew");
                } else {
                    reader.row(number, row.toList());
                }
                number = (int) csv.getCurrentLineNumber() + 1;
            }
            reader.finish();
        } catch (UncheckedIOException e) {
            unreadable(file, requireNonNull(e.getCause()), diagnostics);
        } catch (IOException e) {
            unreadable(file, e, diagnostics);
        }
    }

    private static void unreadable(SourceFile file, IOException e, Diagnostics diagnostics) {
        diagnostics.error(Place.file(file.title()), "", "cannot be read as CSV: " + e.getMessage() + "; get the file anew");
    }

    private static String text(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            text = new String(bytes, Charset.forName("windows-1252"));
        }
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }
}
