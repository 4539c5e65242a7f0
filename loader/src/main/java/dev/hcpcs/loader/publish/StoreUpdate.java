package dev.hcpcs.loader.publish;

import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.Quarter;
import dev.hcpcs.lookup.SnapshotException;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Changes what is published, alone until it is closed.
 *
 * <p>The present snapshot is copied to the earlier ones first, then the next one takes its place in one step, and only then is
 * anything deleted. Broken off anywhere, this leaves the present snapshot or the next one, whole, and at most a copy too many
 * and an unfinished file, which the next update removes.
 */
public final class StoreUpdate implements Closeable {

    private static final String UNFINISHED = ".unfinished";

    private final SnapshotStore store;
    private final Disk disk;
    /** Holds the lock; the system gives it back when the process ends, however it does. */
    private final FileChannel lock;

    private StoreUpdate(SnapshotStore store, Disk disk, FileChannel lock) {
        this.store = store;
        this.disk = disk;
        this.lock = lock;
    }

    static StoreUpdate of(SnapshotStore store, Disk disk) throws IOException {
        Files.createDirectories(store.folder());
        FileChannel lock = FileChannel.open(store.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (!isLocked(lock)) {
                throw new IOException("another update of " + store.file() + " is under way; try again when it has ended");
            }
            StoreUpdate update = new StoreUpdate(store, disk, lock);
            update.removeUnfinished();
            return update;
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock held = channel.tryLock();
            return held != null;
        } catch (OverlappingFileLockException e) {
            // By this process.
            return false;
        }
    }

    private void removeUnfinished() throws IOException {
        disk.delete(unfinished(store.file()));
        try (Stream<Path> files = Files.list(store.folder())) {
            for (Path file : files.filter(each -> each.toString().endsWith(UNFINISHED)).toList()) {
                disk.delete(file);
            }
        }
    }

    /** @throws NotPublishedException if the snapshot is pinned */
    public void checkNotPinned() throws IOException {
        Optional<Instant> since = store.pinnedSince();
        if (since.isPresent()) {
            throw new NotPublishedException(store.file() + " is pinned since " + since.get().truncatedTo(ChronoUnit.SECONDS)
                    + ", so no other one takes its place until 'hcpcs unpin --snapshot " + store.file() + "'");
        }
    }

    /**
     * Publishes an index; what was published is kept.
     *
     * @param keep how many earlier snapshots to keep, the last ones; at least 1
     * @throws NotPublishedException if the snapshot is pinned
     * @throws IOException           if a file cannot be written; what was published still is, unless only deleting failed
     */
    public void publish(HcpcsIndex index, int keep) throws IOException {
        checkNotPinned();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        index.write(bytes);
        replace(bytes.toByteArray());
        List<EarlierSnapshot> kept = store.earlier();
        for (EarlierSnapshot tooMany : kept.subList(Math.min(keep, kept.size()), kept.size())) {
            disk.delete(tooMany.path());
        }
    }

    /**
     * The snapshot that was published before the present one.
     *
     * @throws NotPublishedException if none is kept
     */
    public EarlierSnapshot last() throws IOException {
        for (EarlierSnapshot earlier : store.earlier()) {
            // Broken off, an update leaves a copy of the present one here.
            if (!Files.exists(store.file()) || !isSame(earlier.path(), store.file())) {
                return earlier;
            }
        }
        throw new NotPublishedException("no earlier snapshot of " + store.file() + " is kept");
    }

    /**
     * Publishes an earlier snapshot again; the present one becomes the last of the earlier ones.
     *
     * @return where the present one is kept, which is not among the {@link SnapshotStore#earlier} ones where it cannot be opened;
     *         empty where there was none
     * @throws IOException if the earlier one is not sound, or a file cannot be written; what was published still is then
     */
    public Optional<Path> bringBack(EarlierSnapshot earlier) throws IOException {
        return replace(Files.readAllBytes(earlier.path()));
    }

    /** Lets no other snapshot take the place of the present one until {@link #unpin}. */
    public void pin() throws IOException {
        put("No other snapshot is published until 'hcpcs unpin'.\n".getBytes(StandardCharsets.US_ASCII), store.pinned());
    }

    /** Lets other snapshots take the place of the present one again; does nothing where they may. */
    public void unpin() throws IOException {
        disk.delete(store.pinned());
        disk.forceFolder(store.folder());
    }

    private Optional<Path> replace(byte[] next) throws IOException {
        Optional<Path> kept = keep();
        Path unfinished = unfinished(store.file());
        disk.write(unfinished, next);
        // Reads it back from the disk; what cannot be opened is not published.
        HcpcsIndex.open(unfinished);
        disk.move(unfinished, store.file());
        disk.forceFolder(store.file().toAbsolutePath().getParent());
        deleteCopies();
        return kept;
    }

    private Optional<Path> keep() throws IOException {
        if (!Files.exists(store.file())) {
            return Optional.empty();
        }
        Path kept = EarlierSnapshot.file(store.folder(), now(), newestPublished());
        put(Files.readAllBytes(store.file()), kept);
        return Optional.of(kept);
    }

    /** Into the folder of the earlier ones. */
    private void put(byte[] bytes, Path file) throws IOException {
        Path unfinished = unfinished(file);
        disk.write(unfinished, bytes);
        disk.move(unfinished, file);
        disk.forceFolder(store.folder());
    }

    private static Path unfinished(Path file) {
        return file.resolveSibling("." + file.getFileName() + UNFINISHED);
    }

    /** Later than every name, whatever the clock says, so that names keep the order of events. */
    private Instant now() throws IOException {
        Instant now = Instant.now();
        return store.earlier().stream().findFirst().map(last -> last.until().plusMillis(1)).filter(now::isBefore).orElse(now);
    }

    private Optional<Quarter> newestPublished() throws IOException {
        try {
            return store.published().map(SnapshotReleases::newest);
        } catch (SnapshotException e) {
            return Optional.empty();
        }
    }

    /** A snapshot is kept once: where it was published last. */
    private void deleteCopies() throws IOException {
        List<Path> distinct = new ArrayList<>(List.of(store.file()));
        for (EarlierSnapshot earlier : store.earlier()) {
            boolean copy = false;
            for (Path other : distinct) {
                copy |= isSame(earlier.path(), other);
            }
            if (copy) {
                disk.delete(earlier.path());
            } else {
                distinct.add(earlier.path());
            }
        }
    }

    private static boolean isSame(Path one, Path other) throws IOException {
        return Files.mismatch(one, other) == -1;
    }

    /** Lets other updates begin. */
    @Override
    public void close() throws IOException {
        lock.close();
    }
}
