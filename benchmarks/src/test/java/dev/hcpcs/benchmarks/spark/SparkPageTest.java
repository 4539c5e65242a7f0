package dev.hcpcs.benchmarks.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code lookup/docs/spark.md} shows is what is compiled and run. */
class SparkPageTest {

    private static final Path PAGE = Path.of("../lookup/docs/spark.md");
    private static final Path SOURCES = Path.of("src/main/java/dev/hcpcs/benchmarks/spark");

    @Test
    void everyProgramIsInTheSources() throws IOException {
        List<String> sources;
        try (Stream<Path> files = Files.list(SOURCES)) {
            sources = files.map(SparkPageTest::read).toList();
        }
        Matcher block = Pattern.compile("(?s)```(?:java|sql)\n(.*?)```").matcher(read(PAGE));
        int programs = 0;
        while (block.find()) {
            String program = block.group(1);
            assertThat(sources).as(program).anyMatch(source -> withoutIndent(source).contains(withoutIndent(program))
                    || withoutIndent(source.translateEscapes()).contains(withoutIndent(program)));
            programs++;
        }
        assertThat(programs).isEqualTo(4);
    }

    @Test
    void theOptionsAreThoseOfTheBuild() {
        Matcher build = Pattern.compile("(?s)<spark.options>(.*?)</spark.options>").matcher(read(Path.of("pom.xml")));
        assertThat(build.find()).isTrue();
        assertThat(withoutIndent(read(PAGE))).contains("```\n" + withoutIndent(build.group(1)) + "\n```");
    }

    private static String withoutIndent(String text) {
        return text.replaceAll("(?m)^ +", "").strip();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
