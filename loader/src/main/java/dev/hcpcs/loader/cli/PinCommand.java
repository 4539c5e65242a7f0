package dev.hcpcs.loader.cli;

import dev.hcpcs.loader.publish.SnapshotReleases;
import dev.hcpcs.loader.publish.SnapshotStore;
import dev.hcpcs.loader.publish.StoreUpdate;
import dev.hcpcs.lookup.HcpcsIndex;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hcpcs pin}. */
@Command(name = "pin", mixinStandardHelpOptions = true,
        description = "Holds who reads the snapshot on a known good one: publishes it again where it is an earlier one, and from"
                + " then on neither refresh nor rollback replaces it until 'hcpcs unpin'.",
        footer = {"", "Exit status: 0 pinned; 1 there is no such earlier snapshot; 2 wrong usage, or a file that cannot be read"
            + " or written."})
final class PinCommand implements Callable<Integer> {

    @Mixin
    private SnapshotOption snapshot;

    @Parameters(arity = "0..1", paramLabel = "NAME|QUARTER", description = "As 'hcpcs releases --snapshot FILE' lists it, or the"
            + " quarter of its newest release (default: the present one)")
    private String name;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        SnapshotStore store = snapshot.existing();
        try (StoreUpdate update = store.update()) {
            String done = name == null || isPresent(store) ? "" : RollbackCommand.bringBack(store, update, store.earlier(name));
            HcpcsIndex present = store.published().orElseThrow(() -> new NoSuchFileException(store.file().toString()));
            update.pin();
            Output.write(done + "PINNED  " + store.file() + " stays what it is until 'hcpcs unpin': "
                    + ReleasesText.summary(present) + "\n", null, spec.commandLine());
        }
        return Hcpcs.DONE;
    }

    /** Whether the quarter that is named is the newest one of what is published. */
    private boolean isPresent(SnapshotStore store) throws IOException {
        Optional<HcpcsIndex> present = store.published();
        return present.isPresent() && SnapshotReleases.newest(present.get()).toString().equalsIgnoreCase(name);
    }
}
