package dev.hcpcs.benchmarks.spark;

import static dev.hcpcs.benchmarks.spark.HcpcsProcess.hcpcs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hcpcs.lookup.HcpcsCode;
import dev.hcpcs.lookup.HcpcsIndex;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scala.collection.Seq;

/** Both jobs answer every line as {@code hcpcs check} does. */
class ClaimsJobTest {

    private static final Path SAMPLES = Path.of("../data-samples/src/main/resources/dev/hcpcs/samples");
    private static final Path SAMPLE_CLAIMS = Path.of("../data-samples/claims.csv");
    private static final Path CMS = Path.of("../../shared/cms");
    private static final Path RECORDED = Path.of("../../shared/expected/answers-dev.csv.gz");
    private static final String ABSENT = "claims on real releases, which are not in ../shared beside the checkout";
    private static final StructType CLAIMS = StructType.fromDDL("line INT, claim STRING, code STRING, date STRING");

    private static SparkSession spark;
    @TempDir
    private static Path data;
    private static Snapshot samples;

    @TempDir
    private Path folder;

    /** A snapshot, and the table exported from it. */
    private record Snapshot(Path file, Path history) {

        static Snapshot build(Path releases, String name) throws Exception {
            Snapshot snapshot = new Snapshot(data.resolve(name + ".snapshot"), data.resolve(name + ".parquet"));
            hcpcs("build", "--out", snapshot.file, releases);
            hcpcs("export", "--format", "parquet", "--out", snapshot.history, "--data", snapshot.file);
            return snapshot;
        }
    }

