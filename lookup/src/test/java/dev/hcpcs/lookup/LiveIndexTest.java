package dev.hcpcs.lookup;

import static dev.hcpcs.lookup.States.DAY;
import static dev.hcpcs.lookup.States.rename;
import static dev.hcpcs.lookup.States.snapshot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of changes of the file; {@link LiveIndexThreadTest} has when they are noticed. */
class LiveIndexTest {

    private static final Duration NEVER = Duration.ofDays(1);

    @RegisterExtension
    private final LiveIndexLog log = new LiveIndexLog();
    @TempDir
    private Path folder;
    private Path file;
    private LiveIndex live;
    @BeforeEach
    void openStateOne() throws IOException {
        file = Files.write(folder.resolve("hcpcs.snapshot"), snapshot(1));
        live = open(Duration.ZERO);
    }

    @AfterEach
    void close() {
        live.close();
    }

    /** Looks only when told to: its thread has had its first look, and sleeps. */
    private LiveIndex open(Duration patience) throws IOException {
        LiveIndex opened = LiveIndex.open(new SnapshotFile(file, patience), NEVER, FolderWatch.none(folder));
        while (opened.thread().getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        return opened;
    }

    private void assertAnswersAsState(int state) {
        live.checkNow();
        assertThat(States.number(live.index())).isEqualTo(state);
        assertThat(States.isWhole(live.index(), state)).isTrue();
    }

    @Test
    void aFileThatIsAsItWasIsNotReadAgain() {
        HcpcsIndex first = live.index();

        live.checkNow();

        assertThat(live.index()).isSameAs(first);
        assertThat(live.reloads()).isZero();
    }

    @Test
    void aRenamedFileIsTakenWholeAndWhatWasTakenBeforeStays() throws IOException {
        HcpcsIndex before = live.index();
        Instant loadedBefore = live.loadedAt();

        rename(snapshot(2), file);

        assertAnswersAsState(2);
        assertThat(live.reloads()).isEqualTo(1);
        assertThat(live.loadedAt()).isAfter(loadedBefore);
        assertThat(States.isWhole(before, 1)).isTrue();
    }

    @Test
    void aFileWrittenInPlaceIsTakenWhenItIsWhole() throws IOException {
        live.close();
        live = open(NEVER);
        byte[] next = snapshot(2);
        Files.write(file, new byte[0]);
        for (int from = 0; from < next.length; from += next.length / 7) {
            assertAnswersAsState(1);
            Files.write(file, Arrays.copyOfRange(next, from, Math.min(next.length, from + next.length / 7)),
                    StandardOpenOption.APPEND);
        }

        assertAnswersAsState(2);
        assertThat(live.refusals()).isZero();
        assertThat(log.warnings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aBadFileIsRefusedOnceAndTheNextGoodOneTaken(States.Fault fault) throws IOException {
        rename(fault.of(snapshot(2)), file);

        assertAnswersAsState(1);
        assertAnswersAsState(1);
        assertThat(live.refusals()).isEqualTo(1);
        assertThat(log.warnings()).hasSize(1);
        assertThat(log.warnings().get(0)).startsWith("refused " + file)
                .contains("1 releases, 2026-JAN to 2026-JAN", fault.message);

        rename(fault.of(snapshot(3)), file);
        assertAnswersAsState(1);
        assertThat(live.refusals()).as("another file").isEqualTo(2);

        rename(snapshot(4), file);
        assertAnswersAsState(4);
        assertThat(live.reloads()).isEqualTo(1);
    }

    @Test
    void aMissingFileIsNoRefusalForAWhile() throws IOException {
        live.close();
        live = open(NEVER);
        Files.delete(file);
        assertAnswersAsState(1);

        rename(snapshot(2), file);

        assertAnswersAsState(2);
        assertThat(live.refusals()).isZero();
    }

    @Test
    void aFileThatStaysAwayIsRefusedOnceAndTakenWhenItReturns() throws IOException {
        Path away = Files.move(file, folder.resolve("away"));
        assertAnswersAsState(1);
        assertAnswersAsState(1);
        assertThat(live.refusals()).isEqualTo(1);
        assertThat(log.warnings().get(0)).contains("NoSuchFileException: " + file);

        Files.move(away, file);

        assertAnswersAsState(1);
        assertThat(live.reloads()).isEqualTo(1);
    }

    @Test
    void whatIsNoFileIsRefusedOnce() throws IOException {
        Files.delete(file);
        Files.createDirectory(file);

        assertAnswersAsState(1);
        assertAnswersAsState(1);
        assertThat(live.refusals()).isEqualTo(1);
    }

    /** Time, size and number of the file are those of the file before. */
    @Test
    void theEnvelopeTellsWhatCoarseTimesDoNot() throws IOException {
        FileTime time = FileTime.from(Instant.parse("2026-10-01T00:00:00Z"));
        Files.setLastModifiedTime(file, time);
        live.checkNow();
        FileState before = FileState.of(file);

        Files.write(file, snapshot(2), StandardOpenOption.WRITE);
        Files.setLastModifiedTime(file, time);

        FileState after = FileState.of(file);
        assertThat(new FileState(before.envelope(), after.size(), after.modified(), after.key())).isEqualTo(before);
        assertAnswersAsState(2);
    }

    @Test
    void theFirstFileHasToBeSound() throws IOException {
        assertThatThrownBy(() -> LiveIndex.open(folder.resolve("nowhere"))).isInstanceOf(NoSuchFileException.class);

        Files.write(file, States.Fault.FLIPPED.of(snapshot(1)));
        assertThatThrownBy(() -> LiveIndex.open(file)).isInstanceOf(SnapshotException.class)
                .hasMessageContaining("its checksum does not match");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S"})
    void thePollIntervalIsPositive(String interval) {
        assertThatIllegalArgumentException().isThrownBy(() -> LiveIndex.open(file, Duration.parse(interval)))
                .withMessageContaining(interval);
    }

    @Test
    void countsWhatIsAskedOfItByStatus() {
        assertThat(live.status("B0000", DAY)).isEqualTo(Status.TERMINATED);
        assertThat(live.find("B0001", DAY)).isEqualTo(live.index().find("B0001", DAY));
        assertThat(live.lookup("b0002 ", DAY)).isEqualTo(live.index().lookup("B0002", DAY));
        assertThat(live.find("B9999", DAY)).isEmpty();
        assertThat(live.find("99213", DAY)).isEmpty();
        assertThatThrownBy(() -> live.lookup("B9998", DAY)).isInstanceOf(UnknownCodeException.class);
        assertThatThrownBy(() -> live.lookup("nonsense", DAY)).isInstanceOf(InvalidCodeException.class);
        live.index().status("B0000", DAY);

        assertThat(Arrays.stream(Status.values()).map(status -> status + " " + live.lookups(status))).containsExactly("ACTIVE 2",
                "TERMINATED 1", "WITHDRAWN 0", "INDETERMINATE 0", "NOT_YET_EFFECTIVE 0", "UNKNOWN_CODE 2", "NOT_LEVEL_II 1",
                "INVALID_CODE 1");
    }

    @Test
    void theAgeBeginsWithTheEffectiveDateWhereTheClockStands() {
        ZoneId newYork = ZoneId.of("America/New_York");
        Clock later = Clock.fixed(Instant.parse("2026-01-02T05:00:00Z"), newYork);
        Clock earlier = Clock.fixed(Instant.parse("2026-01-01T04:00:00Z"), newYork);

        assertThat(live.ageOfNewestRelease(later)).isEqualTo(Duration.ofHours(24));
        assertThat(live.ageOfNewestRelease(earlier)).isEqualTo(Duration.ofHours(-1));
    }
}
