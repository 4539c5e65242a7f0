package dev.hcpcs.loader.correction;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Makes the workbooks that CMS would publish, with invented corrections. */
public final class CorrectionFixtures {

    private static final List<String> HEADER = List.of("CODE", "ACTION", "EFF DATE", "SHORT DESC", "LONG DESC", "TOS ", "BETOS",
            "COV", "PRICE", "XREF CODE", "ASC IND", "ASC DATE", "COMMENTS");

    private CorrectionFixtures() {
    }

    /** Cells of a row: texts, whole numbers, dates, or empty texts for none. */
    public static List<?> row(Object... cells) {
        return List.of(cells);
    }

    /** A list as CMS lays it out: its title, two blank rows, the header in row 4, the corrections. */
    public static Path list(Path file, List<?>... corrections) throws IOException {
        List<List<?>> rows = new ArrayList<>(List.of(row("", "", "", "2019 ALPHA-NUMERIC HCPCS CORRECTIONS"), row(), row()));
        rows.add(HEADER);
        rows.addAll(List.of(corrections));
        return sheet(file, rows);
    }

    /** Any rows, as {@code .xlsx} or {@code .xls} as the name ends. */
    public static Path sheet(Path file, List<List<?>> rows) throws IOException {
        try (Workbook workbook = file.toString().endsWith(".xlsx") ? new XSSFWorkbook() : new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            CellStyle date = workbook.createCellStyle();
            date.setDataFormat((short) 14);
            Sheet sheet = workbook.createSheet("A");
            for (int r = 0; r < rows.size(); r++) {
                Row row = sheet.createRow(r);
                for (int c = 0; c < rows.get(r).size(); c++) {
                    put(row.createCell(c), rows.get(r).get(c), date);
                }
            }
            workbook.write(out);
        }
        return file;
    }

    private static void put(Cell cell, Object value, CellStyle date) {
        if (value instanceof LocalDate day) {
            cell.setCellValue(day);
            cell.setCellStyle(date);
        } else if (value instanceof Integer number) {
            cell.setCellValue(number);
        } else if (!value.equals("")) {
            cell.setCellValue(value.toString());
        }
    }
}
