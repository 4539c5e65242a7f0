package dev.hcpcs.loader.cli;

import static dev.hcpcs.loader.cli.CommandLineRun.hcpcs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hcpcs.loader.publish.EarlierSnapshot;
import dev.hcpcs.loader.publish.GeneratedRelease;
import dev.hcpcs.loader.publish.SnapshotStore;
import dev.hcpcs.loader.publish.StoreUpdate;
import dev.hcpcs.lookup.HcpcsIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code hcpcs refresh} and {@code hcpcs releases} on releases written for the test. */
class RefreshTest {

    @TempDir
    private Path folder;
    private Path snapshot;

    @BeforeEach
    void name() {
        snapshot = folder.resolve("hcpcs.snapshot");
    }

    @Test
    void makesTheFirstSnapshotAndAddsToIt() throws IOException {
        CommandLineRun first = refresh(release("2024_JAN", 100, 0));
        CommandLineRun second = refresh(release("2024_APR", 101, 2));

        assertThat(first.exit()).isZero();
        assertThat(first.out()).isEqualToNormalizingNewlines("""
                NEW FILE  %1$s was never published before; look whether its name is right
                2024-JAN (HCPC2024_JAN_ANWEB.txt): 100 records

                PUBLISHED  %1$s: 1 release, 2024-JAN to 2024-JAN, 100 codes and modifiers
                """.formatted(snapshot));
        assertThat(second.exit()).isZero();
        assertThat(second.out()).isEqualToNormalizingNewlines("""
                2024-APR (HCPC2024_APR_ANWEB.txt): 101 records
                     since 2024-JAN: 1 added, 2 changed, of these silently 2

                PUBLISHED  %s: 2 releases, 2024-JAN to 2024-APR, 101 codes and modifiers
                Before, it had 1 release, 2024-JAN to 2024-JAN, 100 codes and modifiers
                """.formatted(snapshot));
        assertThat(second.err()).isEmpty();
        hcpcs("build", "--out", folder.resolve("at-once"), folder.resolve("HCPC2024_JAN_ANWEB.txt"),
                folder.resolve("HCPC2024_APR_ANWEB.txt"));
        assertThat(snapshot).hasSameBinaryContentAs(folder.resolve("at-once"));
    }

    @Test
    void nothingToDoForTheSameBytes() throws IOException {
        Path release = release("2024_JAN", 100, 0);
        refresh(release);
        Object written = Files.getLastModifiedTime(snapshot);
        CommandLineRun again = refresh(release);

        assertThat(again.exit()).isZero();
        assertThat(again.out()).isEqualToNormalizingNewlines("""
                2024-JAN (HCPC2024_JAN_ANWEB.txt) is published already, with the same bytes
                NOTHING TO DO  %s is as it was: 1 release, 2024-JAN to 2024-JAN, 100 codes and modifiers
                """.formatted(snapshot));
        assertThat(Files.getLastModifiedTime(snapshot)).isEqualTo(written);
        assertThat(earlier()).isEmpty();
    }

    @Test
    void fewerCodes() throws IOException {
        refresh(release("2024_JAN", 100, 0));
        Path cut = release("2024_APR", 97, 0);

        assertRefused(refresh(cut, "--accept", "ends-early"), "fewer-codes", "97 codes and modifiers, where 2024-JAN"
                + " (HCPC2024_JAN_ANWEB.txt) has 100: 0.9700 of them, less than 0.98 (--least-share-of-codes)");
        assertThat(refresh(cut, "--accept", "ends-early", "--least-share-of-codes", "0.97").exit()).isZero();
    }

    @Test
    void manyChanged() throws IOException {
        refresh(release("2024_JAN", 100, 0));
        Path other = release("2024_APR", 100, 16);

        assertRefused(refresh(other), "many-changed", "16 codes and modifiers differ from 2024-JAN (HCPC2024_JAN_ANWEB.txt),"
                + " which has 100: 0.1600 of them, more than 0.15 (--most-share-changed)");
        assertThat(refresh(other, "--most-share-changed", "0.16").exit()).isZero();
    }

