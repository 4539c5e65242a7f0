package dev.hcpcs.lookup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A path at which snapshots replace one another: tells at each look whether there is a new one, and whether it is sound.
 *
 * <p>What cannot be used may be in the middle of being written, or be missing between a deletion and a renaming. So it is refused
 * only when it has stayed as it is for a while; after that it is not read again until it changes.
 */
final class SnapshotFile {

    /** As long as the coarsest file times in use, so that a file which changes after its refusal shows another time. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Path path;
    private final Duration patience;
    private final LongSupplier nanoTime;
    /** What was last opened or refused. */
    private FileState settled = FileState.UNREADABLE;
    /** What could not be used at the last look and may become whole yet; null where there is no such. */
    private @Nullable FileState suspect;
    /** When the suspect was first seen. */
    private long suspectSince;

    /** @param patience how long a file that cannot be used must stay as it is before it is refused */
    SnapshotFile(Path path, Duration patience) {
        this(path, patience, System::nanoTime);
    }

    /** @param nanoTime as {@link System#nanoTime} */
    SnapshotFile(Path path, Duration patience, LongSupplier nanoTime) {
        this.path = path;
        this.patience = patience;
        this.nanoTime = nanoTime;
    }

    /** The index of what lies there, without patience. */
    HcpcsIndex open() throws IOException {
        // Before it is read, so that what changes meanwhile is seen as a change.
        FileState seen = FileState.of(path);
        HcpcsIndex opened = HcpcsIndex.open(path);
        settle(seen);
        return opened;
    }

    /**
     * The index of what lies there, where that is new and sound; empty where nothing has changed, or it is too early to tell.
     *
     * @throws IOException if what lies there is refused
     */
    Optional<HcpcsIndex> look() throws IOException {
        FileState seen = FileState.of(path);
        if (seen.equals(settled)) {
            suspect = null;
            return Optional.empty();
        }
        try {
            return Optional.of(open());
        } catch (SnapshotException e) {
            refuse(seen, e);
        } catch (IOException e) {
            // Not the content's fault, so the file needs no change to become readable: it is tried again at each look.
            refuse(FileState.UNREADABLE, e);
        } catch (OutOfMemoryError e) {
            refuse(FileState.UNREADABLE, new IOException(path + " does not fit into memory beside what is open", e));
        }
        return Optional.empty();
    }

    /** Throws the reason, but neither too early nor twice. */
    private void refuse(FileState bad, IOException reason) throws IOException {
        if (bad.equals(settled)) {
            return;
        }
        long now = nanoTime.getAsLong();
        if (!bad.equals(suspect)) {
            suspect = bad;
            suspectSince = now;
        }
        if (now - suspectSince >= patience.toNanos()) {
            settle(bad);
            throw reason;
        }
    }

    private void settle(FileState state) {
        settled = state;
        suspect = null;
    }

    /** How long to wait at most for the next look, where a file at rest is looked at in that interval. */
    Duration untilNextLook(Duration interval) {
        return suspect == null || interval.compareTo(patience) < 0 ? interval : patience;
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
