package dev.hcpcs.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** ZIPs and folders that somebody made to do harm: each is refused with a word, in little memory. */
@Timeout(120)
class HostileArchiveTest {

    private static final String RELEASE = "HCPC2026_JAN_ANWEB.txt";
    /** Enough for what is honest, and for hardly more. */
    private static final int MEGABYTES = 64;

    @TempDir
    private Path folder;

    private byte[] text;

    @BeforeEach
    void readSample() throws IOException {
        text = Files.readAllBytes(Samples.text("HCPC2026_JAN_ANWEB"));
    }

    @Test
    @Tag(SmallProcess.TAG)
    void aBombStopsAtItsRatio() throws Exception {
        Path bomb = HostileZip.ofOneByte(folder.resolve("january-2026.zip"), RELEASE, (byte) ' ', 300L << 20);

        assertThat(Files.size(bomb)).isLessThan(1 << 20);
        assertThat(SmallProcess.refusal(MEGABYTES, bomb)).contains(bomb + "!" + RELEASE
                + " has more than 100 bytes for each compressed one", "-Dhcpcs.limit.compression-ratio=200");
    }

    @Test
    @Tag(SmallProcess.TAG)
    void aBombInABombStopsAtItsRatio() throws Exception {
        Path inner = HostileZip.ofOneByte(folder.resolve("inner"), RELEASE, (byte) ' ', 300L << 20);
        Path outer = write("january-2026.zip", HostileZip.of(Map.of("inner.zip", Files.readAllBytes(inner))));

        assertThat(SmallProcess.refusal(MEGABYTES, outer)).contains(outer + "!inner.zip!" + RELEASE
                + " has more than 100 bytes for each compressed one");
    }

    @Test
    @Tag(SmallProcess.TAG)
    void aFileOfTooManyBytes() throws Exception {
        byte[] noise = new byte[1 << 20];
        new Random(1).nextBytes(noise);
        Path zip = folder.resolve("january-2026.zip");
        Path plain = folder.resolve(RELEASE);
        try (ZipOutputStream entry = new ZipOutputStream(Files.newOutputStream(zip));
                OutputStream file = Files.newOutputStream(plain)) {
            entry.putNextEntry(new ZipEntry(RELEASE));
            for (int i = 0; i < 65; i++) {
                entry.write(noise);
                file.write(noise);
            }
        }
        String word = " has more than 67,108,864 bytes; if that is right and you trust the file, raise the limit"
                + " (java -Dhcpcs.limit.file-bytes=134217728)";

        assertThat(SmallProcess.refusal(256, zip)).contains(zip + "!" + RELEASE + word);
        assertThat(SmallProcess.refusal(256, plain)).contains(plain + word);
    }

    @Test
    void aStreamOfTooManyBytes() {
        ReadLimits limits = ReadLimits.defaults().with(ReadLimit.FILE_BYTES, text.length - 1);

        assertThatThrownBy(() -> ReleaseLoader.lenient().limits(limits).load(RELEASE, new ByteArrayInputStream(text)))
                .isInstanceOf(ReleaseException.class).hasMessageContaining(RELEASE + " has more than");
    }

    @Test
    void filesOfTooManyBytesTogether() throws IOException {
        write("HCPC2026_JAN_ANWEB.txt", text);
        write("HCPC2026_APR_ANWEB.txt", text);
        ReadLimits limits = ReadLimits.defaults().with(ReadLimit.LOAD_BYTES, 2L * text.length - 1);

        assertRefused(limits, folder).hasMessageContaining("HCPC2026_JAN_ANWEB.txt is one file too many: all that is read at once"
                + " has more than " + String.format("%,d bytes", 2L * text.length - 1));
        assertThat(ReleaseLoader.lenient().limits(limits.with(ReadLimit.LOAD_BYTES, 2L * text.length)).load(folder).releases())
                .hasSize(2);
    }

    @Test
    @Tag(SmallProcess.TAG)
    void entriesThatLieWithinOneAnother() throws Exception {
        byte[] one = HostileZip.of(Map.of("HCPC2026_JAN_ANWEB_v00.txt", text));
        Path zip = write("january-2026.zip", HostileZip.repeated(one,
                IntStream.range(10, 99).mapToObj(i -> "HCPC2026_JAN_ANWEB_v" + i + ".txt").toList()));

        assertThat(SmallProcess.refusal(MEGABYTES, zip)).contains(zip + " is damaged", "they lie within one another");
    }

