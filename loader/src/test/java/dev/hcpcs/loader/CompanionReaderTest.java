package dev.hcpcs.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hcpcs.lookup.Companions;
import dev.hcpcs.lookup.NotOtherwiseClassifiedList;
import dev.hcpcs.lookup.ProcessingNotes;
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
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of codes not otherwise classified and processing notes, in every form they come in. */
class CompanionReaderTest {

    private static final String LIST = """
                                         NOC CODES - HCPCS 2026


              HCPCS  LONG DESCRIPTION                                            ADD DATE  TERM DATE

              A0001  Ambulance ride, not otherwise classified                    19990101
              A0002  Ambulance supply, miscellaneous                             20010101  20101231
              J0003  Drug whose description is cut where the date begins, not oth19990401
              J0004  Drug whose description runs over into a second line, not    20020101
              J0004  otherwise specified
              L0005  Without a date
                \u001a
            """.replace("\n", "\r\n");
    private static final String NOTES = """
                                                    PROCESSING NOTES
             ________________________________________________________________________

                      0001--THIS NOTE STANDS ON ONE LINE.                                  *
                                                                                           *
                      0002--THIS ONE  IS CONTINUED                                         *
                            WITH DASHES -- AND 2003-2004.                                  *
            \t
            \t  0003--NO STAR HERE,\t\t\t
            \t\tBUT THERE, "QUOTED".\t\t\t   * \t

            \t
            """.replace("\n", "\r\n");
    private static final String LISTED = "{A0001=Optional[1999-01-01], A0002=Optional[2001-01-01], J0003=Optional[1999-04-01],"
            + " J0004=Optional[2002-01-01], L0005=Optional.empty}";

    @TempDir
    private Path folder;
    private final CompanionReader reader = new CompanionReader(Optional.empty(), new LoadBudget(ReadLimits.defaults()));

