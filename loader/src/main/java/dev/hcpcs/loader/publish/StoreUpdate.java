package dev.hcpcs.loader.publish;

import static java.util.Objects.requireNonNull;

import dev.hcpcs.lookup.HcpcsIndex;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
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
 * and an unfinished file, which the next update removes; so does this one where it can.
 */
public final class StoreUpdate implements Closeable {

    private static final String UNFINISHED = ".unfinished";

    private final SnapshotStore store;
    private final Disk disk;
    private final StoreLock lock;

    private StoreUpdate(SnapshotStore store, Disk disk, StoreLock lock) {
        this.store = store;
        this.disk = disk;
        this.lock = lock;
    }

    static StoreUpdate of(SnapshotStore store, Disk disk) throws IOException {
        StoreLock lock = StoreLock.of(store);
        try {
            StoreUpdate update = new StoreUpdate(store, disk, lock);
            update.removeLeftOver();
            return update;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Unfinished files, and copies of what is published or kept already. */
    private void removeLeftOver() throws IOException {
        List<Path> unfinished = new ArrayList<>(List.of(unfinished(store.file())));
        try (Stream<Path> files = Files.list(store.folder())) {
            files.filter(each -> each.toString().endsWith(UNFINISHED)).forEach(unfinished::add);
        }
        for (Path file : unfinished) {
            if (Files.exists(file)) {
                disk.delete(file);
            }
        }
        deleteCopies();
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
     * Keeps the next snapshot from having only the releases that are named now.
     *
     * @throws NotPublishedException if the present one is gone although earlier ones are kept, be they unreadable
     */
    void checkNotLost() throws IOException {
        Optional<String> advice = Files.exists(store.file()) ? Optional.empty() : store.adviceWhereLost();
        if (advice.isPresent()) {
            throw new NotPublishedException(store.file() + " does not exist, but was published before; " + advice.get());
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
        return store.earlier().stream().findFirst()
                .orElseThrow(() -> new NotPublishedException("no earlier snapshot of " + store.file() + " is kept"));
    }

    /**
     * Publishes an earlier snapshot again; the present one becomes the last of the earlier ones.
     *
     * @return where the present one is kept, which is not among the {@link SnapshotStore#earlier} ones where it cannot be opened;
     *         empty where there was none
     * @throws IOException if the earlier one is not sound, or a file cannot be written; what was published still is then
     */
    public Optional<Path> bringBack(EarlierSnapshot earlier) throws IOException {
        // Before anything is changed, and so that the message names it.
        HcpcsIndex.open(earlier.path());
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
        disk.forceFolder(requireNonNull(store.file().toAbsolutePath().getParent()));
        deleteCopies();
        return kept;
    }

    private Optional<Path> keep() throws IOException {
        byte[] present;
        try {
            present = Files.readAllBytes(store.file());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        Path kept = EarlierSnapshot.file(store.folder(), now(), store.newestPublished());
        put(present, kept);
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

    /** A snapshot is kept once: where it was published last. */
    private void deleteCopies() throws IOException {
        List<Path> distinct = new ArrayList<>(Files.exists(store.file()) ? List.of(store.file()) : List.of());
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

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.mismatch(one, other) == -1;
        } catch (IOException e) {
            // What cannot be read is kept, and stops no update.
            return false;
        }
    }

    /** Removes what a step that failed has left, on a full disk for example, and lets other updates begin. */
    @Override
    public void close() throws IOException {
        try (lock) {
            removeLeftOver();
        }
    }
}
