package dev.hcpcs.loader;

import dev.hcpcs.lookup.HcpcsCode;
import dev.hcpcs.lookup.NotOtherwiseClassifiedList;
import dev.hcpcs.lookup.Quarter;
import dev.hcpcs.lookup.Release;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads CMS's list of the codes that are not otherwise classified ("NOC codes"): a workbook, or the same as text. A title and
 * blank rows stand before the header row; a long description may run over into a second row, which repeats the code alone.
 *
 * <pre>
 *   HCPCS  LONG DESCRIPTION                                  ADD DATE  TERM DATE
 *
 *   A0001  Ambulance ride, not otherwise classified          19990101
 *   A0002  Ambulance supply, miscellaneous                   20010101  20101231
 * </pre>
 *
 * <p>The termination date is not kept: it is that of the code, which the releases tell.
 */
final class NotOtherwiseClassifiedReader implements SheetRows {

    /** A line of the text. The description may be cut where the date begins, without a blank between. */
    private static final Pattern LINE =
            Pattern.compile("\\s*(\\S+)(?:\\s+(\\S.*?))??\\s*(?:(?<!\\d)(\\d{8}))?(?:\\s+(\\d{8}))?\\s*");
    private static final String ADDED_DATE = "ADD DATE";

    private final SourceFile file;
    private final String unit;
    private final Diagnostics diagnostics;
    private final SortedMap<HcpcsCode, Optional<LocalDate>> addedDates = new TreeMap<>();
    /** Where the header row has the code and the added date. -1 before the header. */
    private int codeColumn = -1;
    private int addedColumn;

    private NotOtherwiseClassifiedReader(SourceFile file, String unit, Diagnostics diagnostics) {
        this.file = file;
        this.unit = unit;
        this.diagnostics = diagnostics;
    }

    /** @return empty where the file is no such list; the diagnostics say why */
    static Optional<NotOtherwiseClassifiedList> read(SourceFile file, Quarter quarter, Diagnostics diagnostics) {
        ReleaseName.Format format = new ReleaseName(file.name()).companionFormat().orElseThrow();
        NotOtherwiseClassifiedReader reader = new NotOtherwiseClassifiedReader(file,
                format == ReleaseName.Format.TEXT ? "line" : "row", diagnostics);
        switch (format) {
            case XLSX -> Workbooks.readXlsx(file, reader, diagnostics);
            case XLS -> Workbooks.readXls(file, reader, diagnostics);
            default -> reader.readText();
        }
        return diagnostics.errors().isEmpty() ? Optional.of(new NotOtherwiseClassifiedList(
                new Release(quarter, file.name(), file.sha256()), reader.addedDates)) : Optional.empty();
    }

    private void readText() {
        int number = 0;
        for (String line : new String(file.bytes(), StandardCharsets.ISO_8859_1).lines().toList()) {
            number++;
            if (codeColumn < 0) {
                row(number, List.of(line.strip().split("\\s{2,}")));
            } else if (!Texts.isBlank(line, 0, line.length())) {
                Matcher cells = LINE.matcher(line);
                List<String> row = new ArrayList<>();
                for (int cell = 1; cells.matches() && cell <= cells.groupCount(); cell++) {
                    row.add(cells.group(cell) == null ? "" : cells.group(cell));
                }
                row(number, row);
            }
        }
        finish();
    }

    @Override
    public void row(int number, List<String> cells) {
        if (codeColumn < 0) {
            for (int column = 0; column < cells.size(); column++) {
                String title = cells.get(column).strip().toUpperCase(Locale.ROOT);
                codeColumn = title.matches("HCPCS?") ? column : codeColumn;
                addedColumn = title.equals(ADDED_DATE) ? column : addedColumn;
            }
            return;
        }
        String text = cell(cells, codeColumn);
        if (text.isEmpty()) {
            return;
        }
        Place place = new Place(file.title(), unit, number, "");
        Optional<HcpcsCode> code = HcpcsCode.find(text);
        if (code.isEmpty()) {
            diagnostics.warning(place, text, "is no HCPCS Level II code; left out");
            return;
        }
        Optional<LocalDate> added = addedDate(code.get(), cell(cells, addedColumn), place);
        addedDates.merge(code.get(), added, (first, next) -> first.isPresent() ? first : next);
    }

    private Optional<LocalDate> addedDate(HcpcsCode code, String text, Place place) {
        Optional<LocalDate> date = Texts.date(text);
        if (date.isEmpty() && !text.isEmpty()) {
            diagnostics.warning(place, code.value(), "added date '" + text + "' is not a date (YYYYMMDD); left out");
        }
        return date;
    }

    /** Blank where the row has no such cell. */
    private static String cell(List<String> cells, int column) {
        String text = column < cells.size() ? cells.get(column) : "";
        return Texts.isBlank(text, 0, text.length()) ? "" : text.strip();
    }

    @Override
    public void finish() {
        if (addedDates.isEmpty()) {
            diagnostics.error(Place.file(file.title()), "", codeColumn < 0
                    ? "is no list of codes not otherwise classified: it has no header row, which would begin with HCPCS"
                    : "is no list of codes not otherwise classified: no row has a code");
        }
    }
}
