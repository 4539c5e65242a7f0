package dev.hcpcs.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each file in {@code bad} is named by its fault. Beside it, {@code NAME.expected} has what the loader says of it: first
 * {@code refused}, or {@code loaded} and the codes, then the messages.
 */
class BadInputTest {

    private static final Path FIXTURES = Path.of("src/test/resources/dev/hcpcs/loader/bad");

    static Stream<String> fixtures() throws IOException {
        try (Stream<Path> files = Files.list(FIXTURES)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> !name.endsWith(".expected")).sorted()
                    .toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void saysWhatIsWrongAndWhere(String fixture) throws IOException {
        assertThat(outcome(FIXTURES.resolve(fixture))).isEqualTo(Files.readString(FIXTURES.resolve(fixture + ".expected")));
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void strictLoaderRefusesEveryFault(String fixture) {
        assertThat(refusal(ReleaseLoader.strict(), FIXTURES.resolve(fixture))).isNotEmpty();
    }

    @Test
    void everyExpectationHasItsFixture() throws IOException {
        try (Stream<Path> files = Files.list(FIXTURES)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".expected"))
                    .map(name -> name.replace(".expected", ""))).containsExactlyInAnyOrderElementsOf(fixtures().toList());
        }
    }

    private static String outcome(Path file) throws IOException {
        List<Diagnostic> refusal = refusal(ReleaseLoader.lenient(), file);
        if (!refusal.isEmpty()) {
            return "refused\n" + lines(refusal);
        }
        LoadedReleases loaded = ReleaseLoader.lenient().effective(LocalDate.of(2020, 1, 1)).load(file);
        return "loaded " + loaded.releases().get(0).records().stream().map(record -> record.code().value()).toList() + "\n"
                + lines(loaded.diagnostics());
    }

    private static List<Diagnostic> refusal(ReleaseLoader loader, Path file) {
        try {
            loader.effective(LocalDate.of(2020, 1, 1)).load(file);
            return List.of();
        } catch (ReleaseException e) {
            return e.diagnostics();
        } catch (IOException e) {
            throw new AssertionError("only a ReleaseException is expected", e);
        }
    }

    private static String lines(List<Diagnostic> diagnostics) {
        return String.join("", diagnostics.stream().map(diagnostic -> diagnostic + "\n").toList());
    }
}
