package dev.hcpcs.loader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcpcs.loader.RealReleases;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code hcpcs check} gives the answers recorded for real releases, every one of them. */
class ExpectedAnswersTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void onlyWithRealReleases() {
        RealReleases.assumePresent();
    }

    @Test
    void everyRecordedAnswerComesOutRight() throws IOException {
        List<String> expected = expectedAnswers();
        Path claims = Files.write(folder.resolve("claims.csv"),
                expected.stream().map(line -> line.substring(0, line.indexOf(',', line.indexOf(',') + 1))).toList());
        Path snapshot = folder.resolve("eight.snapshot");
        List<Object> build = new ArrayList<>(List.of("build", "--out", snapshot));
        build.addAll(RealReleases.eight());

        assertThat(CommandLineRun.hcpcs(build.toArray()).exit()).isZero();
        Path answers = folder.resolve("answers.csv");
        CommandLineRun check = CommandLineRun.hcpcs("check", claims, "--out", answers, "--data", snapshot);

        assertThat(check.exit()).isZero();
        assertThat(expected).hasSize(17_815 + 1);
        assertThat(Files.readAllLines(answers)).containsExactlyElementsOf(expected);
    }

    private static List<String> expectedAnswers() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(RealReleases.expectedAnswers())), StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        }
    }
}
