package dev.hcpcs.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.FormulaError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows of a workbook's first sheet, and each limit to them, up to which they are read. */
class WorkbooksTest {

    @TempDir
    private Path folder;

    @Test
    void cellsWithAndWithoutTheirPlaces() throws IOException {
        assertThat(xlsx("<row r=\"2\"><c><v>1</v></c><c r=\"C2\"><v>3</v></c><c><v>4</v></c></row><row/>"))
                .isEqualTo("2 [1, , 3, 4], 3 [], end");
    }

    @Test
    void errorsAreShownAsTheSheetDoes() throws IOException {
        assertThat(xlsx("<row r=\"1\"><c t=\"e\"><v>#N/A</v></c><c t=\"str\"><v>ERROR</v></c></row>"))
                .isEqualTo("1 [#N/A, ERROR], end");
    }

    @Test
    void cellsOfEachKindInAnOldWorkbook() throws IOException {
        assertThat(xls(row -> {
            row.createCell(0).setCellValue("HCPC");
            row.createCell(1).setCellErrorValue(FormulaError.REF);
            row.createCell(2).setCellValue(7);
            row.createCell(3).setCellValue(true);
            row.createCell(4).setCellFormula("3+5");
            row.createCell(5).setCellFormula("\"te\"&\"xt\"");
        }, ReadLimits.defaults())).isEqualTo("1 [HCPC, #REF!, 7, , 8, text], end");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"<row r='2'/><row r='1'/> | row 1 follows row 2",
        "<row r='2'/><row r='2'/> | row 2 follows row 2",
        "<row r='3'><c r='B3'><v>1</v></c><c r='B3'><v>2</v></c></row> | a row has column 2 twice",
        "<row r='3'><c r='B3' t='s'><v>one</v></c></row> | cell B3 in row 3 has no shared string",
        "<row r='1'><c r='XFE1'><v>1</v></c></row> | the sheet has more than 16,384 columns"})
    void whatStandsWhereNothingCan(String rows, String word) throws IOException {
        assertThat(xlsx(rows.replace('\'', '"'))).contains("it.xlsx: cannot be read as a workbook (", word).doesNotContain("end");
    }

    @Test
    void whatPoiRefusesIsToldToBeDamagedAndALimitIsNot() throws IOException {
        assertThat(xlsx("<row r=\"1\">")).contains("; it is damaged or no workbook, get it anew");
        assertThat(xlsx("<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>")).doesNotContain("it is damaged");
    }

    @Test
    void aWorkbookMayHaveNoSharedStrings() throws IOException {
        assertThat(xlsx(new HostileWorkbook().rows("<row r=\"1\"><c><v>1</v></c></row>")
                .replace(HostileWorkbook.CONTENT_TYPES, "sharedStrings+xml", "other+xml"), ReadLimits.defaults()))
                .isEqualTo("1 [1], end");
    }

    @Test
    void sharedStringsUpToTheLimit() throws IOException {
        HostileWorkbook workbook = new HostileWorkbook().strings("<si><t>HCPC</t></si><si><t>more</t></si>");
        ReadLimits limits = ReadLimits.defaults();

        assertThat(xlsx(workbook, limits.with(ReadLimit.SHARED_STRINGS, 2))).isEqualTo("1 [HCPC], end");
        assertThat(xlsx(workbook, limits.with(ReadLimit.SHARED_STRINGS, 1)))
                .contains("the workbook has more than 1 shared strings").doesNotContain("end");
    }

    @Test
    void aDocumentTypeIsRefused() throws IOException {
        assertThat(xlsx(new HostileWorkbook().with(HostileWorkbook.SHEET, "<!DOCTYPE x>", ""), ReadLimits.defaults()))
                .contains("has a document type, which no workbook of Excel's has").doesNotContain("1 [HCPC]");
    }

    /** A limit that a description breaks is told, even where POI would go on without the part. */
    @Test
    void aDescriptionOfTooManyBytes() throws IOException {
        assertThat(xlsx(new HostileWorkbook(), ReadLimits.defaults().with(ReadLimit.WORKBOOK_DESCRIPTION_BYTES, 100)))
                .contains("the workbook has more than 100 bytes");
    }

    @Test
    void oldWorkbooksAreCountedByTheirCellsAndByTheStringsThatTheyShare() throws IOException {
        ReadLimits limits = ReadLimits.defaults().with(ReadLimit.XLS_CELLS, 1_500);
        String refusal = "the workbook has more than 1,500 cells and shared strings";

        assertThat(xls(cells(1_000, column -> "one"), limits)).endsWith("end");
        assertThat(xls(cells(1_000, column -> "" + column), limits)).contains(refusal).doesNotContain("end");
        assertThat(xls(cells(1_000, column -> ""), limits)).endsWith("end");
        assertThat(xls(cells(2_000, column -> ""), limits)).contains(refusal).doesNotContain("end");
    }

    /** Cells in rows of a hundred; those without a text are blank, and a row of them is one record of the file. */
    private static Consumer<HSSFRow> cells(int count, IntFunction<String> text) {
        return first -> {
            for (int cell = 0; cell < count; cell++) {
                HSSFRow row = cell % 100 == 0 ? first.getSheet().createRow(cell / 100) : first.getSheet().getRow(cell / 100);
                if (text.apply(cell).isEmpty()) {
                    row.createCell(cell % 100);
                } else {
                    row.createCell(cell % 100).setCellValue(text.apply(cell));
                }
            }
        };
    }

    private String xlsx(String rows) throws IOException {
        return xlsx(new HostileWorkbook().rows(rows), ReadLimits.defaults());
    }

    private String xlsx(HostileWorkbook workbook, ReadLimits limits) throws IOException {
        byte[] bytes = Files.readAllBytes(workbook.write(folder.resolve("it.xlsx")));
        return told(new SourceFile("it.xlsx", "", "it.xlsx", bytes, limits));
    }

    private static String xls(Consumer<HSSFRow> firstRow, ReadLimits limits) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            firstRow.accept(workbook.createSheet("A").createRow(0));
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            workbook.write(bytes);
        }
        return told(new SourceFile("it.xls", "", "it.xls", bytes.toByteArray(), limits));
    }

    /** The rows with their cells, the end, and what is wrong. */
    private static String told(SourceFile file) {
        List<String> told = new ArrayList<>();
        Diagnostics diagnostics = new Diagnostics(file);
        SheetRows rows = new SheetRows() {

            @Override
            public void row(int number, List<String> cells) {
                told.add(number + " " + cells);
            }

            @Override
            public void finish() {
                told.add("end");
            }
        };
        if (file.name().endsWith(".xls")) {
            Workbooks.readXls(file, rows, diagnostics);
        } else {
            Workbooks.readXlsx(file, rows, diagnostics);
        }
        diagnostics.all().forEach(each -> told.add(each.toString()));
        return String.join(", ", told);
    }
}
