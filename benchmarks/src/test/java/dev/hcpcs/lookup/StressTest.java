package dev.hcpcs.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jcstress.Main;

/**
 * Runs the jcstress tests {@code …Stress} in a process of their own, briefly; {@code -Dstress="-m default"} or other options of
 * jcstress run them longer. They are in the package of what they test, because only there a look at the file can be had without
 * waiting for it.
 */
class StressTest {

    private static final String SHORT = "-f 1 -iters 1 -time 300 -sc false -jvmArgs -XX:+UseParallelGC";
    /** States are large: an index has a table of 1 MB. */
    private static final String ALWAYS = "-strideSize 16 -strideCount 4 -hs 512";

    private static final int TESTS = 11;

    @TempDir
    private Path folder;

    @Test
    void noOutcomeIsForbidden() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"), Main.class.getName(), "-r", folder.toString()));
        Collections.addAll(command, (ALWAYS + " " + System.getProperty("stress", SHORT)).split(" "));
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(printed).isZero();
        String results = printed.substring(printed.indexOf("RUN RESULTS"));
        System.out.println(results.strip());
        assertThat(results).contains("Failed tests: No matches.", "Error tests: No matches.", "All remaining tests: " + TESTS);
    }
}
