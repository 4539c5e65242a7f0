package dev.hcpcs.loader.correction;

import static dev.hcpcs.loader.correction.CorrectionFixtures.list;
import static dev.hcpcs.loader.correction.CorrectionFixtures.row;
import static dev.hcpcs.loader.correction.CorrectionFixtures.sheet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hcpcs.loader.Diagnostic;
import dev.hcpcs.loader.ReleaseException;
import dev.hcpcs.lookup.Quarter;
import dev.hcpcs.lookup.RecordField;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of corrections in both formats, where they lie, and what is wrong with them. */
class CorrectionReaderTest {

    private static final Path FIXTURES = Path.of("src/test/resources/dev/hcpcs/loader/correction");
    private static final Path PRINT = FIXTURES.resolve("HCPC2019_Corrections_ALPHA.prn");
    private static final LocalDate NEW_YEAR = LocalDate.of(2019, 1, 1);
    private static final LocalDate SPRING = LocalDate.of(2019, 4, 1);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"HCPC2019_Corrections_ALPHA.xlsx", "HCPC2019_Corrections_ALPHA.xls"})
    void workbookWithEveryColumn(String name) throws IOException {
        CorrectionList list = only(list(folder.resolve(name),
                row("Q0900", "ADD  CODE ", NEW_YEAR, "Invented", "Invented, in full", "9,F", "O1E", "D", 0, "Q0901", "YY",
                        SPRING, "Statute 1833(t)")));

        assertThat(list).isEqualTo(new CorrectionList(name, Quarter.parse("2019-JAN"), false, List.of(new Correction(name, 5,
                name + " row 5", "Q0900", "ADD CODE", "2019-01-01", Optional.of(NEW_YEAR), Map.of(
                        RecordField.SHORT_DESCRIPTION, "Invented", RecordField.LONG_DESCRIPTION, "Invented, in full",
                        RecordField.TYPES_OF_SERVICE, "9,F", RecordField.BETOS, "O1E", RecordField.COVERAGE, "D",
                        RecordField.PRICING_INDICATORS, "00", RecordField.CROSS_REFERENCES, "Q0901",
                        RecordField.ASC_PAYMENT_GROUP, "YY", RecordField.ASC_EFFECTIVE_DATE, "2019-04-01"),
                "Statute 1833(t)", false)), List.of()));
    }

    @Test
    void exportOfAWorkbookAsCsvIsBetterThanItsPrint() throws IOException {
        Files.copy(PRINT, folder.resolve("HCPC2019_Corrections_ALPHA.prn"));
        Files.writeString(folder.resolve("HCPC2019_Corrections_ALPHA.csv"),
                "2019 CORRECTIONS,,\nCODE,ACTION,EFF DATE,COV\nQ0900,\"Change Cov to C\",01/01/2019,C\n");

        CorrectionList list = only(folder);
        assertThat(list.file()).isEqualTo("HCPC2019_Corrections_ALPHA.csv");
        assertThat(list.cutShort()).isFalse();
        assertThat(list.corrections()).singleElement().satisfies(correction ->
                assertThat(correction.stated()).isEqualTo(Map.of(RecordField.COVERAGE, "C")));
    }

    @Test
    void datesInEveryForm() throws IOException {
        CorrectionList list = only(list(folder.resolve("Corrections_2019.xlsx"), row("Q0900", "", 43466),
                row("Q0900", "", "1/1/2019"), row("Q0900", "", 20190101), row("Q0900", "", "2019-01-01"),
                row("Q0900", "", "")));

        assertThat(list.corrections()).extracting(Correction::effective)
                .containsExactly("2019-01-01", "2019-01-01", "2019-01-01", "2019-01-01", "");
        assertThat(list.remarks()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"01/0/12019", "02/29/2019", "soon"})
    void whatIsNoDateIsReportedAndKept(String date) throws IOException {
        CorrectionList list = only(list(folder.resolve("Corrections_2019.xlsx"), row("Q0900", "ADD CODE", date),
                row("Q0901", "Add \"YY\" ASC Ind", "", "", "", "", "", "", "", "", "YY", date)));

        assertThat(list.corrections().get(0).effective()).isEqualTo(date);
        assertThat(list.corrections().get(0).effectiveDate()).isEmpty();
        assertThat(list.corrections().get(1).stated()).containsEntry(RecordField.ASC_EFFECTIVE_DATE, date);
        assertThat(list.remarks()).extracting(Diagnostic::toString).containsExactly(
                "Corrections_2019.xlsx row 5: Q0900: EFF DATE '" + date
                        + "' is not a date (MM/DD/YYYY), so nothing is judged by it",
                "Corrections_2019.xlsx row 6: Q0901: ASC DATE '" + date
                        + "' is not a date (MM/DD/YYYY), so nothing is judged by it");
    }

    @Test
    void whatCannotBePlacedIsReported() throws IOException {
        CorrectionList list = only(sheet(folder.resolve("Corrections_2019.xlsx"), List.of(row("code", "action", "Mog"),
                row("Q0900", "ADD CODE", "123", "stray", "cell"), row("", "See the note"), row(), row("See note", "below"),
                row("90999", "Discontinue"))));

        assertThat(list.corrections()).extracting(Correction::code).containsExactly("Q0900", "SEE NOTE", "90999");
        assertThat(list.corrections().get(0).comments()).isEqualTo("column without a name: stray cell; MOG: 123");
        assertThat(list.remarks()).extracting(Diagnostic::toString).containsExactly(
                "Corrections_2019.xlsx row 2: Q0900: column without a name 'stray cell' stands in a column that CMS's"
                        + " corrections did not have before, and counts as a comment",
                "Corrections_2019.xlsx row 2: Q0900: MOG '123' stands in a column that CMS's corrections did not have before,"
                        + " and counts as a comment",
                "Corrections_2019.xlsx row 3: has no code and is not listed; it says [See the note]",
                "Corrections_2019.xlsx row 5: See note: CODE 'See note' is no HCPCS Level II code, so nothing can be told of"
                        + " this correction",
                "Corrections_2019.xlsx row 6: 90999: CODE '90999' is no HCPCS Level II code, so nothing can be told of this"
                        + " correction");
    }

    @Test
    void printTellsWhatItsCutColumnsAllow() throws IOException {
        CorrectionList list = only(PRINT);

        assertThat(list.cutShort()).isTrue();
        assertThat(list.corrections()).extracting(correction -> correction.line() + " " + correction.code() + "|"
                + correction.action() + "|" + correction.effective() + "|" + correction.effectiveDate().isPresent())
                .containsExactly("5 Q0900|Change Co|2019-01-01|true", "6 Q0901|ADD CODE|01/01/2019...|false",
                        "7 ZZ|Removed in|2011-01-01|true", "8 Q0902|Change Ac||false");
        assertThat(list.corrections()).allMatch(Correction::cutShort).allMatch(each -> each.stated().isEmpty());
        assertThat(list.remarks()).hasSize(1);
    }

    @Test
    void workbookBeforePrintAndEveryListOnce() throws IOException {
        Path workbook = list(folder.resolve("HCPC2019_Corrections_ALPHA.xlsx"), row("Q0900", "ADD CODE", NEW_YEAR));
        Path second = list(folder.resolve("HCPC2019_Corrections_ALPHA_v2.xlsx"), row("Q0901", "ADD CODE", NEW_YEAR));
        Path print = Files.copy(PRINT, folder.resolve("HCPC2019_Corrections_ALPHA.prn"));
        Files.writeString(folder.resolve("HCPC2019_JAN_ANWEB.txt"), "no list");

        assertThat(titles(folder)).containsExactly("HCPC2019_Corrections_ALPHA.xlsx", "HCPC2019_Corrections_ALPHA_v2.xlsx");
        assertThat(titles(print)).containsExactly("HCPC2019_Corrections_ALPHA.prn");
        assertThat(titles(print, workbook, folder)).hasSize(2);

        Path zip = zip("2019-Corrections.zip", Map.of("HCPC2019_Corrections_ALPHA.xlsx", workbook,
                "HCPC2019_Corrections_ALPHA_v2.xlsx", second, "HCPC2019_Corrections_ALPHA.prn", print));
        Files.delete(workbook);
        Files.delete(second);
        assertThat(titles(folder)).containsExactly("2019-Corrections.zip!HCPC2019_Corrections_ALPHA.xlsx",
                "2019-Corrections.zip!HCPC2019_Corrections_ALPHA_v2.xlsx");
    }

    @Test
    void zipNamedForCorrectionsHoldsThemUnderAnyName() throws IOException {
        Path list = list(folder.resolve("list.xlsx"), row("Q0900", "ADD CODE", NEW_YEAR));
        Path zip = zip("2021-April-Corrections.zip", Map.of("list.xlsx", list));

        assertThat(only(zip).quarter()).isEqualTo(Quarter.parse("2021-APR"));
        assertThat(titles(zip("2021-Corrections.zip", Map.of("list.xlsx", PRINT, "HCPC2021_APR_Corrections.xlsx", list))))
                .containsExactly("2021-Corrections.zip!HCPC2021_APR_Corrections.xlsx");
    }

    @Test
    void listsAreInOrderOfLocationWhateverTheirFormat() throws IOException {
        list(folder.resolve("b_Corrections_2019.xlsx"), row("Q0900", "ADD CODE", NEW_YEAR));
        Files.copy(PRINT, folder.resolve("a_Corrections_2019.prn"));

        assertThat(titles(folder)).containsExactly("a_Corrections_2019.prn", "b_Corrections_2019.xlsx");
    }

    @Test
    void quarterIsStatedWhereTheNameDoesNotTell() throws IOException {
        Path list = list(folder.resolve("Corrections.xlsx"), row("Q0900", "ADD CODE", NEW_YEAR));

        assertThat(CorrectionReader.read(List.of(list), Optional.of(SPRING)).get(0).quarter())
                .isEqualTo(Quarter.parse("2019-APR"));
        assertThatThrownBy(() -> read(list)).isInstanceOf(ReleaseException.class).hasMessage(list
                + ": its name does not tell the quarter that it corrects. Name it as CMS does (HCPC2019_Corrections_ALPHA.xlsx),"
                + " or state the first day of the quarter (--effective 2019-01-01)");
        assertThatThrownBy(() -> CorrectionReader.read(List.of(PRINT), Optional.of(SPRING))).hasMessage(PRINT
                + " is of 2019-JAN by its name, so no other effective date can be stated; rename it if its name is wrong");
        assertThatThrownBy(() -> CorrectionReader.read(List.of(list), Optional.of(SPRING.plusDays(1))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("is not the first day of a quarter");
    }

    static Stream<Path> badPrints() throws IOException {
        try (Stream<Path> files = Files.list(FIXTURES.resolve("bad"))) {
            return files.filter(file -> file.toString().endsWith(".prn")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("badPrints")
    void saysWhatIsWrongWithAPrint(Path print) throws IOException {
        List<String> told;
        try {
            told = CorrectionReader.read(List.of(print), Optional.of(NEW_YEAR)).stream()
                    .flatMap(list -> list.remarks().stream()).map(Diagnostic::toString).toList();
        } catch (ReleaseException e) {
            told = e.diagnostics().stream().map(Diagnostic::toString).toList();
        }
        assertThat(told).isEqualTo(Files.readAllLines(Path.of(print + ".expected")));
    }

    @Test
    void saysWhatIsWrongWithAWorkbook() throws IOException {
        Path broken = Files.writeString(folder.resolve("Corrections_broken_2019.xlsx"), "no workbook");
        Path noHeader = sheet(folder.resolve("a_Corrections_2019.xlsx"), List.of(row("HCPC", "ACTION CD"), row("Q0900", "A")));
        Path noAction = sheet(folder.resolve("b_Corrections_2019.xlsx"), List.of(row("CODE", "COV"), row("Q0900", "C")));
        Path twice = sheet(folder.resolve("c_Corrections_2019.xlsx"),
                List.of(row("CODE", "ACTION", "COV", "COV"), row("Q0900")));
        Path nothing = list(folder.resolve("d_Corrections_2019.xls"));

        assertThatThrownBy(() -> read(folder)).isInstanceOf(ReleaseException.class).hasMessageContainingAll(
                broken.getFileName() + ": cannot be read as a workbook",
                noHeader.getFileName() + ": is no list of corrections: it has no header row, which would begin with CODE and"
                        + " ACTION",
                noAction.getFileName() + " row 1: the header names no column ACTION, so what is corrected cannot be told; get"
                        + " the file anew",
                twice.getFileName() + " row 1: the header names the column COV twice, so its value cannot be told; leave one of"
                        + " them",
                nothing.getFileName() + ": is no list of corrections: nothing stands below its header");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"'' | the path of a corrections file is empty", 
        "absent.xlsx | absent.xlsx does not exist",
        "pom.xml | pom.xml is no list of corrections, whose name would end in .xlsx, .xls, .csv, .prn, .txt or .zip",
        "src/test/java | src/test/java holds no list of corrections, which would be a file (.xlsx, .xls, .csv, .prn, .txt) named"
            + " like HCPC2019_Corrections_ALPHA.xlsx"})
    void refusesWhatIsNoList(String path, String message) {
        assertThatThrownBy(() -> read(Path.of(path))).isInstanceOf(ReleaseException.class).hasMessage(message);
    }

    private static List<CorrectionList> read(Path... paths) throws IOException {
        return CorrectionReader.read(List.of(paths), Optional.empty());
    }

    private static CorrectionList only(Path path) throws IOException {
        List<CorrectionList> lists = read(path);
        assertThat(lists).hasSize(1);
        return lists.get(0);
    }

    private static List<String> titles(Path... paths) throws IOException {
        return read(paths).stream().map(CorrectionList::file).toList();
    }

    private Path zip(String name, Map<String, Path> entries) throws IOException {
        Path zip = folder.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            entries.forEach((entry, file) -> {
                try {
                    out.putNextEntry(new ZipEntry(entry));
                    out.write(Files.readAllBytes(file));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return zip;
    }
}
