package dev.hcpcs.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.hcpcs.lookup.HcpcsCode;
import dev.hcpcs.lookup.HcpcsRecord;
import dev.hcpcs.lookup.Release;
import dev.hcpcs.lookup.ReleaseContent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which file is the release: alone, in a ZIP, in a folder, beside other versions. */
class ReleaseLoaderTest {

    @TempDir
    private Path folder;
    private byte[] text;
    private byte[] otherText;
    private byte[] workbook;

    @BeforeEach
    void readSamples() throws IOException {
        text = Files.readAllBytes(Samples.text("HCPC2026_JAN_ANWEB"));
        otherText = new String(text, StandardCharsets.ISO_8859_1).replace("Release,", "RELEASE,")
                .getBytes(StandardCharsets.ISO_8859_1);
        workbook = Files.readAllBytes(Samples.FOLDER.resolve("HCPC2026_JAN_ANWEB.xlsx"));
    }

    @Test
    void zipHoldsTheReleaseAmongItsOtherFiles() throws IOException {
        Path zip = zip("january-2026-alpha-numeric-hcpcs-file.zip", Map.of(
                "HCPC2026_README.txt", "read me".getBytes(), "proc_notes_JAN2026.txt", "0001--NOTE\n".getBytes(),
                "HCPC2026_JAN_Trans_Alpha.xlsx", workbook, "folder/HCPC2026_JAN_ANWEB.txt", text,
                "folder/HCPC2026_JAN_ANWEB.xlsx", workbook));

        assertThat(loaded(zip)).containsExactly("2026-JAN (HCPC2026_JAN_ANWEB.txt)");
    }

    @Test
    void zipTellsTheQuarterThatItsFileDoesNot() throws IOException {
        assertThat(loaded(zip("october-2026-alpha-numeric-hcpcs-file.zip", Map.of("hcpcs.txt", text))))
                .containsExactly("2026-OCT (hcpcs.txt)");
        assertThat(loaded(zip("july-2020-alpha-numeric-hcpcs-file.zip", Map.of("HCPC2020_ANWEB.txt", text))))
                .containsExactly("2020-JUL (HCPC2020_ANWEB.txt)");
    }

    @Test
    void fileTellsTheQuarterBeforeItsZip() throws IOException {
        assertThat(loaded(zip("january-2025.zip", Map.of("HCPC2026_JAN_ANWEB.txt", text))))
                .containsExactly("2026-JAN (HCPC2026_JAN_ANWEB.txt)");
    }

    @Test
    void zipWithoutAReleaseNamesWhatItHolds() throws IOException {
        Path zip = zip("2026-Corrections.zip", Map.of("Corrections_2026.xlsx", workbook, "picture.png", text));
        assertRefused("holds no release", zip).hasMessageContaining("[Corrections_2026.xlsx, picture.png]");
    }

    @Test
    void damagedZips() throws IOException {
        Path whole = zip("january-2026.zip", Map.of("HCPC2026_JAN_ANWEB.txt", text));
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = Files.write(folder.resolve("april-2026.zip"), Arrays.copyOf(bytes, bytes.length / 2));
        assertRefused("is no readable ZIP", cut).hasMessageContaining("download it again");
        for (int i = 100; i < 140; i++) {
            bytes[i] ^= 0x55;
        }
        Path flipped = Files.write(folder.resolve("july-2026.zip"), bytes);
        assertRefused("is damaged: HCPC2026_JAN_ANWEB.txt cannot be read", flipped);
    }

    /** The JDK reads such an entry without a word. */
    @Test
    void changedByteInAZipIsNoticed() throws IOException {
        CRC32 sum = new CRC32();
        sum.update(text);
        ZipEntry entry = new ZipEntry("HCPC2026_JAN_ANWEB.txt");
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(text.length);
        entry.setCrc(sum.getValue());
        Path stored = folder.resolve("january-2026.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(stored))) {
            zip.putNextEntry(entry);
            zip.write(text);
        }
        assertThat(loaded(stored)).isEqualTo(loaded(zip("january-2026-again.zip", Map.of("HCPC2026_JAN_ANWEB.txt", text))));
        byte[] bytes = Files.readAllBytes(stored);
        bytes[text.length / 2] ^= 1;

        assertRefused("is damaged: the checksum of HCPC2026_JAN_ANWEB.txt does not match; download it again",
                Files.write(stored, bytes));
    }

