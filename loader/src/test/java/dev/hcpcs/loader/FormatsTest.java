package dev.hcpcs.loader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcpcs.loader.SheetFixtures.Era;
import dev.hcpcs.lookup.HcpcsRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One release reads the same in every form it can come in. */
class FormatsTest {

    /** The sample with a disclaimer, a description over several lines, and a processing note. */
    private static final Path TEXT = Samples.text("HCPC2020_OCT_ANWEB");

    @TempDir
    private Path folder;
    private List<HcpcsRecord> expected;

    @BeforeEach
    void readText() throws IOException {
        expected = read(TEXT);
    }

    @ParameterizedTest
    @CsvSource({"FROM_2016,xlsx", "FROM_2016,xls", "FROM_2016,csv", "OF_2013,xlsx", "OF_2013,xls", "OF_2013,csv",
        "OF_2012,xlsx", "OF_2012,xls", "OF_2012,csv"})
    void everyEraInEverySheetFormat(Era era, String ending) throws IOException {
        Path sheet = SheetFixtures.write(folder.resolve("HCPC2020_OCT_ANWEB." + ending), SheetFixtures.rows(TEXT, era));
        assertThat(read(sheet)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void numbersWhereTextBelongs(String ending) throws IOException {
        Path sheet = SheetFixtures.write(folder.resolve("HCPC2020_OCT_ANWEB." + ending),
                SheetFixtures.rows(TEXT, Era.FROM_2016), "SEQNUM", "RECID", "PRICE1", "MULT_PI", "MCM1", "PROCNOTE", "TOS1",
                "ANEST_BU", "ADD DT", "ACT EFF DT", "TERM DT", "XREF1");
        assertThat(read(sheet)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls", "csv"})
    void disclaimerBlankRowsExtraColumnAndAnyOrder(String ending) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Note regarding coverage"));
        rows.add(List.of());
        rows.add(List.of("A second paragraph", "", "with a second cell"));
        for (List<String> row : SheetFixtures.rows(TEXT, Era.FROM_2016)) {
            List<String> reversed = new ArrayList<>(row);
            Collections.reverse(reversed);
            reversed.add(0, rows.size() == 3 ? "NEW COLUMN" : "x");
            rows.add(reversed);
        }
        for (int blank = 0; blank < 100; blank++) {
            rows.add(List.of("", "", " "));
        }
        assertThat(read(SheetFixtures.write(folder.resolve("HCPC2020_OCT_ANWEB." + ending), rows))).isEqualTo(expected);
    }

    /** As some programs export whole numbers: 2049.0, 3.0, 20190101.0. */
    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls", "csv"})
    void decimalsWhereWholeNumbersBelong(String ending) throws IOException {
        List<List<String>> rows = SheetFixtures.rows(TEXT, Era.FROM_2016);
        List<String> header = rows.get(0);
        rows.subList(1, rows.size()).forEach(row -> row.replaceAll(value -> value.matches("\\d+") ? value + ".0" : value));
        assertThat(header).contains("MCM1", "PROCNOTE", "RECID");
        assertThat(read(SheetFixtures.write(folder.resolve("HCPC2020_OCT_ANWEB." + ending), rows))).isEqualTo(expected);
    }

    /** A number 20180101 whose cell is formatted as a date is no day of the year 57,000; a real date is that date. */
    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void cellsInADateFormat(String ending) throws IOException {
        Path file = SheetFixtures.write(folder.resolve("HCPC2020_OCT_ANWEB." + ending),
                SheetFixtures.rows(TEXT, Era.FROM_2016), "ACT EFF DT");
        try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(Files.readAllBytes(file)));
                OutputStream out = Files.newOutputStream(file)) {
            CellStyle style = workbook.createCellStyle();
            style.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
            int added = SheetFixtures.rows(TEXT, Era.FROM_2016).get(0).indexOf("ADD DT");
            for (Row row : workbook.getSheetAt(0)) {
                row.getCell(added + 1).setCellStyle(style);
                if (row.getRowNum() > 0) {
                    LocalDate date = LocalDate.parse(row.getCell(added).getStringCellValue(), DateTimeFormatter.BASIC_ISO_DATE);
                    row.getCell(added).setCellValue(date);
                    row.getCell(added).setCellStyle(style);
                }
            }
            workbook.write(out);
        }
        assertThat(read(file)).isEqualTo(expected);
    }

    /** Counted from 1, as a workbook shows them. */
    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void aFaultyCellIsFoundByItsRow(String ending) throws IOException {
        List<List<String>> rows = SheetFixtures.rows(TEXT, Era.FROM_2016);
        rows.get(1).set(rows.get(0).indexOf("ADD DT"), "soon");
        Path file = SheetFixtures.write(folder.resolve("HCPC2020_OCT_ANWEB." + ending), rows);

        assertThat(ReleaseLoader.lenient().load(file).diagnostics()).singleElement().asString()
                .startsWith("HCPC2020_OCT_ANWEB." + ending + " row 2 column ADD DT: ");
    }

    @Test
    void aSheetWithoutAHeaderShowsItsFirstRow() throws IOException {
        assertThat(refusal(List.of())).endsWith("would begin with HCPC; the first sheet is empty");
        assertThat(refusal(List.of(" A note", "", "on two cells "))).endsWith("; its first row is 'A note | on two cells'");
        assertThat(refusal(List.of("x".repeat(80)))).endsWith("'" + "x".repeat(80) + "'");
        assertThat(refusal(List.of("x".repeat(81)))).endsWith("'" + "x".repeat(80) + "...'");
    }

    private String refusal(List<String> firstRow) throws IOException {
        Path sheet = SheetFixtures.write(folder.resolve("HCPC2020_OCT_ANWEB.xlsx"), List.of(List.of(), firstRow));
        return ReleaseLoader.lenient().read(List.of(sheet)).releases().get(0).file().errors().get(0).problem();
    }

    @Test
    void sequenceNumbersWithTheirLastDigit() throws IOException {
        List<List<String>> rows = SheetFixtures.rows(TEXT, Era.FROM_2016);
        int column = rows.get(0).indexOf("SEQNUM");
        rows.subList(1, rows.size()).forEach(row -> row.set(column, row.get(column) + "0"));
        assertThat(read(SheetFixtures.write(folder.resolve("HCPC2020_OCT_ANWEB.csv"), rows))).isEqualTo(expected);
    }

    @Test
    void aRowIsTheFirstOfARecordOrGoesOnWithIt() throws IOException {
        List<List<String>> rows = SheetFixtures.rows(TEXT, Era.FROM_2016);
        rows.get(1).set(rows.get(0).indexOf("RECID"), "5");
        Path sheet = SheetFixtures.write(folder.resolve("HCPC2020_OCT_ANWEB.xlsx"), rows);

        assertThat(ReleaseLoader.lenient().read(List.of(sheet)).releases().get(0).file().errors()).singleElement().asString()
                .endsWith("record identification '5' is none of 3, 4, 7 and 8; get the file anew");
    }

    @Test
    void anExportWithoutItsLastLineEndIsCutOffWhereItsLastValueIsMissing() throws IOException {
        List<List<String>> rows = SheetFixtures.rows(TEXT, Era.FROM_2016);
        List<String> last = rows.get(rows.size() - 1);
        last.set(last.size() - 1, "");
        Path sheet = SheetFixtures.write(folder.resolve("HCPC2020_OCT_ANWEB.csv"), rows);
        Files.writeString(sheet, Files.readString(sheet, StandardCharsets.ISO_8859_1).stripTrailing(),
                StandardCharsets.ISO_8859_1);
        assertThat(ReleaseLoader.lenient().read(List.of(sheet)).releases().get(0).file().errors()).singleElement().asString()
                .endsWith("has no last value and no line end: the row is cut off; get the file anew");

        Files.writeString(sheet, "A note");
        assertThat(ReleaseLoader.lenient().read(List.of(sheet)).releases().get(0).file().errors()).singleElement().asString()
                .contains("has no header row");
    }

    @Test
    void charactersOfAnExportAreCountedRowByRow() throws IOException {
        List<List<String>> rows = SheetFixtures.rows(TEXT, Era.FROM_2016);
        rows.addAll(Collections.nCopies(20_000, List.of("", "")));
        Path sheet = SheetFixtures.write(folder.resolve("HCPC2020_OCT_ANWEB.csv"), rows);

        assertThat(ReleaseLoader.strict().limits(ReadLimits.defaults().with(ReadLimit.ROW_CHARACTERS, 2_000)).load(sheet)
                .releases().get(0).records()).isEqualTo(expected);
    }

    @Test
    void messagesShowASequenceNumberAsTheTextHasIt() throws IOException {
        List<List<String>> rows = SheetFixtures.rows(TEXT, Era.OF_2013);
        List<String> continuation = rows.stream().filter(row -> row.get(2).equals("4")).findFirst().orElseThrow();
        continuation.set(1, "9");
        Path sheet = SheetFixtures.write(folder.resolve("HCPC2020_OCT_ANWEB.xlsx"), rows);

        assertThat(ReleaseLoader.lenient().read(List.of(sheet)).releases().get(0).file().errors().get(0).problem())
                .startsWith("sequence number '00090' does not follow '00100'");
    }

    @Test
    void modifiersWithoutTheirLeadingBlanks() throws IOException {
        List<List<String>> rows = SheetFixtures.rows(TEXT, Era.FROM_2016);
        rows.subList(1, rows.size()).forEach(row -> row.set(0, row.get(0).strip()));
        assertThat(read(SheetFixtures.write(folder.resolve("HCPC2020_OCT_ANWEB.xlsx"), rows))).isEqualTo(expected);
    }

    @Test
    void textWithOrWithoutItsTrailingBlanks() throws IOException {
        String text = Files.readString(TEXT, StandardCharsets.ISO_8859_1);
        assertThat(read(write(text.replaceAll(" +\r\n", "\r\n")))).isEqualTo(expected);
        assertThat(read(write(text.replace("\r\n", "\n")))).isEqualTo(expected);
        assertThat(read(write(text + "\r\n" + " ".repeat(320) + "\r\n"))).isEqualTo(expected);
        assertThat(read(write(text + "\u001a"))).isEqualTo(expected);
    }

    @Test
    void textWithoutItsLastLineEndIsReadAndSaysSo() throws IOException {
        String text = Files.readString(TEXT, StandardCharsets.ISO_8859_1);
        LoadedReleases loaded = ReleaseLoader.lenient().load(write(text.stripTrailing()));

        assertThat(loaded.releases().get(0).records()).isEqualTo(expected);
        assertThat(loaded.diagnostics()).singleElement().asString().isEqualTo("HCPC2020_OCT_ANWEB.txt line 15: Q9957: is the"
                + " last line and has no line end: the file may be cut short; get it anew, or end the line if it is whole");
    }

    @Test
    void pieceOfADescriptionMayEndInABlankThatTrimmingAte() throws IOException {
        HcpcsRecord long3 = expected.stream().filter(record -> record.code().value().equals("G0504")).findFirst().orElseThrow();
        assertThat(long3.longDescription()).startsWith("Psychiatric care in collaboration").contains("every further 30 minutes")
                .contains("a psychiatrist").endsWith("of the first hour").hasSizeGreaterThan(240);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("HCPC2020_OCT_ANWEB.txt"), text, StandardCharsets.ISO_8859_1);
    }

    private static List<HcpcsRecord> read(Path file) throws IOException {
        return ReleaseLoader.strict().load(file).releases().get(0).records();
    }
}
