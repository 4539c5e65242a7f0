package dev.hcpcs.loader.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hcpcs.loader.ReleaseLoader;
import dev.hcpcs.lookup.HcpcsIndex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store among links, foreign files, other processes and file systems that fail. */
class SnapshotStoreTest {

    @TempDir
    private Path folder;
    private Path file;
    private HcpcsIndex index;

    @BeforeEach
    void makeIndex() throws IOException {
        file = folder.resolve("hcpcs.snapshot");
        index = ReleaseLoader.strict().load(GeneratedRelease.write(folder, "2024_JAN", 5, 0)).index();
    }

    /** Else a refresh would publish the new release alone. */
    @Test
    void onlyAMissingFileCountsAsNotPublished() throws IOException {
        SnapshotStore store = SnapshotStore.of(file);
        assertThat(store.published()).isEmpty();
        Files.createSymbolicLink(file, file);

        assertThatThrownBy(store::published).isInstanceOf(FileSystemException.class);
        try (StoreUpdate update = store.update()) {
            assertThatThrownBy(() -> update.publish(index, 1)).isInstanceOf(FileSystemException.class);
        }
        assertThat(Files.isSymbolicLink(file)).isTrue();
    }

    @Test
    void aLinkThatLeadsNowhereIsNamedAsSuch() throws IOException {
        Files.createSymbolicLink(file, Path.of("nowhere"));

        assertThatThrownBy(() -> SnapshotStore.of(file)).isInstanceOf(IOException.class)
                .hasMessageStartingWith(file + " is a symbolic link to nowhere, which does not exist");
    }

    @Test
    void aFileInPlaceOfTheFolderIsNamed() throws IOException {
        SnapshotStore store = SnapshotStore.of(file);
        Files.createFile(store.folder());

        assertThatThrownBy(store::update).isInstanceOf(IOException.class).hasMessageStartingWith(store.folder() + " is no folder");
    }

    @Test
    void theFolderMayBeALink() throws IOException {
        SnapshotStore store = SnapshotStore.of(file);
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.createSymbolicLink(store.folder(), elsewhere);

        try (StoreUpdate update = store.update()) {
            update.pin();
            assertThatThrownBy(store::update).hasMessageContaining("another update");
        }
        assertThat(elsewhere.resolve("pinned")).exists();
    }

    @Test
    void foreignFilesAreNoEarlierSnapshots() throws IOException {
        SnapshotStore store = SnapshotStore.of(file);
        Files.createDirectory(store.folder());
        Path earlier = EarlierSnapshot.file(store.folder(), Instant.parse("2026-01-05T09:30:00Z"),
                Optional.of(SnapshotReleases.newest(index)));
        for (String name : new String[] {earlier.getFileName().toString(), "2026-13-05T093000.000Z-2024-JAN.snapshot",
            "2026-01-05T093000.000Z-2024-XYZ.snapshot", "notes.txt"}) {
            Files.createFile(store.folder().resolve(name));
        }

        assertThat(store.earlier()).extracting(EarlierSnapshot::path).containsExactly(earlier);
        assertThat(store.earlier().get(0).name()).isEqualTo("2026-01-05T093000.000Z-2024-JAN");
    }

    /** A second attempt in this process must not give the first one's lock back to other processes. */
    @Test
    void oneUpdateAtATimeAcrossProcesses() throws Exception {
        SnapshotStore store = SnapshotStore.of(file);
        try (StoreUpdate update = store.update()) {
            update.publish(index, 1);
            assertThatThrownBy(store::update).hasMessageContaining("another update of " + file + " is under way");

            assertThat(unpinInAnotherProcess()).contains("another update of " + file + " is under way");
        }
        assertThat(unpinInAnotherProcess()).contains(file + " was not pinned");
    }

    private String unpinInAnotherProcess() throws Exception {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                "dev.hcpcs.loader.cli.Hcpcs", "unpin", "--snapshot", file.toString()).redirectErrorStream(true).start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return told;
    }

    /** As on a full disk, or where a container mounts the file by itself; a job at night would leave one more every time. */
    @Test
    void anUpdateThatFailsLeavesNothingBehind() throws IOException {
        try (StoreUpdate update = SnapshotStore.of(file).update()) {
            update.publish(index, 1);
        }
        byte[] published = Files.readAllBytes(file);
        Disk busy = new Disk() {
            @Override
            void move(Path from, Path to) throws IOException {
                if (to.equals(file)) {
                    throw new FileSystemException(from.toString(), to.toString(), "Device or resource busy");
                }
                super.move(from, to);
            }
        };
        HcpcsIndex next = ReleaseLoader.strict().load(GeneratedRelease.write(folder, "2024_APR", 5, 0)).index();

        assertThatThrownBy(() -> {
            try (StoreUpdate update = SnapshotStore.of(file, busy).update()) {
                update.publish(next, 1);
            }
        }).hasMessageContaining("busy");

        assertThat(file).hasBinaryContent(published);
        assertThat(SnapshotStore.of(file).earlier()).isEmpty();
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.map(each -> each.getFileName().toString())).noneMatch(name -> name.endsWith(".unfinished"));
        }
    }
}
