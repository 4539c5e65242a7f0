package dev.hcpcs.loader;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the rows of a workbook's sheet or of a CSV: passes over a disclaimer, finds the columns by the names in the header
 * row, and hands on the rows of records.
 */
final class SheetReader {

    /** A row with this many column names is a header, whatever else it lacks; no disclaimer has them. */
    private static final int HEADER_MARKS = 3;
    /** A release without these columns would answer wrongly without a word; any other column may be missing. */
    private static final Set<Field> REQUIRED = EnumSet.of(Field.CODE, Field.LONG_DESCRIPTION, Field.ADDED_DATE,
            Field.ACTION_EFFECTIVE_DATE, Field.TERMINATION_DATE, Field.ACTION);
    /** Codes with leading zeros, which a sheet loses where it takes them for numbers. */
    private static final Set<Field> ZERO_PADDED = EnumSet.of(Field.PRICING_INDICATOR, Field.LAB_CERTIFICATION,
            Field.MOG_PAYMENT_GROUP, Field.PROCESSING_NOTE);

    private final SourceFile file;
    private final String unit;
    private final RecordAssembler assembler;
    private final Diagnostics diagnostics;
    private List<String> firstRow = List.of();
    private Header header;
    private boolean headerUsable;

    /** @param unit what messages call a row: {@code row} or {@code line} */
    SheetReader(SourceFile file, String unit, RecordAssembler assembler, Diagnostics diagnostics) {
        this.file = file;
        this.unit = unit;
        this.assembler = assembler;
        this.diagnostics = diagnostics;
    }

    /**
     * Takes the next row.
     *
     * @param number 1-based
     * @param cells  by column; blank or missing where a cell is empty
     */
    void row(int number, List<String> cells) {
        if (cells.stream().allMatch(String::isBlank)) {
            return;
        }
        Place place = new Place(file.title(), unit, number, "");
        if (header != null) {
            if (headerUsable) {
                assembler.row(new Row(place, header, List.copyOf(cells)));
            }
            return;
        }
        if (firstRow.isEmpty()) {
            firstRow = List.copyOf(cells);
        }
        Header candidate = Header.of(cells);
        if (candidate.columns.size() >= HEADER_MARKS || candidate.columns.containsKey(Field.CODE)) {
            header = candidate;
            headerUsable = check(place);
        }
    }

    private boolean check(Place place) {
        List<String> missing = header.missing(REQUIRED);
        if (!header.repeated.isEmpty()) {
            diagnostics.error(place, "", "the header names a column twice: " + String.join(", ", header.repeated));
        } else if (!missing.isEmpty()) {
            diagnostics.error(place, "", "the header has no column " + String.join(", ", missing)
                    + "; it has " + String.join(", ", header.names));
        } else {
            for (String column : header.missing(EnumSet.complementOf(EnumSet.copyOf(REQUIRED)))) {
                diagnostics.warning(place, "", "the header has no column " + column + "; the field stays empty");
            }
            return true;
        }
        return false;
    }

    /** To be called after the last row. */
    void finish() {
        if (header == null) {
            diagnostics.error(Place.file(file.title()), "", "has no header row, which would begin with HCPC"
                    + (firstRow.isEmpty() ? "; the first sheet is empty" : "; its first row is '" + excerpt() + "'"));
        }
    }

    /** How many columns the header has; 0 before the header. */
    int width() {
        return header == null ? 0 : header.names.size();
    }

    private String excerpt() {
        String text = firstRow.stream().filter(cell -> !cell.isBlank()).map(String::strip).collect(Collectors.joining(" | "));
        return text.length() > 80 ? text.substring(0, 80) + "..." : text;
    }

    private static final class Header {

        final List<String> names = new ArrayList<>();
        /** The column of each occurrence of a field. */
        final Map<Field, Map<Integer, Integer>> columns = new EnumMap<>(Field.class);
        final List<String> repeated = new ArrayList<>();

        static Header of(List<String> cells) {
            Header header = new Header();
            for (int column = 0; column < cells.size(); column++) {
                String name = cells.get(column).strip();
                header.names.add(name);
                for (Field field : Field.values()) {
                    header.assign(field, field.occurrence(name), column, name);
                }
            }
            return header;
        }

        private void assign(Field field, Optional<Integer> occurrence, int column, String name) {
            if (occurrence.isPresent() && columns.computeIfAbsent(field, key -> new HashMap<>())
                    .putIfAbsent(occurrence.get(), column) != null) {
                repeated.add(name);
            }
        }

        List<String> missing(Set<Field> fields) {
            List<String> missing = new ArrayList<>();
            for (Field field : fields) {
                for (int occurrence = 0; occurrence < field.occurrences(); occurrence++) {
                    if (!columns.getOrDefault(field, Map.of()).containsKey(occurrence)) {
                        missing.add(field.column(occurrence));
                    }
                }
            }
            return missing;
        }

        int column(Field field, int occurrence) {
            return columns.getOrDefault(field, Map.of()).getOrDefault(occurrence, -1);
        }
    }

    private record Row(Place place, Header header, List<String> cells) implements SourceRow {

        @Override
        public String text(Field field, int occurrence) {
            int column = header.column(field, occurrence);
            String text = column < 0 || column >= cells.size() ? "" : cells.get(column).strip();
            boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
            if (digits && field == Field.SEQUENCE_NUMBER && text.length() < field.width()) {
                // Sheets print the number without its last digit: 0010 for the 00100 of the text.
                return "0".repeat(field.width() - 1 - text.length()) + text + "0";
            }
            if (digits && ZERO_PADDED.contains(field) && text.length() < field.width()) {
                return "0".repeat(field.width() - text.length()) + text;
            }
            return text;
        }

        @Override
        public Place place(Field field, int occurrence) {
            int column = header.column(field, occurrence);
            return column < 0 ? place : place.columns("column " + header.names.get(column));
        }
    }
}
