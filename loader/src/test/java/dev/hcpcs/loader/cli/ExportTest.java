package dev.hcpcs.loader.cli;

import static dev.hcpcs.loader.cli.CommandLineRun.hcpcs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hcpcs.loader.RealReleases;
import dev.hcpcs.loader.ReleaseLoader;
import dev.hcpcs.loader.export.CsvTable;
import dev.hcpcs.loader.export.ExportTable;
import dev.hcpcs.lookup.HcpcsCode;
import dev.hcpcs.lookup.HcpcsRecord;
import dev.hcpcs.lookup.Quarter;
import dev.hcpcs.lookup.RecordField;
import dev.hcpcs.lookup.Release;
import dev.hcpcs.lookup.ReleaseContent;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code hcpcs export} as tables and JSON lines, on the samples. */
class ExportTest {

    private static final Path SAMPLES = Path.of("../data-samples/src/main/resources/dev/hcpcs/samples");
    private static final Path PAGE = Path.of("docs/export.md");

    private static final Map<RecordField, String> COLUMNS = Map.of(RecordField.PRICING_INDICATORS, "pricing_indicators",
            RecordField.CROSS_REFERENCES, "cross_references", RecordField.COVERAGE_ISSUES_MANUAL_REFERENCES, "cim_references",
            RecordField.MEDICARE_CARRIERS_MANUAL_REFERENCES, "mcm_references");

    @TempDir
    private Path folder;

    @Test
    void historyHasARowForEachStretchOfDaysWithOneAnswer() throws IOException {
        List<CSVRecord> rows = csv("--format", "csv");

        assertThat(rows).filteredOn(row -> row.get("code").equals("Q4257")).extracting(row -> String.join(" ",
                row.get("valid_from"), row.get("valid_through"), row.get("status"), row.get("evidence"),
                row.get("pricing_indicators"), row.get("asc_group"), row.get("asc_effective"), row.get("release")))
                .containsExactly(
                        " 2022-03-31 NOT_YET_EFFECTIVE CONFIRMED 51   2023-JAN",
                        "2022-04-01 2023-03-31 ACTIVE CONFIRMED 51   2023-JAN",
                        "2023-04-01 2025-12-31 ACTIVE ASSUMED 51   2023-JAN",
                        "2026-01-01 2026-03-31 ACTIVE CONFIRMED 11 YY 2026-01-01 2026-JAN",
                        "2026-04-01  ACTIVE ASSUMED 11 YY 2026-01-01 2026-JAN");
        assertThat(rows).filteredOn(row -> row.get("code").equals("Q2040")).extracting(row -> row.get("life"))
                .containsOnly("1", "2");
    }

    /** The columns behind the three first are those of {@code check}, and so are their values; only lists are written otherwise. */
    @Test
    void rowsHaveTheAnswersOfCheck() throws IOException {
        List<CSVRecord> rows = csv("--format", "csv");
        List<String> claims = new ArrayList<>(List.of("code,date"));
        List<CSVRecord> asked = new ArrayList<>();
        for (CSVRecord row : rows) {
            for (String day : List.of(row.get("valid_from"), row.get("valid_through"))) {
                if (!day.isEmpty()) {
                    claims.add(row.get("code") + "," + day);
                    asked.add(row);
                }
            }
        }
        Path answers = folder.resolve("answers.csv");
        hcpcs("check", Files.write(folder.resolve("claims.csv"), claims), "--out", answers);

        List<CSVRecord> answered = read(answers);
        assertThat(answered).hasSameSizeAs(asked).hasSizeGreaterThan(50);
        for (int i = 0; i < answered.size(); i++) {
            for (String column : AnswerColumns.NAMES) {
                boolean list = column.equals("pricing_indicators") || column.equals("type_of_service");
                String told = list ? asked.get(i).get(column).replace('|', ' ') : asked.get(i).get(column);
                assertThat(told).as(answered.get(i) + " " + column).isEqualTo(answered.get(i).get(column));
            }
        }
        assertThat(rows.get(0).toMap().keySet()).startsWith("code", "valid_from", "valid_through")
                .containsSubsequence(AnswerColumns.NAMES);
    }

