package dev.hcpcs.lookup.micrometer;

import static java.util.Objects.requireNonNull;

import dev.hcpcs.lookup.LiveIndex;
import dev.hcpcs.lookup.Status;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

/**
 * Reports a live index to a meter registry: {@code new LiveIndexMetrics(live).bindTo(registry)}. It needs
 * {@code io.micrometer:micrometer-core}, an optional dependency, to be on the class path.
 *
 * <p>A registry does not hold the index, but it keeps its meters: a live index opened in place of a closed one needs tags of its
 * own, or the old meters removed first.
 *
 * <table>
 * <caption>The meters</caption>
 * <tr><th>Name</th><th>Kind</th><th>What</th></tr>
 * <tr><td>{@code hcpcs.release.age}</td><td>gauge, a time in the registry's unit, such as seconds</td>
 *     <td>how long ago the newest release took effect, by the system's clock and time zone; negative before</td></tr>
 * <tr><td>{@code hcpcs.reloads}</td><td>counter</td><td>snapshots swapped in after the first</td></tr>
 * <tr><td>{@code hcpcs.refusals}</td><td>counter</td><td>files refused while the old snapshot kept answering</td></tr>
 * <tr><td>{@code hcpcs.lookups}</td><td>counter, tagged {@code status}</td>
 *     <td>questions asked of the live index itself, by {@link Status}</td></tr>
 * </table>
 */
@SuppressWarnings("exports") // Who binds them has Micrometer; everybody else need not.
public final class LiveIndexMetrics implements MeterBinder {

    private final LiveIndex live;
    private final Tags tags;
    private final Clock clock;

    /** Metrics without tags of their own. */
    public LiveIndexMetrics(LiveIndex live) {
        this(live, Tags.empty());
    }

    /**
     * Metrics that tell several live indexes of one application apart.
     *
     * @param tags put on every meter
     */
    public LiveIndexMetrics(LiveIndex live, Iterable<Tag> tags) {
        this(live, tags, Clock.systemDefaultZone());
    }

    LiveIndexMetrics(LiveIndex live, Iterable<Tag> tags, Clock clock) {
        this.live = requireNonNull(live, "live");
        this.tags = Tags.of(tags);
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        // The registry holds the functions for ever, and the index only as long as it is in use: none may refer to this.
        Clock ticking = clock;
        TimeGauge.builder("hcpcs.release.age", live, TimeUnit.SECONDS, index -> index.ageOfNewestRelease(ticking).toSeconds())
                .description("How long ago the newest HCPCS release took effect").tags(tags).register(registry);
        FunctionCounter.builder("hcpcs.reloads", live, LiveIndex::reloads)
                .description("HCPCS snapshots swapped in after the first").tags(tags).register(registry);
        FunctionCounter.builder("hcpcs.refusals", live, LiveIndex::refusals)
                .description("HCPCS snapshots refused while the old one kept answering").tags(tags).register(registry);
        for (Status status : Status.values()) {
            FunctionCounter.builder("hcpcs.lookups", live, index -> index.lookups(status))
                    .description("HCPCS lookups by the status that was the answer")
                    .tags(tags).tag("status", status.name()).register(registry);
        }
    }
}
