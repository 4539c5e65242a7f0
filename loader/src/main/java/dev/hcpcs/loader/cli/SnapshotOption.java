package dev.hcpcs.loader.cli;

import dev.hcpcs.loader.publish.SnapshotStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code --snapshot}: the published file that a command changes. */
final class SnapshotOption {

    @Option(names = "--snapshot", required = true, paramLabel = "FILE",
            description = "The published snapshot. What was published before it lies in the folder FILE.earlier beside it.")
    private Path file;

    Path file() {
        return file;
    }

    /** @throws IllegalArgumentException if no file can be written there */
    SnapshotStore store() throws IOException {
        OutputFile.check(file);
        return SnapshotStore.of(file);
    }

    /** @throws NoSuchFileException if nothing is published */
    SnapshotStore existing() throws IOException {
        return existing(file);
    }

    static SnapshotStore existing(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        return SnapshotStore.of(file);
    }
}
