package dev.hcpcs.loader;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads the rows of a workbook's sheet or of a CSV: passes over a disclaimer, finds the columns by the names in the header
 * row, and hands on the rows of records.
 */
final class SheetReader implements SheetRows {

    /** A row with this many column names is a header, whatever else it lacks; no disclaimer has them. */
    private static final int HEADER_MARKS = 3;
    /** A release without these columns would answer wrongly without a word; any other column may be missing. */
    private static final Set<Field> REQUIRED = EnumSet.of(Field.CODE, Field.LONG_DESCRIPTION, Field.ADDED_DATE,
            Field.ACTION_EFFECTIVE_DATE, Field.TERMINATION_DATE, Field.ACTION);
    /** Codes with leading zeros, which a sheet loses where it takes them for numbers. */
    private static final Set<Field> ZERO_PADDED = EnumSet.of(Field.PRICING_INDICATOR, Field.LAB_CERTIFICATION,
            Field.CROSS_REFERENCE, Field.MOG_PAYMENT_GROUP, Field.PROCESSING_NOTE);
    private static final Set<Field> DESCRIPTIONS = EnumSet.of(Field.LONG_DESCRIPTION, Field.SHORT_DESCRIPTION);
    /** A whole number that a sheet has written as a decimal one. */
    private static final Pattern WHOLE_NUMBER = Pattern.compile("(\\d+)\\.0+");
    /** What a sheet shows for a formula that failed. */
    private static final Pattern SHEET_ERROR = Pattern.compile("#(N/A|NULL!|DIV/0!|VALUE!|REF!|NAME\\?|NUM!)");

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

    @Override
    public void row(int number, List<String> cells) {
        if (cells.stream().allMatch(String::isBlank)) {
            return;
        }
        Place place = new Place(file.title(), unit, number, "");
        if (header != null) {
            if (headerUsable) {
                record(new Row(place, header, cells.toArray(String[]::new)));
            }
            return;
        }
        if (firstRow.isEmpty()) {
            firstRow = List.copyOf(cells);
        }
        Header candidate = Header.of(cells);
        if (candidate.columns.size() >= HEADER_MARKS) {
            header = candidate;
            headerUsable = check(place);
        }
    }

    private void record(Row row) {
        if (!row.says(EnumSet.allOf(Field.class))) {
            return;
        }
        if (!row.says(EnumSet.of(Field.CODE, Field.RECORD_IDENTIFICATION, Field.LONG_DESCRIPTION, Field.ADDED_DATE))) {
            diagnostics.warning(row.place, "", "is passed over: it has a stray value, but neither code nor description");
            return;
        }
        row.clearErrors(diagnostics);
        assembler.row(row);
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
                diagnostics.warning(place, "", "the header has no column " + column + "; the field stays empty"
                        + (header.unknown.isEmpty() ? "" : " (of no known field are " + String.join(", ", header.unknown)
                        + ")"));
            }
            return true;
        }
        return false;
    }

    @Override
    public void finish() {
        if (header == null) {
            diagnostics.error(Place.file(file.title()), "", "has no header row, which would begin with HCPC"
                    + (firstRow.isEmpty() ? "; the first sheet is empty" : "; its first row is '" + excerpt() + "'"));
        }
    }

    /** How many columns there are up to the last one of a field; 0 before the header. */
    int width() {
        return header == null ? 0 : header.lastColumn() + 1;
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
        final List<String> unknown = new ArrayList<>();

        static Header of(List<String> cells) {
            Header header = new Header();
            for (int column = 0; column < cells.size(); column++) {
                String name = cells.get(column).strip();
                header.names.add(name);
                boolean known = name.isEmpty();
                for (Field field : Field.values()) {
                    Optional<Integer> occurrence = field.occurrence(name);
                    header.assign(field, occurrence, column, name);
                    known |= occurrence.isPresent();
                }
                if (!known) {
                    header.unknown.add(name);
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

        int lastColumn() {
            return columns.values().stream().flatMap(of -> of.values().stream()).mapToInt(Integer::intValue).max().orElse(-1);
        }

        int column(Field field, int occurrence) {
            return columns.getOrDefault(field, Map.of()).getOrDefault(occurrence, -1);
        }
    }

    private static final class Row implements SourceRow {

        private final Place place;
        private final Header header;
        private final String[] cells;

        Row(Place place, Header header, String[] cells) {
            this.place = place;
            this.header = header;
            this.cells = cells;
        }

        /** Whether any of the fields has a value. */
        boolean says(Set<Field> fields) {
            return header.columns.entrySet().stream().filter(field -> fields.contains(field.getKey()))
                    .flatMap(field -> field.getValue().values().stream())
                    .anyMatch(column -> column < cells.length && !cells[column].isBlank());
        }

        void clearErrors(Diagnostics diagnostics) {
            header.columns.forEach((field, columns) -> columns.forEach((occurrence, column) -> {
                if (column < cells.length && SHEET_ERROR.matcher(cells[column].strip()).matches()) {
                    String error = cells[column].strip();
                    cells[column] = "";
                    diagnostics.field(this, field, occurrence, error, "is a sheet's error; the field stays empty");
                }
            }));
        }

        @Override
        public String text(Field field, int occurrence) {
            int column = header.column(field, occurrence);
            String text = column < 0 || column >= cells.length ? "" : cells[column].strip();
            if (DESCRIPTIONS.contains(field)) {
                return text;
            }
            Matcher whole = WHOLE_NUMBER.matcher(text);
            text = whole.matches() ? whole.group(1) : text;
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
        public boolean isBlank(Field field) {
            for (int occurrence = 0; occurrence < field.occurrences(); occurrence++) {
                int column = header.column(field, occurrence);
                if (column >= 0 && column < cells.length && !cells[column].isBlank()) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public Place place() {
            return place;
        }

        @Override
        public Place place(Field field, int occurrence) {
            int column = header.column(field, occurrence);
            return column < 0 ? place : place.columns("column " + header.names.get(column));
        }
    }
}
