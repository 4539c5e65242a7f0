package dev.hcpcs.loader.cli;

import static dev.hcpcs.loader.cli.CommandLineRun.hcpcs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hcpcs.loader.Sha256;
import dev.hcpcs.loader.publish.EarlierSnapshot;
import dev.hcpcs.loader.publish.GeneratedRelease;
import dev.hcpcs.loader.publish.SnapshotStore;
import dev.hcpcs.lookup.HcpcsIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command in a process of its own, which is killed at many moments: the published file is always the old or the new one. */
class KilledRefreshTest {

    private static final int REFRESHES = 10;
    private static final int ROLLBACKS = 40;
    private static final long SEED = 20_240_101;

    @TempDir
    private Path folder;

    /**
     * Refreshes a snapshot with one release, then with the other, and so on until it is killed; without releases it rolls back,
     * which publishes in the same way and does little else, so that more of the kills come in the midst of that.
     */
    static final class Loop {

        private Loop() {
        }

        public static void main(String[] arguments) {
            for (int round = 0;; round++) {
                int exit = arguments.length == 1 ? run("rollback", "--snapshot", arguments[0])
                        : run("refresh", "--snapshot", arguments[0], arguments[1 + round % 2], "--accept",
                                "other-bytes,many-changed", "--keep", "3");
                if (exit != Hcpcs.DONE) {
                    System.exit(exit);
                }
            }
        }

        private static int run(String... words) {
            return Hcpcs.commandLine().execute(words);
        }
    }

    @Test
    void publishedFileIsAlwaysWhole() throws Exception {
        Path one = GeneratedRelease.write(Files.createDirectory(folder.resolve("one")), "2024_JAN", 2000, 0);
        Path other = GeneratedRelease.write(Files.createDirectory(folder.resolve("other")), "2024_JAN", 2000, 1000);
        String oneSnapshot = snapshot(one);
        String otherSnapshot = snapshot(other);
        Path published = folder.resolve("hcpcs.snapshot");
        assertThat(hcpcs("refresh", "--snapshot", published, one).exit()).isZero();
        assertThat(hcpcs("refresh", "--snapshot", published, other, "--accept", "other-bytes").exit()).isZero();
        Random random = new Random(SEED);
        int unfinished = 0;

        for (int kill = 0; kill < REFRESHES + ROLLBACKS; kill++) {
            if (kill < REFRESHES) {
                kill(random.nextInt(300), published, one, other);
            } else {
                kill(random.nextInt(100), published);
            }

            assertThat(sha256(published)).as("kill %d", kill).isIn(oneSnapshot, otherSnapshot);
            HcpcsIndex.open(published);
            for (EarlierSnapshot earlier : SnapshotStore.of(published).earlier()) {
                assertThat(sha256(earlier.path())).as("kill %d", kill).isIn(oneSnapshot, otherSnapshot);
            }
            unfinished += unfinished() > 0 ? 1 : 0;
        }
        System.out.println(REFRESHES + ROLLBACKS + " kills: " + unfinished + " left an unfinished file");

        assertThat(hcpcs("refresh", "--snapshot", published, GeneratedRelease.write(folder, "2024_APR", 2000, 0), "--accept",
                "many-changed").exit()).isZero();
        assertThat(unfinished()).isZero();
    }

    private static void kill(int afterMilliseconds, Path... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp",
                System.getProperty("java.class.path"), Loop.class.getName()));
        for (Path argument : arguments) {
            command.add(argument.toString());
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            // Once the first command has printed something, the classes are loaded, and every moment counts.
            assertThat(process.getInputStream().read()).isNotEqualTo(-1);
            assertThat(process.waitFor(afterMilliseconds, TimeUnit.MILLISECONDS)).as("it runs until it is killed").isFalse();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private String snapshot(Path release) throws IOException {
        Path file = folder.resolve("at-once");
        assertThat(hcpcs("build", "--out", file, release).exit()).isZero();
        return sha256(file);
    }

    private static String sha256(Path file) throws IOException {
        return Sha256.of(Files.readAllBytes(file));
    }

    private long unfinished() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".unfinished")).count();
        }
    }
}
