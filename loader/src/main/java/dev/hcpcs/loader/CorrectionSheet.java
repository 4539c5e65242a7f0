package dev.hcpcs.loader;

import dev.hcpcs.loader.CorrectionFile.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Takes the rows of a corrections workbook: passes over the title, and names every cell by the header. */
final class CorrectionSheet implements SheetRows {

    private final SourceFile file;
    private final Diagnostics diagnostics;
    private final List<Row> rows = new ArrayList<>();
    /** Empty before the header. */
    private List<String> columns = List.of();

    private CorrectionSheet(SourceFile file, Diagnostics diagnostics) {
        this.file = file;
        this.diagnostics = diagnostics;
    }

    static List<Row> read(SourceFile file, Diagnostics diagnostics) {
        CorrectionSheet sheet = new CorrectionSheet(file, diagnostics);
        switch (new ReleaseName(file.name()).companionFormat().orElseThrow()) {
            case XLSX -> Workbooks.readXlsx(file, sheet, diagnostics);
            case XLS -> Workbooks.readXls(file, sheet, diagnostics);
            default -> CsvSheet.read(file, sheet, diagnostics);
        }
        return sheet.rows;
    }

    @Override
    public void row(int number, List<String> cells) {
        List<String> texts = cells.stream().map(cell -> cell.replace('\u00a0', ' ').strip()).toList();
        if (columns.isEmpty()) {
            columns = !texts.isEmpty() && texts.get(0).equalsIgnoreCase("CODE") ? header(number, texts) : List.of();
            return;
        }
        Map<String, String> named = new LinkedHashMap<>();
        for (int column = 0; column < texts.size(); column++) {
            if (!texts.get(column).isEmpty()) {
                named.merge(column < columns.size() ? columns.get(column) : "", texts.get(column),
                        (one, other) -> one + " " + other);
            }
        }
        if (!named.isEmpty()) {
            rows.add(new Row(number, place(number).toString(), named));
        }
    }

    private List<String> header(int number, List<String> texts) {
        List<String> names = texts.stream().map(name -> name.replaceAll("\\s+", " ").toUpperCase(Locale.ROOT)).toList();
        if (!names.contains("ACTION")) {
            diagnostics.error(place(number), "", "the header names no column ACTION, so what is corrected cannot be told;"
                    + " get the file anew");
        }
        names.stream().filter(name -> !name.isEmpty() && names.indexOf(name) != names.lastIndexOf(name)).distinct()
                .forEach(name -> diagnostics.error(place(number), "", "the header names the column " + name
                        + " twice, so its value cannot be told; leave one of them"));
        return names;
    }

    private Place place(int number) {
        return new Place(file.title(), "row", number, "");
    }

    @Override
    public void finish() {
        CorrectionFiles.checkComplete(file, !columns.isEmpty(), rows, diagnostics);
    }
}
