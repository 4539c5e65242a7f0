package dev.hcpcs.loader.cli;

import static dev.hcpcs.loader.cli.CommandLineRun.hcpcs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hcpcs.loader.publish.GeneratedRelease;
import dev.hcpcs.loader.publish.SnapshotStore;
import dev.hcpcs.lookup.HcpcsIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code hcpcs rollback}, {@code pin} and {@code unpin} on three snapshots, published one after the other. */
class RollbackTest {

    @TempDir
    private Path folder;
    private Path snapshot;

    @BeforeEach
    void publishThree() throws IOException {
        snapshot = folder.resolve("hcpcs.snapshot");
        for (String quarter : List.of("2024_JAN", "2024_APR", "2024_JUL")) {
            assertThat(refresh(quarter).exit()).isZero();
        }
    }

    @Test
    void bringsTheOneBeforeBackAndASecondOneTakesThatBack() throws IOException {
        byte[] newest = Files.readAllBytes(snapshot);
        String april = SnapshotStore.of(snapshot).earlier().get(0).name();

        CommandLineRun run = hcpcs("rollback", "--snapshot", snapshot);
        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEqualToNormalizingNewlines("""
                PUBLISHED  %s is %s again: 2 releases, 2024-JAN to 2024-APR, 10 codes and modifiers
                What it was is kept as %s
                """.formatted(snapshot, april, SnapshotStore.of(snapshot).earlier().get(0).name()));
        assertState("2024-APR", "2024-JUL", "2024-JAN");

        hcpcs("rollback", "--snapshot", snapshot);
        assertState("2024-JUL", "2024-APR", "2024-JAN");
        assertThat(snapshot).hasBinaryContent(newest);
    }

    @Test
    void afterARefreshTheOneThatWasRefreshedComesBack() throws IOException {
        hcpcs("rollback", "--snapshot", snapshot);
        refresh("2024_OCT");
        assertState("2024-OCT", "2024-APR", "2024-JUL", "2024-JAN");

        hcpcs("rollback", "--snapshot", snapshot);
        assertState("2024-APR", "2024-OCT", "2024-JUL", "2024-JAN");
    }

    @Test
    void bringsANamedOneBack() throws IOException {
        assertThat(hcpcs("rollback", "--snapshot", snapshot, "2024-jan").exit()).isZero();
        assertState("2024-JAN", "2024-JUL", "2024-APR");
        assertThat(hcpcs("rollback", "--snapshot", snapshot, SnapshotStore.of(snapshot).earlier().get(1).name()).exit()).isZero();
        assertState("2024-APR", "2024-JAN", "2024-JUL");

        String file = SnapshotStore.of(snapshot).earlier().get(1).path().getFileName().toString();
        assertThat(hcpcs("rollback", "--snapshot", snapshot, file).exit()).isZero();
        assertState("2024-JUL", "2024-APR", "2024-JAN");

        CommandLineRun absent = hcpcs("rollback", "--snapshot", snapshot, "2023-JAN");
        assertThat(absent.exit()).isEqualTo(1);
        assertThat(absent.err()).contains("is named 2023-JAN or has that newest quarter; kept are 20");
    }

    @Test
    void theQuarterThatIsPublishedIsNoEarlierOne() {
        CommandLineRun run = hcpcs("rollback", "--snapshot", snapshot, "2024-jul");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("2024-jul is the newest quarter of " + snapshot + " already, and no earlier snapshot has"
                + " it; kept are 20");
    }

    @Test
    void pinnedAndLostNamesBothSteps() throws IOException {
        hcpcs("pin", "--snapshot", snapshot);
        Files.delete(snapshot);

        assertThat(hcpcs("releases", "--snapshot", snapshot).err()).contains("it is pinned, so 'hcpcs unpin --snapshot "
                + snapshot + "' first; then 'hcpcs rollback --snapshot " + snapshot + "' publishes again");
        assertThat(hcpcs("unpin", "--snapshot", snapshot).exit()).isZero();
        assertThat(hcpcs("rollback", "--snapshot", snapshot).exit()).isZero();
    }

    @Test
    void nothingToBringBack() throws IOException {
        Path first = folder.resolve("first.snapshot");
        hcpcs("refresh", "--snapshot", first, folder.resolve("HCPC2024_JAN_ANWEB.txt"));

        CommandLineRun run = hcpcs("rollback", "--snapshot", first);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("no earlier snapshot of " + first + " is kept");
        assertThat(hcpcs("rollback", "--snapshot", folder.resolve("absent")).exit()).isEqualTo(2);
        assertThat(folder.resolve("absent.earlier")).doesNotExist();
    }

    @Test
    void aFolderIsNoSnapshot() {
        for (String command : List.of("rollback", "pin", "unpin", "releases")) {
            CommandLineRun run = hcpcs(command, "--snapshot", folder);
            assertThat(run.exit()).as(command).isEqualTo(2);
            assertThat(run.err()).as(command).contains(folder + " is a folder; name a file in it");
        }
        assertThat(folder.resolveSibling(folder.getFileName() + ".earlier")).doesNotExist();
    }

