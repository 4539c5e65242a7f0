package dev.hcpcs.loader.cli;

import static dev.hcpcs.loader.cli.CommandLineRun.hcpcs;
import static dev.hcpcs.loader.correction.CorrectionFixtures.list;
import static dev.hcpcs.loader.correction.CorrectionFixtures.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code hcpcs corrections} on invented lists and the samples. */
class CorrectionsTest {

    private static final Path PRINT = Path.of(
            "src/test/resources/dev/hcpcs/loader/correction/HCPC2019_Corrections_ALPHA.prn");
    private static final Path SAMPLES = Path.of("../data-samples/src/main/resources/dev/hcpcs/samples");
    private static final LocalDate DAY = LocalDate.of(2023, 1, 1);

    @TempDir
    private Path folder;
    private Path corrections;

    @BeforeEach
    void writeList() throws IOException {
        corrections = list(folder.resolve("HCPC2023_JAN_Corrections.xlsx"),
                row("Q4236", "Discontinue", "01/0/12023", "", "", "", "", "", "", "Q4257"),
                row("Q4257", "Change Price to 11", DAY, "", "", 1, "", "", "11"),
                row("Q4258", "ADD CODE", DAY, "Invented, per sq cm", "Invented, per square centimeter", "9,F", "O1E", "D", "53"),
                row("JZ", "Change Cov to C", DAY, "", "", "", "", "C"),
                row("J3490", "Delete the second type of service", DAY, "", "", 1));
    }

    /** The page shows what the command prints. */
    @Test
    void text() throws IOException {
        CommandLineRun run = hcpcs("corrections", corrections, "--data", SAMPLES);

        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEqualToNormalizingNewlines("""
                hcpcs: HCPC2023_JAN_Corrections.xlsx row 5: Q4236: EFF DATE '01/0/12023' is not a date (MM/DD/YYYY), so nothing \
                is judged by it
                """);
        assertThat(run.out()).isEqualToNormalizingNewlines("""
                HCPC2023_JAN_Corrections.xlsx: 5 corrections of 2023-JAN
                Held against 2023-JAN (HCPC2023_JAN_ANWEB.txt)

                Q4236  Discontinue
                       row 5, effective 01/0/12023 (not a date): NOT CONTAINED
                  cannot be told  termination date        by 01/0/12023; it is not a date
                  not contained   cross references        Q4257; 2023-JAN has none

                Q4257  Change Price to 11
                       row 6, effective 2023-01-01: PARTLY CONTAINED, but in 2026-JAN
                  not contained   pricing indicators      11; 2023-JAN has 51
                  contained       types of service        1

                Q4258  ADD CODE
                       row 7, effective 2023-01-01: NOT CONTAINED (2023-JAN does not carry the code)
                  not contained   code                    in the release
                  not contained   added date              2023-01-01
                  not contained   short description       Invented, per sq cm
                  not contained   long description        Invented, per square centimeter
                  not contained   types of service        9,F
                  not contained   BETOS                   O1E
                  not contained   coverage                D
                  not contained   pricing indicators      53

                JZ     Change Cov to C
                       row 8, effective 2023-01-01: CONTAINED
                  contained       coverage                C

                J3490  Delete the second type of service
                       row 9, effective 2023-01-01: CANNOT BE TOLD
                  not contained   types of service        1; 2023-JAN has 1 P
                  to be read                              Delete the second type of service

                5 corrections in 1 list
                  contained             1
                  partly contained      1, 1 of them in a later loaded release
                  not contained         2
                  cannot be told        1
                """);
        assertThat(Files.readString(Path.of("docs/corrections.md"))).contains("```\n" + run.out() + "```\n");
    }

    /** No list of CMS's can be right against the samples, so they do not answer of themselves. */
    @Test
    void withoutDataNothingIsJudged() {
        CommandLineRun run = hcpcs("corrections", corrections);

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("hcpcs: give the releases, or a snapshot of them, with --data: ");
    }