    /** Some of CMS's references hold a blank. */
    @Test
    void everyListOfRealReleasesCanBeSplitAgain() throws IOException {
        RealReleases.assumePresent();
        int withBlanks = 0;
        for (Path file : RealReleases.eight()) {
            ReleaseContent release = ReleaseLoader.lenient().load(file).index().contents().get(0);
            List<HcpcsRecord> records = release.records();
            List<CSVRecord> rows = csv("--format", "csv", "--release", release.release().quarter(), "--data", file);
            assertThat(rows).hasSameSizeAs(records);
            for (int i = 0; i < rows.size(); i++) {
                for (RecordField field : List.of(RecordField.PRICING_INDICATORS, RecordField.CROSS_REFERENCES,
                        RecordField.COVERAGE_ISSUES_MANUAL_REFERENCES, RecordField.MEDICARE_CARRIERS_MANUAL_REFERENCES)) {
                    List<String> values = field.values(records.get(i)).stream().map(Object::toString).toList();
                    assertThat(split(rows.get(i).get(COLUMNS.get(field)))).isEqualTo(values);
                    withBlanks += (int) values.stream().filter(value -> value.contains(" ")).count();
                }
            }
        }
        assertThat(withBlanks).as("what this is for").isPositive();
    }

    private static List<String> split(String list) {
        return list.isEmpty() ? List.of() : List.of(list.split("\\|"));
    }

    @Test
    void aListThatCouldNotBeSplitAgainIsRefused() {
        HcpcsRecord record = HcpcsRecord.builder(HcpcsCode.parse("M0300")).coverageIssuesManualReferences(List.of("35-64", "1|2"))
                .build();
        ReleaseContent release = new ReleaseContent(new Release(Quarter.parse("2012-JAN"), "a.txt", "0".repeat(64)),
                List.of(record));

        assertThatThrownBy(() -> CsvTable.write(ExportTable.release(release), OutputStream.nullOutputStream()))
                .isInstanceOf(IllegalArgumentException.class).hasMessage("M0300: a value of cim_references holds |, which separates"
                        + " the values of a list in CSV: '1|2'; export as jsonl or parquet");
    }

    @Test
    void aLineOfTheHistoryIsWhatShowTells() throws IOException {
        List<JsonNode> lines = jsonLines("--format", "jsonl");

        assertThat(lines).hasSameSizeAs(csv("--format", "csv"));
        for (JsonNode line : lines) {
            ObjectNode shown = (ObjectNode) JsonMapper.shared().readTree(hcpcs("show", line.get("code").asString(), "--on",
                    (line.has("validFrom") ? line.get("validFrom") : line.get("validThrough")).asString(), "--format", "json")
                    .out());
            shown.remove("date");
            ObjectNode answer = ((ObjectNode) line).deepCopy();
            answer.remove(List.of("validFrom", "validThrough"));
            assertThat(answer).isEqualTo(shown);
            assertThat(line.propertyNames()).first().isEqualTo("code");
        }
    }

    @Test
    void aReleaseIsWrittenAsItIs() throws IOException {
        List<CSVRecord> rows = csv("--format", "csv", "--release", "2023-JAN");
        List<JsonNode> lines = jsonLines("--format", "jsonl", "--release", "2023-jan");

        assertThat(rows).extracting(row -> row.get("code"))
                .containsExactly("J3490", "JW", "JZ", "Q2040", "Q4236", "Q4257", "Q9957");
        assertThat(lines).extracting(line -> line.get("code").asString())
                .containsExactlyElementsOf(rows.stream().map(row -> row.get("code")).toList());
        assertThat(rows).extracting(row -> row.get("release")).containsOnly("2023-JAN");
        assertThat(lines).extracting(line -> line.get("release").asString()).containsOnly("2023-JAN");
        assertThat(rows.get(0).get("type_of_service")).isEqualTo("1|P");
        assertThat(lines.get(0).get("record").get("typesOfService")).extracting(type -> type.get("code").asString())
                .containsExactly("1", "P");
    }

    /** An ASC effective date may lie within a version, and begins a row then. */
    @Test
    void theAscPaymentGroupStandsOnlyWhereItApplies() throws IOException {
        String text = Files.readString(SAMPLES.resolve("HCPC2026_JAN_ANWEB.txt"));
        Path release = Files.writeString(folder.resolve("HCPC2026_JAN_ANWEB.txt"), text.replace("YY20260101", "YY20260215"));

        assertThat(csv("--format", "csv", "--data", release)).filteredOn(row -> row.get("code").equals("Q4257"))
                .extracting(row -> row.get("valid_from") + " " + row.get("asc_group")).containsExactly(
                        " ", "2022-04-01 ", "2026-01-01 ", "2026-02-15 YY", "2026-04-01 YY");
        assertThat(csv("--format", "csv", "--release", "2026-JAN", "--data", release))
                .filteredOn(row -> row.get("code").equals("Q4257")).extracting(row -> row.get("asc_group")).containsExactly("YY");
    }

