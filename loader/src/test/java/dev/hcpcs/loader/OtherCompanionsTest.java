package dev.hcpcs.loader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcpcs.lookup.Companions;
import dev.hcpcs.lookup.NotOtherwiseClassifiedList;
import dev.hcpcs.lookup.Quarter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Companions as CMS might publish them in other years: no release may be lost by one, and what is plain is read. */
class OtherCompanionsTest {

    private static final String LIST = "HCPCS  LONG DESCRIPTION    ADD DATE\n\nA0001  Ambulance ride      19990101\n";
    private static final String NOTES = "  0001--ASK.  *\n";
    private static final String LISTED = "{A0001=Optional[1999-01-01]}";

    @TempDir
    private Path folder;
    private final CompanionReader reader = new CompanionReader(Optional.empty(), new LoadBudget(ReadLimits.defaults()));

    @ParameterizedTest
    @CsvSource({"HCPC, LONG DESC, ADD DT", "CODE, LONG DESC, ADDED DATE", "HCPCS Code, Description, Code Add Date"})
    void headersOfOtherYears(String code, String description, String added) throws IOException {
        Path list = SheetFixtures.write(folder.resolve("NOC_codes_OCT2024.xlsx"), List.of(List.of("HCPCS", "NOC codes 2024"),
                List.of(code, description, added), List.of("A0001", "Ambulance ride", "19990101")));

        assertThat(list(list).addedDates()).hasToString(LISTED);
        assertThat(diagnostics()).isEmpty();
    }

    @Test
    void aWorkbookWithoutAddedDates() throws IOException {
        Path list = SheetFixtures.write(folder.resolve("Oct 2024 NOC Codes.xlsx"),
                List.of(List.of("HCPCS", "LONG DESCRIPTION"), List.of("A0001", "Ambulance ride")));

        assertThat(list(list).addedDates()).hasToString("{A0001=Optional.empty}");
        assertThat(diagnostics()).containsExactly("Oct 2024 NOC Codes.xlsx: has no column ADD DATE, so when a code came on the"
                + " list is told only by the quarters of the lists");
    }

    @ParameterizedTest
    @CsvSource({"xlsx, row", "xls, row", "csv, line"})
    void aRowIsNamedAsItsFormatCountsIt(String ending, String unit) throws IOException {
        Path list = SheetFixtures.write(folder.resolve("NOC_codes_OCT2024." + ending), List.of(List.of("NOC codes"),
                List.of("HCPCS", "ADD DATE"), List.of("A0001", "19990101"), List.of("99199", "19990101")));

        assertThat(list(list).addedDates()).hasToString(LISTED);
        assertThat(diagnostics()).containsExactly(
                list.getFileName() + " " + unit + " 4: 99199: is no HCPCS Level II procedure code; left out");
    }

    @Test
    void aWorkbookWithoutCodesOrWithoutAHeader() throws IOException {
        SheetFixtures.write(folder.resolve("NOC_codes_OCT2024.xlsx"), List.of(List.of("HCPCS"), List.of("99199")));
        SheetFixtures.write(folder.resolve("NOC_codes_OCT2025.xlsx"), List.of(List.of("A title"), List.of("A0001")));

        assertThat(read(folder)).isEqualTo(Companions.NONE);
        assertThat(diagnostics()).containsExactly(
                "NOC_codes_OCT2024.xlsx row 2: 99199: is no HCPCS Level II procedure code; left out",
                "NOC_codes_OCT2024.xlsx: is no list of codes not otherwise classified: no row has a code; the file is left out",
                "NOC_codes_OCT2025.xlsx: is no list of codes not otherwise classified: it has no header row, which would begin"
                        + " with HCPCS; the file is left out");
    }

    @Test
    void columnsInAnyOrder() throws IOException {
        Path list = SheetFixtures.write(folder.resolve("NOC_codes_OCT2024.xlsx"),
                List.of(List.of("ADD DATE", "HCPCS"), List.of("19990101", "A0001")));

        assertThat(list(list).addedDates()).hasToString(LISTED);
        assertThat(diagnostics()).isEmpty();
    }

    @Test
    void csvExport() throws IOException {
        write("NOC codes_JUL2025.csv", "\ufeffNOC CODES,,,\nHCPCS,LONG DESCRIPTION,ADD DATE,TERM DATE\n"
                + "A0001,\"Ambulance ride, nos\",1/1/1999,\nA0002*,Supply,20010101,12/31/2010\n");

        assertThat(list(folder).addedDates()).hasToString("{A0001=Optional[1999-01-01], A0002=Optional[2001-01-01]}");
        assertThat(diagnostics()).isEmpty();
    }

