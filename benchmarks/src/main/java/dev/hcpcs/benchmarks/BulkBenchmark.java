package dev.hcpcs.benchmarks;

import dev.hcpcs.lookup.BulkLookup;
import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Columns of claim lines in one call; the figures are for one line.
 *
 * <p>Workload: 1,048,576 lines, the {@link Questions} sixteen times over, on the {@link Releases}.
 *
 * <pre>{@code
 * mvn -q -B package -DskipTests && java -jar benchmarks/target/benchmarks.jar BulkBenchmark -prof gc
 * }</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(BulkBenchmark.LINES)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class BulkBenchmark {

    static final int LINES = 16 * Questions.COUNT;

    private BulkLookup bulk;
    private ForkJoinPool twoThreads;
    private String[] codes;
    private LocalDate[] dates;
    private byte[] codeBytes;
    private int[] epochDays;

    /** Loads the releases and lays the questions out as columns. */
    @Setup
    public void prepare() throws IOException {
        HcpcsIndex index = Releases.index();
        Questions questions = new Questions(index);
        bulk = index.bulk();
        twoThreads = new ForkJoinPool(2);
        codes = new String[LINES];
        dates = new LocalDate[LINES];
        codeBytes = new byte[LINES * BulkLookup.CODE_BYTES];
        epochDays = new int[LINES];
        Arrays.fill(codeBytes, (byte) ' ');
        for (int line = 0; line < LINES; line++) {
            codes[line] = questions.codes[line % Questions.COUNT];
            dates[line] = questions.dates[line % Questions.COUNT];
            byte[] bytes = codes[line].getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(bytes, 0, codeBytes, line * BulkLookup.CODE_BYTES, bytes.length);
            epochDays[line] = (int) dates[line].toEpochDay();
        }
    }

    /** Ends the threads. */
    @TearDown
    public void end() {
        twoThreads.shutdown();
    }

    /** Statuses of arrays of texts and dates. */
    @Benchmark
    public Status[] statusOfArrays() {
        Status[] statuses = new Status[LINES];
        bulk.status(codes, dates, statuses);
        return statuses;
    }

    /** Statuses of plain columns. */
    @Benchmark
    public byte[] status() {
        byte[] statuses = new byte[LINES];
        bulk.status(codeBytes, epochDays, statuses);
        return statuses;
    }

    /** The same with two threads. */
    @Benchmark
    public byte[] statusByTwoThreads() {
        byte[] statuses = new byte[LINES];
        twoThreads.submit(() -> bulk.parallel().status(codeBytes, epochDays, statuses)).join();
        return statuses;
    }

    /** Version numbers of plain columns. */
    @Benchmark
    public int[] versions() {
        int[] versions = new int[LINES];
        bulk.versions(codeBytes, epochDays, versions);
        return versions;
    }
}
