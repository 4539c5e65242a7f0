package dev.hcpcs.loader.publish;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Held by the one update of a store that is under way; the system gives it back when the process ends, however it does. */
final class StoreLock implements Closeable {

    /** Locks that this process holds. A second channel to one of these files would give the lock back when it is closed. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private StoreLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** @throws IOException if another update is under way, in this process or another, or the folder cannot be written */
    static StoreLock of(SnapshotStore store) throws IOException {
        if (Files.exists(store.folder()) && !Files.isDirectory(store.folder())) {
            throw new IOException(store.folder() + " is no folder; move it away, for the earlier snapshots are kept in a folder"
                    + " of that name");
        }
        Files.createDirectories(store.folder());
        Path file = store.folder().toRealPath().resolve(store.lock().getFileName());
        if (!HELD.add(file)) {
            throw underWay(store);
        }
        try {
            return new StoreLock(file, locked(store, file));
        } catch (IOException | RuntimeException e) {
            HELD.remove(file);
            throw e;
        }
    }

    private static FileChannel locked(SnapshotStore store, Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) {
                throw underWay(store);
            }
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static IOException underWay(SnapshotStore store) {
        return new IOException("another update of " + store.file() + " is under way; try again when it has ended");
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HELD.remove(file);
        }
    }
}