    @Test
    void textWithTabsSlashedDatesAndAHeaderOnEveryPage() throws IOException {
        write("HCPC2022_JAN_NOC_codes.txt", "HCPC\tLONG DESC\tADD DT\nA0001\tAmbulance ride 24/7\t01/01/1999\n"
                + "\f  CODE  LONG DESC     ADD DT    TERM DT\n  A0002  Supply not other02/01/2001  12/31/2010\n");

        assertThat(list(folder).addedDates()).hasToString("{A0001=Optional[1999-01-01], A0002=Optional[2001-02-01]}");
        assertThat(diagnostics()).isEmpty();
    }

    @Test
    void wordsOfTwoLettersAreNoModifiers() throws IOException {
        write("NOC_codes_JAN2026.txt", LIST + "       as otherwise specified\nIf in doubt, ask.\n");

        assertThat(list(folder).addedDates()).hasToString(LISTED);
        assertThat(diagnostics()).containsExactly(
                "NOC_codes_JAN2026.txt line 4: as: is no HCPCS Level II procedure code; left out",
                "NOC_codes_JAN2026.txt line 5: If: is no HCPCS Level II procedure code; left out");
    }

    @Test
    void aReusedCodeListedTwiceHasTheLaterDay() throws IOException {
        write("NOC_codes_JAN2026.txt", LIST + "A0001  Another thing  20180101\nA0001  and its second line\n");

        assertThat(list(folder).addedDates()).hasToString("{A0001=Optional[2018-01-01]}");
        assertThat(diagnostics()).containsExactly("NOC_codes_JAN2026.txt line 4: A0001: is listed twice, added on 1999-01-01 and"
                + " on 2018-01-01; the later day is kept");
    }

    @ParameterizedTest
    @ValueSource(strings = {"00001--FIRST.", "0001 - FIRST.", "0001-FIRST.", "1--FIRST.", "\ufeff0001--FIRST.",
        "\u00a00001--FIRST."})
    void notesWhoseNumbersLookOtherwise(String first) throws IOException {
        write("PROC_NOTES_OCT2025.txt", first + "  *\n      OF 2018,\n      2019-2020 - AND\n      2021 - LATER * OF ALL.\n"
                + first.replace("\ufeff", "").replace('1', '2') + "\n");

        assertThat(read(folder).processingNotes().get(0).texts()).isEqualTo(
                Map.of("0001", "FIRST. OF 2018, 2019-2020 - AND 2021 - LATER * OF ALL.", "0002", "FIRST."));
        assertThat(diagnostics()).isEmpty();
    }

    @Test
    void theLargestNumberOfANote() throws IOException {
        write("proc_notes_JAN2026.txt", "0001--FIRST.\n9999--LAST.\n10000--NONE.\n");

        assertThat(read(folder).processingNotes().get(0).texts()).isEqualTo(Map.of("0001", "FIRST.", "9999", "LAST."));
        assertThat(diagnostics()).singleElement().asString().contains("note 10000 is left out");
    }

    /** A tab goes on to the next column that is a multiple of eight, so that only what is indented further is no number. */
    @Test
    void indentationByTabs() throws IOException {
        write("proc_notes_JAN2026.txt", "\t0001 - FIRST.\n  \t0002 - SECOND,\n  \t 2021 - LATER.\n        \t2022 - LAST.\n");

        assertThat(read(folder).processingNotes().get(0).texts())
                .isEqualTo(Map.of("0001", "FIRST.", "0002", "SECOND, 2021 - LATER. 2022 - LAST."));
    }

    @Test
    void theFirstNoteTellsTheIndentationOfAll() throws IOException {
        write("proc_notes_JAN2026.txt", "0001--FIRST.\n     0002--SECOND,\n   2021 - LATER.\n");

        assertThat(read(folder).processingNotes().get(0).texts()).isEqualTo(Map.of("0001", "FIRST.", "0002",
                "SECOND, 2021 - LATER."));
    }

    @Test
    void charactersOfANoteUpToTheLimit() {
        String notes = "0001--SOME\n      MORE\n";

        assertThat(said(notes, 9)).isEmpty();
        assertThat(said(notes, 8)).singleElement().asString().contains("line 2: note 0001 has more than 8 characters");
    }

    private static List<Diagnostic> said(String notes, int characters) {
        SourceFile file = new SourceFile("proc_notes_JAN2026.txt", "", "", notes.getBytes(StandardCharsets.US_ASCII),
                ReadLimits.defaults().with(ReadLimit.CELL_CHARACTERS, characters));
        Diagnostics diagnostics = new Diagnostics(file);
        ProcessingNotesReader.read(file, Quarter.parse("2026-JAN"), diagnostics);
        return diagnostics.all();
    }

