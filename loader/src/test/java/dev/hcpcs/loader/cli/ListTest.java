package dev.hcpcs.loader.cli;

import static dev.hcpcs.loader.cli.CommandLineRun.hcpcs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hcpcs.loader.RealReleases;
import dev.hcpcs.lookup.CodedField;
import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code hcpcs list} as its users run it. */
class ListTest {

    @TempDir
    private Path folder;

    private static CommandLineRun list(String options) {
        return hcpcs(Stream.concat(Stream.of("list"), Arrays.stream(options.strip().split(" +"))).toArray());
    }

    /** The codes of a table. */
    private static List<String> codes(CommandLineRun run) {
        return run.out().lines().skip(1).map(line -> line.substring(0, 5).strip()).toList();
    }

    @Test
    void theTableHasAHeaderAndTheCountStandsOnStandardError() {
        CommandLineRun run = list("--on 2020-12-01 --prefix G --status all");

        assertThat(run.out().lines()).containsExactly(
                "Code   Status             Evidence   Version from  Pricing  Coverage  BETOS  Types  ASC  Short description",
                "G0504  TERMINATED         CONFIRMED  2017-01-01    11       D         M5B    1           Psych collab care add 30 min",
                "G9976  ACTIVE             CONFIRMED  2018-01-01    00       M         M5D    1           Doc reason no follow-up");
        assertThat(run.err().lines()).hasSize(2).last().isEqualTo("hcpcs: 2 codes");
        assertThat(run.exit()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--on 2026-02-01                                  | J3490 JW JZ Q4236 Q4257 Q9957",
        "--on 2026-02-01 --modifiers                      | JW JZ",
        "--on 2026-02-01 --procedures                     | J3490 Q4236 Q4257 Q9957",
        "--on 2026-02-01 --prefix q4                      | Q4236 Q4257",
        "--on 2026-02-01 --from jw --to q4236             | JW JZ Q4236",
        "--on 2026-02-01 --from Q4257                     | Q4257 Q9957",
        "--on 2026-02-01 --to JW                          | J3490 JW",
        "--on 2026-02-01 --pricing-indicator 11           | Q4257",
        "--on 2026-02-01 --betos I1F,o1e                  | J3490 Q4236 Q4257 Q9957",
        "--on 2026-02-01 --betos O1E --pricing-indicator 51 | J3490 Q4236",
        "--on 2026-02-01 --asc-payment-group YY           | Q4257",
        "--on 2025-12-31 --asc-payment-group YY           | ''",
        "--on 2026-02-01 --type-of-service p              | J3490",
        "--on 2026-02-01 --coverage C --multiple-pricing-indicator A --from Q4257 | Q4257 Q9957",
        "--on 2026-02-01 --action R                       | ''",
        "--on 2026-02-01 --lab-certification 110          | ''",
        "--on 2026-02-01 --mog-payment-group 106 --mog-payment-policy-indicator 1 | ''",
        "--on 2022-05-05 --status indeterminate,terminated | G0504 Q2040 Q4236",
        "--added 2018-01-01..2020-12-31                   | G9976 Q2040 Q4236",
        "--terminated 2017-12-31..2018-12-31              | G0504 Q2040",
        "--terminated 2018-12-31                          | Q2040",
        "--terminated 2018-01-01..2018-12-30              | ''",
        "--reactivated 2023-01-01                         | Q4236",
        "--withdrawn 20221231                             | G9976",
        "--changed 2022-01-01..2026-12-31 --prefix Q      | Q4257",
        "--added 2018-01-01..2018-12-31 --terminated 2017-01-01..2017-12-31 --from G0504 --to G9976 | G0504 G9976",
        "--added 2018-01-01..2018-12-31 --betos O1E       | Q2040"})
    void optionsChoose(String options, String expected) {
        CommandLineRun run = list(options);

        assertThat(String.join(" ", codes(run))).isEqualTo(expected);
        assertThat(run.exit()).isZero();
    }