    @Test
    @Tag(SmallProcess.TAG)
    void tooManyEntries() throws Exception {
        Path some = zipOfEntries(1_001);
        assertThat(SmallProcess.refusal(MEGABYTES, some)).contains(some + " has more than 1,000 entries",
                "-Dhcpcs.limit.archive-entries=2000");
        Path many = zipOfEntries(100_000);
        assertThat(SmallProcess.refusal(MEGABYTES, many)).contains(many + " has a directory of too many bytes",
                "more than 1,000 entries");
        assertThat(ReleaseLoader.lenient().limits(ReadLimits.defaults().with(ReadLimit.ARCHIVE_ENTRIES, 1_001))
                .load(zipOfEntries(1_000)).releases()).hasSize(1);
    }

    private Path zipOfEntries(int count) throws IOException {
        Path file = folder.resolve("january-2026-" + count + ".zip");
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            zip.putNextEntry(new ZipEntry(RELEASE));
            zip.write(text);
            for (int i = 1; i < count; i++) {
                zip.putNextEntry(new ZipEntry(i + ".png"));
            }
        }
        return file;
    }

    @Test
    void aZipOfTooManyBytes() throws IOException {
        Path zip = write("january-2026.zip", HostileZip.of(Map.of(RELEASE, text)));
        long size = Files.size(zip);

        assertRefused(ReadLimits.defaults().with(ReadLimit.ARCHIVE_BYTES, size - 1), zip)
                .hasMessageContaining("%s has more than %,d bytes", zip, size - 1)
                .hasMessageContaining("-Dhcpcs.limit.archive-bytes=");
        assertThat(ReleaseLoader.lenient().limits(ReadLimits.defaults().with(ReadLimit.ARCHIVE_BYTES, size)).load(zip).releases())
                .hasSize(1);
    }

    @Test
    void aZipInAZipIsRead() throws IOException {
        Path outer = write("mine.zip", HostileZip.of(Map.of("january-2026.zip", HostileZip.of(Map.of(RELEASE, text)))));

        assertThat(ReleaseLoader.lenient().load(outer).releases()).singleElement()
                .satisfies(release -> assertThat(release.release()).hasToString("2026-JAN (" + RELEASE + ")"));
        assertRefused(ReadLimits.defaults().with(ReadLimit.ARCHIVE_DEPTH, 0), outer)
                .hasMessageContaining(outer + " has more than 0 levels of ZIPs within it");
    }

    /** Once for its releases, and once for the companions beside them. */
    @Test
    void aZipInAZipIsNotInflatedForEachOfItsFiles() throws IOException {
        byte[] inner = HostileZip.of(Map.of("HCPC2026_JAN_ANWEB.txt", text, "HCPC2026_APR_ANWEB.txt", text,
                "HCPC2026_JUL_ANWEB.txt", text));
        Path outer = write("mine.zip", HostileZip.of(Map.of("2026.zip", inner)));
        ReadLimits limits = ReadLimits.defaults().with(ReadLimit.LOAD_BYTES, 2L * inner.length + 3L * text.length);

        assertThat(ReleaseLoader.lenient().limits(limits).load(outer).releases()).hasSize(3);
    }

    @Test
    @Tag(SmallProcess.TAG)
    void zipsWithinZipsWithinZips() throws Exception {
        byte[] zip = HostileZip.of(Map.of(RELEASE, text));
        for (int i = 0; i < 10; i++) {
            zip = HostileZip.of(Map.of("in.zip", zip));
        }
        Path deep = write("january-2026.zip", zip);

        assertThat(SmallProcess.refusal(MEGABYTES, deep))
                .contains(deep + "!in.zip has more than 1 levels of ZIPs within it", "-Dhcpcs.limit.archive-depth=2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../HCPC2026_JAN_ANWEB.txt", "in/../../HCPC2026_JAN_ANWEB.txt", "/tmp/HCPC2026_JAN_ANWEB.txt",
            "..\\HCPC2026_JAN_ANWEB.txt", "C:\\HCPC2026_JAN_ANWEB.txt", "in/.."})
    void namesThatLeadOut(String name) throws IOException {
        Path zip = write("january-2026.zip", HostileZip.of(Map.of(name, text)));

        assertRefused(ReadLimits.defaults(), zip).hasMessageContaining(zip + " has an entry whose name leads out of it, "
                + name.replace('\\', '/'));
    }

    @Test
    void aNameWithDotsOrInAFolderLeadsNowhere() throws IOException {
        Path zip = write("january-2026.zip", HostileZip.of(Map.of("a..b/c\\..HCPC2026_JAN_ANWEB..txt", text)));

        assertThat(ReleaseLoader.lenient().load(zip).releases()).hasSize(1);
    }

    @Test
    @Tag(SmallProcess.TAG)
    void namesWithControlCharactersDoNothingToATerminal() throws Exception {
        Path zip = write("january-2026.zip",
                HostileZip.of(Map.of("\u001b[2JHCPC2026_JAN_ANWEB\n\u202e.txt", "no release".getBytes())));

        assertThat(SmallProcess.refusal(MEGABYTES, zip)).contains("\\u001b[2JHCPC2026_JAN_ANWEB\\u000a\\u202e.txt")
                .doesNotContain("\u001b", "\u202e");
    }

    @Test
    void nothingThatIsToldHasControlCharacters() throws IOException {
        Path zip = write("january-2026.zip", HostileZip.of(Map.of(RELEASE, text, "\u001b[2Jnotes.txt", text)));
        assertThat(ReleaseLoader.lenient().load(zip).passedOver()).containsExactly(zip + "!\\u001b[2Jnotes.txt");

        Path out = write("april-2026.zip", HostileZip.of(Map.of("../\u001b[2J.txt", text)));
        assertRefused(ReadLimits.defaults(), out).message().contains("../\\u001b[2J.txt").doesNotContain("\u001b");

        assertThat(new Diagnostic(Diagnostic.Severity.WARNING, "x", 0, "x", "", "field", "\u001b[2J\n", "is odd"))
                .hasToString("x: field '\\u001b[2J\\u000a' is odd");
    }

    @Test
    @Tag(SmallProcess.TAG)
    void twoEntriesOfOneName() throws Exception {
        byte[] zip = HostileZip.of(Map.of(RELEASE, text, "HCPC2026_JAN_ANWEB.TXT", "another".getBytes()));
        Path twice = write("january-2026.zip", HostileZip.renamed(zip, "HCPC2026_JAN_ANWEB.TXT", RELEASE));

        assertThat(SmallProcess.refusal(MEGABYTES, twice)).contains(twice + " has two entries named " + RELEASE
                + ", and nothing tells which one is right");
    }

    @Test
    @Tag(SmallProcess.TAG)
    void aSymbolicLinkInAZip() throws Exception {
        byte[] zip = HostileZip.of(Map.of(RELEASE, "/etc/passwd".getBytes()));
        HostileZip.withShort(zip, 4, 3 << 8 | 20);
        Path link = write("january-2026.zip", HostileZip.withInt(zip, 38, 0120777 << 16));

        assertThat(SmallProcess.refusal(MEGABYTES, link)).contains(link + "!" + RELEASE
                + " is a symbolic link, which is not followed; put the file itself into the ZIP");
    }

    @Test
    @Tag(SmallProcess.TAG)
    void anEncryptedEntry() throws Exception {
        Path zip = write("january-2026.zip", HostileZip.withShort(HostileZip.of(Map.of(RELEASE, text)), 8, 1 | 8));

        assertThat(SmallProcess.refusal(MEGABYTES, zip)).contains(zip + "!" + RELEASE + " is encrypted; decrypt it first");
    }

    @Test
    void anEntryCompressedInAnUnusualWay() throws IOException {
        Path zip = write("january-2026.zip", HostileZip.withShort(HostileZip.of(Map.of(RELEASE, text)), 10, 12));

        assertRefused(ReadLimits.defaults(), zip).hasMessageContaining(" is compressed by method 12, which is not read");
    }

    @ParameterizedTest
    @Tag(SmallProcess.TAG)
    @CsvSource({"10", "2147483647", "-2"})
    void entriesThatLieAboutTheirSize(int size) throws Exception {
        Path zip = write("january-2026.zip", HostileZip.withInt(HostileZip.of(Map.of(RELEASE, text)), 24, size));

        assertThat(SmallProcess.refusal(MEGABYTES, zip)).contains(zip + " is damaged: it says that " + RELEASE + " has "
                + Integer.toUnsignedLong(size) + " bytes, but it has " + text.length);
    }

    @Test
    void aHostileZipOfListsCostsNoRelease() throws IOException {
        write("HCPC2026_JAN_ANWEB.txt", text);
        HostileZip.ofOneByte(folder.resolve("NOC-codes-2026-jan.zip"), "NOC.txt", (byte) ' ', 20 << 20);

        LoadedReleases loaded = ReleaseLoader.lenient().load(folder);
        assertThat(loaded.releases()).hasSize(1);
        assertThat(loaded.diagnostics())
                .anyMatch(each -> each.toString().contains("has more than 100 bytes for each compressed one"));
    }

    @Test
    @Tag(SmallProcess.TAG)
    void aFolderLinkedIntoItself() throws Exception {
        write(RELEASE, text);
        Path link = Files.createSymbolicLink(Files.createDirectory(folder.resolve("sub")).resolve("up"), folder);

        assertThat(SmallProcess.refusal(MEGABYTES, folder))
                .contains(link + " is a symbolic link to a folder that it lies in itself, which has no end; remove it");
    }

    @Test
    void linkedFilesAndFoldersAreRead() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.write(Files.createDirectory(folder.resolve("april")).resolve("HCPC2026_APR_ANWEB.txt"), text);
        Files.createSymbolicLink(data.resolve("linked"), folder.resolve("april"));
        Files.createSymbolicLink(data.resolve(RELEASE), Files.write(folder.resolve("elsewhere"), text));
        Path link = Files.createSymbolicLink(folder.resolve("link"), data);

        assertThat(ReleaseLoader.lenient().load(link).releases()).hasSize(2);
    }

    @Test
    void aLinkThatLeadsNowhere() throws IOException {
        write("HCPC2026_APR_ANWEB.txt", text);
        Path link = Files.createSymbolicLink(folder.resolve(RELEASE), folder.resolve("gone"));

        assertRefused(ReadLimits.defaults(), folder)
                .hasMessageContaining(link + " is a symbolic link to a file that does not exist; mend or remove it");
    }

    @Test
    @Tag(SmallProcess.TAG)
    void linksThatMultiply() throws Exception {
        Path last = Files.createDirectory(folder.resolve("0"));
        Files.write(last.resolve(RELEASE), text);
        for (int i = 1; i < 30; i++) {
            Path next = Files.createDirectory(folder.resolve(Integer.toString(i)));
            Files.createSymbolicLink(next.resolve("a"), last);
            Files.createSymbolicLink(next.resolve("b"), last);
            last = next;
        }

        assertThat(SmallProcess.refusal(MEGABYTES, last)).contains(last + " has more than 100,000 files and folders",
                "-Dhcpcs.limit.folder-files=200000");
    }

    @Test
    void aMistypedLimitIsNamed() {
        System.setProperty("hcpcs.limit.file-byte", "10");
        try {
            assertThatThrownBy(ReadLimits::configured).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("-Dhcpcs.limit.file-byte is no limit; they are hcpcs.limit.archive-bytes, ");
        } finally {
            System.clearProperty("hcpcs.limit.file-byte");
        }
    }

    @Test
    void noLimitIsLowerThanZeroOrNoNumber() {
        assertThatThrownBy(() -> ReadLimits.defaults().with(ReadLimit.FILE_BYTES, -1))
                .isInstanceOf(IllegalArgumentException.class);
        System.setProperty("hcpcs.limit.file-bytes", "64 MiB");
        try {
            assertThatThrownBy(() -> ReleaseLoader.lenient().load(Samples.text("HCPC2026_JAN_ANWEB")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("-Dhcpcs.limit.file-bytes=64 MiB is no limit");
            System.setProperty("hcpcs.limit.file-bytes", "10");
            assertRefused(ReadLimits.configured(), Samples.text("HCPC2026_JAN_ANWEB")).hasMessageContaining("more than 10 bytes");
            assertThatThrownBy(() -> ReleaseLoader.lenient().load(Samples.text("HCPC2026_JAN_ANWEB")))
                    .hasMessageContaining("more than 10 bytes");
        } finally {
            System.clearProperty("hcpcs.limit.file-bytes");
        }
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(ReadLimits limits, Path path) {
        return assertThatThrownBy(() -> ReleaseLoader.lenient().limits(limits).load(path)).isInstanceOf(ReleaseException.class);
    }
}
