package dev.hcpcs.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Readers at full speed through 1,000 refreshes, every third of them bad. Each good one is a state of its own, so that a reader
 * can tell of every index that it takes which state it is, whether it is whole, and whether it may answer at that time.
 */
class LiveIndexSoakTest {

    private static final int REFRESHES = 1_000;
    private static final int WARM_UP = 100;
    /** From here on, the thread has to notice by itself; the refreshes before are looked at as soon as they are made. */
    private static final int NOTICED_FROM = 950;
    private static final int READERS = 2;
    private static final int RECORDS = 50;
    /** In bytes: two states, which take 1 MB each for the table of codes, of the 600 that are taken after the warm-up. */
    private static final long TOLERANCE = 2 << 20;
    private static final Duration NEVER = Duration.ofDays(1);

    @RegisterExtension
    private final LiveIndexLog log = new LiveIndexLog();
    @TempDir
    private Path folder;
    private Path file;
    private LiveIndex live;

    /** The newest state that was taken for sure, and the newest that may have been: what answers lies between. */
    private volatile int taken;
    private volatile int offered;
    private volatile boolean over;

    @BeforeEach
    void writeStateZero() throws Exception {
        file = Files.write(folder.resolve("hcpcs.snapshot"), States.snapshot(0, RECORDS));
    }

    @Test
    @Timeout(180)
    void noWrongAnswerNoErrorNoGrowth() throws Exception {
        long started = System.nanoTime();
        long answers;
        long memoryBefore;
        long refusals;
        try (LiveIndex told = LiveIndex.open(new SnapshotFile(file, Duration.ZERO), NEVER, FolderWatch.none(folder))) {
            live = told;
            answers = answersDuring(1, WARM_UP, this::refreshAndLook);
            memoryBefore = usedMemory();
            answers += answersDuring(WARM_UP + 1, NOTICED_FROM - 1, this::refreshAndLook);
            refusals = live.refusals();
            assertThat(refusals).isEqualTo(bad(1, NOTICED_FROM - 1));
            assertThat(live.reloads()).isEqualTo(NOTICED_FROM - 1 - bad(1, NOTICED_FROM - 1));
        }
        try (LiveIndex noticing = LiveIndex.open(new SnapshotFile(file, Duration.ofMillis(100)), NEVER, FolderWatch.of(folder))) {
            live = noticing;
            answers += answersDuring(NOTICED_FROM, REFRESHES, this::refreshAndWait);
            refusals += live.refusals();
        }
        assertThat(log.warnings()).as("each refusal is told").hasSize((int) refusals);
        log.clear();
        long memoryAfter = usedMemory();

        System.out.printf("Soak: %,d refreshes, %d of them bad, %d readers, %,d answers, memory %,d kB -> %,d kB, %.1f s%n",
                REFRESHES, bad(1, REFRESHES), READERS, answers, memoryBefore >> 10, memoryAfter >> 10,
                (System.nanoTime() - started) / 1e9);
        assertThat(memoryAfter).isLessThan(memoryBefore + TOLERANCE);
    }

    private interface Refresh {
        void make(int number) throws Exception;
    }

    private static boolean isBad(int refresh) {
        return refresh % 3 == 0;
    }

    private static long bad(int from, int to) {
        return IntStream.rangeClosed(from, to).filter(LiveIndexSoakTest::isBad).count();
    }

    private void refreshAndLook(int number) throws Exception {
        States.rename(content(number), file);
        live.checkNow();
        assertThat(States.number(live.index())).isEqualTo(isBad(number) ? number - 1 : number);
    }

    /** By turns renamed and written in place. */
    private void refreshAndWait(int number) throws Exception {
        long refusals = live.refusals();
        if (number % 2 == 0) {
            States.rename(content(number), file);
        } else {
            Files.write(file, content(number));
        }
        while (isBad(number) ? live.refusals() == refusals : States.number(live.index()) != number) {
            Thread.sleep(1);
        }
    }

    /** A sound state of the refresh's number, or what a fault makes of it. */
    private static byte[] content(int number) {
        byte[] sound = States.snapshot(number, RECORDS);
        States.Fault[] faults = States.Fault.values();
        return isBad(number) ? faults[number / 3 % faults.length].of(sound) : sound;
    }

    /** Makes the refreshes while readers ask; how many answers these had, all of them right. */
    private long answersDuring(int from, int to, Refresh refresh) throws Exception {
        over = false;
        long countedBefore = counted();
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        try {
            List<Future<Long>> answers = new ArrayList<>();
            for (int reader = 0; reader < READERS; reader++) {
                answers.add(readers.submit((Callable<Long>) this::read));
            }
            for (int number = from; number <= to; number++) {
                if (!isBad(number)) {
                    offered = number;
                }
                refresh.make(number);
                taken = offered;
            }
            over = true;
            long claims = 0;
            for (Future<Long> reader : answers) {
                claims += reader.get();
            }
            assertThat(counted() - countedBefore).as("a question for each claim").isEqualTo(claims);
            return claims * (1 + States.ANSWERS);
        } finally {
            over = true;
            readers.shutdown();
        }
    }

    private long counted() {
        return Arrays.stream(Status.values()).mapToLong(live::lookups).sum();
    }

    /** Takes the index for one claim after the other, and asks it everything; how many claims there were. */
    private long read() {
        long claims = 0;
        while (!over) {
            int oldest = taken;
            HcpcsIndex index = live.index();
            int newest = offered;
            int state = States.number(index);
            if (state < oldest || state > newest || !States.isWhole(index, state)
                    || live.status(States.NEVER_TERMINATED, States.DAY) != Status.ACTIVE) {
                throw new AssertionError("state %d or half of it, where only %d to %d may answer".formatted(state, oldest, newest));
            }
            claims++;
        }
        return claims;
    }

    /** After garbage collection, in bytes. The least of some, since a collection may leave what became garbage during it. */
    private static long usedMemory() throws InterruptedException {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            Thread.sleep(50);
            least = Math.min(least, Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return least;
    }
}
