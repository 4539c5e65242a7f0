package dev.hcpcs.lookup;

import static dev.hcpcs.lookup.States.rename;
import static dev.hcpcs.lookup.States.snapshot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long what cannot be used may stay as it is, by a clock that is moved by hand. */
class SnapshotFileTest {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration INTERVAL = Duration.ofMinutes(1);

    @TempDir
    private Path folder;
    private Path path;
    private SnapshotFile file;
    private long now = Long.MAX_VALUE - 1_000_000;

    @BeforeEach
    void openStateOne() throws IOException {
        path = Files.write(folder.resolve("hcpcs.snapshot"), snapshot(1));
        file = new SnapshotFile(path, PATIENCE, () -> now);
        file.open();
    }

    private void wait(Duration time) {
        now += time.toNanos();
    }

    private void assertPatient() throws IOException {
        assertThat(file.look()).isEmpty();
        assertThat(file.untilNextLook(INTERVAL)).isEqualTo(PATIENCE);
    }

    private void assertRefuses(String reason) throws IOException {
        assertThatThrownBy(file::look).isInstanceOf(SnapshotException.class).hasMessageContaining(reason);
        assertThat(file.look()).as("refused once").isEmpty();
        assertThat(file.untilNextLook(INTERVAL)).isEqualTo(INTERVAL);
    }

    @Test
    void whatStaysBadIsRefusedWhenItsTimeIsOver() throws IOException {
        rename(States.Fault.TRUNCATED.of(snapshot(2)), path);

        assertPatient();
        wait(PATIENCE.minusNanos(1));
        assertPatient();
        wait(Duration.ofNanos(1));
        assertRefuses("is cut short");
    }

    @Test
    void whatChangesAndStaysBadHasItsTimeAnew() throws IOException {
        rename(States.Fault.TRUNCATED.of(snapshot(2)), path);
        assertPatient();
        wait(PATIENCE.minusNanos(1));
        rename(States.Fault.FLIPPED.of(snapshot(3)), path);
        assertPatient();
        wait(PATIENCE.minusNanos(1));
        assertPatient();
        wait(Duration.ofNanos(1));
        assertRefuses("its checksum does not match");
    }

    @Test
    void whatIsAsItWasBeforeIsNoLongerUnderSuspicion() throws IOException {
        Path away = Files.move(path, folder.resolve("away"));
        assertPatient();
        Files.move(away, path);
        assertThat(file.look()).isEmpty();
        assertThat(file.untilNextLook(INTERVAL)).isEqualTo(INTERVAL);
        Files.move(path, away);
        wait(PATIENCE);
        assertPatient();
    }

    @Test
    void anIntervalThatIsShorterThanThePatienceHolds() throws IOException {
        Files.delete(path);
        assertPatient();
        assertThat(file.untilNextLook(PATIENCE.minusNanos(1))).isEqualTo(PATIENCE.minusNanos(1));
    }
}
