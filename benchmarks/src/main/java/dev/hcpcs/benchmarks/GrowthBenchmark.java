package dev.hcpcs.benchmarks;

import dev.hcpcs.lookup.Answer;
import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.Status;
import java.io.IOException;
import java.nio.file.Path;
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
 * Building, opening and asking, on more and more data.
 *
 * <p>Workload: the {@link GrowingReleases} of a {@link GrowthSize}, kept in {@code benchmarks/target/growth}; the
 * {@link Questions} in turn, {@code lookup} asking for known codes alone.
 *
 * <pre>{@code
 * mvn -q -B package -DskipTests && java -jar benchmarks/target/benchmarks.jar GrowthBenchmark -p size=8000x100 -prof gc
 * }</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class GrowthBenchmark {

    /** A {@link GrowthSize}. */
    @Param({"8000x6", "8000x100", "100000x8"})
    public String size;

    private GrowthSize parsed;
    private Path snapshot;
    private HcpcsIndex index;
    private Questions questions;
    private int next;

    /** Writes the releases and their snapshot where they are not there yet. */
    @Setup
    public void prepare() throws IOException {
        parsed = GrowthSize.parse(size);
        snapshot = parsed.snapshot();
        index = HcpcsIndex.open(snapshot);
        questions = new Questions(HcpcsIndex.open(snapshot));
    }

    /** An index from the releases' texts. */
    @Benchmark
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    @Warmup(iterations = 2, time = 1)
    public HcpcsIndex build() throws IOException {
        return parsed.load().index();
    }

    /** The same index from its snapshot. */
    @Benchmark
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public HcpcsIndex open() throws IOException {
        return HcpcsIndex.open(snapshot);
    }

    /** A status by text and date. */
    @Benchmark
    public Status status() {
        int question = next++ & Questions.COUNT - 1;
        return index.status(questions.codes[question], questions.dates[question]);
    }

    /** An answer with its record. */
    @Benchmark
    public Answer lookup() {
        int question = next++ & Questions.COUNT - 1;
        return index.lookup(questions.knownCodes[question], questions.dates[question]);
    }
}
