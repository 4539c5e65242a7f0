package dev.hcpcs.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs all benchmarks in one go and writes {@code benchmarks/results.md} and its chart.
 *
 * <pre>{@code
 * mvn -q -B package -DskipTests && java -cp benchmarks/target/benchmarks.jar dev.hcpcs.benchmarks.Results
 * }</pre>
 */
public final class Results {

    private static final Path PAGE = Path.of("benchmarks/results.md");
    private static final Path CHART = Path.of("benchmarks/results.svg");
    private static final String FLOOR = "the least: read, touch, pack";
    private static final String STATUS = "this index: status";
    private static final String LOOKUP = "this index: lookup with record";

    /** One line of a table: mean and error of the time per operation, and bytes allocated for it. */
    private record Figure(String name, double time, double error, double bytes) {
    }

    private Results() {
    }

    /** Takes no arguments; run it in the project's root. */
    public static void main(String[] args) throws RunnerException, IOException {
        List<Figure> lookups = figures(run(LookupBenchmark.class, PeerBenchmark.class));
        lookups.sort(Comparator.comparingDouble(Figure::time));
        List<Figure> reads = Releases.real(".").isPresent() ? figures(run(ReadBenchmark.class)) : List.of();
        Files.writeString(PAGE, page(lookups, reads));
        LookupChart.write(CHART, times(lookups));
        System.out.println("wrote " + PAGE + " and " + CHART);
    }

    private static Map<String, Double> times(List<Figure> figures) {
        Map<String, Double> times = new LinkedHashMap<>();
        figures.forEach(figure -> times.put(figure.name(), figure.time()));
        return times;
    }

    private static Collection<RunResult> run(Class<?>... benchmarks) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder().addProfiler(GCProfiler.class);
        for (Class<?> benchmark : benchmarks) {
            options = options.include(benchmark.getSimpleName());
        }
        return new Runner(options.build()).run();
    }

    private static List<Figure> figures(Collection<RunResult> results) {
        List<Figure> figures = new ArrayList<>();
        for (RunResult result : results) {
            Result<?> time = result.getPrimaryResult();
            Result<?> bytes = result.getSecondaryResults().get("gc.alloc.rate.norm");
            String peer = result.getParams().getParam("peer");
            figures.add(new Figure(peer != null ? peer : name(result.getParams().getBenchmark()), time.getScore(),
                    time.getScoreError(), bytes == null ? Double.NaN : bytes.getScore()));
        }
        return figures;
    }

    private static String name(String benchmark) {
        String method = benchmark.substring(benchmark.lastIndexOf('.') + 1);
        return switch (method) {
            case "floor" -> FLOOR;
            case "status" -> STATUS;
            case "lookup" -> LOOKUP;
            default -> method;
        };
    }

    private static String page(List<Figure> lookups, List<Figure> reads) {
        Map<String, Double> time = times(lookups);
        time.putAll(times(reads));
        StringBuilder page = new StringBuilder();
        page.append("# Benchmark results\n\nMeasured on ").append(LocalDate.now()).append(" by `Results`, in one run: ")
                .append(Runtime.getRuntime().availableProcessors()).append(" processors (").append(processor()).append("), ")
                .append(System.getProperty("java.vm.name")).append(' ').append(System.getProperty("java.version")).append(", ")
                .append(System.getProperty("os.name")).append(". Data: ").append(Releases.kind())
                .append(".\nThe machine is shared and noisy: compare within a table only, and mind the error.\n\n")
                .append("![Time of one lookup](results.svg)\n\n## One lookup by code and date\n\n")
                .append("Each is asked the same 65,536 questions in turn (`Questions`), and every peer agrees with the index on"
                        + " all of them.\nA map over texts is at an advantage: the questions' texts keep their hash from the first"
                        + " time they are asked, which those of a claims file do not have yet.\n\n")
                .append("| What | ns | ± | times the least | B |\n|---|---:|---:|---:|---:|\n");
        for (Figure figure : lookups) {
            page.append(String.format(Locale.ROOT, "| %s | %,.1f | %,.1f | %.1f | %.0f |%n", figure.name(), figure.time(),
                    figure.error(), figure.time() / time.get(FLOOR), figure.bytes()));
        }
        if (!reads.isEmpty()) {
            page.append("\n## Reading and opening\n\n| What | ms | ± |\n|---|---:|---:|\n");
            for (Figure figure : reads) {
                page.append(String.format(Locale.ROOT, "| %s | %,.1f | %,.1f |%n", figure.name(), figure.time(), figure.error()));
            }
        }
        page.append("\n## Against what it should be\n\n| What | Should be | Is |\n|---|---|---:|\n");
        double fastestPeer = lookups.stream().filter(figure -> !List.of(FLOOR, STATUS, LOOKUP).contains(figure.name()))
                .mapToDouble(Figure::time).min().orElseThrow();
        bar(page, "status, times the least", "at most 1.4", time.get(STATUS) / time.get(FLOOR));
        bar(page, "lookup with record, times the least", "at most 2", time.get(LOOKUP) / time.get(FLOOR));
        bar(page, "status, times faster than the fastest peer", "at least 2", fastestPeer / time.get(STATUS));
        bar(page, "status, times faster than SQLite", "at least 150", time.get("SQLite") / time.get(STATUS));
        bar(page, "status, times faster than H2", "at least 150", time.get("H2") / time.get(STATUS));
        if (!reads.isEmpty()) {
            bar(page, "reading a text, times `Files.readAllLines`", "at most 3", time.get("readText") / time.get("readAllLines"));
            bar(page, "reading a workbook, times a bare pass", "at most 1.3",
                    time.get("readWorkbook") / time.get("passOverWorkbook"));
            bar(page, "opening a snapshot, times faster than building", "at least 50", time.get("build") / time.get("open"));
        }
        return page.toString();
    }

    private static void bar(StringBuilder page, String what, String wanted, double measured) {
        page.append(String.format(Locale.ROOT, "| %s | %s | %.1f |%n", what, wanted, measured));
    }

    private static String processor() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream().filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip()).findFirst().orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
