package dev.hcpcs.loader.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcpcs.loader.RealReleases;
import dev.hcpcs.loader.ReleaseLoader;
import dev.hcpcs.loader.publish.RefreshOutcome.Result;
import dev.hcpcs.lookup.HcpcsIndex;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CMS's own releases, published one after the other with the command line's defaults. */
class RealRefreshTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void onlyWithRealReleases() {
        RealReleases.assumePresent();
    }

    @Test
    void oneAfterTheOtherIsAllAtOnce() throws IOException {
        Path file = folder.resolve("hcpcs.snapshot");
        List<Path> eight = RealReleases.eight();

        RefreshOutcome first = refresh(file, eight.subList(0, 4), Set.of());
        assertThat(first.result()).isEqualTo(Result.REFUSED);
        assertThat(doubts(first)).containsExactly("findings 2012-JAN", "many-changed 2016-JAN", "findings 2017-JAN",
                "findings 2019-JAN");
        assertThat(file).doesNotExist();
        assertPublished(refresh(file, eight.subList(0, 4), EnumSet.of(Doubt.FINDINGS, Doubt.MANY_CHANGED)));

        for (Path quarter : eight.subList(4, 7)) {
            RefreshOutcome outcome = refresh(file, List.of(quarter), Set.of());
            assertPublished(outcome);
            assertThat(outcome.doubts()).isEmpty();
        }
        RefreshOutcome afterFiveYears = refresh(file, List.of(eight.get(7)), Set.of());
        assertThat(doubts(afterFiveYears)).containsExactly("many-changed 2025-OCT");
        assertPublished(refresh(file, List.of(eight.get(7)), EnumSet.of(Doubt.MANY_CHANGED)));

        ByteArrayOutputStream atOnce = new ByteArrayOutputStream();
        ReleaseLoader.lenient().load(eight).index().write(atOnce);
        assertThat(file).hasBinaryContent(atOnce.toByteArray());
        assertThat(refresh(file, eight.subList(4, 8), Set.of()).result()).isEqualTo(Result.NOTHING_TO_DO);

        SnapshotStore store = SnapshotStore.of(file);
        assertThat(store.earlier()).extracting(earlier -> earlier.newest().toString())
                .containsExactly("2020-OCT", "2020-JUL", "2020-APR", "2019-JAN");
        for (EarlierSnapshot earlier : store.earlier()) {
            assertThat(SnapshotReleases.newest(HcpcsIndex.open(earlier.path()))).isEqualTo(earlier.newest());
        }
        assertThat(SnapshotReleases.missing(store.published().orElseThrow())).hasSize(24);
    }

    private static RefreshOutcome refresh(Path file, List<Path> releases, Set<Doubt> accepted) throws IOException {
        return Refresh.run(SnapshotStore.of(file), ReleaseLoader.strict(), releases,
                new RefreshRules(0.98, 0.15, accepted, 8), true);
    }

    private static void assertPublished(RefreshOutcome outcome) {
        assertThat(outcome.refusals()).isEmpty();
        assertThat(outcome.result()).isEqualTo(Result.PUBLISHED);
    }

    private static List<String> doubts(RefreshOutcome outcome) {
        return outcome.doubts().stream().map(raised -> raised.doubt().key() + " " + raised.release().quarter()).toList();
    }
}
