package dev.hcpcs.loader.cli;

import static dev.hcpcs.loader.cli.CommandLineRun.hcpcs;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands as their users run them, on the bundled samples. */
class CommandsTest {

    private static final Path SAMPLES = Path.of("../data-samples/src/main/resources/dev/hcpcs/samples");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "q4257 | 2024-03-01 | 0 | Q4257 on 2024-03-01: ACTIVE (ASSUMED), version from 2022-04-01 (STATED), pricing 51, coverage C: Relese, per sq cm",
        "JZ    | 20221231   | 0 | JZ on 2022-12-31: NOT_YET_EFFECTIVE before 2023-01-01 (CONFIRMED), version from 2023-01-01 (STATED), pricing none, coverage C: No drug discarded",
        "G0504 | 2018-01-01 | 0 | G0504 on 2018-01-01: TERMINATED after 2017-12-31 (CONFIRMED), version from 2017-01-01 (STATED), pricing 11, coverage D: Psych collab care add 30 min",
        "G9976 | 2024-01-01 | 0 | G9976 on 2024-01-01: WITHDRAWN after 2022-12-31 (ASSUMED), version from 2018-01-01 (STATED), pricing 00, coverage M: Doc reason no follow-up",
        "Q4236 | 2022-05-05 | 0 | Q4236 on 2022-05-05: INDETERMINATE (ASSUMED), version from 2020-07-01 (STATED), pricing 51, coverage C: Carepatch, per sq cm",
        "Q9999 | 2024-03-01 | 1 | Q9999 on 2024-03-01: UNKNOWN_CODE, no loaded release carries the code Q9999, so nothing is known of it on 2024-03-01",
        "99213 | 2024-03-01 | 1 | 99213 on 2024-03-01: NOT_LEVEL_II, '99213' is a CPT code (HCPCS Level I); only HCPCS Level II codes, which CMS publishes, can be looked up"})
    void statusIsOneLine(String code, String date, int exit, String line) {
        CommandLineRun run = hcpcs("status", code, "--on", date);

        assertThat(run.out()).isEqualTo(line + System.lineSeparator());
        assertThat(run.exit()).isEqualTo(exit);
    }

    @Test
    void saysThatTheSamplesAnswer() {
        assertThat(hcpcs("status", "Q4257").err()).isEqualTo("hcpcs: no --data given, so the bundled samples answer (4 small"
                + " releases; they are not CMS's data)" + System.lineSeparator());
    }

    @Test
    void showExplainsEveryCode() {
        assertThat(hcpcs("show", "Q4257", "--on", "2026-02-01").out().lines().map(String::strip)).contains(
                "Q4257  Release, per sq cm",
                "On 2026-02-01  ACTIVE, CONFIRMED",
                "Pricing indicators          11          Price established using national RVUs",
                "- under Physician Fee Schedule and Non-Physician Practitioners,",
                "linked to the physician fee schedule",
                "Multiple pricing indicator  A           Not applicable as HCPCS priced under one methodology",
                "Coverage                    C           Carrier judgment",
                "BETOS                       O1E         Other drugs",
                "Types of service            1           Medical care",
                "ASC payment group           YY          Approved to be performed in an ambulatory surgical center",
                "Action                      N           No maintenance for this code");
    }

    @Test
    void showLeavesOutTheAscPaymentGroupBeforeItsDate() {
        // On 2024-03-01 the version of 2026 does not apply yet, and neither does its ASC group.
        assertThat(hcpcs("show", "Q4257", "--on", "2024-03-01").out()).doesNotContain("YY");
    }

    @Test
    void historyShowsPeriodsVersionsAndChanges() {
        assertThat(hcpcs("history", "Q2040").out().lines().map(String::strip)).contains(
                "2011-04-01 to 2011-12-31  ACTIVE  (life 1)",
                "2018-01-01 to 2018-12-31  ACTIVE  (life 2)",
                "from 2018-01-01  STATED, carried by 2020-OCT, 2023-JAN; confirmed 2020-10-01 to 2023-03-31",
                "a new life of the code");
        assertThat(hcpcs("history", "JW").out().lines().map(String::strip)).contains(
                "from 2023-01-01  OBSERVED, carried by 2023-JAN, 2026-JAN; confirmed 2023-01-01 to 2026-03-31",
                "long description            Part of a drug from a single-dose container that was discarded");
    }

    @Test
    void jsonOfStatus() {
        JsonNode json = json(hcpcs("status", "Q4257", "--on", "2026-02-01", "--format", "json"));

        assertThat(json.get("status").asString()).isEqualTo("ACTIVE");
        assertThat(json.get("evidence").asString()).isEqualTo("CONFIRMED");
        assertThat(json.at("/version/start").asString()).isEqualTo("2026-01-01");
        assertThat(json.at("/version/releases/0/quarter").asString()).isEqualTo("2026-JAN");
        assertThat(json.at("/pricingIndicators/0").asString()).isEqualTo("11");
        assertThat(json.get("ascPaymentGroup").asString()).isEqualTo("YY");
        assertThat(json.has("terminationDate")).isFalse();
    }

    @Test
    void jsonOfAnUnknownCodeAndOfACptCode() {
        CommandLineRun unknown = hcpcs("show", "Q9999", "--on", "2026-02-01", "--format", "JSON");
        CommandLineRun cpt = hcpcs("show", "99213", "--on", "2026-02-01", "--format", "JSON");

        CommandLineRun malformed = hcpcs("show", "Q99", "--format", "JSON");

        assertThat(json(malformed).get("status").asString()).isEqualTo("INVALID_CODE");
        assertThat(malformed.exit()).isEqualTo(2);
        assertThat(json(unknown).get("reason").asString()).contains("no loaded release carries the code Q9999");
        assertThat(json(unknown).get("status").asString()).isEqualTo("UNKNOWN_CODE");
        assertThat(json(cpt).get("status").asString()).isEqualTo("NOT_LEVEL_II");
        assertThat(List.of(unknown.exit(), cpt.exit())).containsOnly(1);
    }

    @Test
    void jsonOfShowExplains() {
        JsonNode record = json(hcpcs("show", "Q4257", "--on", "2026-02-01", "--format", "json")).get("record");

        assertThat(record.at("/pricingIndicators/0/label").asString()).isEqualTo("Price established using national RVUs");
        assertThat(record.at("/coverage/label").asString()).isEqualTo("Carrier judgment");
        assertThat(record.get("anesthesiaBaseUnits").asInt()).isZero();
    }

    @Test
    void jsonOfHistory() {
        JsonNode json = json(hcpcs("history", "Q4257", "--format", "json"));

        assertThat(json.at("/periods/0/start").asString()).isEqualTo("2022-04-01");
        assertThat(json.at("/periods/0").has("end")).isFalse();
        assertThat(json.at("/periods/0").has("after")).isFalse();
        assertThat(json.get("versions")).hasSize(2);
        assertThat(json.at("/versions/1/changed").valueStream().map(JsonNode::asString)).containsExactly("longDescription",
                "shortDescription", "pricingIndicators", "ascPaymentGroup", "ascEffectiveDate");
    }

    @Test
    void snapshotAnswersAsTheReleasesDo() throws IOException {
        Path snapshot = folder.resolve("hcpcs.snapshot");
        CommandLineRun build = hcpcs("build", "--out", snapshot, SAMPLES);

        assertThat(build.exit()).isZero();
        assertThat(build.out().lines()).hasSize(5).first().isEqualTo("2012-JAN  HCPC2012_ANWEB.txt      procedures      3  modifiers    1");
        assertThat(build.err()).contains("HCPC2012_ANWEB.xlsx: not loaded, because ", "HCPC2012_ANWEB.txt is the same release");
        CommandLineRun fromSnapshot = hcpcs("history", "Q2040", "--data", snapshot);
        assertThat(fromSnapshot.err()).isEmpty();
        assertThat(fromSnapshot.out()).isEqualTo(hcpcs("history", "Q2040").out())
                .isEqualTo(hcpcs("history", "Q2040", "--data", SAMPLES).out());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(snapshot);
        }
    }

    @Test
    void buildStatesTheEffectiveDateOfANamelessRelease() throws IOException {
        Path nameless = Files.copy(SAMPLES.resolve("HCPC2026_JAN_ANWEB.txt"), folder.resolve("release.txt"));
        Path snapshot = folder.resolve("hcpcs.snapshot");

        assertThat(hcpcs("build", "--out", snapshot, nameless).err()).contains("its name does not tell its quarter")
                .contains("--effective 2026-10-01");
        assertThat(hcpcs("build", "--out", snapshot, "--effective", "2026-04-01", nameless).out()).startsWith("2026-APR  release.txt");
        assertThat(hcpcs("build", "--out", snapshot, "--effective", "2026-04-02", nameless).err())
                .contains("2026-04-02 is not the first day of a quarter");
        assertThat(hcpcs("build", "--out", snapshot, "--effective", "2026-04-01", SAMPLES).err())
                .contains("is of 2012-JAN by its name, so no other effective date can be stated");
    }

    @Test
    void strictBuildRefusesARemarkAndKeepsTheOldSnapshot() throws IOException {
        Path release = folder.resolve("HCPC2026_APR_ANWEB.txt");
        Files.write(release, Files.readString(SAMPLES.resolve("HCPC2026_JAN_ANWEB.txt"), StandardCharsets.ISO_8859_1)
                .replace("YY20260101", "20260101  ").getBytes(StandardCharsets.ISO_8859_1));
        Path snapshot = Files.writeString(folder.resolve("hcpcs.snapshot"), "the old one");

        CommandLineRun strict = hcpcs("build", "--strict", "--out", snapshot, release);
        assertThat(strict.exit()).isEqualTo(2);
        assertThat(strict.err()).contains("columns 233-240: Q4257: ASC effective date '260101' is not a date (YYYYMMDD)");
        assertThat(snapshot).hasContent("the old one");
        assertThat(hcpcs("build", "--out", snapshot, release).exit()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "status Q42577", "status Q4257 --on 2024-02-30", "show Q4257 --format xml", "", "nonsense",
        "status Q4257 --data nowhere.zip", "status Q4257 --data pom.xml", "check nowhere.csv", "check pom.xml", "check src",
        "build --out x.snapshot", "build --out nowhere/x.snapshot ../data-samples", "status Q4257 --data src", "diff", "diff pom.xml pom.xml",
        "diff nowhere.zip nowhere.zip", "diff src src --format xml", "diff src src --from 2020-DEC"})
    void mistakesGetAMessageAndNoStackTrace(String line) {
        CommandLineRun run = hcpcs((Object[]) line.split(" "));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("hcpcs: ").doesNotContain("Exception", "\tat ", "internal error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "build", "status", "show", "history", "check", "diff"})
    void everyCommandHasHelp(String command) {
        CommandLineRun run = hcpcs((Object[]) (command + " --help").strip().split(" "));

        assertThat(run.exit()).isZero();
        assertThat(run.out()).startsWith("Usage: hcpcs");
    }

    @Test
    void historyHasNoDate() {
        assertThat(hcpcs("history", "Q9999").out()).isEqualTo("Q9999: UNKNOWN_CODE, no loaded release carries the code Q9999"
                + System.lineSeparator());
    }

    @Test
    void mistakesAreExplained() {
        assertThat(hcpcs("lookup", "Q4257").err()).contains("there is no command 'lookup'; the commands are build, status, show,"
                + " history, search, check, list");
        assertThat(hcpcs("status", "--data", SAMPLES, "Q4257").err()).contains("--data takes all words that follow it: put it last");
        assertThat(hcpcs("status", "Q4257", "--data", "").err()).contains("the path of a release is empty");
        assertThat(hcpcs("build", "--out", "", SAMPLES).err()).contains("the name of the file to write is empty");
    }

    /** As a device would be, if the test dared. */
    @Test
    void whatIsNoOrdinaryFileIsNotReplaced(@TempDir Path folder) throws IOException {
        Path socket = folder.resolve("socket");
        try (ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.bind(UnixDomainSocketAddress.of(socket));

            CommandLineRun run = hcpcs("build", "--out", socket, SAMPLES);

            assertThat(run.exit()).isEqualTo(Hcpcs.UNUSABLE);
            assertThat(run.err()).isEqualTo("hcpcs: " + socket + " is no ordinary file; name another one\n");
            assertThat(Files.isRegularFile(socket)).isFalse();
        }
    }

    private static JsonNode json(CommandLineRun run) {
        return JsonMapper.shared().readTree(run.out());
    }
}
