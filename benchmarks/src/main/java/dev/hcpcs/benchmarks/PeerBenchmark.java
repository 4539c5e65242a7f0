package dev.hcpcs.benchmarks;

import dev.hcpcs.benchmarks.Peers.Peer;
import dev.hcpcs.benchmarks.Spans.Span;
import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.Status;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One status by code and date from what people use instead of the index.
 *
 * <p>Workload: the same {@link Questions} as in {@link LookupBenchmark}, on the same {@link Releases}. Every peer is asked all
 * of them beforehand and must agree with the index.
 *
 * <pre>{@code
 * mvn -q -B package -DskipTests && java -jar benchmarks/target/benchmarks.jar PeerBenchmark -prof gc
 * }</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class PeerBenchmark {

    /** Which one. */
    @Param({"HashMap + TreeMap", "fastutil", "Guava ImmutableRangeMap", "Caffeine over SQLite", "Hollow", "SQLite", "H2"})
    public String peer;

    private Questions questions;
    private Peer asked;
    private int next;

    /** Fills the peer and compares its answers with those of the index. */
    @Setup
    public void prepare() throws Exception {
        HcpcsIndex index = Releases.index();
        questions = new Questions(index);
        List<Span> spans = Spans.of(index);
        asked = switch (peer) {
            case "HashMap + TreeMap" -> Peers.hashMapTreeMap(spans);
            case "fastutil" -> Peers.fastutil(spans);
            case "Guava ImmutableRangeMap" -> Peers.guavaRangeMap(spans);
            case "Caffeine over SQLite" -> Peers.caffeineOverSqlite(spans);
            case "Hollow" -> Peers.hollow(spans);
            case "SQLite" -> Peers.sqlite(spans);
            case "H2" -> Peers.h2(spans);
            default -> throw new IllegalArgumentException(peer);
        };
        for (int i = 0; i < Questions.COUNT; i++) {
            Status expected = index.status(questions.codes[i], questions.dates[i]);
            Status answer = asked.status(questions.codes[i], questions.dates[i]);
            if (answer != expected) {
                throw new IllegalStateException(peer + " says " + answer + " of " + questions.codes[i] + " on "
                        + questions.dates[i] + ", the index " + expected);
            }
        }
    }

    /** The status alone. */
    @Benchmark
    public Status status() throws Exception {
        int question = next++ & (Questions.COUNT - 1);
        return asked.status(questions.codes[question], questions.dates[question]);
    }
}
