package dev.hcpcs.loader.cli;

import dev.hcpcs.loader.publish.EarlierSnapshot;
import dev.hcpcs.loader.publish.SnapshotStore;
import dev.hcpcs.loader.publish.StoreUpdate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What the commands have in common that change what is published without new releases: they do so alone, and tell it. */
abstract class StoreCommand implements Callable<Integer> {

    @Mixin
    private SnapshotOption snapshot;

    @Spec
    private CommandSpec spec;

    /** Does it, and returns what to tell. */
    abstract String change(SnapshotStore store, StoreUpdate update) throws IOException;

    @Override
    public final Integer call() throws IOException {
        SnapshotStore store = snapshot.existing();
        String done;
        try (StoreUpdate update = store.update()) {
            done = change(store, update);
        }
        Output.write(done, null, spec.commandLine());
        return Hcpcs.DONE;
    }

    /** The snapshot as the user named it. */
    final Path file() {
        return snapshot.file();
    }

    /** Publishes an earlier snapshot again, and returns what to tell. */
    final String bringBack(SnapshotStore store, StoreUpdate update, EarlierSnapshot earlier) throws IOException {
        Optional<Path> kept = update.bringBack(earlier);
        return "PUBLISHED  " + file() + " is " + earlier.name() + " again: "
                + ReleasesText.summary(store.published().orElseThrow()) + "\n"
                + kept.map(path -> "What it was is kept as " + EarlierSnapshot.find(path).map(EarlierSnapshot::name)
                        .orElse(path + ", and cannot be opened") + "\n").orElse("");
    }
}
