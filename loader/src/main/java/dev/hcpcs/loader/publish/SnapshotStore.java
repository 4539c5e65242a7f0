package dev.hcpcs.loader.publish;

import dev.hcpcs.lookup.HcpcsIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A published snapshot, and in the folder {@code FILE.earlier} beside it what else belongs to it: the earlier ones, the mark
 * that it is pinned, and the lock that lets one update at a time change any of this. Reading needs no lock: a file that is
 * here is whole. Immutable; what it tells is what is on the disk at that moment.
 */
public final class SnapshotStore {

    private final Path file;
    private final Disk disk;

    private SnapshotStore(Path file, Disk disk) {
        this.file = file;
        this.disk = disk;
    }

    /**
     * The store of a snapshot, which need not be there yet.
     *
     * @param file the published file; where it is a symbolic link, the file that it leads to
     * @throws IOException if a link leads nowhere
     */
    public static SnapshotStore of(Path file) throws IOException {
        return of(file, new Disk());
    }

    static SnapshotStore of(Path file, Disk disk) throws IOException {
        if (!Files.isSymbolicLink(file)) {
            return new SnapshotStore(file, disk);
        }
        try {
            return new SnapshotStore(file.toRealPath(), disk);
        } catch (NoSuchFileException e) {
            throw new IOException(file + " is a symbolic link to " + Files.readSymbolicLink(file) + ", which does not exist;"
                    + " remove the link, or name the file that it should lead to");
        }
    }

    /** The published file. */
    public Path file() {
        return file;
    }

    /** The folder of the earlier snapshots, which need not be there. */
    public Path folder() {
        return file.resolveSibling(file.getFileName() + ".earlier");
    }

    Path lock() {
        return folder().resolve("lock");
    }

    Path pinned() {
        return folder().resolve("pinned");
    }

    /**
     * What is published; empty where nothing is.
     *
     * @throws IOException if the file is no sound snapshot, or cannot be read
     */
    public Optional<HcpcsIndex> published() throws IOException {
        try {
            return Optional.of(HcpcsIndex.open(file));
        } catch (NoSuchFileException e) {
            // Nothing else counts as absent: a disk that fails for a moment must not make this the first snapshot.
            return Optional.empty();
        }
    }

    /** The earlier snapshots that are kept, the last one first. */
    public List<EarlierSnapshot> earlier() throws IOException {
        if (!Files.isDirectory(folder())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder())) {
            return files.flatMap(each -> EarlierSnapshot.find(each).stream())
                    .sorted(Comparator.comparing(EarlierSnapshot::name).reversed()).toList();
        }
    }

    /**
     * The last earlier snapshot of a name, or with a newest quarter.
     *
     * @param nameOrQuarter as {@link EarlierSnapshot#name} or {@link dev.hcpcs.lookup.Quarter} has it, in any letter case
     * @throws NotPublishedException if none is kept; the message names those that are
     */
    public EarlierSnapshot earlier(String nameOrQuarter) throws IOException {
        List<EarlierSnapshot> kept = earlier();
        return kept.stream().filter(each -> each.name().equalsIgnoreCase(nameOrQuarter)
                        || each.newest().toString().equalsIgnoreCase(nameOrQuarter)).findFirst()
                .orElseThrow(() -> new NotPublishedException("no earlier snapshot of " + file + " is named " + nameOrQuarter
                        + " or has that newest quarter; "
                        + (kept.isEmpty() ? "none is kept" : "kept are " + String.join(", ",
                                kept.stream().map(EarlierSnapshot::name).toList()))));
    }

    /** Since when the snapshot is pinned, so that no other one takes its place; empty where it is not. */
    public Optional<Instant> pinnedSince() throws IOException {
        try {
            return Optional.of(Files.getLastModifiedTime(pinned()).toInstant());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /**
     * Begins to change what is published, and removes what an update that was broken off has left.
     *
     * @throws IOException if another update is under way, or the folder cannot be written
     */
    public StoreUpdate update() throws IOException {
        return StoreUpdate.of(this, disk);
    }
}