    @Test
    void olderRelease() throws IOException {
        refresh(release("2024_JUL", 100, 0));
        Path older = release("2024_APR", 100, 0);

        assertRefused(refresh(older), "older-release", "the newest one that is published is of 2024-JUL");
        assertThat(refresh(older, "--accept", "older-release").out()).contains("accepted  older-release  2024-APR");
        assertThat(HcpcsIndex.open(snapshot)).hasToString("2 releases, 2024-APR to 2024-JUL");
    }

    @Test
    void otherBytes() throws IOException {
        refresh(release("2024_JAN", 100, 0));
        Path other = release("2024_JAN", 101, 3);

        assertRefused(refresh(other), "other-bytes",
                "; 3 of its 100 records are not in this one, and 4 of this one's are not in it");
        assertThat(refresh(other, "--accept", "OTHER-BYTES").exit()).isZero();
        assertThat(HcpcsIndex.open(snapshot).contents().get(0).records()).hasSize(101);
    }

    @Test
    void findings() throws IOException {
        Path faulty = Files.copy(Path.of("src/test/resources/dev/hcpcs/loader/verify/unknown-values.txt"),
                folder.resolve("HCPC2020_JAN_ANWEB.txt"));
        CommandLineRun refused = refresh(faulty);

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.out()).contains("DOUBT  findings  2020-JAN", "found in it:", snapshot + " was not made");
        assertThat(snapshot).doesNotExist();
        assertThat(refresh(faulty, "--accept", "findings").exit()).isZero();
    }

    @Test
    void releaseThatLacksTheLastCodeOfTheOneBefore() throws IOException {
        refresh(release("2024_JAN", 100, 0));

        assertRefused(refresh(release("2024_APR", 99, 0)), "ends-early", "of the codes and modifiers with which 2024-JAN"
                + " (HCPC2024_JAN_ANWEB.txt) ends, A0099 is missing");
    }

    @Test
    void releaseWhoseLastDescriptionBreaksOff() throws IOException {
        Path before = release("2024_JAN", 100, 0);
        refresh(before);
        Path release = Files.writeString(folder.resolve("HCPC2024_APR_ANWEB.txt"), Files.readString(before)
                .replaceAll("(A0099001003)Supply of a thing", "$1Supply of a      "));

        assertRefused(refresh(release), "ends-early", "A0099 has the beginning of its long description only");
    }

    @Test
    void everyDoubtAtOnceAsJson() throws IOException {
        refresh(release("2024_JAN", 100, 0), release("2024_JUL", 100, 0));
        JsonNode json = new JsonMapper().readTree(refresh(release("2024_APR", 50, 50), release("2024_JUL", 100, 1),
                "--accept", "fewer-codes,many-changed", "--format", "json").out());

        assertThat(json.get("result").asString()).isEqualTo("REFUSED");
        assertThat(json.get("added")).hasSize(2);
        assertThat(json.get("added").get(0).get("changes").get("counts").get("withdrawn").asInt()).isEqualTo(50);
        assertThat(json.get("doubts")).extracting(doubt -> doubt.get("doubt").asString() + " "
                + doubt.get("release").get("quarter").asString() + " " + doubt.get("accepted").asBoolean())
                .containsExactly("fewer-codes 2024-APR true", "ends-early 2024-APR false", "many-changed 2024-APR true",
                        "older-release 2024-APR false", "many-changed 2024-JUL true", "other-bytes 2024-JUL false");
    }

    @Test
    void dryRunPublishesNothing() throws IOException {
        CommandLineRun run = refresh(release("2024_JAN", 100, 0), "--dry-run");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("NEW FILE  ", "WOULD PUBLISH  " + snapshot + ": it does not exist yet; it would have 1"
                + " release,");
        assertThat(snapshot).doesNotExist();

        refresh(release("2024_JAN", 100, 0));
        CommandLineRun second = refresh(release("2024_APR", 100, 0), "--dry-run");
        assertThat(second.out()).contains("WOULD PUBLISH  " + snapshot + " is as it was; it would have 2 releases,")
                .doesNotContain("NEW FILE");
    }

    @Test
    void keepsASetNumber() throws IOException {
        for (String quarter : List.of("2024_JAN", "2024_APR", "2024_JUL", "2024_OCT")) {
            assertThat(refresh(release(quarter, 100, 0), "--keep", "2").exit()).isZero();
        }
        assertThat(earlier()).containsExactly("2024-JUL", "2024-APR");
    }

    @Test
    void replacesTheFileThatALinkLeadsTo() throws IOException {
        Path file = Files.createDirectory(folder.resolve("elsewhere")).resolve("file.snapshot");
        hcpcs("refresh", "--snapshot", file, release("2024_JAN", 100, 0));
        Files.createSymbolicLink(snapshot, file);

        assertThat(refresh(release("2024_APR", 100, 0)).exit()).isZero();
        assertThat(Files.isSymbolicLink(snapshot)).isTrue();
        assertThat(HcpcsIndex.open(file).releases()).hasSize(2);
        assertThat(earlier()).containsExactly("2024-JAN");
    }

    @Test
    void oneUpdateAtATime() throws IOException {
        Path release = release("2024_JAN", 100, 0);
        try (StoreUpdate update = SnapshotStore.of(snapshot).update()) {
            update.checkNotPinned();
            assertThat(refresh(release).err()).contains("another update of " + snapshot + " is under way");
        }
        assertThat(refresh(release).exit()).isZero();
    }

    /** Else it would have the new release alone, and no answer on the time before. */
    @Test
    void aLostSnapshotIsNotBegunAnew() throws IOException {
        refresh(release("2024_JAN", 100, 0));
        refresh(release("2024_APR", 100, 0));
        Files.delete(snapshot);

        CommandLineRun run = refresh(release("2024_JUL", 100, 0));
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains(snapshot + " does not exist, but was published before; 'hcpcs rollback"
                + " --snapshot " + snapshot + "' publishes again what it was before; to begin anew, move " + snapshot
                + ".earlier away");
        assertUnusable(hcpcs("releases", "--snapshot", snapshot), snapshot + " does not exist; 'hcpcs rollback --snapshot "
                + snapshot + "' publishes again what it was before");
        assertThat(hcpcs("rollback", "--snapshot", snapshot).exit()).isZero();
        assertThat(HcpcsIndex.open(snapshot)).hasToString("1 releases, 2024-JAN to 2024-JAN");
    }

    /** Else it would have the new release alone, too. */
    @Test
    void anUnreadableEarlierOneWasPublishedBefore() throws IOException {
        Path earlier = Files.createDirectory(folder.resolve("hcpcs.snapshot.earlier"));
        Files.writeString(earlier.resolve("2024-04-05T093000.000Z-unreadable.snapshot"), "HCPCSREF");

        CommandLineRun run = refresh(release("2024_JUL", 100, 0));
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains(snapshot + " does not exist, but was published before; none of the snapshots in "
                + earlier + " can be opened; to begin anew, move " + earlier + " away");
        assertThat(snapshot).doesNotExist();
        Files.move(earlier, folder.resolve("away"));
        assertThat(refresh(release("2024_JUL", 100, 0)).exit()).isZero();
    }

    @Test
    void aDamagedSnapshotNamesTheWayBack() throws IOException {
        refresh(release("2024_JAN", 100, 0));
        refresh(release("2024_APR", 100, 0));
        refresh(release("2024_JUL", 100, 0));
        Files.writeString(snapshot, "HCPCSREF");
        String way = "; 'hcpcs rollback --snapshot " + snapshot;

        assertUnusable(refresh(release("2024_OCT", 100, 0)), snapshot + " is cut short");
        assertUnusable(refresh(release("2024_OCT", 100, 0)), way + "' publishes again what it was before");
        assertUnusable(hcpcs("releases", "--snapshot", snapshot), way + "' publishes again what it was before");

        List<EarlierSnapshot> earlier = SnapshotStore.of(snapshot).earlier();
        Files.writeString(earlier.get(0).path(), "HCPCSREF, cut short otherwise");
        assertUnusable(hcpcs("releases", "--snapshot", snapshot), way + " " + earlier.get(1).name() + "' publishes");
        assertThat(hcpcs("rollback", "--snapshot", snapshot, earlier.get(1).name()).exit()).isZero();
    }

    @Test
    void whatCannotBeReadOrIsWrongUsage() throws IOException {
        Path release = release("2024_JAN", 100, 0);
        assertUnusable(refresh(release, "--accept", "all"), "'all' is no doubt: expected one of findings, fewer-codes,"
                + " ends-early, many-changed, older-release, other-bytes");
        assertUnusable(refresh(release, "--keep", "0"), "at least 1 earlier snapshot must be kept");
        assertUnusable(refresh(release, "--least-share-of-codes", "98"), "a share is a number such as 0.98");
        assertUnusable(refresh(folder.resolve("absent.txt")), "absent.txt does not exist");
        Files.writeString(snapshot, "HCPCSREF");
        assertUnusable(refresh(release), snapshot + " is cut short");
        assertUnusable(hcpcs("releases", "--snapshot", folder.resolve("absent")), "absent does not exist; 'hcpcs refresh"
                + " --snapshot " + folder.resolve("absent") + " RELEASE...' makes it");
        assertUnusable(hcpcs("releases", "--snapshot", snapshot, "--data", snapshot), "give one of them");
    }

    @Test
    void listsReleases() throws IOException {
        refresh(release("2024_JAN", 100, 0));
        refresh(release("2024_JUL", 101, 0));
        CommandLineRun run = hcpcs("releases", "--snapshot", snapshot, "--on", "2024-10-05");

        assertThat(run.exit()).isZero();
        assertThat(run.out().replaceAll("[0-9a-f]{64}", "...").replaceAll("\\d{4}-\\d\\d-\\d\\dT\\S+Z", "T"))
                .isEqualToNormalizingNewlines("""
                2024-JAN  HCPC2024_JAN_ANWEB.txt      100 records  SHA-256 ...
                2024-JUL  HCPC2024_JUL_ANWEB.txt      101 records  SHA-256 ...

                2 releases, 2024-JAN to 2024-JUL, 101 codes and modifiers
                The newest, 2024-JUL, took effect on 2024-07-01, 96 days before 2024-10-05.
                1 newer quarter should be out:
                     2024-OCT
                1 quarter missing in between:
                     2024-APR

                Earlier snapshots in %s.earlier, the last one first:
                  T-2024-JAN  until T, newest release 2024-JAN
                """.formatted(snapshot));
        assertThat(hcpcs("releases", "--on", "2026-02-01", "--data", snapshot).out()).doesNotContain("Earlier");
        assertThat(hcpcs("releases").out()).contains("2026-JAN  HCPC2026_JAN_ANWEB.txt");
    }

    @Test
    void listsReleasesAsJson() throws IOException {
        refresh(release("2024_JAN", 100, 0));
        refresh(release("2024_JUL", 101, 0));
        JsonNode json = new JsonMapper().readTree(
                hcpcs("releases", "--snapshot", snapshot, "--on", "20240815", "--format", "json").out());

        assertThat(json.get("releases").get(1).get("records").asInt()).isEqualTo(101);
        assertThat(json.get("releases").get(1).get("sha256").asString()).hasSize(64);
        assertThat(json.get("missing")).hasToString("[\"2024-APR\"]");
        assertThat(json.get("due")).isEmpty();
        assertThat(json.get("ageInDays").asInt()).isEqualTo(45);
        assertThat(json.get("earlier").get(0).get("newest").asString()).isEqualTo("2024-JAN");
        assertThat(json.has("pinnedSince")).isFalse();
    }

    private void assertRefused(CommandLineRun run, String doubt, String message) {
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out().replaceAll("\\s+", " ")).contains("DOUBT " + doubt, message, "REFUSED " + snapshot + " is as it was",
                "publish with --accept " + doubt);
        assertThat(run.out().split("DOUBT")).hasSize(2);
        assertThat(folder.resolve("hcpcs.snapshot.earlier")).isDirectoryNotContaining("glob:**.snapshot");
    }

    private static void assertUnusable(CommandLineRun run, String message) {
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains(message);
        assertThat(run.out()).isEmpty();
    }

    private List<String> earlier() throws IOException {
        return SnapshotStore.of(snapshot).earlier().stream().map(each -> each.newest().toString()).toList();
    }

    private Path release(String quarter, int codes, int changed) throws IOException {
        return GeneratedRelease.write(folder, quarter, codes, changed);
    }

    private CommandLineRun refresh(Object... arguments) {
        Object[] words = new Object[arguments.length + 3];
        words[0] = "refresh";
        words[1] = "--snapshot";
        words[2] = snapshot;
        System.arraycopy(arguments, 0, words, 3, arguments.length);
        return hcpcs(words);
    }
}
