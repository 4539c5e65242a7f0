package dev.hcpcs.benchmarks;

import dev.hcpcs.benchmarks.Results.Figure;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures of one run as a page. */
final class ResultsPage {

    private static final String FLOOR = "LookupBenchmark.floor";
    private static final String CHECKED_FLOOR = "LookupBenchmark.checkedFloor";
    private static final String STATUS = "LookupBenchmark.status";
    private static final String LOOKUP = "LookupBenchmark.lookup";
    private static final String BULK = "BulkBenchmark.status";
    private static final String TWO_THREADS = "BulkBenchmark.statusByTwoThreads";
    private static final String READ = "ReadBenchmark.";

    /** What a benchmark is called where people read it; a peer is called by its name. */
    private static final Map<String, String> NAMES = Map.of(
            FLOOR, "the least: read, touch, pack",
            CHECKED_FLOOR, "the least, the text checked",
            STATUS, "this index: status",
            "LookupBenchmark.statusOfParsedCode", "this index: status of a parsed code",
            LOOKUP, "this index: lookup with record",
            "LookupBenchmark.find", "this index: find, as an Optional",
            BULK, "statuses of plain columns",
            TWO_THREADS, "the same by two threads",
            "BulkBenchmark.statusOfArrays", "statuses of arrays of texts and dates",
            "BulkBenchmark.versions", "version numbers of plain columns");

    private final Map<String, Figure> figures;
    private final Map<String, Double> processes;
    private final long retained;

    /**
     * @param figures   by benchmark
     * @param processes milliseconds by process
     * @param retained  bytes that the index keeps
     */
    ResultsPage(Map<String, Figure> figures, Map<String, Double> processes, long retained) {
        this.figures = figures;
        this.processes = processes;
        this.retained = retained;
    }

    /** Nanoseconds of one lookup by name, the fastest first. */
    Map<String, Double> lookupTimes() {
        Map<String, Double> times = new LinkedHashMap<>();
        lookups().forEach(benchmark -> times.put(NAMES.getOrDefault(benchmark, benchmark), time(benchmark)));
        return times;
    }

    private List<String> lookups() {
        return figures.keySet().stream().filter(benchmark -> !benchmark.startsWith("BulkBenchmark") && !benchmark.startsWith(READ))
                .sorted(Comparator.comparingDouble(this::time)).toList();
    }

    private double time(String benchmark) {
        return figures.get(benchmark).time();
    }

    String markdown(String chart) {
        StringBuilder page = new StringBuilder();
        page.append("# Benchmark results\n\n").append(Machine.measuredBy(Results.class)).append(" Data: ")
                .append(Releases.kind())
                .append(".\nCompare within a table only, and mind the error.\n\n")
                .append("![Time of one lookup](").append(chart).append(")\n\n## One lookup by code and date\n\n")
                .append("Each is asked the same 65,536 questions in turn (`Questions`), and every peer agrees with the index on"
                        + " all of them;\nonly the lookup with record, which throws for an unknown code, is asked for known codes"
                        + " alone.\nA map over texts is at an advantage: the questions' texts keep their hash from the first"
                        + " time they are asked, which those of a claims file do not have yet.\n\n")
                .append("| What | ns | ± | times the least | B |\n|---|---:|---:|---:|---:|\n");
        for (String benchmark : lookups()) {
            Figure figure = figures.get(benchmark);
            page.append(String.format(Locale.ROOT, "| %s | %,.1f | %,.1f | %.1f | %.0f |%n",
                    NAMES.getOrDefault(benchmark, benchmark), figure.time(), figure.error(), figure.time() / time(FLOOR),
                    figure.bytes()));
        }
        page.append("\n## A column of 1,048,576 claim lines\n\n| What | ns a line | ± |\n|---|---:|---:|\n");
        rows(page, "BulkBenchmark.");
        if (figures.containsKey(READ + "open")) {
            page.append("\n## Reading and opening\n\n| What | ms | ± |\n|---|---:|---:|\n");
            rows(page, READ);
        }
        page.append("\n## Whole processes\n\n| What | ms |\n|---|---:|\n");
        processes.forEach((name, time) -> page.append(String.format(Locale.ROOT, "| %s | %,.0f |%n", name, time)));
        bars(page);
        return page.toString();
    }

    private void rows(StringBuilder page, String prefix) {
        figures.forEach((benchmark, figure) -> {
            if (benchmark.startsWith(prefix)) {
                page.append(String.format(Locale.ROOT, "| %s | %,.1f | %,.1f |%n",
                        NAMES.getOrDefault(benchmark, benchmark.substring(prefix.length())), figure.time(), figure.error()));
            }
        });
    }

    private void bars(StringBuilder page) {
        page.append("\n## Against what it should be\n\n| What | Should be | Is |\n|---|---|---:|\n");
        double fastestPeer = figures.keySet().stream().filter(benchmark -> !benchmark.contains("Benchmark."))
                .mapToDouble(this::time).min().orElseThrow();
        bar(page, "status, times the least", "at most 1.4", time(STATUS) / time(FLOOR));
        bar(page, "status, times the least with the text checked", "", time(STATUS) / time(CHECKED_FLOOR));
        bar(page, "lookup with record, times the least", "at most 2", time(LOOKUP) / time(FLOOR));
        bar(page, "status, times faster than the fastest peer", "at least 2", fastestPeer / time(STATUS));
        bar(page, "status, times faster than SQLite", "at least 150", time("SQLite") / time(STATUS));
        bar(page, "status, times faster than H2", "at least 150", time("H2") / time(STATUS));
        bar(page, "a line of a column, times the single status", "at most 0.5", time(BULK) / time(STATUS));
        bar(page, "two threads, times faster than one", "at least 1.8", time(BULK) / time(TWO_THREADS));
        if (figures.containsKey(READ + "open")) {
            bar(page, "reading a text, times `Files.readAllLines`", "at most 3",
                    time(READ + "readText") / time(READ + "readAllLines"));
            bar(page, "reading a workbook, times a bare pass", "at most 1.3",
                    time(READ + "readWorkbook") / time(READ + "passOverWorkbook"));
            bar(page, "opening a snapshot, times faster than building", "at least 50",
                    time(READ + "build") / time(READ + "open"));
        }
        bar(page, "`hcpcs status` by its launcher, times hello", "at most 6",
                processes.get(Processes.LAUNCHER) / processes.get(Processes.HELLO));
        bar(page, "`hcpcs check`, times copying", "at most 2", processes.get(Processes.CHECK) / processes.get(Processes.COPY));
        bar(page, "MB that the index keeps (JOL)", "at most 8", retained / 1e6);
    }

    private static void bar(StringBuilder page, String what, String wanted, double measured) {
        page.append(String.format(Locale.ROOT, "| %s | %s | %.2f |%n", what, wanted, measured));
    }
}
