package dev.hcpcs.lookup;

import static dev.hcpcs.lookup.States.snapshot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What ends a wait, and what does not. */
@Timeout(120)
class FolderWatchTest {

    private static final Duration SHORT = Duration.ofMillis(500);
    private static final Duration NEVER = Duration.ofDays(1);

    @RegisterExtension
    private final LiveIndexLog log = new LiveIndexLog(FolderWatch.class);
    @TempDir
    private Path folder;

    private static Duration waited(FolderWatch watch) throws InterruptedException {
        long begin = System.nanoTime();
        watch.await(SHORT);
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    @Test
    void watchesARenewedFolderToo() throws Exception {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        try (FolderWatch watch = FolderWatch.of(inner)) {
            watch.renew();
            Files.delete(inner);
            watch.await(NEVER);
            watch.renew();
            Files.createDirectory(inner);
            watch.renew();
            Files.createFile(inner.resolve("any"));
            watch.await(NEVER);
        }
    }

    @Test
    void aFolderThatALinkNoLongerLeadsToEndsNoWait() throws Exception {
        Path before = Files.createDirectory(folder.resolve("before"));
        Path after = Files.createDirectory(folder.resolve("after"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), before);
        try (FolderWatch watch = FolderWatch.of(link)) {
            watch.renew();
            Files.delete(link);
            Files.createSymbolicLink(link, after);
            watch.renew();

            Files.createFile(before.resolve("any"));
            assertThat(waited(watch)).isGreaterThanOrEqualTo(SHORT);

            Files.createFile(after.resolve("any"));
            watch.await(NEVER);
        }
    }

    @Test
    void whatHappensBeforeAFolderIsWatchedAgainIsNotLost() throws Exception {
        try (FolderWatch watch = FolderWatch.of(folder)) {
            watch.renew();
            Files.createFile(folder.resolve("any"));
            watch.renew();
            watch.await(NEVER);
        }
    }

    @Test
    void whatHasEndedAWaitDoesNotEndTheNext() throws Exception {
        try (FolderWatch watch = FolderWatch.of(folder)) {
            watch.renew();
            Files.createFile(folder.resolve("any"));
            watch.await(NEVER);
            assertThat(waited(watch)).isGreaterThanOrEqualTo(SHORT);
        }
    }

    @Test
    void tellsOnceThatAFolderIsPolledOnly() throws Exception {
        Path inner = folder.resolve("inner");
        try (FolderWatch watch = FolderWatch.of(inner)) {
            watch.renew();
            watch.renew();
            assertThat(log.lines()).singleElement().asString()
                    .startsWith("no watch on " + inner + ", which is therefore polled only: ");

            Files.createDirectory(inner);
            watch.renew();
            Files.delete(inner);
            watch.renew();
            assertThat(log.lines()).hasSize(2);
        }
    }

    /** The file system of a ZIP is one. */
    @Test
    void aFileSystemThatTellsNothingIsPolledOnly() throws Exception {
        URI zip = URI.create("jar:" + folder.resolve("any.zip").toUri());
        try (FileSystem files = FileSystems.newFileSystem(zip, Map.of("create", "true"));
                FolderWatch watch = FolderWatch.of(files.getPath("/"))) {
            assertThat(log.lines()).singleElement().asString().startsWith("no watch on /, which is therefore polled only: ");
            watch.renew();
            assertThat(waited(watch)).isGreaterThanOrEqualTo(SHORT);
        }
    }

    @Test
    void aWatchEndsWithItsLiveIndexAndWhereThereIsNone() throws Exception {
        Path file = Files.write(folder.resolve("hcpcs.snapshot"), snapshot(1));
        FolderWatch closed = FolderWatch.of(folder);
        LiveIndex live = LiveIndex.open(new SnapshotFile(file, NEVER), NEVER, closed);
        live.close();
        live.thread().join();
        assertEnded(closed);

        FolderWatch inVain = FolderWatch.of(folder);
        assertThatThrownBy(() -> LiveIndex.open(new SnapshotFile(folder.resolve("nowhere"), NEVER), NEVER, inVain))
                .isInstanceOf(NoSuchFileException.class);
        assertEnded(inVain);
    }

    private static void assertEnded(FolderWatch watch) {
        assertThatThrownBy(() -> watch.await(NEVER)).isInstanceOf(ClosedWatchServiceException.class);
    }
}
