package dev.hcpcs.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hcpcs.lookup.Quarter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Transaction reports of every year's layout, and which one is that of a release. */
class TransactionReportTest {

    private static final Quarter APRIL = Quarter.parse("2026-APR");
    private static final String REPORT = "HCPCS/MOD  TYPE OF CHANGE\r\nQ4257  ADD\r\n";

    @TempDir
    private Path folder;

    @Test
    void textWithTabs() throws IOException {
        assertThat(actions("HCPC2026_TransReport.txt", "HCPCS/Modifier Code\tType of Change", "JZ\tAdd",
                "Q4257\tChange in Long Description")).isEqualTo("{JZ=A, Q4257=C}");
    }

    @Test
    void textWithColumnsAndDescriptions() throws IOException {
        assertThat(actions("Changes_by_ActionCode.prn",
                "  HCPCS/MOD      TYPE OF CHANGE             SHORT DESCRIPTION              LONG DESCRIPTION",
                "      JZ          ADD                       No drug discarded              Zero drug amount discarded",
                "   Q4257          Long Description Change   Release, per sq cm             Release, per square centimeter"))
                .isEqualTo("{JZ=A, Q4257=C}");
    }

    @Test
    void disclaimerAndFootnotesAreNoCodes() throws IOException {
        assertThat(actions("trans.txt", "IF no coverage is established, ask", "HCPC/MOD  ACTION CD", "", "JZ  ADD",
                "If  no coverage is established, ask", "Total  1 code")).isEqualTo("{JZ=A}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"report.xlsx", "report.xls"})
    void workbook(String name) throws IOException {
        Path report = SheetFixtures.write(folder.resolve(name), List.of(
                List.of("Note regarding coverage"), List.of("", ""), List.of("HCPC/MOD", "ACTION CD", "SHORT DESCRIPTION"),
                List.of("   JZ", "ADD", "No drug discarded"), List.of("Q4257", "Discontinued"), List.of("Q4258")));

        assertThat(TransactionReport.read(report).actions()).hasToString("{JZ=A, Q4257=D}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Add | A", "ADD | A", "No change | N", "Discontinued | D", "Re-activated | R",
        "Coverage & Long Desc Change | B", "Coverage and Long Desc Change | B", "Coverage Change | F", "Change in Coverage | F",
        "Payment Change | P", "Change in Payment | P", "Long Description Change | C", "Short Description Change | S",
        "Misc Change (TOS, BETOS) | T", "Miscellaneous Change (BETOS or Type of Service | T", "D | D",
        "Something new | Something new"})
    void everyWordingOfEveryYear(String wording, String action) throws IOException {
        assertThat(actions("trans.txt", "HCPC\tACTION CD", "Q4257\t" + wording)).isEqualTo("{Q4257=" + action + "}");
    }

    @Test
    void whatIsNoReportIsRefused() throws IOException {
        Path notes = Files.writeString(folder.resolve("proc_notes.txt"), "0001--TEXT *");
        Path empty = Files.writeString(folder.resolve("empty.prn"), "HCPCS/MOD  TYPE OF CHANGE\n");
        Path broken = Files.writeString(folder.resolve("broken.xlsx"), "no workbook");

        assertThatThrownBy(() -> TransactionReport.read(notes)).isInstanceOf(ReleaseException.class)
                .hasMessage("proc_notes.txt: is no transaction report: it has no header row, which would begin with HCPC");
        assertThatThrownBy(() -> TransactionReport.read(empty)).hasMessageContaining("no row has a code and its type of change");
        assertThatThrownBy(() -> TransactionReport.read(broken)).hasMessageContaining("cannot be read as a workbook");
        assertThatThrownBy(() -> TransactionReport.read(folder.resolve("report.pdf")))
                .hasMessageContaining("whose name would end in .txt, .prn, .xlsx or .xls");
    }

    @Test
    void besideAFileIsTheReportOfItsQuarter() throws IOException {
        Path release = write("HCPC2026_APR_ANWEB.txt");
        write("HCPC2026_JAN_Trans_Alpha.prn");
        write("Changes_by_ActionCode.prn");
        write("HCPC2026_APR_NOC.txt");
        assertThat(beside(release)).isEqualTo("Changes_by_ActionCode.prn");
        write("HCPC2026_APR_Trans_Alpha.prn");
        assertThat(beside(release)).isEqualTo("HCPC2026_APR_Trans_Alpha.prn");
    }

    @Test
    void reportWithoutAQuarterIsThatOfTheOnlyReleaseBeside() throws IOException {
        Path release = write("HCPC2026_APR_ANWEB.txt");
        write("Changes_by_ActionCode.prn");
        assertThat(beside(folder)).isEqualTo("Changes_by_ActionCode.prn");
        write("HCPC2026_JUL_ANWEB.txt");
        assertThat(beside(release)).isEqualTo("none");
        assertThat(beside(folder)).isEqualTo("none");
    }

    @Test
    void inAZipOrBesideIt() throws IOException {
        Path zip = zip("april-2026-alpha-numeric-hcpcs-file.zip", "HCPC2026_APR_ANWEB.txt", "Changes_by_HCPCSCode.prn",
                "HCPC2026_Trans_Alpha.txt");
        assertThat(beside(zip)).isEqualTo("april-2026-alpha-numeric-hcpcs-file.zip!Changes_by_HCPCSCode.prn");
        assertThat(beside(folder)).isEqualTo("april-2026-alpha-numeric-hcpcs-file.zip!Changes_by_HCPCSCode.prn");
        Path without = zip("HCPC2026_APR.zip", "HCPC2026_APR_ANWEB.txt");
        assertThat(beside(without)).isEqualTo("none");
        write("HCPC2026_APR_Trans_Alpha.prn");
        assertThat(beside(without)).isEqualTo("HCPC2026_APR_Trans_Alpha.prn");
    }

    private String actions(String name, String... lines) throws IOException {
        Path report = Files.writeString(folder.resolve(name), String.join("\r\n", lines) + "\r\n");
        return TransactionReport.read(report).actions().toString();
    }

    private static String beside(Path release) throws IOException {
        Optional<TransactionReport> report = TransactionReport.beside(release, APRIL);
        return report.map(TransactionReport::file).orElse("none");
    }

    private Path write(String name) throws IOException {
        return Files.writeString(folder.resolve(name), REPORT);
    }

    private Path zip(String name, String... entries) throws IOException {
        Path zip = folder.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String entry : entries) {
                out.putNextEntry(new ZipEntry(entry));
                out.write(REPORT.getBytes());
            }
        }
        return zip;
    }
}
