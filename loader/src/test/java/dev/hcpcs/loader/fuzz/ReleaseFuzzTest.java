package dev.hcpcs.loader.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.code_intelligence.jazzer.mutation.annotation.WithLength;
import com.code_intelligence.jazzer.mutation.annotation.WithUtf8Length;
import dev.hcpcs.loader.LoadedReleases;
import dev.hcpcs.loader.ReleaseLoader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever bytes a release has, in every format. */
class ReleaseFuzzTest {

    private static final byte[] WORKBOOK = Seeds.workbooks().get(1);
    private static final byte[] TEXT = Seeds.texts().get(0);
    private static final String ZIP = "october-2026-alpha-numeric-hcpcs-file.zip";

    static List<byte[]> texts() {
        return Seeds.texts();
    }

    @MethodSource("texts")
    @FuzzTest
    void text(byte[] text) throws IOException {
        read("HCPC2026_OCT_ANWEB.txt", text);
    }

    static Stream<Arguments> damages() {
        return Stream.of(Arguments.of(0, 0, new byte[0]), Arguments.of(11, 1, new byte[] {'x'}),
                Arguments.of(300, 0, new byte[] {'\r'}));
    }

    /** A little damage changes a record, or is told; it takes away no record without a word. */
    @MethodSource("damages")
    @FuzzTest
    void damagedText(int at, int removed, byte @NotNull @WithLength(max = 1) [] inserted) throws IOException {
        int begin = Math.floorMod(at, TEXT.length);
        int end = Math.min(begin + Math.floorMod(removed, 2), TEXT.length);
        byte[] damaged = Arrays.copyOf(TEXT, begin + inserted.length + TEXT.length - end);
        System.arraycopy(inserted, 0, damaged, begin, inserted.length);
        System.arraycopy(TEXT, end, damaged, begin + inserted.length, TEXT.length - end);
        Optional<LoadedReleases> loaded = read("HCPC2026_OCT_ANWEB.txt", damaged);
        if (loaded.isPresent() && loaded.get().diagnostics().isEmpty()) {
            assertThat(loaded.get().releases().get(0).records()).hasSameSizeAs(
                    read("HCPC2026_OCT_ANWEB.txt", TEXT).orElseThrow().releases().get(0).records());
        }
    }

    static List<byte[]> csvs() {
        return Seeds.csvs();
    }

    @MethodSource("csvs")
    @FuzzTest
    void csv(byte[] csv) throws IOException {
        read("HCPC2026_OCT_ANWEB.csv", csv);
    }

    static List<byte[]> workbooks() {
        return Seeds.workbooks();
    }

    @MethodSource("workbooks")
    @FuzzTest
    void workbook(byte[] workbook) throws IOException {
        read("HCPC2026_OCT_ANWEB.xlsx", workbook);
    }

    static List<byte[]> sheets() {
        return Seeds.parts(Seeds.SHEET);
    }

    /** The sheet within a sound workbook. */
    @MethodSource("sheets")
    @FuzzTest
    void sheetOfWorkbook(byte[] sheet) throws IOException {
        read("HCPC2026_OCT_ANWEB.xlsx", workbookWith(Seeds.SHEET, sheet));
    }

    static List<byte[]> strings() {
        return Seeds.parts(Seeds.STRINGS);
    }

    @MethodSource("strings")
    @FuzzTest
    void stringsOfWorkbook(byte[] strings) throws IOException {
        read("HCPC2026_OCT_ANWEB.xlsx", workbookWith(Seeds.STRINGS, strings));
    }

    static List<byte[]> oldWorkbooks() {
        return Seeds.oldWorkbooks();
    }

    @MethodSource("oldWorkbooks")
    @FuzzTest
    void oldWorkbook(byte[] workbook) throws IOException {
        read("HCPC2026_OCT_ANWEB.xls", workbook);
    }

