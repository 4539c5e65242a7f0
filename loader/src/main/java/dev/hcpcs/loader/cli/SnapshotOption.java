package dev.hcpcs.loader.cli;

import dev.hcpcs.loader.publish.SnapshotStore;
import java.io.IOException;
import java.nio.file.Files;
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

    /** @throws IllegalArgumentException if no file can be there */
    SnapshotStore store() throws IOException {
        return store(file);
    }

    /** As {@link #store()}, for a command that has this option among others. */
    static SnapshotStore store(Path file) throws IOException {
        OutputFile.check(file);
        return SnapshotStore.of(file);
    }

    /**
     * The store of a snapshot that was published at some time, though its file may be gone.
     *
     * @throws IllegalArgumentException if no file can be there
     * @throws IOException              if none was
     */
    SnapshotStore existing() throws IOException {
        SnapshotStore store = store();
        if (!Files.exists(store.file()) && !Files.exists(store.folder())) {
            throw absent(file, store);
        }
        return store;
    }

    /** For a snapshot that is not there: says how it comes there. */
    static IOException absent(Path file, SnapshotStore store) throws IOException {
        return new IOException(file + " does not exist; " + store.adviceWhereLost()
                .orElse("'hcpcs refresh --snapshot " + file + " RELEASE...' makes it"));
    }
}