    @Test
    void whatHappenedStandsWithItsDay() {
        assertThat(list("--changed 2022-04-02..2026-01-01 --terminated 2018-12-31").out().lines()).contains(
                "Code   Event        Day         Evidence   Pricing  Coverage  BETOS  Types  ASC  Short description",
                "Q2040  TERMINATED   2018-12-31  ASSUMED    51       C         O1E    1           Tisagenlecleucel, infusion",
                "Q4257  CHANGED      2026-01-01  CONFIRMED  11       C         O1E    1      YY   Release, per sq cm"
                        + "  (changed: long description, short description, pricing indicators, ASC payment group,"
                        + " ASC effective date)");
    }

    @Test
    void anEventHasTheSameEvidenceInEveryFormat() {
        String options = "--added 1900-01-01..2026-12-31 --terminated 1900-01-01..2026-12-31 --withdrawn 1900-01-01..2026-12-31";
        List<String> texts = list(options).out().lines().skip(1).map(line -> line.substring(32, 41)).toList();

        assertThat(texts).contains("CONFIRMED", "ASSUMED  ");
        assertThat(JsonMapper.shared().readTree(list(options + " --format json").out()).valueStream()
                .map(event -> event.at("/evidence").asString())).isEqualTo(texts.stream().map(String::strip).toList());
        assertThat(list(options + " --format csv").out().lines().skip(1).map(line -> line.split(",")[5]))
                .isEqualTo(texts.stream().map(String::strip).toList());
    }

    @Test
    void jsonIsAnArrayOfAnswers() {
        JsonNode codes = JsonMapper.shared().readTree(list("--on 2026-02-01 --prefix Q4 --format json").out());
        JsonNode events = JsonMapper.shared().readTree(list("--changed 2026-01-01 --prefix Q --format json").out());

        assertThat(codes).hasSize(2);
        assertThat(codes.get(1)).isEqualTo(JsonMapper.shared().readTree(
                hcpcs("status", "Q4257", "--on", "2026-02-01", "--format", "json").out()));
        assertThat(events).hasSize(1);
        assertThat(events.at("/0/event").asString()).isEqualTo("CHANGED");
        assertThat(events.at("/0/changed").valueStream().map(JsonNode::asString)).contains("pricingIndicators");
        assertThat(JsonMapper.shared().readTree(list("--on 1900-01-01 --format json").out())).isEmpty();
    }

