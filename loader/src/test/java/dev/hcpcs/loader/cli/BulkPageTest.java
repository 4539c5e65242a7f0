package dev.hcpcs.loader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code lookup/docs/bulk.md} shows is what happens. */
class BulkPageTest {

    private static final Path PAGE = Path.of("../lookup/docs/bulk.md");

    @TempDir
    private Path folder;

    @Test
    void everyProgramPrintsWhatIsShownBelowIt() throws Exception {
        String page = Files.readString(PAGE);
        Matcher shown = Pattern.compile("(?ms)^public class (\\w+) [^`]*^```$[^`]*^```$\n(.*?)^```$").matcher(page);
        int programs = 0;
        while (shown.find()) {
            assertThat(ShownProgram.printed(page, shown.group(1), folder)).isEqualToNormalizingNewlines(shown.group(2).strip());
            programs++;
        }
        assertThat(page.split("```java", -1)).hasSize(programs + 1).hasSize(4);
    }

    @Test
    void theCommandRuns() throws IOException {
        Matcher command = Pattern.compile("(?m)^hcpcs (check .*)$").matcher(Files.readString(PAGE));
        assertThat(command.find()).isTrue();
        Path answers = folder.resolve("answers.csv");
        Path snapshot = folder.resolve("samples.snapshot");
        CommandLineRun.hcpcs("build", "--out", snapshot, "../data-samples/src/main/resources/dev/hcpcs/samples");

        String arguments = command.group(1).replace("data-samples/", "../data-samples/")
                .replace("answers.csv", answers.toString()).replace("samples.snapshot", snapshot.toString());
        assertThat(CommandLineRun.hcpcs((Object[]) arguments.split(" ")).exit()).as(arguments).isZero();
        assertThat(answers).exists();
    }
}