    @BeforeAll
    static void start() throws Exception {
        spark = LocalSpark.builder().getOrCreate();
        samples = Snapshot.build(SAMPLES, "samples");
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    @Test
    void theSampleClaims() throws Exception {
        assertAnsweredAsByCheck(samples, Files.readAllLines(SAMPLE_CLAIMS));
    }

    @Test
    void generatedClaims() throws Exception {
        assertAnsweredAsByCheck(samples, generated(samples, 20_000));
    }

    @Test
    void recordedAndGeneratedClaimsOfRealReleases() throws Exception {
        if (!Files.isDirectory(CMS)) {
            System.out.println("SKIPPED: " + ABSENT);
        }
        assumeTrue(Files.isDirectory(CMS), ABSENT);
        Snapshot real = Snapshot.build(CMS, "real");
        List<String> recorded = recorded();
        assertThat(recorded).hasSize(17_815);
        List<String> claims = generated(real, 30_000);
        recorded.forEach(claim -> claims.add(claims.size() + "," + claim));

        assertAnsweredAsByCheck(real, claims);
    }

    /** The index takes white space of any kind off a code, but for what is made not to be taken off. */
    @Test
    void whiteSpaceAroundCodesAndDates() throws Exception {
        List<String> claims = new ArrayList<>(List.of("claim,code,date"));
        for (String space : List.of("\t", "\n", "\r\n", "\u000b", "\f", "\u001c", "\u1680", "\u2003", "\u2028", "\u3000",
                " \t ", "\u0000", "\u0008", "\u0085", "\u00a0", "\u2007", "\u200b", "\u202f", "\ufeff")) {
            for (String code : List.of("q4257", "Q9999", "99213")) {
                claims.add("17,\"" + space + code + "\",2024-03-01");
                claims.add("17,\"" + code + space + "\",\"" + space + "20240301\"");
                claims.add("17," + code + ",\"2024-03-01" + space + "\"");
            }
        }
        assertAnsweredAsByCheck(samples, claims);
    }

    /** Some letters outside ASCII have capitals inside it. */
    @Test
    void lettersThatAreNone() throws Exception {
        assertAnsweredAsByCheck(samples, List.of("claim,code,date", "17,\u017f0209,2024-03-01", "17,j\u0131,2024-03-01",
                "17,\uff31\uff14\uff12\uff15\uff17,2024-03-01", "17,Q425\u0667,2024-03-01", "17,Q4257,2024-03-0\u0661"));
    }

    @Test
    void columnsWithTheNamesOfTheJobsOwn() throws Exception {
        Path claims = folder.resolve("claims.parquet");
        String names = "claim, code, date, day, answer, asked, line, lines, history, known, life, valid_from, Release";
        spark.sql("SELECT * FROM VALUES (1, 'Q4257', '2024-03-01', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j') AS claims("
                + names + ")").write().parquet(claims.toString());

        for (Dataset<Row> answers : answers(samples, claims)) {
            assertThat(answers.columns()).startsWith(names.split(", "));
            assertThat(answers.collectAsList()).map(Object::toString)
                    .singleElement().asString().startsWith("[1,Q4257,2024-03-01,a,b,c,d,e,f,g,h,i,j,ACTIVE,ASSUMED,");
        }
    }

    @Test
    void noFileIsWrittenWithTwoColumnsOfOneName() throws Exception {
        String claims = folder.resolve("claims.parquet").toString();
        spark.sql("SELECT 'Q4257' AS code, '2024-03-01' AS date, 'paid' AS status").write().parquet(claims);
        Path out = folder.resolve("answers");

        for (Dataset<Row> answers : List.of(ClaimsJob.answered(spark, samples.file.toString(), claims),
                ClaimsJoinJob.answered(spark, samples.history.toString(), claims))) {
            assertThatThrownBy(() -> answers.write().parquet(out.toString()))
                    .hasMessageContaining("The column `status` already exists");
            assertThat(out).doesNotExist();
        }
    }

    /** As most files have it: a column of dates, some of them null. */
    @Test
    void aColumnOfDates() throws Exception {
        Path claims = folder.resolve("claims.parquet");
        spark.sql("SELECT * FROM VALUES (1, 'Q4257', DATE '2024-03-01'), (2, 'Q4257', NULL), (3, NULL, DATE '2024-03-01'),"
                + " (4, '99213', NULL) AS claims(claim, code, date)").write().parquet(claims.toString());

        for (Dataset<Row> answers : answers(samples, claims)) {
            assertThat(answers.sort("claim").select("claim", "code", "date", "status", "pricing_indicators").collectAsList())
                    .map(Object::toString).containsExactly("[1,Q4257,2024-03-01,ACTIVE,ArraySeq(51)]",
                            "[2,Q4257,null,INVALID_DATE,null]", "[3,null,2024-03-01,INVALID_CODE,null]",
                            "[4,99213,null,NOT_LEVEL_II,null]");
        }
    }

    /** Spark may put an expression into each column that needs it. */
    @Test
    void theIndexIsAskedOnceALine() throws Exception {
        Path claims = folder.resolve("claims.parquet");
        spark.sql("SELECT 'Q4257' AS code, DATE '2024-03-01' AS date").write().parquet(claims.toString());

        String plan = ClaimsJob.answered(spark, samples.file.toString(), claims.toString())
                .queryExecution().executedPlan().toString();
        assertThat(plan.split("hcpcs\\(", -1)).as(plan).hasSize(2);
    }

    private void assertAnsweredAsByCheck(Snapshot snapshot, List<String> claims) throws Exception {
        Path csv = Files.write(folder.resolve("claims.csv"), claims);
        Path checked = folder.resolve("checked.csv");
        hcpcs("check", csv, "--out", checked, "--data", snapshot.file);
        Path parquet = folder.resolve("claims.parquet");
        List<CSVRecord> lines = read(csv);
        spark.createDataFrame(IntStream.range(1, lines.size()).mapToObj(line -> RowFactory.create(line, lines.get(line).get(0),
                lines.get(line).get(1), lines.get(line).get(2))).toList(), CLAIMS).write().parquet(parquet.toString());

        List<CSVRecord> expected = read(checked);
        for (Dataset<Row> answers : answers(snapshot, parquet)) {
            assertThat(answers.drop("line").columns()).containsExactly(expected.get(0).values());
            List<Row> rows = answers.sort("line").drop("line").collectAsList();
            assertThat(rows).hasSize(expected.size() - 1);
            for (int line = 1; line < expected.size(); line++) {
                List<String> row = texts(rows.get(line - 1));
                if (!row.equals(expected.get(line).toList())) {
                    assertThat(row).as("line " + line).isEqualTo(expected.get(line).toList());
                }
            }
        }
    }

    /** Those of both jobs, written and read again. */
    private List<Dataset<Row>> answers(Snapshot snapshot, Path claims) throws IOException {
        Path byFunction = folder.resolve("by-function");
        Path byJoin = folder.resolve("by-join");
        ClaimsJob.answered(spark, snapshot.file.toString(), claims.toString()).write().parquet(byFunction.toString());
        ClaimsJoinJob.answered(spark, snapshot.history.toString(), claims.toString()).write().parquet(byJoin.toString());
        return List.of(spark.read().parquet(byFunction.toString()), spark.read().parquet(byJoin.toString()));
    }

    /** As {@code check} writes them. */
    private static List<String> texts(Row row) {
        return IntStream.range(0, row.size()).mapToObj(column -> row.isNullAt(column) ? ""
                : row.get(column) instanceof Seq<?> ? String.join(" ", row.<String>getList(column))
                : row.get(column).toString()).toList();
    }

    /** Known codes around the days on which their answers change and at random, and texts that no row is for. */
    private static List<String> generated(Snapshot snapshot, int count) throws IOException {
        HcpcsIndex index = HcpcsIndex.open(snapshot.file);
        Random random = new Random(11);
        List<HcpcsCode> codes = List.copyOf(index.codes());
        List<String> others = List.of("Q9999", "99213", "0001F", "D0120", "25", "Q99", "ZZ", "nonsense", "d1", "4x", "");
        List<String> dates = List.of("2024-02-30", "20240230", "2024-3-01", "2024-03-1T", "+2024301", "0000-05-05", "", "soon");
        List<String> lines = new ArrayList<>(List.of("claim,code,date"));
        while (lines.size() <= count) {
            String code = others.get(random.nextInt(others.size()));
            LocalDate day = LocalDate.of(1960, 1, 1).plusDays(random.nextInt(80 * 365));
            if (random.nextInt(10) > 0) {
                HcpcsCode known = codes.get(random.nextInt(codes.size()));
                List<LocalDate> days = index.history(known).daysOfChange();
                day = random.nextBoolean() ? day : days.get(random.nextInt(days.size())).plusDays(random.nextInt(3) - 1);
                code = random.nextInt(8) == 0 ? " " + known.value().toLowerCase(Locale.ROOT) + " " : known.value();
            }
            String date = switch (random.nextInt(8)) {
                case 0 -> dates.get(random.nextInt(dates.size()));
                case 1 -> day.toString().replace("-", "");
                case 2 -> " " + day + " ";
                default -> day.toString();
            };
            lines.add(lines.size() + "," + code + "," + date);
        }
        return lines;
    }

    private static List<String> recorded() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(RECORDED)), StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(line -> line.substring(0, line.indexOf(',', line.indexOf(',') + 1))).toList();
        }
    }

    private static List<CSVRecord> read(Path file) throws IOException {
        try (CSVParser csv = CSVParser.parse(file, StandardCharsets.UTF_8, CSVFormat.DEFAULT)) {
            return csv.getRecords();
        }
    }
}
