package dev.hcpcs.benchmarks;

import dev.hcpcs.benchmarks.spark.ClaimsJob;
import dev.hcpcs.benchmarks.spark.ClaimsJoinJob;
import dev.hcpcs.loader.export.ExportTable;
import dev.hcpcs.loader.export.ParquetTable;
import dev.hcpcs.lookup.HcpcsIndex;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Claims answered by the two Spark jobs, within one process: the {@link Questions} over and over, 1,000,000 lines in a Parquet file
 * of four parts, read and written as Parquet, and read only ("noop"). Beside it, the file read and written as it is.
 *
 * <p>Each is run in turn with the others, twice to warm up and five times to measure; the median counts.
 * {@code mvn -B -Pspark -pl benchmarks -am -DskipTests verify} runs it.
 */
public final class SparkBenchmark {

    private static final int LINES = 1_000_000;
    private static final int WARM_UPS = 2;
    private static final int RUNS = 5;

    private final Path folder = Files.createTempDirectory(Path.of("benchmarks/target"), "spark");
    private final SparkSession spark = SparkSession.builder().appName("HCPCS benchmark").getOrCreate();

    private SparkBenchmark() throws IOException {
    }

    /** Takes nothing. */
    public static void main(String[] args) throws IOException {
        new SparkBenchmark().run();
    }

    private void run() throws IOException {
        String snapshot = Files.write(folder.resolve("hcpcs.snapshot"), Releases.snapshot()).toString();
        HcpcsIndex index = HcpcsIndex.open(Path.of(snapshot));
        Path history = folder.resolve("history.parquet");
        try (OutputStream out = Files.newOutputStream(history)) {
            ParquetTable.write(ExportTable.history(index), out);
        }
        String claims = claims(index);

        Map<String, Work> works = new LinkedHashMap<>();
        works.put("as it is", () -> spark.read().parquet(claims));
        works.put("by the function", () -> ClaimsJob.answered(spark, snapshot, claims));
        works.put("by the join", () -> ClaimsJoinJob.answered(spark, history.toString(), claims));
        Map<String, List<Double>> seconds = new LinkedHashMap<>();
        for (int run = 0; run < WARM_UPS + RUNS; run++) {
            for (Map.Entry<String, Work> work : works.entrySet()) {
                for (String format : List.of("parquet", "noop")) {
                    double taken = seconds(work.getValue(), format);
                    if (run >= WARM_UPS) {
                        seconds.computeIfAbsent(work.getKey() + ", " + format, key -> new ArrayList<>()).add(taken);
                    }
                }
            }
        }
        System.out.printf("Spark %s, Java %s, %d processors, %s%n", spark.version(), System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(), Releases.kind());
        seconds.forEach((work, all) -> {
            double[] sorted = all.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            double median = sorted[sorted.length / 2];
            System.out.printf(Locale.ROOT, "%-26s %,10.0f lines/s  %.2f s (%.2f to %.2f)%n", work, LINES / median, median,
                    sorted[0], sorted[sorted.length - 1]);
        });
        spark.stop();
    }

    private interface Work {
        Dataset<Row> answered() throws IOException;
    }

    private double seconds(Work work, String format) throws IOException {
        long start = System.nanoTime();
        work.answered().write().format(format).mode("overwrite").save(folder.resolve("answers").toString());
        return (System.nanoTime() - start) / 1e9;
    }

    private String claims(HcpcsIndex index) throws IOException {
        Questions questions = new Questions(index);
        Path csv = folder.resolve("claims.csv");
        try (BufferedWriter out = Files.newBufferedWriter(csv)) {
            for (int line = 0; line < LINES; line++) {
                int question = line % Questions.COUNT;
                out.write(line + "," + questions.codes[question] + "," + questions.dates[question] + "\n");
            }
        }
        String parquet = folder.resolve("claims.parquet").toString();
        spark.read().schema("claim INT, code STRING, date DATE").csv(csv.toString()).repartition(4).write().parquet(parquet);
        return parquet;
    }
}
