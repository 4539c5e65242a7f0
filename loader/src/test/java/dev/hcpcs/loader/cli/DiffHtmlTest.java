package dev.hcpcs.loader.cli;

import static dev.hcpcs.loader.change.SmallReleases.changes;
import static dev.hcpcs.loader.change.SmallReleases.code;
import static dev.hcpcs.loader.change.SmallReleases.release;
import static dev.hcpcs.loader.cli.CommandLineRun.hcpcs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hcpcs.loader.change.ReleaseChanges;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page of {@code hcpcs diff --html} as a file; {@link ReviewPageTest} opens it. */
class DiffHtmlTest {

    private static final Path SAMPLES = Path.of("../data-samples/src/main/resources/dev/hcpcs/samples");
    private static final Path OF_2020 = SAMPLES.resolve("HCPC2020_OCT_ANWEB.txt");
    private static final Path OF_2023 = SAMPLES.resolve("HCPC2023_JAN_ANWEB.txt");

    @TempDir
    private Path folder;

    @Test
    void pageIsWrittenBesidesTheOrdinaryOutput() throws IOException {
        Path page = folder.resolve("review.html");
        Path json = folder.resolve("changes.json");

        CommandLineRun run = hcpcs("diff", OF_2020, OF_2023, "--html", page);
        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo(hcpcs("diff", OF_2020, OF_2023).out());
        String first = Files.readString(page);
        assertThat(first).startsWith("<!DOCTYPE html>\n<html lang=\"en\">").endsWith("</html>\n").doesNotContain("{{");

        assertThat(hcpcs("diff", OF_2020, OF_2023, "--format", "json", "--out", json, "--html", page).out()).isEmpty();
        assertThat(json).isNotEmptyFile();
        assertThat(page).as("the same releases give the same bytes").hasContent(first);
    }

    @Test
    void pageThatCannotBeWrittenIsRefusedBeforehand() throws IOException {
        Path copy = Files.copy(OF_2023, folder.resolve(OF_2023.getFileName()));

        assertRefused("does not exist", "--html", folder.resolve("nowhere/review.html"));
        assertRefused("both name", "--html", folder.resolve("a.html"), "--out", folder.resolve("./a.html"));
        CommandLineRun overInput = hcpcs("diff", OF_2020, copy, "--html", copy);
        assertThat(overInput.exit()).isEqualTo(2);
        assertThat(overInput.err()).contains("is an input; name another file with --html");
        assertThat(copy).hasSameBinaryContentAs(OF_2023);
        assertThat(folder.resolve("a.html")).doesNotExist();
    }

    @Test
    void policyAllowsTheEmbeddedStyleAndScriptAndNothingElse() throws Exception {
        String page = DiffHtml.write(changes(release("2020-JAN"), release("2020-APR", code("A1234"))), Optional.empty());

        assertThat(page).contains("default-src 'none'", "style-src '" + hash(between(page, "<style>", "</style>")) + "'",
                "script-src '" + hash(between(page, "</script>\n<script>", "</script>")) + "'");
        assertThat(page).doesNotContain("unsafe-").doesNotContainPattern("(?:src|href)=\"(?!#)");
    }

    @Test
    void textsCannotEndTheElementThatHoldsThem() throws IOException {
        String hostile = "</script><img src=x onerror=alert(1)><!-- {{data}} $1 \\";
        ReleaseChanges changes = changes(release("2020-JAN", code("A1234").says("before")),
                release("2020-APR", code("A1234").says(hostile)));

        String page = DiffHtml.write(changes, Optional.empty());

        assertThat(page).doesNotContain("<img", "<!-- {{");
        assertThat(data(page).at("/changes/0/record/longDescription").asString()).isEqualTo(hostile);
    }

    @Test
    void dataMarksWordsAndExplainsCodesAndTellsTheHistory() throws IOException {
        Path page = folder.resolve("review.html");
        hcpcs("diff", OF_2020, SAMPLES.resolve("HCPC2026_JAN_ANWEB.txt"), "--html", page);
        JsonNode ofModifier = null;
        JsonNode data = data(Files.readString(page));
        for (JsonNode change : data.get("changes")) {
            ofModifier = change.get("code").asString().equals("JW") ? change : ofModifier;
        }

        assertThat(ofModifier.at("/fields/0/old")).hasToString("[{\"text\":\"Part\",\"changed\":true},"
                + "{\"text\":\" of a drug from a single-dose container that was discarded\",\"changed\":false}]");
        assertThat(ofModifier.at("/recordOf").asString()).isEqualTo("2026-JAN");
        assertThat(ofModifier.at("/history/versions")).hasSize(2);
        assertThat(ofModifier.at("/history/versions/1/fields/0/field").asString()).isEqualTo("longDescription");
        assertThat(ofModifier.at("/history/releases")).hasToString("[\"2020-OCT\",\"2026-JAN\"]");
        assertThat(data.at("/fields/coverage/title").asString()).isEqualTo("coverage");
        assertThat(data.at("/fields/coverage/labels/C").asString()).isEqualTo("Carrier judgment");
    }

    private void assertRefused(String message, Object... options) {
        Object[] line = new Object[3 + options.length];
        line[0] = "diff";
        line[1] = OF_2020;
        line[2] = OF_2023;
        System.arraycopy(options, 0, line, 3, options.length);
        CommandLineRun run = hcpcs(line);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(message).doesNotContain("Exception", "internal error");
    }

    private static JsonNode data(String page) {
        return JsonMapper.shared().readTree(between(page, "<script type=\"application/json\" id=\"data\">", "</script>"));
    }

    private static String between(String page, String before, String after) {
        Matcher text = Pattern.compile(Pattern.quote(before) + "(.*?)" + Pattern.quote(after), Pattern.DOTALL).matcher(page);
        assertThat(text.find()).isTrue();
        return text.group(1);
    }

    private static String hash(String text) throws Exception {
        return "sha256-" + Base64.getEncoder().encodeToString(
                MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