    /** What list writes, check reads, and answers the same. */
    @Test
    void csvHasTheColumnsOfCheck() throws IOException {
        CommandLineRun run = list("--on 2022-05-05 --status all --format csv");
        Path claims = Files.write(folder.resolve("claims.csv"), run.out().lines().map(line -> line.split(",")[0] + ","
                + line.split(",")[1]).toList());
        Path answers = folder.resolve("answers.csv");

        assertThat(hcpcs("check", claims, "--out", answers).exit()).isZero();
        assertThat(run.out()).hasLineCount(10).isEqualTo(Files.readString(answers));
        assertThat(list("--changed 2026-01-01 --prefix Q --format csv").out().lines()).containsExactly(
                "code,date,event,changed," + String.join(",", AnswerColumns.NAMES),
                "Q4257,2026-01-01,CHANGED,longDescription shortDescription pricingIndicators ascPaymentGroup ascEffectiveDate,"
                        + "ACTIVE,CONFIRMED,2026-01-01,STATED,\"Release, per sq cm\",11,A,C,O1E,1,YY,2022-04-01,2026-01-01,,N");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--procedures --modifiers               | --procedures and --modifiers exclude each other",
        "--added 2020-01-01 --on 2020-01-01     | --on is for codes as of a date",
        "--added 2020-01-01 --status active     | --status is for codes as of a date",
        "--added 2020                           | '2020' is neither a date nor two, such as 2024-01-01..2024-12-31",
        "--added 2020-01-01..                   | '2020-01-01..' is neither a date nor two",
        "--changed 2020-01-02..2020-01-01       | '2020-01-02..2020-01-01' runs backwards",
        "--prefix 99                            | no HCPCS Level II code begins with '99'",
        "--from J                               | --from 'J' is not a HCPCS Level II code",
        "--to 99213                             | --to '99213' is not a HCPCS Level II code",
        "--from Q4257 --to J3490                | the range from Q4257 to J3490 is empty",
        "--status gone                          | 'gone'"})
    void mistakesAreTold(String options, String message) {
        CommandLineRun run = list(options);

        assertThat(run.err()).contains(message);
        assertThat(run.out()).isEmpty();
        assertThat(run.exit()).isEqualTo(2);
    }

    @Test
    void aBlankBehindACommaIsNoPartOfAValue() {
        CommandLineRun run = hcpcs("list", "--on", "2020-12-01", "--status", "all", "--coverage", "M, D ");

        assertThat(run.out()).isNotEmpty().isEqualTo(list("--on 2020-12-01 --status all --coverage M,D").out());
        assertThat(codes(run)).contains("G0504", "G9976");
        assertThat(hcpcs("list", "--on", "2020-12-01", "--prefix", "A", "--coverage", " D").err()).doesNotContain("mistyped");
    }

    @Test
    void theHelpNamesValuesThatCmsExplains() {
        List<MatchResult> values = Pattern.compile("(?s)--([a-z-]+)=VALUE.*?such\\s+as\\s+(\\w+)")
                .matcher(hcpcs("list", "--help").out()).results().toList();

        assertThat(values).hasSize(CodedField.values().length);
        assertThat(values).allSatisfy(value ->
                assertThat(list("--on 1980-01-01 --" + value.group(1) + " " + value.group(2)).err()).doesNotContain("mistyped"));
    }

    @Test
    void asksWhetherAValueIsMistyped() {
        assertThat(list("--betos O1X").err()).contains("does not explain BETOS 'O1X'; is it mistyped?");
        assertThat(list("--betos O1E,O1X").err()).doesNotContain("mistyped");
        assertThat(list("--lab-certification 110").err()).doesNotContain("mistyped");
    }

    @Test
    void aFullDiskIsTold() throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/full")), "SKIPPED: there is no /dev/full");
        Process process = process().redirectOutput(Path.of("/dev/full").toFile()).start();

        assertThat(new String(process.getErrorStream().readAllBytes())).contains("hcpcs: No space left on device");
        assertThat(process.waitFor()).isEqualTo(2);
    }

    /** As {@code hcpcs list | head} does. */
    @Test
    void aReaderWhoHasReadEnoughIsNotToldSo() throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/full")), "SKIPPED: pipes break otherwise where there is no /dev/full");
        Process process = process().start();
        process.getInputStream().close();

        assertThat(new String(process.getErrorStream().readAllBytes()).lines()).singleElement().asString().contains("no --data");
        assertThat(process.waitFor()).isEqualTo(2);
    }

    private static ProcessBuilder process() {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), Hcpcs.class.getName(), "list", "--on", "2026-02-01");
    }

    @Test
    void allActiveCodesOfRealReleases() throws IOException {
        RealReleases.assumePresent();
        Path snapshot = folder.resolve("eight.snapshot");
        List<Object> build = new ArrayList<>(List.of("build", "--out", snapshot));
        build.addAll(RealReleases.eight());
        assertThat(hcpcs(build.toArray()).exit()).isZero();
        HcpcsIndex index = HcpcsIndex.open(snapshot);
        LocalDate day = LocalDate.of(2020, 10, 1);

        assertThat(codes(list("--on 2020-10-01 --data " + snapshot))).hasSizeGreaterThan(6_000).isEqualTo(index.codes().stream()
                .filter(code -> index.history(code).on(day).status() == Status.ACTIVE).map(Object::toString).toList());
    }
}
