package dev.hcpcs.loader.cli;

import static dev.hcpcs.loader.cli.CommandLineRun.hcpcs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hcpcs.loader.RealReleases;
import dev.hcpcs.loader.ReleaseLoader;
import dev.hcpcs.lookup.CodeHistory;
import dev.hcpcs.lookup.HcpcsCode;
import dev.hcpcs.lookup.HcpcsIndex;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code hcpcs export --format parquet}, asked by DuckDB with the statements of {@code loader/docs/export.md}. */
class ExportParquetTest {

    private static final Path PAGE = Path.of("docs/export.md");
    private static final Path SAMPLES = Path.of("../data-samples/src/main/resources/dev/hcpcs/samples");
    private static final Path SAMPLE_CLAIMS = Path.of("../data-samples/claims.csv");
    private static final String WITHOUT_DUCKDB = "SKIPPED: joins in DuckDB, whose native library does not load here";

    @TempDir
    private Path folder;
    private Connection duckDb;

    @BeforeEach
    void openDuckDb() {
        try {
            duckDb = DriverManager.getConnection("jdbc:duckdb:");
        } catch (SQLException | LinkageError e) {
            System.out.println(WITHOUT_DUCKDB + ": " + e);
            assumeTrue(false, WITHOUT_DUCKDB);
        }
    }

    @AfterEach
    void closeDuckDb() throws SQLException {
        if (duckDb != null) {
            duckDb.close();
        }
    }

    @Test
    void columnsHaveTypes() throws Exception {
        export();

        List<String> types = query("DESCRIBE FROM 'history.parquet'", 2);
        assertThat(types).contains("code VARCHAR", "valid_from DATE", "valid_through DATE", "pricing_indicators VARCHAR[]",
                "type_of_service VARCHAR[]", "added DATE", "anesthesia_base_units INTEGER", "life INTEGER");
        assertThat(query("SELECT type_of_service, lab_certifications, mog_group FROM 'history.parquet' WHERE code = 'J3490'"
                + " AND valid_through IS NULL", 3)).containsExactly("[1, P] [] null");
    }

    /** The page's table of types is what DuckDB reads. */
    @Test
    void thePageTellsTheTypes() throws Exception {
        export();

        String page = Files.readString(PAGE);
        for (String column : query("DESCRIBE FROM 'history.parquet'", 2)) {
            String[] words = column.split(" ");
            assertThat(page).contains("| `" + words[0] + "` | " + switch (words[1]) {
                case "VARCHAR" -> "string";
                case "VARCHAR[]" -> "list of strings";
                case "DATE" -> "date";
                case "BOOLEAN" -> "boolean";
                default -> "32-bit integer";
            } + " |");
        }
    }

    @Test
    void everyRowIsThatOfTheCsv() throws Exception {
        export();
        assertThat(hcpcs("export", "--format", "csv", "--out", folder.resolve("history.csv")).exit()).isZero();

        // DuckDB reads all columns of the CSV as texts, and lists are made texts as the CSV has them.
        StringBuilder columns = new StringBuilder();
        for (String column : query("DESCRIBE FROM 'history.parquet'", 2)) {
            String[] words = column.split(" ");
            columns.append(columns.isEmpty() ? "" : ", ").append(words[1].endsWith("[]")
                    ? "array_to_string(" + words[0] + ", '|')" : "coalesce(CAST(" + words[0] + " AS VARCHAR), '')")
                    .append(" AS ").append(words[0]);
        }
        assertThat(query("SELECT count(*) FROM (SELECT " + columns + " FROM 'history.parquet' EXCEPT ALL SELECT "
                + "coalesce(COLUMNS(*), '') FROM read_csv('history.csv', all_varchar = true))", 1))
                .containsExactly("0");
        assertThat(query("SELECT (SELECT count(*) FROM 'history.parquet') - (SELECT count(*) FROM 'history.csv')", 1))
                .containsExactly("0");
    }