    @Test
    void replacesADamagedOrLostFile() throws IOException {
        Files.write(snapshot, new byte[] {1, 2, 3});
        CommandLineRun run = hcpcs("rollback", "--snapshot", snapshot);
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("-unreadable.snapshot, and cannot be opened");
        assertState("2024-APR", "2024-JAN");

        Files.delete(snapshot);
        assertThat(hcpcs("releases", "--snapshot", snapshot).exit()).isEqualTo(2);
        assertThat(hcpcs("rollback", "--snapshot", snapshot).exit()).isZero();
        assertState("2024-JAN");
    }

    @Test
    void pinHoldsAnEarlierOneUntilUnpin() throws IOException {
        CommandLineRun pin = hcpcs("pin", "--snapshot", snapshot, "2024-APR");
        assertThat(pin.exit()).isZero();
        assertThat(pin.out()).contains("PINNED  " + snapshot + " stays what it is until 'hcpcs unpin': 2 releases");
        assertState("2024-APR", "2024-JUL", "2024-JAN");

        byte[] pinned = Files.readAllBytes(snapshot);
        for (CommandLineRun refused : List.of(refresh("2024_OCT"), hcpcs("rollback", "--snapshot", snapshot))) {
            assertThat(refused.exit()).isEqualTo(1);
            assertThat(refused.err()).contains(snapshot + " is pinned since ", "until 'hcpcs unpin --snapshot " + snapshot + "'");
        }
        assertThat(snapshot).hasBinaryContent(pinned);
        assertThat(hcpcs("releases", "--snapshot", snapshot).out()).contains("PINNED since");
        assertThat(hcpcs("releases", "--snapshot", snapshot, "--format", "json").out()).contains("\"pinnedSince\"");

        assertThat(hcpcs("unpin", "--snapshot", snapshot).out()).startsWith("UNPINNED");
        assertThat(hcpcs("unpin", "--snapshot", snapshot).out()).contains("was not pinned");
        assertThat(refresh("2024_OCT").exit()).isZero();
        assertState("2024-OCT", "2024-APR", "2024-JUL", "2024-JAN");
    }

    @Test
    void aDamagedEarlierOneIsNamedAndNothingChanged() throws IOException {
        byte[] newest = Files.readAllBytes(snapshot);
        Path april = SnapshotStore.of(snapshot).earlier().get(0).path();
        Files.write(april, Arrays.copyOf(Files.readAllBytes(april), 100));

        CommandLineRun run = hcpcs("rollback", "--snapshot", snapshot);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).startsWith("hcpcs: " + april + " is cut short");
        assertThat(snapshot).hasBinaryContent(newest);
        assertState("2024-JUL", "2024-APR", "2024-JAN");
    }

    @Test
    void pinReplacesADamagedFileByAnEarlierOne() throws IOException {
        Files.write(snapshot, new byte[] {1, 2, 3});

        assertThat(hcpcs("pin", "--snapshot", snapshot).err()).contains(snapshot + " is no HCPCS snapshot");
        assertThat(refresh("2024_OCT").err()).doesNotContain("pinned");
        assertThat(hcpcs("pin", "--snapshot", snapshot, "2024-APR").exit()).isZero();
        assertState("2024-APR", "2024-JAN");
    }

    @Test
    void tellsOfALinkAsItWasNamed() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), snapshot);

        assertThat(hcpcs("rollback", "--snapshot", link).out()).startsWith("PUBLISHED  " + link + " is ");
        assertThat(hcpcs("pin", "--snapshot", link).out()).startsWith("PINNED  " + link);
        assertThat(hcpcs("unpin", "--snapshot", link).out()).startsWith("UNPINNED  " + link);
        assertState("2024-APR", "2024-JUL", "2024-JAN");
    }

    @Test
    void pinHoldsThePresentOne() throws IOException {
        assertThat(hcpcs("pin", "--snapshot", snapshot).exit()).isZero();
        assertThat(hcpcs("pin", "--snapshot", snapshot, "2024-JUL").exit()).isZero();
        assertState("2024-JUL", "2024-APR", "2024-JAN");
        assertThat(refresh("2024_OCT").exit()).isEqualTo(1);
    }

    private CommandLineRun refresh(String quarter) throws IOException {
        return hcpcs("refresh", "--snapshot", snapshot, GeneratedRelease.write(folder, quarter, 10, 0));
    }

    /** @param quarters the newest one of what is published, then those of the earlier snapshots, the last one first */
    private void assertState(String... quarters) throws IOException {
        assertThat(HcpcsIndex.open(snapshot).toString()).endsWith("to " + quarters[0]);
        assertThat(SnapshotStore.of(snapshot).earlier()).extracting(earlier -> earlier.newest().toString())
                .containsExactly(List.of(quarters).subList(1, quarters.length).toArray(new String[0]));
    }
}
