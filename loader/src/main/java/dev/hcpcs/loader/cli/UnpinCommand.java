package dev.hcpcs.loader.cli;

import dev.hcpcs.loader.publish.SnapshotStore;
import dev.hcpcs.loader.publish.StoreUpdate;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code hcpcs unpin}. */
@Command(name = "unpin", mixinStandardHelpOptions = true,
        description = "Lets refresh and rollback replace a pinned snapshot again; until one of them does, it stays what it is.")
final class UnpinCommand implements Callable<Integer> {

    @Mixin
    private SnapshotOption snapshot;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        SnapshotStore store = snapshot.existing();
        try (StoreUpdate update = store.update()) {
            boolean pinned = store.pinnedSince().isPresent();
            update.unpin();
            Output.write((pinned ? "UNPINNED  " + store.file() + " can be refreshed and rolled back again\n"
                    : store.file() + " was not pinned\n"), null, spec.commandLine());
        }
        return Hcpcs.DONE;
    }
}
