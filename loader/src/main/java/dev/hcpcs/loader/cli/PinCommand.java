package dev.hcpcs.loader.cli;

import dev.hcpcs.loader.publish.SnapshotReleases;
import dev.hcpcs.loader.publish.SnapshotStore;
import dev.hcpcs.loader.publish.StoreUpdate;
import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.SnapshotException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hcpcs pin}. */
@Command(name = "pin", mixinStandardHelpOptions = true,
        description = {"Holds who reads the snapshot on a known good one: from then on neither refresh nor rollback replaces it,"
                + " until 'hcpcs unpin'.",
            "That is the present one, or the earlier one that is named, which is published again first. A quarter names the"
                + " present one where it is the newest there."},
        footer = {"", "Exit status: 0 pinned; 1 there is no such earlier snapshot; 2 wrong usage, or a file that cannot be read"
            + " or written."})
final class PinCommand extends StoreCommand {

    @Mixin
    private EarlierParameter earlier;

    @Override
    String change(SnapshotStore store, StoreUpdate update) throws IOException {
        Optional<String> name = earlier.name();
        String done = name.isEmpty() || isPresent(store, name.get()) ? ""
                : bringBack(store, update, store.earlier(name.get()));
        HcpcsIndex present = store.published().orElseThrow(() -> new NoSuchFileException(store.file().toString()));
        update.pin();
        return done + "PINNED  " + file() + " stays what it is until 'hcpcs unpin': " + ReleasesText.summary(present) + "\n";
    }

    /** Whether the quarter that is named is the newest one of what is published. */
    private static boolean isPresent(SnapshotStore store, String quarter) throws IOException {
        try {
            return store.published().map(SnapshotReleases::newest).map(Object::toString).filter(quarter::equalsIgnoreCase)
                    .isPresent();
        } catch (SnapshotException e) {
            // Damaged, so an earlier one has to take its place.
            return false;
        }
    }
}
