package dev.hcpcs.loader.cli;

import static dev.hcpcs.loader.cli.CommandLineRun.hcpcs;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code hcpcs diff} on the samples. */
class DiffTest {

    private static final Path SAMPLES = Path.of("../data-samples/src/main/resources/dev/hcpcs/samples");
    private static final Path OF_2012 = SAMPLES.resolve("HCPC2012_ANWEB.txt");
    private static final Path OF_2020 = SAMPLES.resolve("HCPC2020_OCT_ANWEB.txt");
    private static final Path OF_2023 = SAMPLES.resolve("HCPC2023_JAN_ANWEB.xlsx");

    @TempDir
    private Path folder;

    @Test
    void textHasCountsThenEveryCodeThenTheReport() throws IOException {
        Path report = Files.writeString(folder.resolve("report.prn"), """
                HCPCS/MOD  TYPE OF CHANGE
                JW         No Change
                JZ         ADD
                Q4257      No Change
                G9976      Discontinued
                """);

        CommandLineRun run = hcpcs("diff", OF_2020, OF_2023, "--transaction-report", report);

        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualToNormalizingNewlines("""
                2020-OCT (HCPC2020_OCT_ANWEB.txt) to 2023-JAN (HCPC2023_JAN_ANWEB.xlsx)
                Known before: no release, so that a code which CMS brings back or reuses may count as added

                     added  terminated  reactivated  reused  withdrawn  returned  dropped  changed  silent
                all      2           0            1       0          1         0        1        1       1
                G        0           0            0       0          1         0        1        0       0
                J        1           0            0       0          0         0        0        1       1
                Q        1           0            1       0          0         0        0        0       0

                Added (2)
                  JZ     No drug discarded
                  Q4257  Relese, per sq cm

                Reactivated (1)
                  Q4236  Carepatch, per sq cm

                Withdrawn (1)
                  G9976  Doc reason no follow-up

                Dropped (1)
                  G0504  Psych collab care add 30 min, last day 2017-12-31

                Silent changes: content that changed although the action effective date did not move on (1)
                  JW     Single-dose drug discarded
                    long description            Part of a drug from a single-dose container that was discarded
                                                -> Amount of a drug from a single-dose container that was discarded and not
                                                  given to any patient

                Transaction report report.prn, 4 codes
                It tells of CMS's actions since its last release, whatever OLD is.

                               compared  reported  both
                  added               2         1     1  action A
                     only compared, reported as N (1): Q4257
                  terminated          0         1     0  action D
                     only reported as D (1): G9976
                  reactivated         1         0     0  action R
                     only compared, not listed (1): Q4236
                  reused              0         -     -  no action of the report's
                  withdrawn           1         -     -  no action of the report's, reported as D (1)
                  returned            0         -     -  no action of the report's
                  dropped             1         -     -  no action of the report's, not listed (1)
                  changed             1         0     0  action B, C, F, P, S, T
                     only compared, reported as N (1): JW
                  silent              1         -     -  no action of the report's, reported as N (1)
                """);
    }

    @Test
    void textOfReusedChangedAndRedatedCodes() throws IOException {
        Path april = release("HCPC2026_APR_ANWEB.txt", "YY20260101", "YY20260401");
        assertThat(hcpcs("diff", OF_2012, OF_2020).out()).contains("Reused (1)\n  Q2040  Tisagenlecleucel",
                "Changed, and told by the action effective date (1)\n  Q2040  ");
        assertThat(hcpcs("diff", SAMPLES.resolve("HCPC2026_JAN_ANWEB.txt"), april).out()).contains("Silent changes",
                "    ASC effective date          2026-01-01\n                                -> 2026-04-01\n");

        Path redated = release("HCPC2026_JUL_ANWEB.txt", "20220401", "20220402");
        assertThat(hcpcs("diff", SAMPLES.resolve("HCPC2026_JAN_ANWEB.txt"), redated).out().replace("\r", ""))
                .contains("Corrected dates of otherwise unchanged codes (1)\n  Q4257  ", "    added date  ");
    }

