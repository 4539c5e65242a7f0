package dev.hcpcs.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code hcpcs build} as a process with little memory, which ends with its one message and not with that of Java. */
final class SmallProcess {

    /** Of the tests that start one; no fault that is put into this process is in that one. */
    static final String TAG = "process";

    private SmallProcess() {
    }

    /** Expects that releases are refused, and returns the one line that says why. */
    static String refusal(int megabytes, Path... releases) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("hostile");
        Path err = folder.resolve("err");
        Path snapshot = folder.resolve("snapshot");
        List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(),
                // As the manifest of the executable has it, without which Java 24 and later warn of it.
                "--enable-native-access=ALL-UNNAMED", "-Xmx" + megabytes + "m", "-cp", System.getProperty("java.class.path"),
                "dev.hcpcs.loader.cli.Hcpcs", "build", "--out", snapshot.toString()));
        for (Path release : releases) {
            command.add(release.toString());
        }
        Process process = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(err.toFile()).start();
        try {
            assertThat(process.waitFor(100, TimeUnit.SECONDS)).as("ends").isTrue();
            String said = Files.readString(err, StandardCharsets.UTF_8);
            assertThat(process.exitValue()).as(said).isEqualTo(2);
            assertThat(snapshot).doesNotExist();
            assertThat(said.lines()).as(said).hasSize(1);
            assertThat(said).startsWith("hcpcs: ").doesNotContain("internal error");
            return said;
        } finally {
            process.destroyForcibly();
            Files.deleteIfExists(err);
            Files.deleteIfExists(snapshot);
            Files.delete(folder);
        }
    }
}
