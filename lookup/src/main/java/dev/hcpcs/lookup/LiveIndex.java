package dev.hcpcs.lookup;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/**
 * The index of a snapshot that is replaced while the application runs: opens it, notices a new one, and swaps that in whole.
 *
 * <pre>{@code
 * LiveIndex live = LiveIndex.open(Path.of("hcpcs.snapshot"));
 * HcpcsIndex index = live.index();  // once per claim: all of its lines are answered by one state
 * index.status("Q4257", LocalDate.of(2024, 3, 1));
 * }</pre>
 *
 * <p>Safe to share between threads. Asking never waits, whatever happens to the file. Best rename a finished file over the old
 * one; a file that is written in place is taken when it is whole. While a new snapshot is opened, the old index, the file's bytes
 * and the new index are in memory.
 *
 * <p>A file that cannot be used (damaged, of another version, no snapshot, unreadable, missing) is <em>refused</em>: a warning in
 * the log of this class says why, it is counted, and the index opened before keeps answering. Each such file is refused once, and
 * not before it stayed as it is for two seconds, because it may be in the middle of being written or replaced.
 *
 * <p>One daemon thread watches the file's folder, and looks at the file once in every poll interval too, because network file
 * systems do not tell of changes that other machines make. Where the path is a symbolic link, the folder watched is the link's;
 * a change of the file that it leads to is found by polling. Close to end the thread.
 */
public final class LiveIndex implements AutoCloseable {

    /** How long {@link #open(Path)} waits between two looks at the file: one minute. */
    public static final Duration DEFAULT_POLL_INTERVAL = Duration.ofMinutes(1);

    private static final Logger LOGGER = System.getLogger(LiveIndex.class.getName());

    private final SnapshotFile file;
    private final Duration pollInterval;
    private final Thread thread;
    private final List<LongAdder> lookups = Stream.generate(LongAdder::new).limit(Status.values().length).toList();

    private volatile HcpcsIndex index;
    private volatile Instant loadedAt;
    private volatile long reloads;
    private volatile long refusals;
    private volatile boolean closed;

    private LiveIndex(SnapshotFile file, Duration pollInterval, FolderWatch watch) throws IOException {
        this.file = file;
        this.pollInterval = pollInterval;
        take(file.open());
        thread = new Thread(() -> keepFresh(watch), "hcpcs-live-index");
        thread.setDaemon(true);
    }

    /**
     * Opens a snapshot and keeps it fresh; looks at the file once a minute, and when its folder tells of a change.
     *
     * @throws SnapshotException if the file is damaged, is no snapshot, or is of another version
     * @throws IOException       if the file cannot be read
     */
    public static LiveIndex open(Path snapshot) throws IOException {
        return open(snapshot, DEFAULT_POLL_INTERVAL);
    }

    /**
     * Opens a snapshot and keeps it fresh.
     *
     * @param pollInterval how long to wait at most between two looks at the file; a look reads a few bytes
     * @throws IllegalArgumentException if the interval is not positive
     * @throws SnapshotException        if the file is damaged, is no snapshot, or is of another version
     * @throws IOException              if the file cannot be read
     */
    public static LiveIndex open(Path snapshot, Duration pollInterval) throws IOException {
        Path absolute = snapshot.toAbsolutePath();
        if (pollInterval.isZero() || pollInterval.isNegative()) {
            throw new IllegalArgumentException("the poll interval is not positive: " + pollInterval);
        }
        // The root has no parent; it is no snapshot either, which opening tells.
        Path folder = Optional.ofNullable(absolute.getParent()).orElse(absolute);
        return open(new SnapshotFile(absolute, SnapshotFile.PATIENCE), pollInterval, FolderWatch.of(folder));
    }

    /** @param watch closed with the index, or if there is none */
    static LiveIndex open(SnapshotFile file, Duration pollInterval, FolderWatch watch) throws IOException {
        try {
            LiveIndex live = new LiveIndex(file, pollInterval, watch);
            live.thread.start();
            return live;
        } catch (Throwable e) {
            watch.close();
            throw e;
        }
    }

