package dev.hcpcs.benchmarks.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcpcs.loader.cli.Hcpcs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The {@code hcpcs} command as a process of its own. Its Parquet writer is that of Spark here. */
final class HcpcsProcess {

    private HcpcsProcess() {
    }

    /** Runs a command that has to succeed. */
    static void hcpcs(Object... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"), Hcpcs.class.getName()));
        List.of(arguments).forEach(argument -> command.add(argument.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
    }
}
