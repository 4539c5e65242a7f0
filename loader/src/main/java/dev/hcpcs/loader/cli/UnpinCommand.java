package dev.hcpcs.loader.cli;

import dev.hcpcs.loader.publish.SnapshotStore;
import dev.hcpcs.loader.publish.StoreUpdate;
import java.io.IOException;
import picocli.CommandLine.Command;

/** {@code hcpcs unpin}. */
@Command(name = "unpin", mixinStandardHelpOptions = true,
        description = "Lets refresh and rollback replace a pinned snapshot again; until one of them does, it stays what it is.",
        footer = {"", "Exit status: 0 not pinned any more; 2 wrong usage, or a file that cannot be read or written."})
final class UnpinCommand extends StoreCommand {

    @Override
    String change(SnapshotStore store, StoreUpdate update) throws IOException {
        boolean pinned = store.pinnedSince().isPresent();
        update.unpin();
        return pinned ? "UNPINNED  " + file() + " can be refreshed and rolled back again\n" : file() + " was not pinned\n";
    }
}
