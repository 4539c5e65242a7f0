package dev.hcpcs.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseExceptionTest {

    @ParameterizedTest
    @CsvSource({"1, ''", "10, ''", "11, '\n... and 1 more'", "25, '\n... and 15 more'"})
    void ofManyDiagnosticsTheFirstTenAreShown(int count, String more) {
        ReleaseException refused = new ReleaseException(IntStream.rangeClosed(1, count)
                .mapToObj(line -> new Diagnostic(Diagnostic.Severity.ERROR, "a.txt", line, "a.txt line " + line, "", "", "", "wrong"))
                .toList());

        assertThat(refused.diagnostics()).hasSize(count);
        assertThat(refused.getMessage().lines().limit(10)).hasSize(Math.min(count, 10)).allMatch(line -> line.endsWith(": wrong"));
        assertThat(refused).hasMessageStartingWith("a.txt line 1: wrong");
        assertThat(refused.getMessage()).endsWith(": wrong" + more);
    }
}