    /**
     * The index of the newest snapshot. Take it once for everything that belongs together, such as the lines of a claim or of a
     * batch: it never changes, and the next call may return another. Lookups in it are not counted.
     */
    public HcpcsIndex index() {
        return index;
    }

    /** {@link HcpcsIndex#status(String, LocalDate)} of the newest snapshot, counted. */
    public Status status(String code, LocalDate date) {
        Status status = index.status(code, date);
        count(status);
        return status;
    }

    /** {@link HcpcsIndex#find(String, LocalDate)} of the newest snapshot, counted. */
    public Optional<Answer> find(String code, LocalDate date) {
        return find(index, code, date);
    }

    /**
     * {@link HcpcsIndex#lookup(String, LocalDate)} of the newest snapshot, counted, also where it throws.
     *
     * @throws InvalidCodeException if the text is no code, or is a CPT or dental code; its reason tells which
     * @throws UnknownCodeException if no loaded release carries the code
     */
    public Answer lookup(String code, LocalDate date) {
        HcpcsIndex current = index;
        return find(current, code, date).orElseGet(() -> current.lookup(code, date));
    }

    private Optional<Answer> find(HcpcsIndex current, String code, LocalDate date) {
        Optional<Answer> answer = current.find(code, date);
        count(answer.isPresent() ? answer.get().status() : current.status(code, date));
        return answer;
    }

    private void count(Status status) {
        lookups.get(status.ordinal()).increment();
    }

    /** How many questions that were asked here, not of {@link #index}, had a status as their answer. */
    public long lookups(Status status) {
        return lookups.get(status.ordinal()).sum();
    }

    /** How many times a changed file was opened and swapped in, the first opening not counted. */
    public long reloads() {
        return reloads;
    }

    /** How many files were refused; being missing counts as a file. */
    public long refusals() {
        return refusals;
    }

    /** When the index that now answers was opened. */
    public Instant loadedAt() {
        return loadedAt;
    }

    /**
     * How long ago the newest release of the index took effect: a release is due every three months. Negative before its
     * effective date, since CMS publishes some weeks ahead.
     *
     * @param clock tells the time, and the time zone in which the effective date begins
     */
    public Duration ageOfNewestRelease(Clock clock) {
        List<Release> releases = index.releases();
        LocalDate effectiveDate = releases.get(releases.size() - 1).quarter().effectiveDate();
        return Duration.between(effectiveDate.atStartOfDay(clock.getZone()).toInstant(), clock.instant());
    }

    /** Ends the thread, without waiting for it. What was opened last keeps answering. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    Thread thread() {
        return thread;
    }

    private void keepFresh(FolderWatch watch) {
        try (watch) {
            while (!closed) {
                watch.await(renewAndCheck(watch));
            }
        } catch (InterruptedException e) {
            // Closed, and nothing is left to do.
        }
    }

    /** Whatever goes wrong, such as a log that throws, is told as of a thread that ends by it; but this one looks on. */
    private Duration renewAndCheck(FolderWatch watch) {
        try {
            // Before the look, so that no change falls between the two.
            watch.renew();
            return checkNow();
        } catch (RuntimeException | Error e) {
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
            return pollInterval;
        }
    }

    /**
     * Looks at the file, and swaps in what is new and sound.
     *
     * @return how long to wait at most for the next look
     */
    synchronized Duration checkNow() {
        try {
            file.look().ifPresent(opened -> {
                take(opened);
                reloads++;
                LOGGER.log(Level.INFO, "opened " + file + ": " + opened);
            });
        } catch (IOException e) {
            // Closing interrupts a read, which is no fault of the file.
            if (!closed) {
                refusals++;
                LOGGER.log(Level.WARNING, "refused " + file + ", so what was opened before keeps answering (" + index + "): "
                        + (e instanceof SnapshotException ? e.getMessage() : e));
            }
        }
        return file.untilNextLook(pollInterval);
    }

    private void take(HcpcsIndex opened) {
        index = opened;
        loadedAt = Instant.now();
    }
}
