package dev.hcpcs.loader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The failures that no command is easily brought to. */
class FailuresTest {

    private final StringWriter printed = new StringWriter();

    private int handle(Exception failure) {
        CommandLine command = Hcpcs.commandLine().setErr(new PrintWriter(printed, true));
        return new Failures().handleExecutionException(failure, command, null);
    }

    @Test
    void aFailureWithoutAMessageIsNamed() {
        assertThat(handle(new IOException())).isEqualTo(Hcpcs.UNUSABLE);
        assertThat(printed).hasToString("hcpcs: java.io.IOException" + System.lineSeparator());
    }

    @Test
    void aFaultOfTheProgramIsToBeReported() {
        assertThat(handle(new IllegalStateException("x"))).isEqualTo(Hcpcs.UNUSABLE);
        assertThat(printed).hasToString("hcpcs: internal error, please report it: java.lang.IllegalStateException: x"
                + System.lineSeparator());
    }

    @Test
    void filesAreNamed() {
        handle(new NoSuchFileException("a.txt"));
        handle(new AccessDeniedException("b.txt"));
        assertThat(printed.toString().lines()).containsExactly("hcpcs: a.txt does not exist",
                "hcpcs: b.txt may not be read or written");
    }

    @Test
    void whoeverReadsTheOutputHasReadEnough() {
        assertThat(handle(new IOException("Broken pipe"))).isEqualTo(Hcpcs.UNUSABLE);
        assertThat(printed.toString()).isEmpty();
    }
}
