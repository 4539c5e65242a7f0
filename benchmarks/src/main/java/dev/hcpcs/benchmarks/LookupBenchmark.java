package dev.hcpcs.benchmarks;

import dev.hcpcs.lookup.Answer;
import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.HcpcsRecord;
import dev.hcpcs.lookup.Status;
import java.io.IOException;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One lookup by code and date, beside the least that any lookup must do.
 *
 * <p>Workload: the {@link Questions} in turn, on the {@link Releases}.
 *
 * <pre>{@code
 * mvn -q -B package -DskipTests && java -jar benchmarks/target/benchmarks.jar LookupBenchmark -prof gc
 * }</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class LookupBenchmark {

    private HcpcsIndex index;
    private Questions questions;
    private int[] touched;
    private int next;

    /** Loads the releases and makes the questions. */
    @Setup
    public void prepare() throws IOException {
        index = Releases.index();
        questions = new Questions(index);
        touched = new int[26 * 10_000];
    }

    private int next() {
        return next++ & (Questions.COUNT - 1);
    }

    /** The least: reads the five characters, touches a table by them, and packs the date. */
    @Benchmark
    public int floor() {
        int question = next();
        String code = questions.codes[question];
        LocalDate date = questions.dates[question];
        int slot = code.length() == 5 ? (code.charAt(0) - 'A') * 10_000 + (code.charAt(1) - '0') * 1_000
                + (code.charAt(2) - '0') * 100 + (code.charAt(3) - '0') * 10 + (code.charAt(4) - '0') : code.charAt(1);
        return touched[slot] + (date.getYear() << 9 | date.getMonthValue() << 5 | date.getDayOfMonth());
    }

    /** The status alone. */
    @Benchmark
    public Status status() {
        int question = next();
        return index.status(questions.codes[question], questions.dates[question]);
    }

    /** The whole answer with its record; null for a code that no release carries. */
    @Benchmark
    public HcpcsRecord lookup() {
        int question = next();
        return index.find(questions.codes[question], questions.dates[question]).map(Answer::record).orElse(null);
    }
}
