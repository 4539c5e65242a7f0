package dev.hcpcs.benchmarks;

import dev.hcpcs.benchmarks.Results.Figure;
import dev.hcpcs.loader.LoadedReleases;
import dev.hcpcs.lookup.HcpcsIndex;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Measures how time and memory of build, open and lookup grow with the data, and writes {@code benchmarks/growth.md} and its
 * chart. Takes some 8 minutes, 4 GB of memory and 1 GB of disk, which it frees at the end.
 *
 * <pre>{@code
 * mvn -q -B package -DskipTests && java -cp benchmarks/target/benchmarks.jar dev.hcpcs.benchmarks.Growth
 * }</pre>
 */
public final class Growth {

    /**
     * The figures of one size.
     *
     * @param records   in all releases together
     * @param codes     known to the index
     * @param buildHeld bytes of heap held at the end of the build: loaded records and index
     * @param openKept  bytes of heap that the opened index keeps
     * @param build     milliseconds
     * @param open      milliseconds
     * @param status    nanoseconds
     * @param lookup    nanoseconds
     */
    record Measured(int releases, long records, int codes, long textBytes, long snapshotBytes, long buildHeld, long openKept,
            Figure build, Figure open, Figure status, Figure lookup) {

        double buildMilliseconds() {
            return build.time();
        }

        double buildAllocated() {
            return build.bytes();
        }

        double openMilliseconds() {
            return open.time();
        }

        double statusNanoseconds() {
            return status.time();
        }

        double lookupNanoseconds() {
            return lookup.time();
        }
    }

    private Growth() {
    }

    /** Takes no arguments; run it in the project's root. */
    public static void main(String[] args) throws RunnerException, IOException {
        GrowthSize.clear();
        Map<String, List<RunResult>> times = times();
        List<Measured> moreQuarters = measured(GrowthSize.MORE_QUARTERS, times);
        List<Measured> moreCodes = measured(GrowthSize.MORE_CODES, times);
        GrowthSize.clear();
        Path folder = Path.of("benchmarks");
        Files.writeString(folder.resolve("growth.md"), new GrowthPage(moreQuarters, moreCodes).markdown("growth.svg"));
        GrowthChart.write(folder.resolve("growth.svg"), moreQuarters, moreCodes);
        System.out.println("wrote " + folder.resolve("growth.md") + " and its chart");
    }

    /** By size. */
    private static Map<String, List<RunResult>> times() throws RunnerException {
        String[] sizes = Stream.concat(GrowthSize.MORE_QUARTERS.stream(), GrowthSize.MORE_CODES.stream())
                .map(GrowthSize::toString).toArray(String[]::new);
        Collection<RunResult> results = new Runner(new OptionsBuilder().addProfiler(GCProfiler.class)
                .include(GrowthBenchmark.class.getSimpleName()).param("size", sizes).build()).run();
        return results.stream().collect(Collectors.groupingBy(result -> result.getParams().getParam("size")));
    }

    private static List<Measured> measured(List<GrowthSize> sizes, Map<String, List<RunResult>> times) throws IOException {
        List<Measured> measured = new ArrayList<>();
        for (GrowthSize size : sizes) {
            measured.add(measured(size, Results.figures(times.get(size.toString()))));
        }
        return measured;
    }

    private static Measured measured(GrowthSize size, Map<String, Figure> times) throws IOException {
        long empty = heap();
        LoadedReleases loaded = size.load();
        HcpcsIndex built = loaded.index();
        long buildHeld = heap() - empty;
        int codes = built.codes().size();
        long records = loaded.releases().stream().mapToLong(release -> release.records().size()).sum();
        Reference.reachabilityFence(loaded);
        return new Measured(size.releases(), records, codes, bytes(size.texts()), Files.size(size.snapshot()), buildHeld,
                openKept(size.snapshot()), times.get("GrowthBenchmark.build"), times.get("GrowthBenchmark.open"),
                times.get("GrowthBenchmark.status"), times.get("GrowthBenchmark.lookup"));
    }

    private static long openKept(Path snapshot) throws IOException {
        long empty = heap();
        HcpcsIndex opened = HcpcsIndex.open(snapshot);
        long kept = heap() - empty;
        Reference.reachabilityFence(opened);
        return kept;
    }

    /** Bytes of heap in use after a collection. */
    private static long heap() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long bytes(Path folder) throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }
}
