package dev.hcpcs.loader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

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
    private static final Set<Field> ALL = EnumSet.allOf(Field.class);
    private static final Set<Field> OF_EVERY_RECORD = EnumSet.of(Field.CODE, Field.RECORD_IDENTIFICATION,
            Field.LONG_DESCRIPTION, Field.ADDED_DATE);
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
    private @Nullable Header header;
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
            headerUsable = check(candidate, place);
        }
    }

    private void record(Row row) {
        if (row.isBlank(ALL)) {
            return;
        }
        if (row.isBlank(OF_EVERY_RECORD)) {
            diagnostics.warning(row.place, "", "is passed over: it has a stray value, but neither code nor description");
            return;
        }
        row.clearErrors(diagnostics);
        assembler.row(row);
    }

    private boolean check(Header header, Place place) {
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
    @Override
    public int width() {
        return header == null ? 0 : header.lastColumn() + 1;
    }

    private String excerpt() {
        String text = firstRow.stream().filter(cell -> !cell.isBlank()).map(String::strip).collect(Collectors.joining(" | "));
        return text.length() > 80 ? text.substring(0, 80) + "..." : text;
    }

    private static final class Header {

        private static final int ABSENT = -1;

        final List<String> names = new ArrayList<>();
        /** The column of each occurrence of a field, or {@link #ABSENT}; fields of which no column is known are missing. */
        final Map<Field, int[]> columns = new EnumMap<>(Field.class);
        final List<String> repeated = new ArrayList<>();
        final List<String> unknown = new ArrayList<>();

        static Header of(List<String> cells) {
            Header header = new Header();
            for (int column = 0; column < cells.size(); column++) {
                String name = cells.get(column).strip();
                header.names.add(name);
                Optional<Field.Occurrence> occurrence = Field.of(name);
                if (occurrence.isPresent()) {
                    header.assign(occurrence.get(), column, name);
                } else if (!name.isEmpty()) {
                    header.unknown.add(name);
                }
            }
            return header;
        }

        private void assign(Field.Occurrence occurrence, int column, String name) {
            int[] places = columns.computeIfAbsent(occurrence.field(), Header::absent);
            if (places[occurrence.number()] != ABSENT) {
                repeated.add(name);
            } else {
                places[occurrence.number()] = column;
            }
        }

        private static int[] absent(Field field) {
            int[] places = new int[field.occurrences()];
            Arrays.fill(places, ABSENT);
            return places;
        }

        List<String> missing(Set<Field> fields) {
            List<String> missing = new ArrayList<>();
            for (Field field : fields) {
                for (int occurrence = 0; occurrence < field.occurrences(); occurrence++) {
                    if (column(field, occurrence) == ABSENT) {
                        missing.add(field.column(occurrence));
                    }
                }
            }
            return missing;
        }

        int lastColumn() {
            return columns.values().stream().flatMapToInt(IntStream::of).max().orElse(ABSENT);
        }

        int column(Field field, int occurrence) {
            int[] places = columns.get(field);
            return places == null ? ABSENT : places[occurrence];
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

        boolean isBlank(Set<Field> fields) {
            for (Field field : fields) {
                if (!isBlank(field)) {
                    return false;
                }
            }
            return true;
        }

        void clearErrors(Diagnostics diagnostics) {
            for (Field field : ALL) {
                for (int occurrence = 0; occurrence < field.occurrences(); occurrence++) {
                    String text = cell(field, occurrence);
                    if (text.startsWith("#") && SHEET_ERROR.matcher(text).matches()) {
                        cells[header.column(field, occurrence)] = "";
                        diagnostics.field(this, field, occurrence, text, "is a sheet's error; the field stays empty");
                    }
                }
            }
        }

        private String cell(Field field, int occurrence) {
            int column = header.column(field, occurrence);
            return column < 0 || column >= cells.length ? "" : cells[column].strip();
        }

        @Override
        public String text(Field field, int occurrence) {
            String text = cell(field, occurrence);
            if (text.isEmpty() || DESCRIPTIONS.contains(field)) {
                return text;
            }
            if (text.endsWith("0")) {
                Matcher whole = WHOLE_NUMBER.matcher(text);
                text = whole.matches() ? whole.group(1) : text;
            }
            boolean digits = Texts.isDigits(text);
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
                if (!cell(field, occurrence).isEmpty()) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public boolean isAlike(Field field, SourceRow other) {
            Row row = (Row) other;
            for (int occurrence = 0; occurrence < field.occurrences(); occurrence++) {
                if (!cell(field, occurrence).equals(row.cell(field, occurrence))) {
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
            return column == Header.ABSENT ? place : place.columns("column " + header.names.get(column));
        }
    }
}