    @Test
    void textSaysWhereThereIsNoReport() {
        assertThat(hcpcs("diff", OF_2020, OF_2023).out()).contains("Transaction report: none was found in NEW or beside it, so"
                + " nothing is reconciled; --transaction-report names one");
    }

    @Test
    void reportBesideTheNewReleaseIsFound() throws IOException {
        Path newer = Files.copy(OF_2023, folder.resolve("HCPC2023_JAN_ANWEB.xlsx"));
        Files.writeString(folder.resolve("HCPC2023_JAN_Trans_Alpha.txt"), "HCPC/MOD\tACTION CD\nJZ\tADD\n");

        assertThat(hcpcs("diff", OF_2020, newer).out()).contains("Transaction report HCPC2023_JAN_Trans_Alpha.txt, 1 code\n");
        assertThat(hcpcs("diff", OF_2020, folder).out()).contains("Transaction report HCPC2023_JAN_Trans_Alpha.txt, 1 code\n");
    }

    @Test
    void json() throws IOException {
        Path report = Files.writeString(folder.resolve("report.prn"), "HCPC/MOD  ACTION CD\nJZ  ADD\nG9976  Add\nG9999  Add\n");
        JsonNode json = JsonMapper.shared().readTree(hcpcs("diff", OF_2020, OF_2023, "--format", "json",
                "--transaction-report", report).out());

        assertThat(json.get("counts")).hasToString("{\"added\":2,\"terminated\":0,\"reactivated\":1,\"reused\":0,"
                + "\"withdrawn\":1,\"returned\":0,\"dropped\":1,\"changed\":1,\"silent\":1}");
        assertThat(json.at("/from/quarter").asString()).isEqualTo("2020-OCT");
        assertThat(json.at("/to/name").asString()).isEqualTo("HCPC2023_JAN_ANWEB.xlsx");
        assertThat(json.get("known")).isEmpty();
        assertThat(json.at("/byLetter/J/silent").asInt()).isEqualTo(1);
        assertThat(json.get("changes")).hasSize(6);
        assertThat(json.at("/changes/2")).hasToString("{\"code\":\"JW\",\"kinds\":[\"changed\"],\"silent\":true,"
                + "\"shortDescription\":\"Single-dose drug discarded\",\"fields\":[{\"field\":\"longDescription\","
                + "\"old\":\"Part of a drug from a single-dose container that was discarded\",\"new\":\"Amount of a drug from a"
                + " single-dose container that was discarded and not given to any patient\"}]}");
        assertThat(json.at("/transactionReport/file").asString()).isEqualTo("report.prn");
        assertThat(json.at("/transactionReport/kinds/added")).hasToString("{\"actions\":[\"A\"],\"compared\":2,"
                + "\"reported\":3,\"both\":1,\"onlyCompared\":[{\"code\":\"Q4257\",\"action\":\"\"}],\"onlyReported\":[{"
                + "\"code\":\"G9976\",\"action\":\"A\",\"kinds\":[\"withdrawn\"]},{\"code\":\"G9999\",\"action\":\"A\","
                + "\"kinds\":[]}]}");
    }

    @Test
    void jsonWithoutAReportSaysNull() {
        JsonNode json = JsonMapper.shared().readTree(hcpcs("diff", OF_2020, OF_2023, "--format", "json").out());
        assertThat(json.get("transactionReport").isNull()).isTrue();
    }

    @Test
    void csvHasALinePerCodeAndChangedField() {
        assertThat(hcpcs("diff", OF_2020, OF_2023, "--format", "csv").out()).isEqualTo("""
                code,kind,silent,field,old,new
                G0504,dropped,false,,,
                G9976,withdrawn,false,,,
                JW,changed,true,longDescription,Part of a drug from a single-dose container that was discarded,Amount of a \
                drug from a single-dose container that was discarded and not given to any patient
                JZ,added,false,,,
                Q4236,reactivated,false,actionEffectiveDate,2020-07-01,2023-01-01
                Q4236,reactivated,false,action,N,R
                Q4257,added,false,,,
                """);
    }

