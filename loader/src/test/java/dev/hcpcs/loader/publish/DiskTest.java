package dev.hcpcs.loader.publish;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disks that fail; Linux has files for one that is full, and for a file system that does not sync folders. */
class DiskTest {

    @TempDir
    private Path folder;

    @Test
    void aFullDiskIsToldWithTheFile() {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "skipped: this system has no " + full);

        assertThatThrownBy(() -> new Disk().write(full, new byte[] {1})).isInstanceOf(FileSystemException.class)
                .hasMessageStartingWith(full + ": ");
    }

    @Test
    void anInterruptIsToldWithTheFile() {
        Path file = folder.resolve("hcpcs.snapshot");
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> new Disk().write(file, new byte[] {1})).isInstanceOf(FileSystemException.class)
                    .hasMessage(file + ": java.nio.channels.ClosedByInterruptException");
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void aFolderThatCannotBeSyncedIsNoFault() {
        Path folder = Path.of("/proc");
        assumeTrue(Files.isDirectory(folder), "skipped: this system has no " + folder);

        assertThatCode(() -> new Disk().forceFolder(folder)).doesNotThrowAnyException();
    }
}
