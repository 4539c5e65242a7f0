package dev.hcpcs.loader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** A program that a page shows, compiled and run where the samples' snapshot lies, as a reader would. */
final class ShownProgram {

    private ShownProgram() {
    }

    /**
     * What a program prints, without blanks around it.
     *
     * @param page   holds the program in a block of its own
     * @param name   of its public class
     * @param folder where it is compiled and run
     */
    static String printed(String page, String name, Path folder) throws Exception {
        Matcher example = Pattern.compile("```java\n([^`]*public class " + name + " .*?)```", Pattern.DOTALL).matcher(page);
        assertThat(example.find()).as(name).isTrue();
        Path source = Files.writeString(folder.resolve(name + ".java"), example.group(1));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        assertThat(compiler.run(null, null, null, "-cp", System.getProperty("java.class.path"), source.toString())).isZero();
        assertThat(CommandLineRun.hcpcs("build", "--out", folder.resolve("samples.snapshot"),
                "../data-samples/src/main/resources/dev/hcpcs/samples").exit()).isZero();

        Process program = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path") + File.pathSeparator + folder, name)
                .directory(folder.toFile()).redirectErrorStream(true).start();
        String printed = new String(program.getInputStream().readAllBytes()).strip();

        assertThat(program.waitFor()).as(printed).isZero();
        return printed;
    }
}
