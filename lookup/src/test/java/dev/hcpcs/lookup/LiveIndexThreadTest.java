package dev.hcpcs.lookup;

import static dev.hcpcs.lookup.States.rename;
import static dev.hcpcs.lookup.States.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** When changes of the file are noticed, and that the thread ends. */
@Timeout(120)
@ExtendWith(LiveIndexLog.class)
class LiveIndexThreadTest {

    private static final Duration SOON = Duration.ofMillis(20);
    private static final Duration NEVER = Duration.ofDays(1);

    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void writeStateOne() throws IOException {
        file = Files.write(folder.resolve("hcpcs.snapshot"), snapshot(1));
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(5);
        }
    }

    private static void awaitState(int state, LiveIndex live) throws InterruptedException {
        await(() -> States.number(live.index()) == state);
    }

    @Test
    void pollsWhereNothingIsTold() throws Exception {
        try (LiveIndex live = LiveIndex.open(new SnapshotFile(file, SOON), SOON, FolderWatch.none(folder))) {
            rename(snapshot(2), file);
            awaitState(2, live);
            rename(States.Fault.TRUNCATED.of(snapshot(3)), file);
            await(() -> live.refusals() == 1);
            assertThat(States.isWhole(live.index(), 2)).isTrue();
        }
    }

    @Test
    void doesNotLookBeforeThePollIsDueWhereNothingIsTold() throws Exception {
        try (LiveIndex live = LiveIndex.open(new SnapshotFile(file, SOON), NEVER, FolderWatch.none(folder))) {
            await(() -> live.thread().getState() == Thread.State.TIMED_WAITING);
            rename(snapshot(2), file);
            Thread.sleep(200);
            assertThat(live.reloads()).isZero();
        }
    }

    @Test
    void doesNotWaitForThePollWhereTheFolderTells() throws Exception {
        try (LiveIndex live = LiveIndex.open(file, NEVER)) {
            rename(snapshot(2), file);
            awaitState(2, live);
            Files.write(file, snapshot(3));
            awaitState(3, live);
        }
    }

    @Test
    void looksAgainAtABadFileAlthoughNothingMoreIsTold() throws Exception {
        try (LiveIndex live = LiveIndex.open(file, NEVER)) {
            rename(States.Fault.FOREIGN.of(snapshot(2)), file);
            await(() -> live.refusals() == 1);
        }
    }

    /** As clusters mount configuration: the file is a link through a link, and the latter is what changes. */
    @Test
    void followsLinks() throws Exception {
        Path first = Files.createDirectory(folder.resolve("first"));
        Files.write(first.resolve("hcpcs.snapshot"), snapshot(2));
        Path second = Files.createDirectory(folder.resolve("second"));
        Files.write(second.resolve("hcpcs.snapshot"), snapshot(3));
        Path mounted = Files.createDirectory(folder.resolve("mounted"));
        Path data = Files.createSymbolicLink(mounted.resolve("data"), first);
        Path link = Files.createSymbolicLink(mounted.resolve("hcpcs.snapshot"), Path.of("data", "hcpcs.snapshot"));
        try (LiveIndex live = LiveIndex.open(link, NEVER)) {
            awaitState(2, live);

            Path next = Files.createSymbolicLink(mounted.resolve("next"), second);
            Files.move(next, data, StandardCopyOption.ATOMIC_MOVE);

            awaitState(3, live);
        }
    }

    @Test
    void survivesThatTheFolderIsReplaced() throws Exception {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Path moved = Files.copy(file, inner.resolve("hcpcs.snapshot"));
        try (LiveIndex live = LiveIndex.open(new SnapshotFile(moved, NEVER), Duration.ofMillis(200), FolderWatch.of(inner))) {
            Files.delete(moved);
            Files.delete(inner);
            Thread.sleep(300);
            Files.createDirectory(inner);
            rename(snapshot(2), moved);
            awaitState(2, live);
        }
    }

    /** Whatever goes wrong at a look, without the thread there would be no further one. */
    @Test
    @Timeout(30)
    void aLogThatThrowsDoesNotEndTheThread() throws Exception {
        Handler throwing = new LiveIndexLog() {
            @Override
            public void publish(LogRecord line) {
                throw new IllegalStateException("no log");
            }
        };
        Logger logger = Logger.getLogger(LiveIndex.class.getName());
        List<Throwable> told = new CopyOnWriteArrayList<>();
        logger.addHandler(throwing);
        try (LiveIndex live = LiveIndex.open(new SnapshotFile(file, SOON), SOON, FolderWatch.none(folder))) {
            live.thread().setUncaughtExceptionHandler((thread, failure) -> told.add(failure));
            rename(snapshot(2), file);
            awaitState(2, live);
            rename(States.Fault.TRUNCATED.of(snapshot(3)), file);
            await(() -> live.refusals() == 1);
            rename(snapshot(4), file);
            awaitState(4, live);
            await(() -> told.size() == 3);
        } finally {
            logger.removeHandler(throwing);
        }
        assertThat(told).extracting(Throwable::getMessage).containsOnly("no log");
    }

    @Test
    void aRelativePathWillDo() throws Exception {
        Path relative = Path.of("").toAbsolutePath().relativize(file);
        try (LiveIndex live = LiveIndex.open(relative, NEVER)) {
            rename(snapshot(2), file);
            awaitState(2, live);
        }
    }

    @Test
    void closingEndsTheThreadAndKeepsTheAnswers() throws Exception {
        LiveIndex watching = LiveIndex.open(file, NEVER);
        LiveIndex polling = LiveIndex.open(new SnapshotFile(file, NEVER), NEVER, FolderWatch.none(folder));
        for (LiveIndex live : new LiveIndex[] {watching, polling}) {
            assertThat(live.thread().isAlive()).isTrue();
            assertThat(live.thread().isDaemon()).isTrue();

            live.close();
            live.close();

            live.thread().join(60_000);
            assertThat(live.thread().isAlive()).isFalse();
            assertThat(States.isWhole(live.index(), 1)).isTrue();
            assertThat(live.refusals()).isZero();
        }
    }
}