    @Test
    void pagesOfNotesWithTheirHeads() throws IOException {
        String head = "             PROCESSING NOTES\n ____________\n\n";
        write("proc_notes_JAN2026.txt", head + "   0001--BEGINS\n\f" + head + "         AND ENDS.  *\n      PAGE 2 OF 2\n"
                + "   12345--NONE.  *\n         AT ALL\n   0002--LAST.\n");

        assertThat(read(folder).processingNotes().get(0).texts()).isEqualTo(Map.of("0001", "BEGINS AND ENDS.", "0002", "LAST."));
        assertThat(diagnostics()).containsExactly("proc_notes_JAN2026.txt line 10: note 12345 is left out: no record can name a"
                + " number of more than four digits");
    }

    @Test
    void aZipOfListsNamesThem() throws IOException {
        zip("noc-codes-2026-jul.zip", Map.of("Codes.txt", LIST, "Disclaimer.txt", "None."));
        zip("HCPCS-corrections-2026-apr.zip", Map.of("HCPC2026_APR.txt", "No release."));

        assertThat(load().companions().files()).hasToString("[2026-JUL (Codes.txt)]");
        assertThat(ReleaseLoader.lenient().load(Samples.text("HCPC2026_JAN_ANWEB"), folder.resolve("noc-codes-2026-jul.zip"))
                .companions().files()).hasToString("[2026-JUL (Codes.txt)]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HCPC2026_JAN_NOC.txt", "HCPC2026_JAN_NOCcodes.txt"})
    void aListIsNoReleaseOfItsQuarter(String name) throws IOException {
        write(name, LIST);

        assertThat(load().companions().files()).hasToString("[2026-JAN (" + name + ")]");
    }

    @Test
    void aStatedQuarterIsThatOfAListWhoseNameDoesNotTellIt() throws IOException {
        Path release = Files.copy(Samples.text("HCPC2026_JAN_ANWEB"), folder.resolve("release.txt"));
        Path list = write("NOC_codes.txt", LIST);

        assertThat(ReleaseLoader.lenient().effective(LocalDate.of(2026, 4, 1)).load(release, list).companions().files())
                .hasToString("[2026-APR (NOC_codes.txt)]");
    }

    @Test
    void aDamagedZipOfListsCostsNoRelease() throws IOException {
        Path damaged = write("noc-codes-2026-jul.zip", "no ZIP");
        String word = damaged + ": cannot be read (" + damaged + " is no readable ZIP";

        assertThat(load().diagnostics()).anyMatch(each -> each.toString().startsWith(word));
        assertThat(ReleaseLoader.lenient().load(Samples.text("HCPC2026_JAN_ANWEB"), damaged).diagnostics())
                .anyMatch(each -> each.toString().startsWith(word));
    }

    @Test
    void damagedNotesCostNoReleaseInTheirZip() throws IOException {
        String release = Files.readString(Samples.text("HCPC2026_JAN_ANWEB"), StandardCharsets.ISO_8859_1);
        Path zip = zip("january-2026-alpha-numeric-hcpcs-file.zip",
                Map.of("HCPC2026_JAN_ANWEB.txt", release, "proc_notes_JAN2026.txt", NOTES));
        byte[] bytes = Files.readAllBytes(zip);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        bytes[text.indexOf(NOTES) + NOTES.indexOf("ASK")]++;
        Files.write(zip, bytes);

        LoadedReleases loaded = ReleaseLoader.lenient().load(zip);
        assertThat(loaded.releases()).hasSize(1);
        assertThat(loaded.companions()).isEqualTo(Companions.NONE);
        assertThat(loaded.diagnostics()).anyMatch(each -> each.toString().contains(
                "the checksum of proc_notes_JAN2026.txt does not match; download it again); the file is left out"));
    }

    @Test
    void whereTheBestCannotBeReadTheNextIs() throws IOException {
        write("NOC_codes_JAN2026.xlsx", "no workbook");
        write("NOC_codes_JAN2026.txt", LIST);

        assertThat(list(folder).file().name()).isEqualTo("NOC_codes_JAN2026.txt");
        assertThat(diagnostics()).singleElement().asString().startsWith("NOC_codes_JAN2026.xlsx: cannot be read as a workbook");
    }

    /** The folder, beside a release. */
    private LoadedReleases load() throws IOException {
        Files.copy(Samples.text("HCPC2026_JAN_ANWEB"), folder.resolve("HCPC2026_JAN_ANWEB.txt"));
        LoadedReleases loaded = ReleaseLoader.lenient().load(folder);
        assertThat(loaded.releases()).hasSize(1);
        return loaded;
    }

    private Companions read(Path path) throws IOException {
        return reader.read(List.of(path));
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

    /** Stored, so that a byte can be damaged. */
    private Path zip(String name, Map<String, String> entries) throws IOException {
        Path zip = folder.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.setLevel(0);
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue().getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return zip;
    }
}
