package dev.hcpcs.benchmarks;

import dev.hcpcs.loader.ReleaseLoader;
import dev.hcpcs.lookup.Answer;
import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.ReleaseContent;
import dev.hcpcs.lookup.Status;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
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
 * One lookup by code and date on the bundled sample releases.
 *
 * <p>Workload: 4,096 questions made beforehand from a fixed seed, each a random code of the index on a random day from
 * 2000 to 2029; the benchmark takes them in turn.
 *
 * <pre>{@code
 * mvn -q -B package -DskipTests && java -jar benchmarks/target/benchmarks.jar LookupBenchmark
 * }</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class LookupBenchmark {

    /** A power of two, so that the next question is a mask away. */
    private static final int QUESTIONS = 1 << 12;
    private static final String SAMPLES = "/dev/hcpcs/samples/";

    private final String[] codes = new String[QUESTIONS];
    private final LocalDate[] dates = new LocalDate[QUESTIONS];
    private HcpcsIndex index;
    private int next;

    /** Loads the releases and makes the questions. */
    @Setup
    public void prepare() throws IOException {
        List<ReleaseContent> releases = new ArrayList<>();
        for (String name : new String(read("releases.list"), StandardCharsets.UTF_8).lines().toList()) {
            try (InputStream release = LookupBenchmark.class.getResourceAsStream(SAMPLES + name)) {
                releases.addAll(ReleaseLoader.strict().load(name, release).releases());
            }
        }
        index = HcpcsIndex.of(releases);
        List<String> known = index.codes().stream().map(Object::toString).toList();
        LocalDate first = LocalDate.of(2000, 1, 1);
        int days = (int) (LocalDate.of(2030, 1, 1).toEpochDay() - first.toEpochDay());
        SplittableRandom random = new SplittableRandom(20260101);
        for (int i = 0; i < QUESTIONS; i++) {
            codes[i] = known.get(random.nextInt(known.size()));
            dates[i] = first.plusDays(random.nextInt(days));
        }
    }

    private static byte[] read(String name) throws IOException {
        try (InputStream in = LookupBenchmark.class.getResourceAsStream(SAMPLES + name)) {
            return in.readAllBytes();
        }
    }

    /** Parses the code and finds the status. */
    @Benchmark
    public Status status() {
        int question = next++ & (QUESTIONS - 1);
        return index.status(codes[question], dates[question]);
    }

    /** Parses the code and finds status, evidence, version and record. */
    @Benchmark
    public Answer lookup() {
        int question = next++ & (QUESTIONS - 1);
        return index.lookup(codes[question], dates[question]);
    }
}