    @Test
    void aReleaseIsATableToo() throws Exception {
        assertThat(hcpcs("export", "--format", "parquet", "--release", "2023-JAN", "--out", folder.resolve("history.parquet"))
                .exit()).isZero();

        assertThat(query("SELECT code, release, coverage FROM 'history.parquet' ORDER BY ALL LIMIT 1", 3))
                .containsExactly("J3490 2023-JAN C");
    }

    @Test
    void sameDataSameBytes() throws Exception {
        export();
        byte[] first = Files.readAllBytes(folder.resolve("history.parquet"));

        export();

        assertThat(Files.readAllBytes(folder.resolve("history.parquet"))).isEqualTo(first);
    }

    @Test
    void needsAFile() {
        CommandLineRun run = hcpcs("export", "--format", "parquet");

        assertThat(run.exit()).isEqualTo(Hcpcs.UNUSABLE);
        assertThat(run.err()).contains("a Parquet file is not for standard output; name a file with --out");
    }

    @Test
    void theShortJoinOfThePage() throws Exception {
        export();
        Files.write(folder.resolve("claims.csv"), List.of("claim,code,date", "1,Q4257,2024-03-01", "2,Q4257,2026-02-01",
                "3,Q4257,1999-01-01", "4,Q9999,2024-03-01"));

        assertThat(query(statements().get(0), 6)).containsExactly("1 Q4257 2024-03-01 ACTIVE [51] null",
                "2 Q4257 2026-02-01 ACTIVE [11] YY", "3 Q4257 1999-01-01 NOT_YET_EFFECTIVE [51] null",
                "4 Q9999 2024-03-01 null null null");
    }

    @Test
    void theSampleClaimsAreAnsweredAsByCheck() throws Exception {
        assertJoinAnswersAsCheck(Files.readAllLines(SAMPLE_CLAIMS));

        assertThat(folder.resolve("answers.csv")).hasSameTextualContentAs(folder.resolve("expected.csv"));
    }

    /** The index takes white space of any kind off, and makes capitals of ASCII's letters alone. */
    @Test
    void unusualCodesAndDatesAreAnsweredAsByCheck() throws Exception {
        List<String> claims = new ArrayList<>(List.of("claim,code,date"));
        for (String space : List.of(" ", "\t", "\n", "\u000b", "\u001c", "\u2003", "\u3000", "\u0085", "\u00a0", "\u2007", "\u200b")) {
            claims.add("1,\"" + space + "q4257\",2024-03-01");
            claims.add("1,\"Q9999" + space + "\",\"" + space + "20240301\"");
            claims.add("1,Q4257,\"2024-03-01" + space + "\"");
        }
        claims.addAll(List.of("1,\u017f0209,2024-03-01", "1,j\u0131,2024-03-01", "1,Q4257,2024-3-01", "1,Q4257,+2024301",
                "1,Q4257,2024-03-1T", "1,Q4257,2024030", "1,Q4257,0000-02-29", "1,Q4257,00000101", "1,Q4257,9999-12-31"));
        assertJoinAnswersAsCheck(claims);
    }

    @Test
    void generatedQuestionsAreAnsweredAsByCheck() throws Exception {
        assertJoinAnswersAsCheck(questions(ReleaseLoader.lenient().load(List.of(SAMPLES)).index(), 20_000), "--data", SAMPLES);
    }

    @Test
    void recordedAndGeneratedQuestionsOfRealReleasesAreAnsweredAsByCheck() throws Exception {
        RealReleases.assumePresent();
        HcpcsIndex index = ReleaseLoader.lenient().load(RealReleases.eight()).index();
        Path snapshot = folder.resolve("eight.snapshot");
        OutputFile.write(snapshot, index::write);
        List<String> recorded = recordedQuestions();
        assertThat(recorded).hasSize(17_815);
        List<String> lines = questions(index, 200_000);
        recorded.forEach(question -> lines.add(lines.size() + "," + question));

        assertJoinAnswersAsCheck(lines, "--data", snapshot);
    }

