package dev.hcpcs.loader;

import dev.hcpcs.lookup.HcpcsCode;
import dev.hcpcs.lookup.NotOtherwiseClassifiedList;
import dev.hcpcs.lookup.Quarter;
import dev.hcpcs.lookup.Release;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads CMS's list of the codes that are not otherwise classified ("NOC codes"): a workbook, a CSV export of it, or the same as
 * text. A title and blank rows stand before the header row, which a print repeats on every page; a long description may run over
 * into a second row, which repeats the code alone.
 *
 * <pre>
 *   HCPCS  LONG DESCRIPTION                                  ADD DATE  TERM DATE
 *
 *   A0001  Ambulance ride, not otherwise classified          19990101
 *   A0002  Ambulance supply, miscellaneous                   20010101  20101231
 * </pre>
 *
 * <p>The termination date is not kept: it is that of the code, which the releases tell. Modifiers are not classified, so a word
 * of two letters, such as a footnote begins with, is none.
 */
final class NotOtherwiseClassifiedReader implements SheetRows {

    /** A line of the text. The description may be cut where the date begins, without a blank between. */
    private static final Pattern LINE = Pattern.compile("\\s*(?<code>\\S+)(?:\\s+\\S.*?)??\\s*"
            + "(?<added>(?<![\\d/])(?:\\d{8}|\\d{1,2}/\\d{1,2}/\\d{4}))?(?:\\s+(?:\\d{8}|\\d{1,2}/\\d{1,2}/\\d{4}))?\\s*",
            Pattern.DOTALL);
    private static final Pattern GAP = Pattern.compile("\\s{2,}");
    private static final Pattern TEXT_HEADER =
            Pattern.compile("\\s*(?:HCPCS?|CODE)\\b.*\\bDESC.*", Pattern.CASE_INSENSITIVE);
    /** Titles of columns, of which only the letters count. */
    private static final Pattern CODE_TITLE = Pattern.compile("HCPCS?(CODE)?|CODE");
    private static final Pattern ADDED_TITLE = Pattern.compile("(CODE)?ADD(ED)?(DATE|DT)|DATEADDED");
    /** What refers to a footnote. */
    private static final Pattern FOOTNOTE_MARK = Pattern.compile("[*\u2020]+$");
    private static final DateTimeFormatter SLASHED =
            DateTimeFormatter.ofPattern("M/d/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private final SourceFile file;
    private final String unit;
    private final Diagnostics diagnostics;
    private final SortedMap<HcpcsCode, Optional<LocalDate>> addedDates = new TreeMap<>();
    /** Where the header row has the code and the added date. -1 before the header, and where it has no added date. */
    private int codeColumn = -1;
    private int addedColumn = -1;
    /** Whether the header of a text has come. */
    private boolean textHeader;

    private NotOtherwiseClassifiedReader(SourceFile file, String unit, Diagnostics diagnostics) {
        this.file = file;
        this.unit = unit;
        this.diagnostics = diagnostics;
    }

    /** @return empty where the file is no such list; the diagnostics say why */
    static Optional<NotOtherwiseClassifiedList> read(SourceFile file, Quarter quarter, Diagnostics diagnostics) {
        ReleaseName.Format format = new ReleaseName(file.name()).companionFormat().orElseThrow();
        boolean workbook = format == ReleaseName.Format.XLSX || format == ReleaseName.Format.XLS;
        NotOtherwiseClassifiedReader reader = new NotOtherwiseClassifiedReader(file, workbook ? "row" : "line", diagnostics);
        switch (format) {
            case XLSX -> Workbooks.readXlsx(file, reader, diagnostics);
            case XLS -> Workbooks.readXls(file, reader, diagnostics);
            case CSV -> CsvSheet.read(file, reader, diagnostics);
            default -> reader.readText();
        }
        return diagnostics.errors().isEmpty() ? Optional.of(new NotOtherwiseClassifiedList(
                new Release(quarter, file.name(), file.sha256()), reader.addedDates)) : Optional.empty();
    }

    private void readText() {
        TextLines.read(file, Texts.decode(file.bytes()), diagnostics, this::line);
        checkComplete(textHeader);
    }

    private void line(Place place, String line) {
        // Gaps are narrowed, because the pattern would try each blank of a wide one with every other.
        Matcher cells = LINE.matcher(GAP.matcher(line).replaceAll(" "));
        if (TEXT_HEADER.matcher(line).matches()) {
            textHeader = true;
        } else if (textHeader && !Texts.isBlank(line, 0, line.length()) && cells.matches()) {
            code(place, cells.group("code"), cells.group("added") == null ? "" : cells.group("added"));
        }
    }

    @Override
    public void row(int number, List<String> cells) {
        List<String> titles = cells.stream().map(cell -> cell.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "")).toList();
        int titled = column(titles, CODE_TITLE);
        if (titled >= 0) {
            codeColumn = titled;
            addedColumn = column(titles, ADDED_TITLE);
        } else if (codeColumn >= 0 && !cell(cells, codeColumn).isEmpty()) {
            code(new Place(file.title(), unit, number, ""), cell(cells, codeColumn), cell(cells, addedColumn));
        }
    }

    private static int column(List<String> titles, Pattern title) {
        return IntStream.range(0, titles.size()).filter(column -> title.matcher(titles.get(column)).matches()).findFirst()
                .orElse(-1);
    }

    private void code(Place place, String text, String added) {
        Optional<HcpcsCode> code = HcpcsCode.find(FOOTNOTE_MARK.matcher(text).replaceFirst(""))
                .filter(found -> !found.isModifier());
        if (code.isEmpty()) {
            diagnostics.warning(place, text, "is no HCPCS Level II procedure code; left out");
            return;
        }
        Optional<LocalDate> date = addedDate(code.get(), added, place);
        Optional<LocalDate> before = addedDates.getOrDefault(code.get(), Optional.empty());
        if (before.isPresent() && date.isPresent() && !before.equals(date)) {
            diagnostics.warning(place, code.get().value(), "is listed twice, added on " + before.get() + " and on " + date.get()
                    + "; the later day is kept");
        }
        addedDates.put(code.get(), Stream.concat(before.stream(), date.stream()).max(Comparator.naturalOrder()));
    }

    private Optional<LocalDate> addedDate(HcpcsCode code, String text, Place place) {
        Optional<LocalDate> date = Texts.date(text).or(() -> slashed(text));
        if (date.isEmpty() && !text.isEmpty()) {
            diagnostics.warning(place, code.value(),
                    "added date '" + text + "' is not a date (YYYYMMDD or MM/DD/YYYY); left out");
        }
        return date;
    }

    /** As a CSV export of dates has them. */
    private static Optional<LocalDate> slashed(String text) {
        try {
            return Optional.of(LocalDate.parse(text, SLASHED));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Blank where the row has no such cell. */
    private static String cell(List<String> cells, int column) {
        String text = column >= 0 && column < cells.size() ? cells.get(column) : "";
        return Texts.isBlank(text, 0, text.length()) ? "" : text.strip();
    }

    @Override
    public void finish() {
        checkComplete(codeColumn >= 0);
        if (addedColumn < 0 && !addedDates.isEmpty()) {
            diagnostics.warning(Place.file(file.title()), "", "has no column ADD DATE, so when a code came on the list is"
                    + " told only by the quarters of the lists");
        }
    }

    private void checkComplete(boolean header) {
        if (addedDates.isEmpty()) {
            diagnostics.error(Place.file(file.title()), "", header
                    ? "is no list of codes not otherwise classified: no row has a code"
                    : "is no list of codes not otherwise classified: it has no header row, which would begin with HCPCS");
        }
    }
}
