package dev.hcpcs.loader;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Makes the workbooks and CSV exports that CMS would publish beside a fixed-width text. */
final class SheetFixtures {

    private static final Charset CHARSET = Charset.forName("windows-1252");

    /** How CMS named the columns, in the order of the text; {@code #} counts, and rows are per code or per line. */
    enum Era {
        FROM_2016(true, """
                HCPC SEQNUM RECID LONG_DESCRIPTION SHORT_DESCRIPTION PRICE#4 MULT_PI CIM#3 MCM#3 STATUTE LABCERT#8 XREF#5 \
                COV ASC_GRP ASC_DT OPPS OPPS_PI OPPS_DT PROCNOTE BETOS - TOS#5 ANEST_BU ADD_DT ACT_EFF_DT TERM_DT \
                ACTION_CD"""),
        OF_2013(false, """
                HCPC SEQ_NUM RIC LONG_DESCRIPTION SHORT_DESCRIPTION PI#4 MPI CIM#3 MCM#3 STATUTE LABCERT#8 X-REF#5 \
                COVERAGE ASC_GRP ASC_DT MOG MOG_PI MOG_DT PROC_NOTE BETOS - TOS#5 ANEST_BU CODE_ADD_DATE \
                ACTION_EFF_DATE TERM_DATE ACTION_CODE"""),
        OF_2012(false, """
                HCPC Seq_Num RIC Long_Description Short_Description PI#4 MPI CIM#3 MCM#3 Statute Lab_Cert#8 X-Ref#5 \
                Coverage ASC_Pay_Grp ASC_Pay_Grp_Eff_Date MOG_Pay_Grp MOG_Pay_Ind MOG_Eff_Date Proc_Note BETOS FILLER \
                TOS#5 Anest_Base_Units Code_Add_Date Action_Eff_Date Term_Date Action_Code""");

        /** Width of one occurrence of each, in the same order. */
        private static final int[] WIDTHS = {5, 5, 1, 80, 28, 2, 1, 6, 8, 10, 3, 5, 1, 2, 8, 3, 1, 8, 4, 3, 1, 1, 3, 8, 8, 8, 1};

        final boolean rowPerCode;
        private final String names;

        Era(boolean rowPerCode, String names) {
            this.rowPerCode = rowPerCode;
            this.names = names;
        }

        /** Column names with the begin (0-based) and width of each in the text. */
        Map<String, int[]> columns() {
            Map<String, int[]> columns = new LinkedHashMap<>();
            int begin = 0;
            String[] each = names.split(" +");
            for (int i = 0; i < each.length; i++) {
                String[] name = each[i].replace("_", this == FROM_2016 && !each[i].matches(".*(DESCRIPTION|_DT|_CD)|ACT.*")
                        ? "_" : " ").split("#");
                int times = name.length > 1 ? Integer.parseInt(name[1]) : 1;
                for (int t = 1; t <= times; t++) {
                    columns.put(name[0] + (times > 1 ? t : ""), new int[] {begin, WIDTHS[i]});
                    begin += WIDTHS[i];
                }
            }
            columns.remove("-");
            return columns;
        }
    }

    private SheetFixtures() {
    }

    /** The sheet, header first, that stands for a text. */
    static List<List<String>> rows(Path text, Era era) throws IOException {
        Map<String, int[]> columns = era.columns();
        List<List<String>> rows = new ArrayList<>(List.of(List.copyOf(columns.keySet())));
        for (String line : Files.readString(text, CHARSET).split("\r\n")) {
            if (line.length() < 11 || !line.substring(5, 11).matches("\\d{5}[3478]")) {
                continue;
            }
            String whole = line + " ".repeat(320 - line.length());
            if (era.rowPerCode && "48".indexOf(line.charAt(10)) >= 0) {
                List<String> first = rows.get(rows.size() - 1);
                String sofar = first.get(3);
                first.set(3, sofar + " ".repeat((80 - sofar.length() % 80) % 80) + whole.substring(11, 91).stripTrailing());
                continue;
            }
            List<String> row = new ArrayList<>();
            for (int[] column : columns.values()) {
                String value = whole.substring(column[0], column[0] + column[1]);
                // Sheets print the sequence number without its last digit.
                row.add(column[0] == 5 ? value.substring(0, 4) : column[0] == 0 ? value : value.strip());
            }
            rows.add(row);
        }
        return rows;
    }

    /** Writes {@code .xlsx}, {@code .xls} or {@code .csv}, as the name ends; {@code numeric} columns as numbers. */
    static Path write(Path file, List<List<String>> rows, String... numeric) throws IOException {
        if (file.toString().endsWith(".csv")) {
            try (CSVPrinter csv = CSVFormat.EXCEL.print(file, CHARSET)) {
                csv.printRecords(rows);
            }
            return file;
        }
        int header = 0;
        while (header < rows.size() && !rows.get(header).contains("HCPC")) {
            header++;
        }
        try (Workbook workbook = file.toString().endsWith(".xlsx") ? new XSSFWorkbook() : new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = workbook.createSheet("A");
            for (int r = 0; r < rows.size(); r++) {
                Row row = sheet.createRow(r);
                for (int c = 0; c < rows.get(r).size(); c++) {
                    String value = rows.get(r).get(c);
                    if (r > header && value.matches("\\d+") && List.of(numeric).contains(rows.get(header).get(c))) {
                        row.createCell(c).setCellValue(Double.parseDouble(value));
                    } else if (!value.isEmpty()) {
                        row.createCell(c).setCellValue(value);
                    }
                }
            }
            workbook.createSheet("Another one").createRow(0).createCell(0).setCellValue("not read");
            workbook.write(out);
        }
        return file;
    }
}
