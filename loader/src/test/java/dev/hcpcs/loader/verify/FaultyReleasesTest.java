package dev.hcpcs.loader.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcpcs.loader.ReadRelease;
import dev.hcpcs.loader.ReleaseLoader;
import dev.hcpcs.loader.TransactionReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each release in {@code verify}, of January 2020, is named by its fault: its text, beside it the same release as
 * {@code .csv} and its transaction report as {@code .prn}, where it has them. {@code NAME.expected} has the verdict, the
 * findings, and the checks that could not be made.
 */
class FaultyReleasesTest {

    private static final Path FIXTURES = Path.of("src/test/resources/dev/hcpcs/loader/verify");

    static Stream<String> faults() throws IOException {
        try (Stream<Path> files = Files.list(FIXTURES)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".txt"))
                    .map(name -> name.replace(".txt", "")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void everyFaultIsFound(String fault) throws IOException {
        assertThat(outcome(verify(fault))).isEqualTo(Files.readString(FIXTURES.resolve(fault + ".expected")));
    }

    @Test
    void soundReleasePassesEveryCheck() throws IOException {
        Verification sound = verify("sound");

        assertThat(sound.isVerified()).isTrue();
        assertThat(sound.findings()).isEmpty();
        assertThat(sound.notMade()).isEmpty();
        assertThat(sound.files()).containsExactly("sound.txt", "sound.csv", "sound.prn");
        assertThat(List.of(sound.records(), sound.procedures(), sound.modifiers())).containsExactly(3, 2, 1);
    }

    private static Verification verify(String fault) throws IOException {
        List<Path> files = Stream.of(".txt", ".csv").map(ending -> FIXTURES.resolve(fault + ending)).filter(Files::exists)
                .toList();
        ReadRelease release = ReleaseLoader.strict().effective(LocalDate.of(2020, 1, 1)).read(files).releases().get(0);
        Path report = FIXTURES.resolve(fault + ".prn");
        return ReleaseVerifier.verify(release,
                Files.exists(report) ? Optional.of(TransactionReport.read(report)) : Optional.empty());
    }

    private static String outcome(Verification verification) {
        StringBuilder outcome = new StringBuilder(verification.isVerified() ? "verified\n" : "not verified\n");
        verification.findings().forEach(finding -> outcome.append(finding.severity()).append(' ').append(finding.check())
                .append(' ').append(finding).append('\n'));
        verification.notMade().forEach((check, why) -> outcome.append("not made ").append(check).append(": ").append(why)
                .append('\n'));
        return outcome.toString();
    }
}
