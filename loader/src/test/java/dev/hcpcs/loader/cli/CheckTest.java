package dev.hcpcs.loader.cli;

import static dev.hcpcs.loader.cli.CommandLineRun.hcpcs;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {

    private static final String APPENDED = "status,evidence,effective_from,basis,short_description,pricing_indicators,"
            + "multiple_pricing,coverage,betos,type_of_service,asc_group,added,action_effective,terminated,action_code";
    private static final String BLANK = ",,,,,,,,,,,,,,";

    @TempDir
    private Path folder;

    @Test
    void keepsTheColumnsAndAppendsTheAnswer() throws IOException {
        assertThat(check("claim,code,date,note", "1,Q4257,2026-02-01,\"a, b\"")).containsExactly(
                "claim,code,date,note," + APPENDED,
                "1,Q4257,2026-02-01,\"a, b\",ACTIVE,CONFIRMED,2026-01-01,STATED,\"Release, per sq cm\",11,A,C,O1E,1,YY,"
                        + "2022-04-01,2026-01-01,,N");
    }

    @Test
    void listsAreJoinedByOneBlank() throws IOException {
        assertThat(check("code,date", "J3490,20240101")).last().asString().contains(",O1E,1 P,");
    }

    @Test
    void lettersOfAnyCaseBlanksAndModifiers() throws IOException {
        assertThat(check("code,date", " q9957 , 2024-01-01 ", "jz,20240101", "   JW,2024-01-01"))
                .allMatch(line -> line.contains("ACTIVE") || line.startsWith("code"));
    }

    @Test
    void noLineIsLost() throws IOException {
        assertThat(check("code,date", "Q9999,2024-01-01", "99213,2024-01-01", "D0120,2024-01-01", "25,2024-01-01",
                "Q99,2024-01-01", ",2024-01-01", "Q9957,2024-02-30", "Q9957,", "Q9957", "", "nonsense,nonsense"))
                .containsExactly("code,date," + APPENDED,
                        "Q9999,2024-01-01,UNKNOWN_CODE" + BLANK,
                        "99213,2024-01-01,NOT_LEVEL_II" + BLANK,
                        "D0120,2024-01-01,NOT_LEVEL_II" + BLANK,
                        "25,2024-01-01,NOT_LEVEL_II" + BLANK,
                        "Q99,2024-01-01,INVALID_CODE" + BLANK,
                        // CSV marks an empty first value by quotes.
                        "\"\",2024-01-01,INVALID_CODE" + BLANK,
                        "Q9957,2024-02-30,INVALID_DATE" + BLANK,
                        "Q9957,,INVALID_DATE" + BLANK,
                        "Q9957,,INVALID_DATE" + BLANK,
                        "\"\",,INVALID_CODE" + BLANK,
                        "nonsense,nonsense,INVALID_CODE" + BLANK);
    }

    @Test
    void columnsByNameInAnyCase() throws IOException {
        Path claims = write("DOS,hcpcs", "2024-01-01,Q9957");
        assertThat(hcpcs("check", claims, "--out", answers(), "--code", "HCPCS", "--date", "dos").exit()).isZero();
        assertThat(Files.readAllLines(answers())).last().asString().startsWith("2024-01-01,Q9957,ACTIVE");
    }

    @Test
    void byteOrderMarkAndBytesBeyondAscii() throws IOException {
        assertThat(check("\ufeffcode,date,name", "Q9957,2024-01-01,Müller")).last().asString()
                .startsWith("Q9957,2024-01-01,Müller,ACTIVE");
    }

    @Test
    void refusesWhatItWouldGetWrongAndLeavesNoFile() throws IOException {
        assertRefused("has no column 'code'; it has hcpcs, date; --code names the column", "hcpcs,date", "Q9957,2024-01-01");
        assertRefused("it has code;date; its values must be separated by commas", "code;date", "Q9957;2024-01-01");
        assertRefused("has more than one column 'code'", "code,date,CODE", "Q9957,2024-01-01,x");
        assertRefused("is empty: it needs a header row");
        assertRefused("is no readable CSV behind line 2, where a quote is misplaced or not closed", "code,date",
                "Q9957,2024-01-01", "\"Q9957,2024-01-01");
    }

    @Test
    void refusesOtherEncodings() throws IOException {
        Path claims = Files.writeString(folder.resolve("claims.csv"), "code,date,name\nQ9957,2024-01-01,Müller\n",
                Charset.forName("windows-1252"));
        assertThat(hcpcs("check", claims, "--out", answers()).err()).contains("is no CSV in UTF-8");
        assertThat(answers()).doesNotExist();
    }

    @Test
    void lineLongerThanTheHeaderIsAnsweredAndKept() throws IOException {
        Path claims = write("code,date", "Q9957,2024-01-01,more", "Q9999,2024-01-01,");
        CommandLineRun run = hcpcs("check", claims, "--out", answers());

        assertThat(Files.readAllLines(answers()).get(1)).startsWith("Q9957,2024-01-01,ACTIVE,").endsWith(",N,more");
        assertThat(Files.readAllLines(answers()).get(2)).isEqualTo("Q9999,2024-01-01,UNKNOWN_CODE" + BLANK + ",");
        assertThat(run.err()).contains("line 2 is the first with more values than the header, 3 instead of 2");
    }

    @Test
    void remarksDatesThatAreNoneAndColumnsThatRepeat() throws IOException {
        Path claims = write("code,date,status", "Q9957,2024-01-01,paid", "Q9957,03/01/2024,paid",
                "Q9957,04/01/2024,paid");
        assertThat(hcpcs("check", claims, "--out", answers()).err()).contains(
                "line 3 is the first without a valid date (YYYY-MM-DD or YYYYMMDD): '03/01/2024'",
                "claims.csv has columns that the answer has too: status; the answer's are the last ones")
                .doesNotContain("04/01/2024");
    }

    @Test
    void refusesToOverwriteItsInput() throws IOException {
        Path claims = write("code,date", "Q9957,2024-01-01");
        assertThat(hcpcs("check", claims, "--out", claims).err()).contains("is an input");
        assertThat(claims).content().startsWith("code,date\n");
    }

    @Test
    void theSnapshotIsNotOverwritten() throws IOException {
        Path claims = Files.writeString(folder.resolve("claims.csv"), "code,date\nQ4257,2024-03-01\n");
        Path snapshot = folder.resolve("hcpcs.snapshot");
        assertThat(hcpcs("build", "--out", snapshot, "../data-samples/src/main/resources/dev/hcpcs/samples").exit()).isZero();
        byte[] before = Files.readAllBytes(snapshot);

        CommandLineRun run = hcpcs("check", claims, "--out", snapshot, "--data", snapshot);

        assertThat(run).isEqualTo(new CommandLineRun(Hcpcs.UNUSABLE, "",
                "hcpcs: " + snapshot + " is an input; name another file with --out\n"));
        assertThat(snapshot).hasBinaryContent(before);
    }

    @Test
    void summaryCountsTheLines() throws IOException {
        Path claims = write("code,date", "Q9957,2024-01-01", "Q9999,2024-01-01", "Q9999,2024-01-01");
        assertThat(hcpcs("check", claims, "--out", answers()).err()).endsWith("hcpcs: 3 lines: 1 ACTIVE, 2 UNKNOWN_CODE"
                + System.lineSeparator());
    }

    private void assertRefused(String message, String... lines) throws IOException {
        CommandLineRun run = hcpcs("check", write(lines), "--out", answers());
        assertThat(run.err()).contains("claims.csv").contains(message);
        assertThat(run.exit()).isEqualTo(2);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("claims.csv"));
        }
    }

    private List<String> check(String... lines) throws IOException {
        assertThat(hcpcs("check", write(lines), "--out", answers()).exit()).isZero();
        return Files.readAllLines(answers());
    }

    private Path write(String... lines) throws IOException {
        return Files.writeString(folder.resolve("claims.csv"), lines.length == 0 ? "" : String.join("\n", lines) + "\n");
    }

    private Path answers() {
        return folder.resolve("answers.csv");
    }
}