    @ParameterizedTest
    @ValueSource(strings = {"NOC_Codes_2026_JAN.prn", "NOC codes_JAN2026.txt"})
    void listAsText(String name) throws IOException {
        NotOtherwiseClassifiedList list = list(write(name, LIST));

        assertThat(list.file().quarter()).hasToString("2026-JAN");
        assertThat(list.file().name()).isEqualTo(name);
        assertThat(list.addedDates()).hasToString(LISTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0085", "\u2028"})
    void noCodeIsLostToALineEndThatIsNone(String separator) throws IOException {
        assertThat(list(write("NOC codes_JAN2026.txt", LIST.replace("supply, ", "supply," + separator))).addedDates())
                .hasToString(LISTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOC codes_JAN2026.xlsx", "NOC codes_JAN2026.xls"})
    void listAsWorkbook(String name) throws IOException {
        Path workbook = SheetFixtures.write(folder.resolve(name), List.of(List.of("", "NOC CODES - HCPCS 2026"), List.of(),
                List.of("HCPCS", "LONG DESCRIPTION", "ADD DATE", "TERM DATE"), List.of("", "", "", ""),
                List.of("A0001", "Ambulance ride", "19990101"), List.of("A0002", "Ambulance supply", "20010101", "20101231"),
                List.of("J0003", "Drug", "19990401"), List.of("J0004", "Drug, not", "20020101"),
                List.of("J0004", "otherwise specified"), List.of("L0005", "Without a date"), List.of("\u001a")));

        assertThat(list(workbook).addedDates()).hasToString(LISTED);
    }

    @Test
    void notes() throws IOException {
        ProcessingNotes notes = read(write("proc_notes_2019.txt", NOTES)).processingNotes().get(0);

        assertThat(notes.file().quarter()).hasToString("2019-JAN");
        assertThat(notes.texts()).hasToString("{0001=THIS NOTE STANDS ON ONE LINE.,"
                + " 0002=THIS ONE IS CONTINUED WITH DASHES -- AND 2003-2004., 0003=NO STAR HERE, BUT THERE, \"QUOTED\".}");
        assertThat(reader.diagnostics()).isEmpty();
    }

    @Test
    void inAZipWhoseNameTellsTheQuarter() throws IOException {
        Path zip = folder.resolve("october-2026-alpha-numeric-hcpcs-file.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String name : List.of("NOC codes.txt", "proc_notes.txt", "proc_notes_2026.doc")) {
                out.putNextEntry(new ZipEntry(name));
                out.write((name.startsWith("NOC") ? LIST : NOTES).getBytes());
            }
        }

        assertThat(read(folder).files()).hasToString("[2026-OCT (NOC codes.txt), 2026-OCT (proc_notes.txt)]");
    }

    @Test
    void theLatestVersionAndOfItTheWorkbook() throws IOException {
        write("NOC_codes_JAN2026_v2.txt", LIST.replace("A0001", "A1111"));
        write("NOC_codes_JAN2026.txt", LIST);
        assertThat(list(folder).file().name()).isEqualTo("NOC_codes_JAN2026_v2.txt");
        SheetFixtures.write(folder.resolve("NOC_codes_JAN2026_v2.xlsx"),
                List.of(List.of("HCPCS", "LONG DESCRIPTION", "ADD DATE"), List.of("A0001", "Ambulance ride", "19990101")));
        assertThat(list(folder).file().name()).isEqualTo("NOC_codes_JAN2026_v2.xlsx");
        assertThat(reader.diagnostics()).isEmpty();
    }

    @Test
    void twoThatDifferAreToldApartByNothing() throws IOException {
        write("NOC_codes_JAN2026.txt", LIST);
        write("NOC-codes_JAN2026.txt", LIST.replace("A0001", "A1111"));

        assertThat(list(folder).file().name()).isEqualTo("NOC-codes_JAN2026.txt");
        assertThat(diagnostics()).containsExactly("NOC_codes_JAN2026.txt: left out, because "
                + folder.resolve("NOC-codes_JAN2026.txt")
                + " is of the same quarter and kind; they differ, and no version in their names tells which is later");
    }

    @Test
    void whatCannotBeReadIsLeftOutWithAWord() throws IOException {
        write("NOC_codes_JAN2026.txt", "Ambulance ride A0001\n");
        write("NOC_codes_APR2026.txt", "HCPCS  LONG DESCRIPTION\n");
        write("NOC_codes_JUL2026.xlsx", "no workbook");
        write("NOC_codes_2025.txt", LIST);
        write("proc_notes_JAN2026.txt", "See the manual.\n");

        assertThat(read(folder)).isEqualTo(Companions.NONE);
        assertThat(diagnostics()).hasSize(5).contains("NOC_codes_JAN2026.txt: is no list of codes not otherwise classified: it"
                + " has no header row, which would begin with HCPCS; the file is left out")
                .anySatisfy(each -> assertThat(each).endsWith("no row has a code; the file is left out"))
                .anySatisfy(each -> assertThat(each).contains("cannot be read as a workbook").endsWith("; the file is left out"))
                .contains("proc_notes_JAN2026.txt: holds no processing notes, which would begin like 0001--TEXT;"
                        + " the file is left out")
                .contains("NOC_codes_2025.txt: its name does not tell its quarter, so it is left out; name it as CMS does"
                        + " (NOC codes_JUL2025.xlsx, proc_notes_JAN2026.txt)");
    }

    @Test
    void oddRowsAndNotesAreRemarkedOn() throws IOException {
        write("NOC_codes_JAN2026.txt", LIST + "  99199  Special service  19990101\r\n  E0006  Bed, nos  19991301\r\n");
        write("proc_notes_JAN2026.txt", NOTES + " 0001--AGAIN *\r\n AND MORE *\r\n");

        assertThat(read(folder).notOtherwiseClassified().get(0).addedDates()).hasSize(6);
        assertThat(read(folder).processingNotes().get(0).texts()).containsEntry("0001", "THIS NOTE STANDS ON ONE LINE.");
        assertThat(diagnostics()).startsWith(
                "NOC_codes_JAN2026.txt line 13: 99199: is no HCPCS Level II procedure code; left out",
                "NOC_codes_JAN2026.txt line 14: E0006: added date '19991301' is not a date (YYYYMMDD or MM/DD/YYYY); left out",
                "proc_notes_JAN2026.txt line 13: note 0001 stands there twice; the first one is kept");
    }

    @Test
    void comeAlongWithReleasesAndNeverAlone() throws IOException {
        Path list = write("NOC_codes_JAN2026.txt", LIST.replace("A0001", "J3490"));
        Path broken = write("proc_notes_JAN2026.txt", "See the manual.\n");

        LoadedReleases loaded = ReleaseLoader.lenient().load(Samples.text("HCPC2026_JAN_ANWEB"), list, broken);
        assertThat(loaded.companions().files()).hasToString("[2026-JAN (NOC_codes_JAN2026.txt)]");
        assertThat(loaded.index().lookup("J3490", Quarter.parse("2026-JAN").effectiveDate()).notOtherwiseClassified())
                .contains(true);
        assertThat(loaded.diagnostics()).anyMatch(each -> each.toString().startsWith("proc_notes_JAN2026.txt: holds no"));
        assertThatThrownBy(() -> ReleaseLoader.strict().load(Samples.text("HCPC2026_JAN_ANWEB"), broken))
                .isInstanceOf(ReleaseException.class).hasMessageContaining("proc_notes_JAN2026.txt: holds no processing notes");
        assertThatThrownBy(() -> ReleaseLoader.lenient().load(folder)).isInstanceOf(ReleaseException.class)
                .hasMessage("no release is named, only lists of NOC codes or processing notes: [" + folder + "]");
    }

    @Test
    void cmsOwnFiles() throws IOException {
        RealReleases.assumePresent();
        Companions of2019 = read(RealReleases.cms("2019-HCPCS-NOC-Codes.zip"));
        Path print = folder.resolve("NOC_Codes_2019.prn");
        Files.write(print, FoundFile
                .within(RealReleases.cms("2019-HCPCS-NOC-Codes.zip"), new LoadBudget(ReadLimits.defaults())).stream()
                .filter(file -> file.location().endsWith(".prn")).findFirst().orElseThrow().read().bytes());
        Companions recent = read(RealReleases.cms("NOC codes_JUL2025.xlsx"));

        assertThat(of2019.files()).hasToString("[2019-JAN (NOC_Codes_2019.xlsx)]");
        assertThat(of2019.notOtherwiseClassified().get(0).addedDates()).hasSize(139)
                .isEqualTo(list(print).addedDates());
        assertThat(recent.files()).hasToString("[2025-JUL (NOC codes_JUL2025.xlsx)]");
        assertThat(recent.notOtherwiseClassified().get(0).addedDates()).hasSize(163);
        assertThat(noteCounts("2012-12anweb.zip", "2016", "2017-Alpha-Numeric-HCPCS-File.zip",
                "2019-Alpha-Numeric-HCPCS-File.zip", "proc_notes_JAN2026.txt")).containsExactly("2012-JAN 177",
                        "2016-JAN 206", "2017-JAN 211", "2019-JAN 218",
                "2026-JAN 234");
        assertThat(reader.diagnostics()).isEmpty();
    }

    private List<String> noteCounts(String... names) throws IOException {
        return read(List.of(names).stream().map(RealReleases::cms).toArray(Path[]::new)).processingNotes().stream()
                .map(notes -> notes.file().quarter() + " " + notes.texts().size()).toList();
    }

    private Companions read(Path... paths) throws IOException {
        return reader.read(List.of(paths));
    }

    private NotOtherwiseClassifiedList list(Path path) throws IOException {
        return read(path).notOtherwiseClassified().get(0);
    }

    private List<String> diagnostics() {
        return reader.diagnostics().stream().map(Diagnostic::toString).toList();
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
