package dev.hcpcs.loader.cli;

import dev.hcpcs.loader.publish.EarlierSnapshot;
import dev.hcpcs.loader.publish.SnapshotStore;
import dev.hcpcs.loader.publish.StoreUpdate;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hcpcs rollback}. */
@Command(name = "rollback", mixinStandardHelpOptions = true,
        description = {"Publishes again the snapshot that was published before the present one, or the earlier one that is"
            + " named.",
            "The present one is kept, so that a second rollback takes the first one back."},
        footer = {"", "Exit status: 0 done; 1 there is no such earlier snapshot, or the present one is pinned; 2 wrong usage, or"
            + " a file that cannot be read or written."})
final class RollbackCommand extends StoreCommand {

    @Mixin
    private EarlierParameter earlier;

    @Override
    String change(SnapshotStore store, StoreUpdate update) throws IOException {
        update.checkNotPinned();
        EarlierSnapshot before = earlier.name().isPresent() ? store.earlier(earlier.name().get()) : update.last();
        return bringBack(store, update, before);
    }
}
