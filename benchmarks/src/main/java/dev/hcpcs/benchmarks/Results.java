package dev.hcpcs.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jol.info.GraphLayout;

/**
 * Runs all benchmarks in one go, with the Java that runs it, and writes {@code benchmarks/results.md} and its chart.
 *
 * <pre>{@code
 * mvn -q -B package -DskipTests && java -cp benchmarks/target/benchmarks.jar dev.hcpcs.benchmarks.Results
 * }</pre>
 */
public final class Results {

    /** Mean time of one operation, its error, and the bytes allocated for it. */
    record Figure(double time, double error, double bytes) {
    }

    private Results() {
    }

    /** Takes the name of the page without its ending, {@code results} where there is none; run it in the project's root. */
    public static void main(String[] args) throws RunnerException, IOException, InterruptedException {
        String name = args.length == 0 ? "results" : args[0];
        if (args.length > 1 || !name.matches("[a-z][a-z0-9-]*")) {
            System.err.println("Results takes nothing, or the name of the page to be written in benchmarks, as results-java25");
            System.exit(2);
        }
        Map<String, Figure> figures = run(LookupBenchmark.class, PeerBenchmark.class, BulkBenchmark.class);
        if (Releases.real(".").isPresent()) {
            figures.putAll(run(ReadBenchmark.class));
        }
        // Without it, JOL cannot look into records.
        System.setProperty("jol.magicFieldOffset", "true");
        ResultsPage page = new ResultsPage(figures, Processes.times(),
                GraphLayout.parseInstance(Releases.index()).totalSize());
        Path folder = Path.of("benchmarks");
        Files.writeString(folder.resolve(name + ".md"), page.markdown(name + ".svg"));
        LookupChart.write(folder.resolve(name + ".svg"), page.lookupTimes());
        System.out.println("wrote " + folder.resolve(name + ".md") + " and its chart");
    }

    private static Map<String, Figure> run(Class<?>... benchmarks) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder().addProfiler(GCProfiler.class);
        for (Class<?> benchmark : benchmarks) {
            options = options.include(benchmark.getSimpleName());
        }
        return figures(new Runner(options.build()).run());
    }

    /** By {@code Class.method}, or by the peer's name. */
    static Map<String, Figure> figures(Collection<RunResult> results) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        for (RunResult result : results) {
            Result<?> time = result.getPrimaryResult();
            Result<?> bytes = result.getSecondaryResults().get("gc.alloc.rate.norm");
            String benchmark = result.getParams().getBenchmark();
            String peer = result.getParams().getParam("peer");
            figures.put(peer != null ? peer : benchmark.substring(benchmark.lastIndexOf('.', benchmark.lastIndexOf('.') - 1) + 1),
                    new Figure(time.getScore(), time.getScoreError(), bytes == null ? Double.NaN : bytes.getScore()));
        }
        return figures;
    }
}
