package dev.hcpcs.loader;

import dev.hcpcs.lookup.HcpcsCode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Reads the fixed-width text: one line per record or continuation, 320 characters long or trimmed at the right.
 *
 * <pre>
 * Q4257001003Relese, per square centimeter                       …Relese, per sq cm           51     A …
 *    JW001007Drug amount discarded, not administered to a patient…Discarded drug
 * </pre>
 *
 * <p>Some years open with a disclaimer. It ends at the first line that looks like a record, if only in part;
 * from there on, what is neither a record nor blank is a damaged record.
 */
final class TextReader {

    /** The disclaimers hold non-breaking spaces and curly quotes; the rest is ASCII but for damaged quotes. */
    private static final Charset CHARSET = Charset.forName("windows-1252");
    private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";
    private static final int LINE_LENGTH = 320;
    private static final int DESCRIPTION_END = Field.LONG_DESCRIPTION.end();
    /** How a record begins: with a code, or at least with a sequence number and record identification. */
    private static final Pattern RECORD_START = pattern(
            "(?:[A-Z]\\d{4}|   [A-Z][A-Z0-9])(?:\\d{5}.*|[\\d ]{5}[3478].*|[\\d ]*)|.{5}\\d{5}[3478].*");
    /** Added and action effective date, wherever lost or added characters have moved them. No disclaimer has them. */
    private static final Pattern RECORD_DATES = pattern(".*(?:19|20)\\d{6}(?:19|20)\\d{6}.*");

    private final SourceFile file;
    private final RecordAssembler assembler;
    private final Diagnostics diagnostics;
    private boolean inRecords;

    private TextReader(SourceFile file, RecordAssembler assembler, Diagnostics diagnostics) {
        this.file = file;
        this.assembler = assembler;
        this.diagnostics = diagnostics;
    }

    /** A record may have a carriage return within it, which a dot would not match otherwise. */
    private static Pattern pattern(String expression) {
        return Pattern.compile(expression, Pattern.DOTALL);
    }

    static void read(SourceFile file, RecordAssembler assembler, Diagnostics diagnostics) {
        new TextReader(file, assembler, diagnostics).readLines();
    }

    private void readLines() {
        // Bytes as characters: lines are found fast, and a curly quote in one does not double the size of all.
        String latin = new String(file.bytes(), StandardCharsets.ISO_8859_1);
        String title = file.title();
        int begin = latin.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length() : 0;
        for (int number = 1; begin < latin.length(); number++) {
            int end = latin.indexOf('\n', begin);
            boolean ended = end >= 0;
            end = ended ? end : latin.length();
            boolean carriageReturn = end > begin && latin.charAt(end - 1) == '\r';
            line(new Line(title, number, latin, begin, carriageReturn ? end - 1 : end), ended);
            begin = end + 1;
        }
    }

    private void line(Line line, boolean ended) {
        if (line.isBlank(0)) {
            return;
        }
        if (!inRecords && !RECORD_START.matcher(line.text()).matches() && !RECORD_DATES.matcher(line.text()).matches()) {
            return;
        }
        inRecords = true;
        if (isSound(line, ended)) {
            assembler.row(line);
        }
    }

