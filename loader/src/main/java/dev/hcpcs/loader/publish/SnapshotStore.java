package dev.hcpcs.loader.publish;

import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.Quarter;
import dev.hcpcs.lookup.SnapshotException;
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

    /**
     * What is published, for who goes on from it: where it is damaged, the message says how an earlier one comes back.
     *
     * @throws IOException if the file is no sound snapshot, or cannot be read
     */
    public Optional<HcpcsIndex> publishedOrWayBack() throws IOException {
        try {
            return published();
        } catch (SnapshotException e) {
            Optional<String> way = wayBack();
            if (way.isEmpty()) {
                throw e;
            }
            throw new IOException(e.getMessage() + "; " + way.get(), e);
        }
    }

    /** The earlier snapshots that are kept, the last one first. */
    public List<EarlierSnapshot> earlier() throws IOException {
        return kept().stream().flatMap(each -> EarlierSnapshot.find(each).stream())
                .sorted(Comparator.comparing(EarlierSnapshot::name).reversed()).toList();
    }

    private List<Path> kept() throws IOException {
        if (!Files.isDirectory(folder())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder())) {
            return files.toList();
        }
    }

    /**
     * What to do where the file is gone although something was published before, be it only what could not be opened; for a
     * message. Empty where nothing was.
     */
    public Optional<String> adviceWhereLost() throws IOException {
        if (kept().stream().noneMatch(each -> EarlierSnapshot.isUnreadable(each) || EarlierSnapshot.find(each).isPresent())) {
            return Optional.empty();
        }
        return Optional.of(wayBack().orElse("none of the snapshots in " + folder() + " can be opened")
                + "; to begin anew, move " + folder() + " away");
    }

    /** How the last earlier snapshot that is sound is published again; empty where there is none. */
    private Optional<String> wayBack() throws IOException {
        List<EarlierSnapshot> earlier = earlier();
        Optional<EarlierSnapshot> sound = earlier.stream().filter(SnapshotStore::isSound).findFirst();
        boolean pinned = pinnedSince().isPresent();
        return sound.map(each -> (pinned ? "it is pinned, so 'hcpcs unpin --snapshot " + file + "' first; then " : "")
                + "'hcpcs rollback --snapshot " + file + (each.equals(earlier.get(0)) ? "" : " " + each.name())
                + "' publishes again what it was before");
    }

    private static boolean isSound(EarlierSnapshot earlier) {
        try {
            HcpcsIndex.open(earlier.path());
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * The last earlier snapshot of a name, or with a newest quarter.
     *
     * @param nameOrQuarter as {@link EarlierSnapshot#name}, the name of its file or {@link dev.hcpcs.lookup.Quarter} has it, in
     *                      any letter case
     * @throws NotPublishedException if none is kept; the message names those that are, and says where it is the newest quarter
     *                               of what is published
     */
    public EarlierSnapshot earlier(String nameOrQuarter) throws IOException {
        List<EarlierSnapshot> kept = earlier();
        Optional<EarlierSnapshot> called = kept.stream().filter(each -> each.isCalled(nameOrQuarter)).findFirst();
        if (called.isPresent()) {
            return called.get();
        }
        boolean published = newestPublished().filter(newest -> newest.toString().equalsIgnoreCase(nameOrQuarter)).isPresent();
        throw new NotPublishedException((published
                ? nameOrQuarter + " is the newest quarter of " + file + " already, and no earlier snapshot has it; "
                : "no earlier snapshot of " + file + " is named " + nameOrQuarter + " or has that newest quarter; ")
                + (kept.isEmpty() ? "none is kept" : "kept are " + String.join(", ",
                        kept.stream().map(EarlierSnapshot::name).toList())));
    }

    /** The quarter of the newest release of what is published; empty where nothing is, or it cannot be opened. */
    Optional<Quarter> newestPublished() throws IOException {
        try {
            return published().map(SnapshotReleases::newest);
        } catch (SnapshotException e) {
            return Optional.empty();
        }
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