    @Test
    void folderHoldsReleasesOfManyQuartersInManyForms() throws IOException {
        Files.write(folder.resolve("HCPC2026_APR_ANWEB.txt"), text);
        Files.write(Files.createDirectory(folder.resolve("sub")).resolve("HCPC2026_JUL_ANWEB.xlsx"), workbook);
        zip("october-2026-alpha-numeric-hcpcs-file.zip", Map.of("HCPC2026_OCT_ANWEB.txt", text));
        zip("2026-Corrections.zip", Map.of("Corrections.txt", text));
        zip("license.zip", Map.of("terms.txt", "terms".getBytes()));
        Files.writeString(folder.resolve("notes.txt"), "mine");
        Files.writeString(folder.resolve("._HCPC2026_APR_ANWEB.txt"), "left by macOS");
        Files.writeString(folder.resolve("~$HCPC2026_APR_ANWEB.xlsx"), "left by Excel");

        assertThat(loaded(folder)).containsExactly("2026-APR (HCPC2026_APR_ANWEB.txt)", "2026-JUL (HCPC2026_JUL_ANWEB.xlsx)",
                "2026-OCT (HCPC2026_OCT_ANWEB.txt)");
    }

    @Test
    void folderTellsWhatItPassesOver() throws IOException {
        Path notes = Files.writeString(folder.resolve("notes.txt"), "mine");
        zip("january-2026-alpha-numeric-hcpcs-file.zip", Map.of("HCPC2026_JAN_ANWEB.txt", text, "HCPC2026_README.txt",
                text, "__MACOSX/HCPC2026_JAN_ANWEB.txt", otherText));

        LoadedReleases loaded = ReleaseLoader.strict().load(folder);

        assertThat(loaded.releases()).hasSize(1);
        assertThat(loaded.passedOver()).containsExactly(notes.toString());
    }

    /** A ZIP of corrections once, whatever its files are called; a list that lies beside a release in its ZIP by itself. */
    @Test
    void folderTellsListsOfCorrections() throws IOException {
        Path release = zip("january-2026-alpha-numeric-hcpcs-file.zip", Map.of("HCPC2026_JAN_ANWEB.txt", text,
                "HCPC2026_JAN_Corrections.xlsx", workbook, "HCPC2026_JAN_Trans.xlsx", workbook));
        Path lists = zip("2025-Corrections.zip", Map.of("HCPC2025_OCT_Corrections.xlsx", workbook,
                "HCPC2025_OCT_Corrections.prn", text, "more.txt", text));
        Path loose = Files.write(folder.resolve("HCPC2025_JUL_Corrections.xlsx"), workbook);
        Files.write(folder.resolve("HCPC2025_JUL_Corrections.pdf"), text);

        LoadedReleases loaded = ReleaseLoader.strict().load(folder);

        assertThat(loaded.releases()).hasSize(1);
        assertThat(loaded.corrections()).containsExactly(lists.toString(), loose.toString(),
                release + "!HCPC2026_JAN_Corrections.xlsx");
        assertThat(loaded.passedOver()).isEmpty();
        assertThat(ReleaseLoader.strict().read(List.of(folder)).corrections()).isEqualTo(loaded.corrections());
    }

    @Test
    void folderLoadsWhatResemblesARelease() throws IOException {
        Files.write(folder.resolve("HCPC2026_APR_ANWEB.txt"), text);
        Files.write(folder.resolve("HCPCS_October_2026.xlsx"), workbook);
        Files.write(folder.resolve("HCPCS_2026_April.txt"), otherText);

        LoadedReleases loaded = ReleaseLoader.strict().load(folder);

        assertThat(loaded.releases()).extracting(content -> content.release().name())
                .containsExactly("HCPC2026_APR_ANWEB.txt", "HCPCS_October_2026.xlsx");
        assertThat(loaded.replaced()).hasSize(1);
    }

