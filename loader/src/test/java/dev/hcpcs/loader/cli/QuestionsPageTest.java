package dev.hcpcs.loader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page of questions shows is what happens. */
class QuestionsPageTest {

    private static final Path PAGE = Path.of("../lookup/docs/questions.md");

    @TempDir
    private Path folder;

    @Test
    void everyShownOutputIsTheCommandsOwn() throws Exception {
        Matcher shown = Pattern.compile("```\nhcpcs ([^\n]*)\n```\n\n```\n(.*?)\n```\n", Pattern.DOTALL)
                .matcher(Files.readString(PAGE));
        int run = 0;
        while (shown.find()) {
            assertThat(CommandLineRun.hcpcs((Object[]) shown.group(1).split(" ")).out().stripTrailing()).as(shown.group(1))
                    .isEqualToNormalizingNewlines(shown.group(2));
            run++;
        }
        assertThat(run).isEqualTo(4);
    }

    @Test
    void theJavaExamplePrintsWhatItSays() throws Exception {
        Matcher example = Pattern.compile("```java\n(.*?)```\n\nprints\n\n```\n(.*?)```\n", Pattern.DOTALL)
                .matcher(Files.readString(PAGE));
        assertThat(example.find()).isTrue();
        Path source = Files.writeString(folder.resolve("Questions.java"), example.group(1));
        String classPath = System.getProperty("java.class.path");
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, "-cp", classPath, source.toString())).isZero();
        assertThat(CommandLineRun.hcpcs("build", "--out", folder.resolve("samples.snapshot"),
                "../data-samples/src/main/resources/dev/hcpcs/samples").exit()).isZero();

        Process program = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                classPath + File.pathSeparator + folder, "Questions").directory(folder.toFile()).redirectErrorStream(true).start();
        assertThat(new String(program.getInputStream().readAllBytes())).isEqualToNormalizingNewlines(example.group(2));
        assertThat(program.waitFor()).isZero();
    }
}