    @Test
    void snapshotsAndFoldersCompareTheirNewestOrTheStatedReleases() {
        Path snapshot = folder.resolve("samples.snapshot");
        hcpcs("build", "--out", snapshot, SAMPLES);

        assertThat(hcpcs("diff", OF_2020, snapshot).out()).startsWith("2020-OCT (HCPC2020_OCT_ANWEB.txt) to 2026-JAN"
                + " (HCPC2026_JAN_ANWEB.txt)\nKnown before: 2012-JAN\n");
        String stated = hcpcs("diff", snapshot, SAMPLES, "--from", "2020-oct", "--to", "2023-JAN").out();
        assertThat(stated).startsWith("2020-OCT (HCPC2020_OCT_ANWEB.txt) to 2023-JAN (HCPC2023_JAN_ANWEB.txt)\nKnown before:"
                + " 2012-JAN\n");
    }

    @Test
    void outWritesAFile() throws IOException {
        Path out = folder.resolve("changes.csv");
        CommandLineRun run = hcpcs("diff", OF_2020, OF_2023, "--format", "csv", "--out", out);

        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(Files.readString(out)).isEqualTo(hcpcs("diff", OF_2020, OF_2023, "--format", "csv").out());
    }

    @Test
    void mistakesAreExplained() throws IOException {
        Path snapshot = folder.resolve("samples.snapshot");
        hcpcs("build", "--out", snapshot, SAMPLES);
        byte[] bytes = Files.readAllBytes(snapshot);

        assertRefused("the newer release, 2026-JAN (HCPC2026_JAN_ANWEB.txt), is not later than the older one, 2026-JAN"
                + " (HCPC2026_JAN_ANWEB.txt)", snapshot, snapshot);
        assertRefused("the newer release, 2020-OCT (HCPC2020_OCT_ANWEB.txt), is not later than the older one, 2023-JAN", OF_2023,
                OF_2020);
        assertRefused("samples.snapshot: no release of 2015-JAN is loaded; loaded are [2012-JAN, 2020-OCT, 2023-JAN, 2026-JAN]",
                snapshot, snapshot, "--from", "2015-JAN");
        assertRefused("'2015' is not a quarter", snapshot, snapshot, "--from", "2015");
        assertRefused("is an input; name another file with --out", OF_2012, snapshot, "--out", snapshot);
        Path report = Files.writeString(folder.resolve("report.txt"), "A report");
        assertRefused("report.txt is an input; name another file with --out", OF_2012, snapshot, "--transaction-report", report,
                "--out", report);
        assertRefused("is in the folder " + folder + ", which is an input; name a file elsewhere with --html", folder, snapshot,
                "--html", folder.resolve("review.html"));
        assertRefused("is no transaction report: it has no header row", OF_2012, OF_2020, "--transaction-report", OF_2020);
        assertRefused("nowhere.txt does not exist", OF_2012, OF_2020, "--transaction-report", folder.resolve("nowhere.txt"));
        assertRefused("Missing required parameter: 'NEW'", OF_2012);
        assertThat(snapshot).hasBinaryContent(bytes);
    }

    private static void assertRefused(String message, Object... arguments) {
        Object[] line = new Object[arguments.length + 1];
        line[0] = "diff";
        System.arraycopy(arguments, 0, line, 1, arguments.length);
        CommandLineRun run = hcpcs(line);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(message).doesNotContain("Exception", "internal error");
    }

    /** The sample of January 2026 with one text replaced by another of the same length. */
    private Path release(String name, String text, String by) throws IOException {
        return Files.writeString(folder.resolve(name),
                Files.readString(SAMPLES.resolve("HCPC2026_JAN_ANWEB.txt")).replace(text, by));
    }
}