    @Test
    void whatLiesInAZipBesideAReleaseIsNone() throws IOException {
        Path zip = zip("january-2026-alpha-numeric-hcpcs-file.zip", Map.of("HCPC2026_JAN_ANWEB.txt", text,
                "HCPCS2026_JAN_Deleted.xlsx", "no release".getBytes()));
        assertThat(loaded(zip)).containsExactly("2026-JAN (HCPC2026_JAN_ANWEB.txt)");
        assertThat(ReleaseLoader.strict().load(zip).passedOver()).containsExactly(zip + "!HCPCS2026_JAN_Deleted.xlsx");
    }

    @Test
    void whatResemblesAReleaseInAZipOfItsOwnIsOne() throws IOException {
        zip("january-2026-alpha-numeric-hcpcs-file.zip", Map.of("HCPC2026_JAN_ANWEB.txt", text));
        zip("april.zip", Map.of("HCPCS_April_2026.txt", otherText));

        assertThat(loaded(folder)).containsExactly("2026-JAN (HCPC2026_JAN_ANWEB.txt)", "2026-APR (HCPCS_April_2026.txt)");
    }

    @Test
    void releaseOfOneZip() throws IOException {
        Path zip = zip("january-2026-alpha-numeric-hcpcs-file.zip",
                Map.of("HCPC2026_JAN_ANWEB.txt", text, "proc_notes.txt", text));

        assertThat(new ReleaseFinder(new LoadBudget(ReadLimits.defaults())).findInZip(zip)).singleElement()
                .satisfies(file -> assertThat(file.bytes()).isEqualTo(text));
    }

    @Test
    void emptyPathIsNoFolder() {
        assertRefused("the path of a release is empty", Path.of(""));
    }

    @Test
    void statedDateContradictsNoName() throws IOException {
        Path named = Samples.text("HCPC2026_JAN_ANWEB");
        assertThatThrownBy(() -> ReleaseLoader.lenient().effective(LocalDate.of(2026, 4, 1)).load(named))
                .isInstanceOf(ReleaseException.class).hasMessageContaining("is of 2026-JAN by its name");
        assertThat(ReleaseLoader.lenient().effective(LocalDate.of(2026, 1, 1)).load(named).releases()).hasSize(1);
    }

    @Test
    void statedDateIsForOneRelease() throws IOException {
        Path one = Files.write(folder.resolve("one.txt"), text);
        Path sheet = Files.write(folder.resolve("one.xlsx"), workbook);
        Path other = Files.write(folder.resolve("other.txt"), otherText);
        ReleaseLoader loader = ReleaseLoader.lenient().effective(LocalDate.of(2026, 4, 1));

        assertThat(loader.load(one, sheet).releases()).extracting(content -> content.release().name()).containsExactly("one.txt");
        assertThatThrownBy(() -> loader.load(one, other)).isInstanceOf(ReleaseException.class)
                .hasMessageContaining("an effective date can be stated for one release only");
    }

