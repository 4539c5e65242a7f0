package dev.hcpcs.benchmarks;

import dev.hcpcs.lookup.Answer;
import dev.hcpcs.lookup.HcpcsCode;
import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.HcpcsRecord;
import dev.hcpcs.lookup.Status;
import java.io.IOException;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
    private HcpcsCode[] parsed;
    private int[] touched;
    private int next;

    /** Loads the releases and makes the questions. */
    @Setup
    public void prepare() throws IOException {
        index = Releases.index();
        questions = new Questions(index);
        parsed = Stream.of(questions.codes).map(HcpcsCode::parse).toArray(HcpcsCode[]::new);
        touched = new int[26 * 10_000];
    }

    private int next() {
        return next++ & (Questions.COUNT - 1);
    }

    /** The least: reads the five characters, touches a table by them, and packs the date. Anything but a code would break it. */
    @Benchmark
    public int floor() {
        int question = next();
        return touched[place(questions.codes[question])] + packed(questions.dates[question]);
    }

    /** The same for a text that may be anything: the characters are checked too. */
    @Benchmark
    public int checkedFloor() {
        int question = next();
        String code = questions.codes[question];
        return touched[isProcedure(code) ? place(code) : code.charAt(1)] + packed(questions.dates[question]);
    }

    private static int place(String code) {
        return code.length() == 5 ? (code.charAt(0) - 'A') * 10_000 + (code.charAt(1) - '0') * 1_000
                + (code.charAt(2) - '0') * 100 + (code.charAt(3) - '0') * 10 + (code.charAt(4) - '0') : code.charAt(1);
    }

    private static boolean isProcedure(String code) {
        return code.length() == 5 && isBetween('A', code.charAt(0), 'Z') && isBetween('0', code.charAt(1), '9')
                && isBetween('0', code.charAt(2), '9') && isBetween('0', code.charAt(3), '9')
                && isBetween('0', code.charAt(4), '9');
    }

    private static boolean isBetween(char first, char character, char last) {
        return character >= first && character <= last;
    }

    private static int packed(LocalDate date) {
        return date.getYear() << 9 | date.getMonthValue() << 5 | date.getDayOfMonth();
    }

    /** The status alone. */
    @Benchmark
    public Status status() {
        int question = next();
        return index.status(questions.codes[question], questions.dates[question]);
    }

    /** The status alone, of a code that was parsed before. */
    @Benchmark
    public Status statusOfParsedCode() {
        int question = next();
        return index.status(parsed[question], questions.dates[question]);
    }

    /** The whole answer with its record, for codes of the index alone. */
    @Benchmark
    public HcpcsRecord lookup() {
        int question = next();
        return index.lookup(questions.knownCodes[question], questions.dates[question]).record();
    }

    /** The same as an Optional; null for a code that no release carries. */
    @Benchmark
    public HcpcsRecord find() {
        int question = next();
        return index.find(questions.codes[question], questions.dates[question]).map(Answer::record).orElse(null);
    }
}