    private void assertJoinAnswersAsCheck(List<String> claims, Object... data) throws Exception {
        export(data);
        Path file = Files.write(folder.resolve("claims.csv"), claims);
        Path expected = folder.resolve("expected.csv");
        List<Object> check = new ArrayList<>(List.of("check", file, "--out", expected));
        check.addAll(List.of(data));
        assertThat(hcpcs(check.toArray()).exit()).isZero();

        try (Statement statement = duckDb.createStatement()) {
            statement.execute(here(statements().get(1)));
        }

        List<CSVRecord> joined = read(folder.resolve("answers.csv"));
        List<CSVRecord> checked = read(expected);
        assertThat(joined).hasSameSizeAs(claims).hasSameSizeAs(checked);
        for (int i = 0; i < joined.size(); i++) {
            if (!joined.get(i).toList().equals(checked.get(i).toList())) {
                assertThat(joined.get(i).toList()).as("line " + (i + 1)).isEqualTo(checked.get(i).toList());
            }
        }
    }

    /** Known codes around the days on which their answers change and at random, and texts that no row is for. */
    private static List<String> questions(HcpcsIndex index, int count) {
        Random random = new Random(7);
        List<HcpcsCode> codes = List.copyOf(index.codes());
        List<String> others = List.of("Q9999", "99213", "0001F", "D0120", "25", "Q99", "ZZ", "nonsense", "d1", "4x");
        List<String> lines = new ArrayList<>(List.of("claim,code,date"));
        while (lines.size() <= count) {
            int kind = random.nextInt(10);
            LocalDate day = LocalDate.of(1960, 1, 1).plusDays(random.nextInt(80 * 365));
            String code = others.get(random.nextInt(others.size()));
            if (kind > 0) {
                CodeHistory history = index.history(codes.get(random.nextInt(codes.size())));
                List<LocalDate> days = history.daysOfChange();
                day = kind > 5 ? day : days.get(random.nextInt(days.size())).plusDays(random.nextInt(3) - 1);
                code = kind == 2 ? " " + history.code().value().toLowerCase(Locale.ROOT) + " " : history.code().value();
            }
            lines.add(lines.size() + "," + code + "," + (kind == 3 ? "2024-02-30"
                    : kind == 4 ? day.toString().replace("-", "") : day));
        }
        return lines;
    }

    private static List<String> recordedQuestions() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(RealReleases.expectedAnswers())), StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(line -> line.substring(0, line.indexOf(',', line.indexOf(',') + 1))).toList();
        }
    }

    private void export(Object... data) {
        List<Object> arguments = new ArrayList<>(List.of("export", "--format", "parquet", "--out",
                folder.resolve("history.parquet")));
        arguments.addAll(List.of(data));
        CommandLineRun run = hcpcs(arguments.toArray());
        assertThat(run.exit()).as(run.err()).isZero();
    }

    /** Those of the page, in its order. */
    private static List<String> statements() throws IOException {
        List<String> statements = new ArrayList<>();
        Matcher block = Pattern.compile("(?s)\n```sql\n(.*?)```\n").matcher(Files.readString(PAGE));
        while (block.find()) {
            statements.add(block.group(1));
        }
        return statements;
    }

    /** The statement on the files of the test's folder. */
    private String here(String statement) {
        return statement.replaceAll("'(\\w+\\.(csv|parquet))'", "'" + folder.toString().replace("'", "''") + "/$1'");
    }

    private List<String> query(String statement, int columns) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement query = duckDb.createStatement(); ResultSet result = query.executeQuery(here(statement))) {
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    row.add(String.valueOf(result.getObject(column)));
                }
                rows.add(String.join(" ", row));
            }
        }
        return rows;
    }

    private static List<CSVRecord> read(Path file) throws IOException {
        try (CSVParser csv = CSVParser.parse(file, StandardCharsets.UTF_8, CSVFormat.DEFAULT)) {
            return csv.getRecords();
        }
    }
}
