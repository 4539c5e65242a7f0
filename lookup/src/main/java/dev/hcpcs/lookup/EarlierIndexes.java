package dev.hcpcs.lookup;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import java.time.Duration;
import java.util.NoSuchElementException;

/**
 * The indexes as known at earlier releases, made when they are first asked for and kept as long as there is room.
 *
 * <p>{@link HcpcsIndex#asKnownAt} makes one anew with each call, which takes tenths of a second with CMS's releases. Who
 * answers many questions as known at several releases, an auditor's program for example, asks this instead.
 *
 * <p>It is safe to share between threads. An index that is kept is had without waiting. Of those who ask at once for one that is
 * not, the first makes it, in its own thread, and the others wait until it has; an interrupt ends no wait. Another quarter's is
 * made at the same time, unless both quarters fall into one bin of Caffeine's table: then one is made after the other.
 *
 * <p>It belongs to one index. With a {@link LiveIndex}, make a new one when {@link LiveIndex#index} is another.
 *
 * <pre>{@code
 * EarlierIndexes earlier = EarlierIndexes.of(HcpcsIndex.open(Path.of("hcpcs.snapshot")));
 * earlier.asKnownAt(Quarter.parse("2020-OCT")).lookup("Q4257", LocalDate.of(2024, 3, 1));
 * }</pre>
 */
public final class EarlierIndexes {

    /** What {@link #of(HcpcsIndex)} keeps at most, in bytes: 32 MiB, which is room for some 45 indexes of CMS's releases. */
    public static final long DEFAULT_MOST_BYTES = 32L << 20;

    /**
     * What has been asked so far.
     *
     * @param found     how often an index was there already; that of the newest release always is, and is not counted
     * @param made      how many indexes were made
     * @param madeIn    the time that took, all of them together
     * @param evictions how many indexes were dropped because there was no room
     * @param kept      how many are kept
     * @param bytes     the memory that those take, by estimate, besides what they share with the whole index
     */
    public record Statistics(long found, long made, Duration madeIn, long evictions, long kept, long bytes) {

        /** Checks that nothing is null. */
        public Statistics {
            requireNonNull(madeIn, "madeIn");
        }
    }

    private final HcpcsIndex whole;
    private final Quarter newest;
    private final Cache<Quarter, HcpcsIndex> earlier;

    private EarlierIndexes(HcpcsIndex whole, long mostBytes) {
        this.whole = whole;
        newest = whole.releases().get(whole.releases().size() - 1).quarter();
        if (mostBytes < 0) {
            throw new IllegalArgumentException("the most bytes to keep are negative: " + mostBytes);
        }
        // Evicts in the thread that asks: there is hardly anything to do, and no other thread is needed.
        earlier = Caffeine.newBuilder().maximumWeight(mostBytes).weigher((Quarter quarter, HcpcsIndex index) -> weight(index))
                .recordStats().executor(Runnable::run).build();
    }

    private static int weight(HcpcsIndex index) {
        return (int) Math.min(Integer.MAX_VALUE, index.answers().bytes());
    }

    /** The earlier indexes of an index, with room for {@link #DEFAULT_MOST_BYTES}. */
    public static EarlierIndexes of(HcpcsIndex index) {
        return of(index, DEFAULT_MOST_BYTES);
    }

    /**
     * The earlier indexes of an index.
     *
     * @param mostBytes how much memory the kept ones may take, by estimate. An index that alone takes more is made anew with
     *                  each question; so are all where this is 0
     * @throws IllegalArgumentException if {@code mostBytes} is negative
     */
    public static EarlierIndexes of(HcpcsIndex index, long mostBytes) {
        return new EarlierIndexes(index, mostBytes);
    }

    /**
     * What was known when a release was the newest, as {@link HcpcsIndex#asKnownAt} tells it; at the newest release that is the
     * whole index itself.
     *
     * @throws NoSuchElementException if no release of that quarter is loaded; the message names those that are
     */
    public HcpcsIndex asKnownAt(Quarter quarter) {
        return quarter.equals(newest) ? whole : earlier.get(quarter, whole::asKnownAt);
    }

    /** What has been asked so far, and what is kept. */
    public Statistics statistics() {
        earlier.cleanUp();
        CacheStats stats = earlier.stats();
        long bytes = earlier.policy().eviction().orElseThrow().weightedSize().orElseThrow();
        return new Statistics(stats.hitCount(), stats.loadSuccessCount(), Duration.ofNanos(stats.totalLoadTime()),
                stats.evictionCount(), earlier.estimatedSize(), bytes);
    }
}
