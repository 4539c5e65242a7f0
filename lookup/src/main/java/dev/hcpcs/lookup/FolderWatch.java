package dev.hcpcs.lookup;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Waits until something happens in a folder, or until a time is over. Only the latter may ever end it: many network file systems
 * tell nothing of what other machines do, and do not say so.
 */
final class FolderWatch implements AutoCloseable {

    private static final Logger LOGGER = System.getLogger(FolderWatch.class.getName());

    /** Events come in bursts, one for each piece written: one look serves them all. */
    private static final Duration BURST = Duration.ofMillis(50);

    private final Path folder;
    private final Optional<WatchService> service;
    private boolean toldPolledOnly;
    /** Null while nothing is watched. */
    private @Nullable WatchKey watched;

    private FolderWatch(Path folder, Optional<WatchService> service) {
        this.folder = folder;
        this.service = service;
    }

    static FolderWatch of(Path folder) {
        try {
            return new FolderWatch(folder, Optional.of(folder.getFileSystem().newWatchService()));
        } catch (IOException | UnsupportedOperationException e) {
            tellPolledOnly(folder, e);
            return none(folder);
        }
    }

    private static void tellPolledOnly(Path folder, Exception reason) {
        LOGGER.log(Level.INFO, "no watch on " + folder + ", which is therefore polled only: " + reason);
    }

    /** Only waits until the time is over. */
    static FolderWatch none(Path folder) {
        return new FolderWatch(folder, Optional.empty());
    }

    /**
     * Watches the folder that now has the path, where that is possible: the one before may have been deleted, or a link may lead
     * elsewhere now. What happens from here on ends the next {@link #await}.
     */
    void renew() {
        if (service.isEmpty()) {
            return;
        }
        WatchKey before = watched;
        try {
            // A folder that is watched already keeps its key and the events that have not been read.
            watched = folder.register(service.get(), StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY,
                    StandardWatchEventKinds.ENTRY_DELETE);
            toldPolledOnly = false;
        } catch (IOException e) {
            watched = null;
            if (!toldPolledOnly) {
                toldPolledOnly = true;
                tellPolledOnly(folder, e);
            }
        }
        if (before != null && before != watched) {
            before.cancel();
        }
    }

    /** Any file's event ends it: what is behind a link changes without an event of the link's own name. */
    void await(Duration atMost) throws InterruptedException {
        long nanos = TimeUnit.NANOSECONDS.convert(atMost);
        if (service.isEmpty()) {
            TimeUnit.NANOSECONDS.sleep(nanos);
            return;
        }
        WatchKey told = service.get().poll(nanos, TimeUnit.NANOSECONDS);
        if (told != null) {
            Thread.sleep(BURST.toMillis());
            told.pollEvents();
            told.reset();
        }
    }

    @Override
    public void close() {
        if (service.isPresent()) {
            try {
                service.get().close();
            } catch (IOException e) {
                LOGGER.log(Level.DEBUG, "the watch on " + folder + " did not close", e);
            }
        }
    }
}
