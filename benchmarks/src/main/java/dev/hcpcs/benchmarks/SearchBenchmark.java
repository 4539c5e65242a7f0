package dev.hcpcs.benchmarks;

import dev.hcpcs.lookup.Answer;
import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.Version;
import dev.hcpcs.lookup.search.DescriptionSearch;
import dev.hcpcs.lookup.search.Found;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
 * One search by words, its best 20 answers made; and the making of the search itself.
 *
 * <p>Workload: 1,024 queries of each kind in turn, from a fixed seed, on the {@link Releases}. Their words are those of the
 * descriptions, the more frequent the likelier.
 *
 * <pre>{@code
 * mvn -q -B package -DskipTests && java -jar benchmarks/target/benchmarks.jar SearchBenchmark
 * }</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class SearchBenchmark {

    /** A power of two, so that the next query is a mask away. */
    private static final int COUNT = 1 << 10;
    private static final int LIMIT = 20;
    private static final LocalDate DATE = LocalDate.of(2020, 8, 15);

    private HcpcsIndex index;
    private DescriptionSearch search;
    private String[] threeWords;
    private String[] oneLetter;
    private String[] twentyWords;
    private int next;

    /** Loads the releases and makes the queries. */
    @Setup
    public void prepare() throws IOException {
        index = Releases.index();
        search = DescriptionSearch.of(index);
        List<String> words = index.bulk().versions().stream().map(Version::record)
                .flatMap(record -> Stream.of((record.shortDescription() + " " + record.longDescription()).split(" +"))).toList();
        SplittableRandom random = new SplittableRandom(20260101);
        IntFunction<String> word = any -> words.get(random.nextInt(words.size()));
        // The second and third word of a description stand beside its first, so that most of these queries find something.
        threeWords = queries(any -> {
            int first = random.nextInt(words.size() - 2);
            String last = words.get(first + 2);
            return words.get(first) + " " + words.get(first + 1) + " " + last.substring(0, 1 + random.nextInt(last.length()));
        });
        oneLetter = queries(any -> word.apply(0).substring(0, 1));
        twentyWords = queries(any -> IntStream.range(0, 20).mapToObj(word).collect(Collectors.joining(" ")));
    }

    private static String[] queries(IntFunction<String> query) {
        return IntStream.range(0, COUNT).mapToObj(query).toArray(String[]::new);
    }

    private String next(String[] queries) {
        return queries[next++ & (COUNT - 1)];
    }

    /** Three neighbouring words, the last one begun, on a date: somebody types. */
    @Benchmark
    public Found<Answer> threeWords() {
        return search.on(next(threeWords), DATE, LIMIT);
    }

    /** The same over all lives. */
    @Benchmark
    public Found<Version> threeWordsEver() {
        return search.ever(next(threeWords), LIMIT);
    }

    /** A single letter, on a date: the most that is found. */
    @Benchmark
    public Found<Answer> oneLetter() {
        return search.on(next(oneLetter), DATE, LIMIT);
    }

    /** Twenty words from anywhere, on a date. */
    @Benchmark
    public Found<Answer> twentyWords() {
        return search.on(next(twentyWords), DATE, LIMIT);
    }

    /** The search made from an index. */
    @Benchmark
    public DescriptionSearch make() {
        return DescriptionSearch.of(index);
    }
}