    private boolean isSound(Line line, boolean ended) {
        int length = line.length();
        char identification = line.identification();
        boolean first = identification == '3' || identification == '7';
        boolean continuation = identification == '4' || identification == '8';
        // Either the code or the sequence number may be at fault, not both.
        if (!first && !continuation || !line.isNumbered() && HcpcsCode.find(line.code()).isEmpty()) {
            diagnostics.error(line.place(), "", "is no HCPCS record: '" + excerpt(line.text()) + "' has no code, sequence number"
                    + " and record identification (3, 4, 7 or 8) in columns 1-11; get the file anew");
            return false;
        }
        if (!line.isBlank(LINE_LENGTH)) {
            diagnostics.error(line.place(), line.code(), "has " + length + " characters where a record has at most "
                    + LINE_LENGTH + ": lines have run together; get the file anew");
            return false;
        }
        if (!ended && length < (first ? Field.LAST_POSITION : DESCRIPTION_END)) {
            diagnostics.error(line.place(), line.code(), "is cut off after " + length + " characters: the file ends in the"
                    + " middle of a record; get the file anew");
            return false;
        }
        if (first && length < Field.ADDED_DATE.end()) {
            diagnostics.error(line.place(), line.code(), "is cut off after " + length + " characters, before its dates; get the"
                    + " file anew");
            return false;
        }
        if (first && length < Field.LAST_POSITION) {
            diagnostics.warning(line.place(), line.code(), "has " + length + " characters where a record has at least "
                    + Field.LAST_POSITION + ": its fields may stand to the left of their columns, and are read as they stand");
        }
        if (!ended) {
            diagnostics.warning(line.place(), line.code(), Texts.WITHOUT_LINE_END);
        }
        return true;
    }

    private static String excerpt(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "..." : text;
    }

    /** A part of a file's text, of which no copy is made but of the fields that are asked for. */
    private static final class Line implements SourceRow {

        private final String title;
        private final int number;
        /** The whole file's, a character for each byte. */
        private final String latin;
        private final int begin;
        private final int end;

        /**
         * @param number 1-based
         * @param begin  the line's first character
         * @param end    behind its last
         */
        Line(String title, int number, String latin, int begin, int end) {
            this.title = title;
            this.number = number;
            this.latin = latin;
            this.begin = begin;
            this.end = end;
        }

        int length() {
            return end - begin;
        }

        /** Whether nothing stands from a place on. */
        boolean isBlank(int from) {
            return Texts.isBlank(latin, begin + Math.min(from, length()), end);
        }

        /** A blank where the line does not reach so far. */
        char identification() {
            int at = Field.RECORD_IDENTIFICATION.begin(0) - 1;
            return at < length() ? latin.charAt(begin + at) : ' ';
        }

        boolean isNumbered() {
            int from = from(Field.SEQUENCE_NUMBER, 0);
            return end - from >= Field.SEQUENCE_NUMBER.width() && Texts.isDigits(latin, from, to(Field.SEQUENCE_NUMBER, 0));
        }

        String code() {
            return text(Field.CODE, 0).strip();
        }

        String text() {
            return text(begin, end);
        }

        private String text(int from, int to) {
            String text = latin.substring(from, to);
            for (int i = 0; i < text.length(); i++) {
                if (text.charAt(i) >= 0x80) {
                    return new String(text.getBytes(StandardCharsets.ISO_8859_1), CHARSET);
                }
            }
            return text;
        }

        private int from(Field field, int occurrence) {
            return begin + Math.min(field.begin(occurrence) - 1, length());
        }

        private int to(Field field, int occurrence) {
            return begin + Math.min(field.begin(occurrence) - 1 + field.width(), length());
        }

        @Override
        public String text(Field field, int occurrence) {
            return text(from(field, occurrence), to(field, occurrence));
        }

        @Override
        public boolean isBlank(Field field) {
            return Texts.isBlank(latin, from(field, 0), to(field, field.occurrences() - 1));
        }

        @Override
        public boolean isAlike(Field field, SourceRow other) {
            Line line = (Line) other;
            int from = from(field, 0);
            int ofOther = line.from(field, 0);
            int length = to(field, field.occurrences() - 1) - from;
            return line.to(field, field.occurrences() - 1) - ofOther == length
                    && latin.regionMatches(from, line.latin, ofOther, length);
        }

        @Override
        public Place place() {
            return new Place(title, "line", number, "");
        }

        @Override
        public Place place(Field field, int occurrence) {
            int first = field.begin(occurrence);
            return place().columns(field.width() == 1
                    ? "column " + first : "columns " + first + "-" + (first + field.width() - 1));
        }
    }
}
