package dev.hcpcs.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hcpcs.lookup.HcpcsCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Releases that are read in every format, to be verified. */
class ReadReleasesTest {

    private static final Path BAD = Path.of("src/test/resources/dev/hcpcs/loader/bad");

    @TempDir
    private Path folder;

    @Test
    void everyFormatOfTheLatestVersion() throws IOException {
        Path text = Samples.text("HCPC2026_JAN_ANWEB");
        Files.copy(text, folder.resolve("HCPC2026_JAN_ANWEB_v2.txt"));
        SheetFixtures.write(folder.resolve("HCPC2026_JAN_ANWEB_v2.csv"), SheetFixtures.rows(text, SheetFixtures.Era.FROM_2016));
        Files.writeString(folder.resolve("HCPC2026_JAN_ANWEB.txt"), "an earlier version, which is not read");
        Files.writeString(folder.resolve("claims.csv"), "code,date");

        ReadReleases read = ReleaseLoader.lenient().read(List.of(folder));

        ReadRelease release = read.releases().get(0);
        assertThat(read.releases()).hasSize(1);
        assertThat(release.file().title()).isEqualTo("HCPC2026_JAN_ANWEB_v2.txt");
        assertThat(release.otherFormats()).extracting(ReadFile::title).containsExactly("HCPC2026_JAN_ANWEB_v2.csv");
        assertThat(release.otherFormats().get(0).records()).isEqualTo(release.file().records());
        assertThat(read.replaced()).extracting(replaced -> Path.of(replaced.file()).getFileName().toString())
                .containsExactly("HCPC2026_JAN_ANWEB.txt");
        assertThat(read.passedOver()).singleElement().asString().endsWith("claims.csv");
    }

    @Test
    void copiesOfOneContentAreOne() throws IOException {
        Files.copy(Samples.text("HCPC2026_JAN_ANWEB"), folder.resolve("HCPC2026_JAN_ANWEB.txt"));
        Files.copy(Samples.FOLDER.resolve("HCPC2026_JAN_ANWEB.xlsx"), folder.resolve("HCPC2026_JAN_ANWEB.xlsx"));
        Path copies = Files.createDirectory(folder.resolve("copies"));
        Files.copy(Samples.text("HCPC2026_JAN_ANWEB"), copies.resolve("HCPC2026_JAN_ANWEB.txt"));
        Files.copy(Samples.FOLDER.resolve("HCPC2026_JAN_ANWEB.xlsx"), copies.resolve("HCPC2026_JAN_ANWEB.xlsx"));

        assertThat(ReleaseLoader.lenient().read(List.of(folder)).releases()).singleElement()
                .satisfies(release -> assertThat(release.otherFormats()).hasSize(1));
    }

    @Test
    void placesAreThoseOfTheRecords() throws IOException {
        ReadFile file = read(Samples.text("HCPC2026_JAN_ANWEB"));
        assertThat(file.place(HcpcsCode.parse("Q4257"))).matches("HCPC2026_JAN_ANWEB.txt line \\d+");
        assertThat(file.place(HcpcsCode.parse("V9999"))).isEmpty();
    }

    @Test
    void whatCannotBeLoadedIsReadToItsEnd() throws IOException {
        Path bad = Files.copy(BAD.resolve("duplicate-code.txt"), folder.resolve("HCPC2026_JAN_ANWEB.txt"));
        ReadFile file = read(bad);

        assertThat(file.isWhole()).isFalse();
        assertThat(file.records()).isNotEmpty();
        assertThat(file.diagnostics()).isNotEmpty();
        assertThatThrownBy(file::content).isInstanceOf(IllegalStateException.class)
                .hasMessage("HCPC2026_JAN_ANWEB.txt could not be read whole");
    }

    private static ReadFile read(Path path) throws IOException {
        return ReleaseLoader.strict().read(List.of(path)).releases().get(0).file();
    }
}
