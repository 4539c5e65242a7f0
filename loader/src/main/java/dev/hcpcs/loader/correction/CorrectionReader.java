package dev.hcpcs.loader.correction;

import dev.hcpcs.loader.CorrectionFile;
import dev.hcpcs.loader.CorrectionFile.Row;
import dev.hcpcs.loader.CorrectionFiles;
import dev.hcpcs.loader.Diagnostic;
import dev.hcpcs.lookup.HcpcsCode;
import dev.hcpcs.lookup.Quarter;
import dev.hcpcs.lookup.RecordField;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Stream;

/**
 * Reads CMS's corrections: workbooks, or where there is none the print ({@code .prn}, {@code .txt}), which is cut short. In a
 * workbook the header is found by its first cell:
 *
 * <pre>
 * CODE  ACTION                          EFF DATE   SHORT DESC LONG DESC TOS BETOS COV PRICE XREF CODE ASC IND ASC DATE COMMENTS
 * Q4257 Change Cov to C and Price to 39 01/01/2019                                C   39
 * Q4258 ADD CODE                        01/01/2019 Release    Release   9,F O1E   D   53              YY      01/01/2019
 * </pre>
 */
public final class CorrectionReader {

    private static final String CODE = "CODE";
    private static final String ACTION = "ACTION";
    private static final String EFFECTIVE = "EFF DATE";
    private static final String COMMENTS = "COMMENTS";
    private static final Map<String, RecordField> STATED = new LinkedHashMap<>();

    static {
        STATED.put("SHORT DESC", RecordField.SHORT_DESCRIPTION);
        STATED.put("LONG DESC", RecordField.LONG_DESCRIPTION);
        STATED.put("TOS", RecordField.TYPES_OF_SERVICE);
        STATED.put("BETOS", RecordField.BETOS);
        STATED.put("COV", RecordField.COVERAGE);
        STATED.put("PRICE", RecordField.PRICING_INDICATORS);
        STATED.put("XREF CODE", RecordField.CROSS_REFERENCES);
        STATED.put("ASC IND", RecordField.ASC_PAYMENT_GROUP);
        STATED.put("ASC DATE", RecordField.ASC_EFFECTIVE_DATE);
    }

    private final CorrectionFile file;
    private final List<Correction> corrections = new ArrayList<>();
    private final List<Diagnostic> remarks = new ArrayList<>();

    private CorrectionReader(CorrectionFile file) {
        this.file = file;
    }

    /**
     * Reads every list that files, ZIPs and folders hold. Several lists of one release all count.
     *
     * @param paths     in a ZIP or folder, the lists are found by their names
     * @param effective the first day of the quarter that is corrected, for lists whose names do not tell it
     * @return in order of location, at least one
     * @throws IllegalArgumentException             if the date is not the first day of a quarter
     * @throws dev.hcpcs.loader.ReleaseException if a path holds no list, a file cannot be read as one, or its quarter is not
     *                                              known or another one than stated
     * @throws IOException                          if a file cannot be read
     */
    public static List<CorrectionList> read(Collection<Path> paths, Optional<LocalDate> effective) throws IOException {
        return CorrectionFiles.read(paths, effective.map(Quarter::startingOn)).stream()
                .map(file -> new CorrectionReader(file).read()).toList();
    }

    private CorrectionList read() {
        if (file.cutShort()) {
            remarks.add(new Diagnostic(Diagnostic.Severity.WARNING, file.title(), 0, file.title(), "", "", "", "is a print whose"
                    + " columns are cut short, so that only code, date and the beginning of the action are told; its workbook has"
                    + " the rest"));
        }
        file.rows().forEach(this::read);
        return new CorrectionList(file.title(), file.quarter(), file.cutShort(), corrections, remarks);
    }

    private void read(Row row) {
        String code = row.cell(CODE).toUpperCase(Locale.ROOT);
        if (code.isEmpty()) {
            remark(row, "", "", "has no code and is not listed; it says " + row.cells().values().stream().sorted().toList());
            return;
        }
        if (HcpcsCode.find(code).isEmpty()) {
            remark(row, CODE, row.cell(CODE), "is no HCPCS Level II code, so nothing can be told of this correction");
        }
        StringJoiner comments = new StringJoiner("; ");
        Stream.of(row.cell(COMMENTS)).filter(comment -> !comment.isEmpty()).forEach(comments::add);
        row.cells().keySet().stream().filter(column -> !isKnown(column)).sorted().forEach(column -> {
            String title = column.isEmpty() ? "column without a name" : column;
            remark(row, title, row.cell(column), "stands in a column that CMS's corrections did not have before, and counts as a"
                    + " comment");
            comments.add(title + ": " + row.cell(column));
        });
        Map<RecordField, String> stated = new LinkedHashMap<>();
        STATED.forEach((column, field) -> {
            if (!row.cell(column).isEmpty()) {
                stated.put(field, stated(row, column, field));
            }
        });
        String effective = row.cell(EFFECTIVE);
        if (!effective.isEmpty() && !file.cutShort()) {
            checkDate(row, EFFECTIVE);
        }
        corrections.add(new Correction(file.title(), row.number(), row.place(), code, row.cell(ACTION).replaceAll("\\s+", " "),
                CorrectionDates.iso(effective), CorrectionDates.find(effective), stated, comments.toString(),
                file.cutShort()));
    }

    private String stated(Row row, String column, RecordField field) {
        String value = row.cell(column);
        if (field == RecordField.ASC_EFFECTIVE_DATE) {
            checkDate(row, column);
            return CorrectionDates.iso(value);
        }
        // A sheet that takes an indicator for a number loses its leading zero.
        return field == RecordField.PRICING_INDICATORS && value.matches("\\d") ? "0" + value : value.replaceAll("\\s+", " ");
    }

    private void checkDate(Row row, String column) {
        if (CorrectionDates.find(row.cell(column)).isEmpty()) {
            remark(row, column, row.cell(column), "is not a date (MM/DD/YYYY), so nothing is judged by it");
        }
    }

    private static boolean isKnown(String column) {
        return STATED.containsKey(column) || List.of(CODE, ACTION, EFFECTIVE, COMMENTS).contains(column);
    }

    private void remark(Row row, String column, String value, String problem) {
        remarks.add(new Diagnostic(Diagnostic.Severity.WARNING, file.title(), row.number(), row.place(), row.cell(CODE), column,
                value, problem));
    }
}
