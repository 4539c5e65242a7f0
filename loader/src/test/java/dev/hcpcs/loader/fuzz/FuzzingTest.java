package dev.hcpcs.loader.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Fuzzes every reader: with 300 inputs each, or for as many seconds as {@code -Dfuzz.seconds} says. Jazzer can fuzz one method in
 * a process, so each runs in one of its own, with a heap of {@value #MEGABYTES} MB.
 *
 * <p>The inputs it finds are kept in {@code target/fuzz} for the next run.
 */
class FuzzingTest {

    private static final int SECONDS = Integer.getInteger("fuzz.seconds", 5);
    /** A short run tries as many and the same inputs each time, so that it fails for a change and not by chance. */
    private static final List<String> SHORT =
            System.getProperty("fuzz.seconds") == null ? List.of("-seed=1", "-runs=300") : List.of();
    private static final int MEGABYTES = 256;
    /** One input that takes longer is a finding. */
    private static final int SECONDS_OF_INPUT = 10;
    /** Linux takes the most memory of the process that starts another for its own too, and this one may have gigabytes. */
    private static final String NO_OTHER_LIMIT = "-rss_limit_mb=0";
    /** To start, under load. */
    private static final int SECONDS_TO_START = 300;
    private static final String JAZZER = "com.code_intelligence.jazzer.Jazzer";
    private static final Path FOLDER = Path.of("target/fuzz").toAbsolutePath();
    /** Jazzer looks at all jars it can see before it starts, so it sees no more than readers need. */
    private static final Pattern NEEDED = Pattern.compile("classes$|/(jazzer|junit|opentest4j|apiguardian|assertj|byte-buddy|poi"
            + "|xmlbeans|commons-|log4j-api|SparseBitSet|curvesapi|jspecify|caffeine|hcpcs-)[^/]*$");
    /** Looks into every regular expression at work, the JDK's own among them, for little. */
    private static final String SLOW = "com.code_intelligence.jazzer.sanitizers.RegexRoadblocks";
    /** Platforms that Jazzer has a native library for. */
    private static final Pattern PLATFORM = Pattern.compile("linux (amd64|aarch64)|mac os x (x86_64|aarch64)|windows.* amd64");
    private static final String TEMPORARY = "tmp";
    /** What Jazzer leaves itself, findings of earlier runs among it. */
    private static final Pattern ITS_OWN =
            Pattern.compile(TEMPORARY + ".*|output\\.txt|\\.cifuzz-corpus|(crash|timeout|oom|slow-unit)-.*|Crash_.*");
    private static final Pattern RUNS = Pattern.compile("Done (\\d+) runs in (\\d+) second");

    static Stream<Arguments> targets() {
        return Stream.of(ReleaseFuzzTest.class, CompanionFuzzTest.class, SnapshotFuzzTest.class)
                .flatMap(tests -> Arrays.stream(tests.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(FuzzTest.class))
                .sorted(Comparator.comparing(method -> method.getDeclaringClass().getName() + method.getName()))
                .map(method -> Arguments.of(method.getDeclaringClass().getSimpleName() + " " + method.getName(), method));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("targets")
    void bearsWhateverItIsGiven(String name, Method target) throws IOException, InterruptedException {
        assumeFuzzing();
        Path folder = Files.createDirectories(FOLDER.resolve(name.replace(' ', '/')));
        Path temporary = Files.createTempDirectory(folder, TEMPORARY);
        Path output = folder.resolve("output.txt");
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + MEGABYTES + "m", "-XX:MaxDirectMemorySize=" + MEGABYTES + "m", "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC", "-Djava.io.tmpdir=" + temporary, "-cp", classPath(), JAZZER,
                "--target_class=" + target.getDeclaringClass().getName(),
                "--target_method=" + target.getName(), "--instrument=dev.hcpcs.**", "--disabled_hooks=" + SLOW,
                "-max_total_time=" + SECONDS, "-timeout=" + SECONDS_OF_INPUT, NO_OTHER_LIMIT));
        command.addAll(SHORT);
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile()).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        try {
            assertThat(process.waitFor(SECONDS + SECONDS_OF_INPUT + SECONDS_TO_START, TimeUnit.SECONDS)).as("ends").isTrue();
        } finally {
            process.destroyForcibly().waitFor();
        }
        String said = Files.readString(output, StandardCharsets.ISO_8859_1);
        assertThat(process.exitValue()).as(() -> name + ": " + finding(said) + "; all of it in " + output).isZero();
        Matcher runs = RUNS.matcher(said);
        assertThat(runs.find()).as("says how many inputs it tried, in " + output).isTrue();
        assertThat(said).as("Jazzer sees what the reader does").contains("Instrumented dev.hcpcs.").contains("INITED cov:");
        assertThat(names(temporary)).as("left behind").isEmpty();
        Files.delete(temporary);
        assertThat(names(folder)).as("written").allMatch(file -> ITS_OWN.matcher(file).matches());
        System.out.printf(Locale.ROOT, "Fuzzed %s: %,d inputs in %s s%n", name, Integer.parseInt(runs.group(1)), runs.group(2));
    }

    private static void assumeFuzzing() {
        String platform = (System.getProperty("os.name") + " " + System.getProperty("os.arch")).toLowerCase(Locale.ROOT);
        boolean supported = PLATFORM.matcher(platform).matches();
        if (!supported) {
            System.out.println("SKIPPED: fuzzing, because Jazzer does not run on " + platform);
        }
        assumeTrue(supported, "Jazzer does not run on " + platform);
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator)))
                .filter(entry -> NEEDED.matcher(entry.replace('\\', '/')).find()).collect(Collectors.joining(File.pathSeparator));
    }

    /** The exception, and the file with the input that led to it. */
    private static String finding(String said) {
        return said.lines().dropWhile(line -> !line.startsWith("== ") && !line.contains("ERROR")).limit(20)
                .collect(Collectors.joining("\n")) + "\n"
                + said.lines().filter(line -> line.contains("Test unit written to")).collect(Collectors.joining("\n"));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
