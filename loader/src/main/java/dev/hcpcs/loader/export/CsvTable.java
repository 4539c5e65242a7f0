package dev.hcpcs.loader.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A table as CSV in UTF-8 with a header row. Dates are ISO, the values of a list are separated by {@code |}, because CMS's
 * references hold blanks, and what is blank is empty.
 *
 * <pre>
 * code,valid_from,valid_through,status,evidence,…
 * Q4257,,2022-03-31,NOT_YET_EFFECTIVE,CONFIRMED,…
 * Q4257,2022-04-01,2023-03-31,ACTIVE,CONFIRMED,…
 * </pre>
 */
public final class CsvTable {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

    private static final String SEPARATOR = "|";

    private CsvTable() {
    }

    /**
     * Writes all rows.
     *
     * @return how many there were
     * @throws IOException              if the stream cannot be written
     * @throws IllegalArgumentException if a value of a list holds the separator, so that the list could not be split again
     */
    public static <R> long write(ExportTable<R> table, OutputStream out) throws IOException {
        CSVPrinter csv = FORMAT.print(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
        List<Column<R>> columns = table.columns();
        csv.printRecord(columns.stream().map(Column::name));
        long count = 0;
        for (Iterator<R> rows = table.rows().iterator(); rows.hasNext(); count++) {
            R row = rows.next();
            for (Column<R> column : columns) {
                csv.print(text(column, row, columns.get(0)));
            }
            csv.println();
        }
        csv.flush();
        return count;
    }

    /** @param code the column that tells which row it is */
    private static <R> String text(Column<R> column, R row, Column<R> code) {
        List<String> values = column.values().apply(row).stream().map(Object::toString).toList();
        for (String value : values) {
            if (column.type() == Column.Type.TEXTS && value.contains(SEPARATOR)) {
                throw new IllegalArgumentException(code.values().apply(row).get(0) + ": a value of " + column.name() + " holds "
                        + SEPARATOR + ", which separates the values of a list in CSV: '" + value + "'; export as jsonl or parquet");
            }
        }
        return String.join(SEPARATOR, values);
    }
}
