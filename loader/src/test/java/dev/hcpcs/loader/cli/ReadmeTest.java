package dev.hcpcs.loader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is what happens. */
class ReadmeTest {

    private static final Path README = Path.of("../README.md");
    private static final String PROGRAM = "java -jar loader/target/hcpcs.jar ";

    @TempDir
    private Path folder;

    @Test
    void everyShownOutputIsTheCommandsOwn() throws IOException {
        Matcher shown = Pattern.compile("```\n(?:mvn [^\n]*&& )?" + PROGRAM + "([^\n]*)\n```\n\n```\n(.*?)\n```\n", Pattern.DOTALL)
                .matcher(Files.readString(README));
        List<String> commands = new ArrayList<>();
        while (shown.find()) {
            commands.add(shown.group(1));
            assertThat(CommandLineRun.hcpcs((Object[]) shown.group(1).split(" ")).out().stripTrailing())
                    .isEqualToNormalizingNewlines(shown.group(2));
        }
        assertThat(commands).hasSize(3);
    }

    @Test
    void everyCommandOnTheSamplesRuns() throws IOException {
        Matcher command = Pattern.compile(PROGRAM + "([^`\n]*)").matcher(Files.readString(README));
        int run = 0;
        while (command.find()) {
            if (!command.group(1).contains("path/to") && !command.group(1).contains("hcpcs.snapshot")) {
                String arguments = command.group(1).replace("data-samples/", "../data-samples/")
                        .replace("samples.snapshot", folder.resolve("samples.snapshot").toString())
                        .replace("answers.csv", folder.resolve("answers.csv").toString());
                assertThat(CommandLineRun.hcpcs((Object[]) arguments.split(" ")).exit()).as(arguments).isZero();
                run++;
            }
        }
        assertThat(run).isEqualTo(7);
    }

    @Test
    void javaExamplesCompileAndPrintWhatItSays() throws Exception {
        String readme = Files.readString(README);
        assertThat(readme).contains("it prints `" + ShownProgram.printed(readme, "Example", folder) + "`");
        assertThat(ShownProgram.printed(readme, "FreshExample", folder)).isEqualTo("ACTIVE");
    }
}