    @Test
    void everyFieldHasAColumn() throws IOException {
        Set<String> header = csv("--format", "csv", "--release", "2026-JAN").get(0).toMap().keySet();

        assertThat(header).hasSize(RecordField.values().length + 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "jsonl"})
    void sameDataSameBytesOnStandardOutputToo(String format) throws Exception {
        Path one = folder.resolve("one");
        Path two = folder.resolve("two");
        CommandLineRun run = hcpcs("export", "--format", format, "--out", one);
        hcpcs("export", "--format", format, "--out", two);
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), Hcpcs.class.getName(), "export", "--format", format)
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        byte[] standardOutput = process.getInputStream().readAllBytes();

        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(" rows of 4 releases, 2012-JAN to 2026-JAN");
        assertThat(Files.readAllBytes(two)).isEqualTo(Files.readAllBytes(one)).isNotEmpty();
        assertThat(standardOutput).isEqualTo(Files.readAllBytes(one));
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void refusesToReplaceAnInput() throws IOException {
        Path release = Files.copy(SAMPLES.resolve("HCPC2026_JAN_ANWEB.txt"), folder.resolve("HCPC2026_JAN_ANWEB.txt"));
        byte[] before = Files.readAllBytes(release);

        CommandLineRun run = hcpcs("export", "--format", "csv", "--out", release, "--data", release);

        assertThat(run.exit()).isEqualTo(Hcpcs.UNUSABLE);
        assertThat(run.err()).contains("is an input; name another file with --out");
        assertThat(Files.readAllBytes(release)).isEqualTo(before);
    }

    @Test
    void mistakesAreNamedAndLeaveNoFile() throws IOException {
        Path out = folder.resolve("export.csv");

        assertThat(hcpcs("export", "--format", "csv", "--release", "2025-OCT", "--out", out))
                .satisfies(run -> assertThat(run.exit()).isEqualTo(Hcpcs.UNUSABLE))
                .extracting(CommandLineRun::err).asString().contains("no release of 2025-OCT is loaded; loaded are [2012-JAN,");
        assertThat(hcpcs("export", "--out", out).err()).contains("Missing required option: '--format");
        assertThat(hcpcs("export", "--format", "xml", "--out", out).exit()).isEqualTo(Hcpcs.UNUSABLE);
        assertThat(hcpcs("export", "--format", "csv", "--release", "2025", "--out", out).err()).contains("is not a quarter");
        assertThat(hcpcs("export", "--format", "csv", "--release", "2026-JAN", "--as-known-at", "2023-JAN", "--out", out))
                .satisfies(run -> assertThat(run.exit()).isEqualTo(Hcpcs.UNUSABLE))
                .extracting(CommandLineRun::err).asString().contains("--release 2026-JAN is later than --as-known-at 2023-JAN");
        assertThat(folder).isEmptyDirectory();
        assertThat(hcpcs("export", "--format", "csv", "--release", "2023-JAN", "--as-known-at", "2023-JAN", "--out", out).exit())
                .isZero();
    }

    /** Its columns and properties are a promise, so the page tells of every one. */
    @Test
    void thePageExplainsEveryColumn() throws IOException {
        List<String> columns = new ArrayList<>(csv("--format", "csv").get(0).toMap().keySet());

        assertThat(Files.readString(PAGE)).contains(columns.stream().map(column -> "| `" + column + "` |").toList());
    }

    private List<CSVRecord> csv(Object... options) throws IOException {
        return read(export(options));
    }

    private List<JsonNode> jsonLines(Object... options) throws IOException {
        return Files.readAllLines(export(options)).stream().map(line -> JsonMapper.shared().readTree(line)).toList();
    }

    private Path export(Object... options) throws IOException {
        Path out = Files.createTempFile("export", "");
        out.toFile().deleteOnExit();
        List<Object> arguments = new ArrayList<>(List.of("export", "--out", out));
        arguments.addAll(List.of(options));
        CommandLineRun run = hcpcs(arguments.toArray());
        assertThat(run.exit()).as(run.err()).isZero();
        return out;
    }

    private static List<CSVRecord> read(Path file) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
        try (CSVParser csv = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
            return csv.getRecords();
        }
    }
}