    @Test
    void nameThatTellsNoQuarterIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("release.txt"), text);

        assertRefused(file + ": its name does not tell its quarter. Name it as CMS does (HCPC2026_OCT_ANWEB.txt)", file);
    }

    @Test
    void emptyFolder() {
        assertRefused("holds no release", folder);
    }

    @Test
    void laterVersionReplacesTheEarlierOneWhole() throws IOException {
        Files.write(folder.resolve("HCPC2026_JAN_ANWEB.txt"), text);
        Files.write(folder.resolve("HCPC2026_JAN_ANWEB_v2.xlsx"), workbook);
        Files.write(folder.resolve("HCPC2026_JAN_ANWEB_v3.txt"), otherText);

        LoadedReleases loaded = ReleaseLoader.strict().load(folder);

        assertThat(loaded.releases()).extracting(content -> content.release().name()).containsExactly("HCPC2026_JAN_ANWEB_v3.txt");
        assertThat(loaded.replaced()).extracting(replaced -> Path.of(replaced.file()).getFileName().toString(),
                LoadedReleases.Replaced::why).containsExactlyInAnyOrder(
                        tuple("HCPC2026_JAN_ANWEB.txt", LoadedReleases.Replaced.Why.LATER_VERSION),
                        tuple("HCPC2026_JAN_ANWEB_v2.xlsx", LoadedReleases.Replaced.Why.LATER_VERSION));
    }

    @Test
    void laterZipReplacesTheEarlierOne() throws IOException {
        zip("january-2026-alpha-numeric-hcpcs-file.zip", Map.of("HCPC2026_JAN_ANWEB.txt", text));
        zip("january-2026-alpha-numeric-hcpcs-file-v2.zip", Map.of("HCPC2026_JAN_ANWEB.txt", otherText));

        assertThat(ReleaseLoader.strict().load(folder).index().lookup("Q4257", LocalDate.of(2026, 1, 1)).record()
                .longDescription()).startsWith("RELEASE,");
    }

    @Test
    void sameBytesTwiceAreOneRelease() throws IOException {
        Path copy = Files.write(folder.resolve("HCPC2026_JAN_ANWEB.txt"), text);
        assertThat(loaded(copy, Samples.text("HCPC2026_JAN_ANWEB"))).hasSize(1);
    }

    @Test
    void twoDifferentFilesOfOneVersionAreRefused() throws IOException {
        Path other = Files.write(folder.resolve("HCPC2026_JAN_ANWEB.txt"), otherText);
        Path sample = Samples.text("HCPC2026_JAN_ANWEB");
        assertRefused("are both 2026-JAN and differ", other, sample).hasMessageContaining(other.toString())
                .hasMessageContaining(sample.toString());
    }

    @Test
    void orderOfPathsMakesNoDifference() throws IOException {
        List<Path> paths = new ArrayList<>(Samples.NAMES.stream().map(Samples::text).toList());
        LoadedReleases loaded = ReleaseLoader.strict().load(paths);
        Collections.reverse(paths);
        assertThat(ReleaseLoader.strict().load(paths)).isEqualTo(loaded);
    }

    @Test
    void nothingIsLoadedWhereOneReleaseIsBad() throws IOException {
        Path bad = Files.writeString(folder.resolve("HCPC2026_APR_ANWEB.txt"), "A9900001003 cut off");
        assertRefused("HCPC2026_APR_ANWEB.txt line 1", Samples.text("HCPC2026_JAN_ANWEB"), bad);
    }

    @Test
    void everyBadReleaseIsNamedAtOnce() throws IOException {
        Path april = Files.writeString(folder.resolve("HCPC2026_APR_ANWEB.txt"), "");
        Path july = Files.writeString(folder.resolve("HCPC2026_JUL_ANWEB.xlsx"), "no workbook");
        assertRefused("HCPC2026_APR_ANWEB.txt: holds no HCPCS record", april, july)
                .hasMessageContaining("HCPC2026_JUL_ANWEB.xlsx: cannot be read as a workbook");
    }

    @Test
    void truncatedWorkbooks() throws IOException {
        Path xls = SheetFixtures.write(folder.resolve("HCPC2026_APR_ANWEB.xls"),
                SheetFixtures.rows(Samples.text("HCPC2026_JAN_ANWEB"), SheetFixtures.Era.OF_2012));
        byte[] bytes = Files.readAllBytes(xls);
        Files.write(xls, Arrays.copyOf(bytes, bytes.length / 3));
        assertRefused("HCPC2026_APR_ANWEB.xls: cannot be read as a workbook", xls);
        Path xlsx = Files.write(folder.resolve("HCPC2026_JAN_ANWEB.xlsx"), Arrays.copyOf(workbook, workbook.length / 2));
        assertRefused("HCPC2026_JAN_ANWEB.xlsx: cannot be read as a workbook", xlsx);
    }

    @Test
    void valuesThatCmsHasNotDocumentedAreKept() throws IOException {
        String odd = new String(text, StandardCharsets.ISO_8859_1).replace("I1F", "X9Z");
        LoadedReleases loaded = ReleaseLoader.strict().load("HCPC2026_JAN_ANWEB.txt",
                new ByteArrayInputStream(odd.getBytes(StandardCharsets.ISO_8859_1)));
        var betos = loaded.index().lookup("Q9957", LocalDate.of(2026, 1, 1)).record().betos().orElseThrow();
        assertThat(betos.code()).isEqualTo("X9Z");
        assertThat(betos.label()).isEmpty();
    }

    @Test
    void progressIsTold() throws IOException {
        List<String> told = new ArrayList<>();
        ReleaseLoader loader = ReleaseLoader.lenient().onProgress(new LoadProgress() {
            @Override
            public void found(int releases) {
                told.add("found " + releases);
            }

            @Override
            public void read(Release release) {
                told.add("read " + release.quarter());
            }
        });
        List<Path> releases = List.of(Samples.text("HCPC2012_ANWEB"), Samples.text("HCPC2026_JAN_ANWEB"));

        loader.load(releases);
        assertThat(told).containsExactly("found 2", "read 2012-JAN", "read 2026-JAN");
        told.clear();
        loader.read(releases);
        assertThat(told).containsExactly("found 2", "read 2012-JAN", "read 2026-JAN");
    }

    @Test
    void whatIsPassedOverIsInOrderOfPath() throws IOException {
        List<Path> zips = new ArrayList<>();
        for (String month : List.of("october", "january")) {
            zips.add(zip(month + "-2026-alpha-numeric-hcpcs-file.zip",
                    Map.of("HCPC2026_" + month.substring(0, 3) + "_ANWEB.txt", text, "other.txt", text, "Corrections.xlsx",
                            workbook)));
        }

        LoadedReleases loaded = ReleaseLoader.lenient().load(zips);
        assertThat(loaded.passedOver()).containsExactly(zips.get(1) + "!other.txt", zips.get(0) + "!other.txt");
        assertThat(loaded.corrections()).containsExactly(zips.get(1) + "!Corrections.xlsx", zips.get(0) + "!Corrections.xlsx");
    }

    @Test
    void aStreamIsNoZip() {
        assertThatThrownBy(() -> ReleaseLoader.lenient().load("HCPC2026_JAN_ANWEB.zip", new ByteArrayInputStream(text)))
                .isInstanceOf(ReleaseException.class)
                .hasMessage("HCPC2026_JAN_ANWEB.zip is no release file: its name must end in .txt, .xlsx, .xls or .csv");
    }

    @Test
    void recordsThatStayAsTheyWereAreHeldOnce() throws IOException {
        Path later = Files.write(folder.resolve("HCPC2026_APR_ANWEB.txt"), otherText);
        List<ReleaseContent> releases = ReleaseLoader.strict().load(Samples.text("HCPC2026_JAN_ANWEB"), later).releases();

        assertThat(record(releases.get(1), "Q9957")).isSameAs(record(releases.get(0), "Q9957"));
        assertThat(record(releases.get(1), "Q4257")).isNotEqualTo(record(releases.get(0), "Q4257"));
    }

    private static HcpcsRecord record(ReleaseContent release, String code) {
        return release.find(HcpcsCode.parse(code)).orElseThrow();
    }

    private static List<String> loaded(Path... paths) throws IOException {
        return ReleaseLoader.strict().load(paths).releases().stream().map(content -> content.release().toString()).toList();
    }

    private static AbstractThrowableAssert<?, ?> assertRefused(String message, Path... paths) {
        return assertThatThrownBy(() -> ReleaseLoader.lenient().load(paths)).isInstanceOf(ReleaseException.class)
                .hasMessageContaining(message);
    }

    private Path zip(String name, Map<String, byte[]> entries) throws IOException {
        Path zip = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(zip); ZipOutputStream entriesOut = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                entriesOut.putNextEntry(new ZipEntry(entry.getKey()));
                entriesOut.write(entry.getValue());
            }
        }
        return zip;
    }
}