    static List<byte[]> streamsOfOldWorkbooks() {
        return Seeds.streamsOfOldWorkbooks();
    }

    /** The records within a sound container. */
    @MethodSource("streamsOfOldWorkbooks")
    @FuzzTest
    void streamOfOldWorkbook(byte[] stream) throws IOException {
        read("HCPC2026_OCT_ANWEB.xls", Seeds.oldWorkbook(stream));
    }

    static List<byte[]> zips() {
        return List.of(Seeds.zipped(Map.of("HCPC2026_OCT_ANWEB.txt", TEXT)),
                Seeds.zipped(Map.of("HCPC2026_OCT_ANWEB.xlsx", WORKBOOK, "proc_notes_2026.txt", Seeds.NOTES)));
    }

    @MethodSource("zips")
    @FuzzTest
    void zip(byte[] zip) throws IOException {
        readFile(ZIP, zip);
    }

    static Stream<Arguments> filesInZip() {
        return Stream.of(Arguments.of("HCPC2026_OCT_ANWEB.txt", TEXT, "NOC codes_OCT2026.txt", Seeds.LIST, 0, (byte) 0),
                Arguments.of("a/HCPC2026_OCT_ANWEB.csv", Seeds.csvs().get(0), "a\\proc_notes_OCT2026.txt", Seeds.NOTES, 0,
                        (byte) 0),
                Arguments.of("HCPC2026_OCT_ANWEB.txt", TEXT, "HCPC2026_OCT_ANWEB_v2.txt", TEXT, 100, (byte) 1));
    }

    /** Two files of any name and content in a sound ZIP, or in one of which a byte is damaged. */
    @MethodSource("filesInZip")
    @FuzzTest
    void filesInZip(@NotNull @WithUtf8Length(max = 80) String name, byte @NotNull [] content,
            @NotNull @WithUtf8Length(max = 80) String otherName, byte @NotNull [] otherContent, int damagedAt, byte damage)
            throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>(Map.of(name, content));
        files.putIfAbsent(otherName, otherContent);
        byte[] zip = Seeds.zipped(files);
        zip[Math.floorMod(damagedAt, zip.length)] ^= damage;
        readFile(ZIP, zip);
    }

    static List<String> fileNames() {
        return List.of("HCPC2026_OCT_ANWEB.txt", "12anweb.txt", "HCPC2020_APRIL_ANWEB_w_disclaimer_v5.txt",
                "HCPC2026_JAN_ANWEB_12082025.txt", "NOC codes_JUL2025.txt", "proc_notes_JAN2026.txt", "hcpcs.csv");
    }

    /** Any name of a file in a folder. */
    @MethodSource("fileNames")
    @FuzzTest
    void fileName(@NotNull @WithUtf8Length(max = 200) String name) throws IOException {
        if (WorkFolder.isFileName(name)) {
            readFile(name, TEXT);
            try (WorkFolder folder = new WorkFolder()) {
                folder.write(name, TEXT);
                // Messages name the file, or the folder where they are about that.
                ReaderPromise.keptByReleases("", () -> ReleaseLoader.lenient().load(folder.path()));
                folder.checkUntouched();
            }
        }
    }

    private static byte[] workbookWith(String part, byte[] content) {
        Map<String, byte[]> parts = Seeds.unzipped(WORKBOOK);
        parts.put(part, content);
        return Seeds.zipped(parts);
    }

    private static Optional<LoadedReleases> read(String name, byte[] bytes) throws IOException {
        return ReaderPromise.keptByReleases(name, () -> ReleaseLoader.lenient().load(name, new ByteArrayInputStream(bytes)));
    }

    private static void readFile(String name, byte[] bytes) throws IOException {
        try (WorkFolder folder = new WorkFolder()) {
            ReaderPromise.keptByReleases(name, () -> ReleaseLoader.lenient().load(folder.write(name, bytes)));
            folder.checkUntouched();
        }
    }
}
