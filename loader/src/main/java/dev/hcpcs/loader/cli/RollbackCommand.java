package dev.hcpcs.loader.cli;

import dev.hcpcs.loader.publish.EarlierSnapshot;
import dev.hcpcs.loader.publish.SnapshotStore;
import dev.hcpcs.loader.publish.StoreUpdate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hcpcs rollback}. */
@Command(name = "rollback", mixinStandardHelpOptions = true,
        description = {"Publishes again the snapshot that was published before the present one, or an earlier one that is named.",
            "The present one is kept, so that a second rollback takes the first one back."},
        footer = {"", "Exit status: 0 done; 1 there is no such earlier snapshot, or the present one is pinned; 2 wrong usage, or"
            + " a file that cannot be read or written."})
final class RollbackCommand implements Callable<Integer> {

    @Mixin
    private SnapshotOption snapshot;

    @Parameters(arity = "0..1", paramLabel = "NAME|QUARTER", description = "As 'hcpcs releases --snapshot FILE' lists it, or the"
            + " quarter of its newest release (default: the one before the present one)")
    private String name;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        SnapshotStore store = snapshot.existing();
        try (StoreUpdate update = store.update()) {
            update.checkNotPinned();
            EarlierSnapshot earlier = name == null ? update.last() : store.earlier(name);
            Output.write(bringBack(store, update, earlier), null, spec.commandLine());
        }
        return Hcpcs.DONE;
    }

    /** Brings it back, and says so. */
    static String bringBack(SnapshotStore store, StoreUpdate update, EarlierSnapshot earlier) throws IOException {
        Optional<Path> kept = update.bringBack(earlier);
        return "PUBLISHED  " + store.file() + " is " + earlier.name() + " again: "
                + ReleasesText.summary(store.published().orElseThrow()) + "\n"
                + kept.map(file -> "What it was is kept as " + EarlierSnapshot.find(file).map(EarlierSnapshot::name)
                        .orElse(file + ", and cannot be opened") + "\n").orElse("");
    }
}
