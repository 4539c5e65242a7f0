package dev.hcpcs.loader.cli;

import static dev.hcpcs.loader.cli.CommandLineRun.hcpcs;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code hcpcs verify} on releases written for the test. */
class VerifyTest {

    private static final Path FIXTURES = Path.of("src/test/resources/dev/hcpcs/loader/verify");
    private static final Path SAMPLES = Path.of("../data-samples/src/main/resources/dev/hcpcs/samples");

    @TempDir
    private Path folder;

    @Test
    void textOfASoundRelease() throws IOException {
        release("sound", "JAN");

        CommandLineRun run = hcpcs("verify", folder);

        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().replaceAll("[0-9a-f]{64}", "...")).isEqualToNormalizingNewlines("""
                2020-JAN (HCPC2020_JAN_ANWEB.txt)
                  file     HCPC2020_JAN_ANWEB.txt
                  SHA-256  ...
                  against  HCPC2020_JAN_ANWEB.csv
                           HCPC2020_JAN_Trans_Alpha.prn
                  records  3: 2 procedures, 1 modifier

                Diagnostics: nothing found

                Text against workbook: nothing found

                Actions against transaction report: nothing found

                Blank fields: nothing found

                Contradicting dates: nothing found

                Unknown values: nothing found

                Cross references that lead nowhere: nothing found

                VERIFIED  2020-JAN: nothing found
                """);
    }

    @Test
    void textGroupsWhatIsFound() throws IOException {
        release("values-differ-in-workbook", "JAN");

        CommandLineRun run = hcpcs("verify", folder);

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).containsIgnoringNewLines("""
                Text against workbook: 4 errors, 0 remarks
                  error  1      pricing indicators not the same in HCPC2020_JAN_ANWEB.csv
                                  A9900  57 against 57 32  (line 1)
                  error  1      coverage left blank in HCPC2020_JAN_ANWEB.csv
                                  A9900  C  (line 1)
                """, """
                Actions against transaction report: not made, because no transaction report was found in the release or beside it
                """, "NOT VERIFIED  2020-JAN: 4 errors, 0 remarks");
    }

    @Test
    void longGroupsAreCutShort() throws IOException {
        lines("blank-action-effective-dates", 11);
        assertThat(hcpcs("verify", folder).out()).containsIgnoringNewLines("""
                Blank fields: 0 errors, 11 remarks
                  remark 11     action effective date left blank
                                  A9900 A9901 A9902 A9903 A9904 A9905 A9906 A9907 A9908 A9909 A9910
                """);

        lines("discontinued-without-termination", 12);
        assertThat(hcpcs("verify", folder).out()).containsIgnoringNewLines("""
                  error  12     termination date is blank although the code is discontinued (action D)
                                  A9900  (line 1)
                """, """
                                  A9909  (line 10)
                                  A9910 A9911
                """);
    }

    @Test
    void json() throws IOException {
        release("action-differs-in-report", "JAN");

        CommandLineRun run = hcpcs("verify", folder, "--format", "json");
        JsonNode release = JsonMapper.shared().readTree(run.out()).at("/releases/0");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(release.propertyNames()).containsExactly("quarter", "name", "sha256", "files", "records", "procedures",
                "modifiers", "verified", "counts", "notMade", "findings");
        assertThat(release.get("files")).hasToString("[\"HCPC2020_JAN_ANWEB.txt\",\"HCPC2020_JAN_Trans_Alpha.prn\"]");
        assertThat(release.get("verified").asBoolean()).isFalse();
        assertThat(release.get("counts")).hasToString("{\"errors\":1,\"remarks\":0}");
        assertThat(release.get("notMade"))
                .hasToString("{\"TEXT_AGAINST_WORKBOOK\":\"the release is there in one format only\"}");
        assertThat(release.get("findings")).hasToString("[{\"check\":\"ACTION_AGAINST_TRANSACTION_REPORT\",\"severity\":"
                + "\"ERROR\",\"code\":\"A9900\",\"field\":\"action\",\"value\":\"N\",\"against\":\"C\",\"place\":"
                + "\"HCPC2020_JAN_ANWEB.txt line 1\",\"message\":\"not the same in the transaction report\"}]");
    }

    @Test
    void oneReleaseInErrorIsEnough() throws IOException {
        release("sound", "JAN");
        release("termination-before-added", "APR");

        CommandLineRun run = hcpcs("verify", folder);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out().lines().filter(line -> line.contains("VERIFIED"))).containsExactly(
                "VERIFIED  2020-JAN: nothing found", "NOT VERIFIED  2020-APR: 1 error, 0 remarks");

        assertThat(hcpcs("verify", folder.resolve("HCPC2020_JAN_ANWEB.txt"), SAMPLES).exit()).isZero();
    }

    @Test
    void whatIsNotReadIsTold() throws IOException {
        release("sound", "JAN");
        Files.copy(FIXTURES.resolve("sound.txt"), folder.resolve("HCPC2020_JAN_ANWEB_v2.txt"));
        Files.writeString(folder.resolve("HCPC2020_JAN_ANWEB.txt"), "an earlier version");
        Files.writeString(folder.resolve("claims.csv"), "code,date");

        CommandLineRun run = hcpcs("verify", folder);

        assertThat(run.exit()).isZero();
        assertThat(run.err()).contains("HCPC2020_JAN_ANWEB.txt: not loaded, because ", "is a later version", "claims.csv: not");
    }

    @Test
    void outWritesAFile() throws IOException {
        release("sound", "JAN");
        Path out = folder.resolve("report.json");

        CommandLineRun run = hcpcs("verify", FIXTURES.resolve("sound.txt"), "--effective", "2020-01-01", "--format", "json",
                "--out", out);

        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(JsonMapper.shared().readTree(Files.readString(out)).at("/releases/0/quarter").asString())
                .isEqualTo("2020-JAN");
    }

    @Test
    void mistakesAreExplained() throws IOException {
        release("sound", "JAN");
        Path release = folder.resolve("HCPC2020_JAN_ANWEB.txt");
        byte[] bytes = Files.readAllBytes(release);

        assertRefused("Missing required parameter: 'RELEASE'", "verify");
        assertRefused("nowhere.txt does not exist", "verify", folder.resolve("nowhere.txt"));
        assertRefused("its name does not tell its quarter", "verify", FIXTURES.resolve("sound.txt"));
        assertRefused("is an input; name another file with --out", "verify", release, "--out", release);
        assertThat(release).hasBinaryContent(bytes);

        Path snapshot = folder.resolve("samples.snapshot");
        hcpcs("build", "--out", snapshot, SAMPLES);
        assertRefused("is a snapshot; verify the releases that it was built from", "verify", snapshot);
    }

    private static void assertRefused(String message, Object... arguments) {
        CommandLineRun run = hcpcs(arguments);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(message).doesNotContain("Exception", "internal error");
    }

    /** The release that is named by its fault, as CMS would name it. */
    private void release(String fault, String month) throws IOException {
        copy(fault + ".txt", "HCPC2020_" + month + "_ANWEB.txt");
        copy(fault + ".csv", "HCPC2020_" + month + "_ANWEB.csv");
        copy(fault + ".prn", "HCPC2020_" + month + "_Trans_Alpha.prn");
    }

    private void copy(String fixture, String name) throws IOException {
        if (Files.exists(FIXTURES.resolve(fixture))) {
            Files.copy(FIXTURES.resolve(fixture), folder.resolve(name));
        }
    }

    /** A release with the first line of another, for so many codes. */
    private void lines(String fault, int count) throws IOException {
        String line = Files.readString(FIXTURES.resolve(fault + ".txt")).lines().findFirst().orElseThrow();
        Files.writeString(folder.resolve("HCPC2020_JAN_ANWEB.txt"), IntStream.range(0, count)
                .mapToObj(i -> line.replace("A9900", String.format(Locale.ROOT, "A99%02d", i)))
                .collect(Collectors.joining("\r\n", "", "\r\n")));
    }
}
