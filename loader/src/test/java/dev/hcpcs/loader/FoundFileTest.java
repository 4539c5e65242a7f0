package dev.hcpcs.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files in a folder or ZIP. */
class FoundFileTest {

    @TempDir
    private Path folder;

    @Test
    void filesAreInOrderOfPath() throws IOException {
        for (int i = 0; i < 50; i++) {
            Files.createFile(folder.resolve(i * 37 % 100 + ".txt"));
        }

        assertThat(locations(FoundFile.within(folder, budget(ReadLimits.defaults())))).hasSize(50).isSorted();
    }

    @Test
    void filesAndFoldersUpToTheLimit() throws IOException {
        Files.createFile(Files.createDirectory(folder.resolve("sub")).resolve("a.txt"));
        ReadLimits limits = ReadLimits.defaults();

        assertThat(FoundFile.within(folder, budget(limits.with(ReadLimit.FOLDER_FILES, 3)))).hasSize(1);
        assertThatThrownBy(() -> FoundFile.within(folder, budget(limits.with(ReadLimit.FOLDER_FILES, 2))))
                .isInstanceOf(ReleaseException.class).hasMessageContaining(folder + " has more than 2 files and folders");
    }

    @Test
    void aFolderLinkedIntoItself() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder);

        assertThatThrownBy(() -> FoundFile.within(folder, budget(ReadLimits.defaults()))).isInstanceOf(ReleaseException.class)
                .hasMessageContaining(link + " is a symbolic link to a folder that it lies in itself");
    }

    @Test
    void zipsWithinZips() throws IOException {
        byte[] inner = HostileZip.of(Map.of("a.txt", new byte[1]));
        Path zip = Files.write(folder.resolve("it.zip"),
                HostileZip.of(Map.of("one.zip", HostileZip.of(Map.of("two.zip", inner)))));
        ReadLimits limits = ReadLimits.defaults();

        assertThat(locations(FoundFile.within(zip, budget(limits.with(ReadLimit.ARCHIVE_DEPTH, 2)))))
                .containsExactly(zip + "!one.zip!two.zip!a.txt");
        assertThatThrownBy(() -> FoundFile.within(zip, budget(limits.with(ReadLimit.ARCHIVE_DEPTH, 1))))
                .isInstanceOf(ReleaseException.class).hasMessageContaining(zip + "!one.zip has more than 1 levels");
    }

    @Test
    void besideAFileLieOnlyFilesThatAreNoZips() throws IOException {
        Path file = Files.createFile(folder.resolve("b.txt"));
        Files.createFile(folder.resolve("a.txt"));
        Files.createFile(folder.resolve("~$a.xlsx"));
        Files.createFile(folder.resolve("c.zip"));
        Files.createFile(Files.createDirectory(folder.resolve("d.txt")).resolve("e.txt"));

        assertThat(locations(FoundFile.beside(file, budget(ReadLimits.defaults()))))
                .containsExactly(folder.resolve("a.txt").toString(), file.toString());
    }

    private static LoadBudget budget(ReadLimits limits) {
        return new LoadBudget(limits);
    }

    private static List<String> locations(List<FoundFile> files) {
        return files.stream().map(FoundFile::location).toList();
    }
}