    @Test
    void json() throws IOException {
        Path out = folder.resolve("corrections.json");

        CommandLineRun run = hcpcs("corrections", corrections, "--format", "json", "--out", out, "--data", SAMPLES);

        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEmpty();
        JsonNode list = JsonMapper.shared().readTree(out.toFile()).get("lists").get(0);
        assertThat(list.get("file").asString()).isEqualTo("HCPC2023_JAN_Corrections.xlsx");
        assertThat(list.get("quarter").asString()).isEqualTo("2023-JAN");
        assertThat(list.get("heldAgainst").get("name").asString()).isEqualTo("HCPC2023_JAN_ANWEB.txt");
        assertThat(list.get("counts").toString())
                .isEqualTo("{\"CONTAINED\":1,\"PARTLY\":1,\"NOT_CONTAINED\":2,\"CANNOT_BE_TOLD\":1}");
        assertThat(list.get("corrections").get(1).toString()).isEqualTo("""
                {"place":"HCPC2023_JAN_Corrections.xlsx row 6","line":6,"code":"Q4257","action":"Change Price to 11",\
                "effective":"2023-01-01","effectiveIsDate":true,"stated":{"typesOfService":"1","pricingIndicators":"11"},\
                "comments":"","outcome":"PARTLY","later":"2026-JAN","carried":true,"values":[\
                {"field":"pricingIndicators","expected":"VALUE","value":"11","verdict":"NOT_CONTAINED","has":"51","reason":"",\
                "later":"2026-JAN"},\
                {"field":"typesOfService","expected":"VALUE","value":"1","verdict":"CONTAINED","has":"1","reason":"",\
                "later":null}],"toBeRead":[]}""");
        assertThat(list.get("corrections").get(4).get("toBeRead").toString())
                .isEqualTo("[\"Delete the second type of service\"]");
        assertThat(list.get("remarks").get(0).asString()).contains("EFF DATE '01/0/12023' is not a date");
    }

    @Test
    void printSaysThatItIsCutShort() {
        CommandLineRun run = hcpcs("corrections", PRINT, "--data", SAMPLES);

        assertThat(run.exit()).isZero();
        assertThat(run.err()).contains("HCPC2019_Corrections_ALPHA.prn: is a print whose columns are cut short, so that only"
                + " code, date and the beginning of the action are told; its workbook has the rest");
        assertThat(run.out()).containsIgnoringNewLines("""
                Held against 2020-OCT (HCPC2020_OCT_ANWEB.txt), because 2019-JAN is not loaded
                """, """
                Q0901  ADD CODE...
                       line 6, effective 01/01/2019...: NOT CONTAINED (2020-OCT does not carry the code)
                  not contained   code                    in the release
                """, """
                  to be read                              Change Co...
                """);
    }

    @Test
    void quarterAfterTheLastLoadedRelease() throws IOException {
        Path later = Files.copy(corrections, folder.resolve("Corrections.xlsx"));

        CommandLineRun run = hcpcs("corrections", later, "--effective", "2027-01-01", "--data", SAMPLES);

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("Held against nothing: no release of 2027-JAN or later is loaded",
                "no release of 2027-JAN or later is loaded\n", "cannot be told        5");
    }

    @Test
    void inputThatCannotBeRead() throws IOException {
        CommandLineRun none = hcpcs("corrections", folder.resolve("absent.xlsx"), "--data", SAMPLES);
        assertThat(none.exit()).isEqualTo(2);
        assertThat(none.err()).isEqualToNormalizingNewlines("hcpcs: " + folder.resolve("absent.xlsx") + " does not exist\n");

        assertThat(hcpcs("corrections").exit()).isEqualTo(2);
        assertThat(hcpcs("corrections", corrections, "--effective", "2023-02-01", "--data", SAMPLES).err())
                .contains("2023-02-01 is not the first day of a quarter");
        assertThat(hcpcs("corrections", corrections, "--out", corrections, "--data", SAMPLES).err()).contains("is an input");
        Path release = Files.copy(SAMPLES.resolve("HCPC2020_OCT_ANWEB.txt"), folder.resolve("HCPC2020_OCT_ANWEB.txt"));
        assertThat(hcpcs("corrections", corrections, "--out", release, "--data", release).err()).contains("is an input");
        assertThat(hcpcs("corrections", SAMPLES.resolve("HCPC2023_JAN_ANWEB.txt"), "--data", SAMPLES).err())
                .contains("HCPC2023_JAN_ANWEB.txt: is no list of corrections: it has no header row");
    }
}
