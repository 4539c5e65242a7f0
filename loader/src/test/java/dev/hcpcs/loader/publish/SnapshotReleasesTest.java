package dev.hcpcs.loader.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcpcs.loader.ReleaseLoader;
import dev.hcpcs.lookup.HcpcsIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotReleasesTest {

    @TempDir
    private Path folder;

    @Test
    void untilAndWith2019OnlyJanuaryIsMissed() throws IOException {
        HcpcsIndex index = index("2017_JAN", "2019_JAN", "2020_APR", "2020_OCT");

        assertThat(SnapshotReleases.missing(index)).hasToString("[2018-JAN, 2020-JAN, 2020-JUL]");
        assertThat(SnapshotReleases.missing(index("2024_JAN"))).isEmpty();
        assertThat(SnapshotReleases.missing(index("2023_OCT", "2024_JAN"))).isEmpty();
    }

    @Test
    void quartersAreDueFromTheirFirstDayOn() throws IOException {
        HcpcsIndex index = index("2024_JAN");

        assertThat(SnapshotReleases.due(index, LocalDate.of(2023, 12, 31))).isEmpty();
        assertThat(SnapshotReleases.due(index, LocalDate.of(2024, 3, 31))).isEmpty();
        assertThat(SnapshotReleases.due(index, LocalDate.of(2024, 4, 1))).hasToString("[2024-APR]");
        assertThat(SnapshotReleases.due(index, LocalDate.of(2024, 12, 31))).hasToString("[2024-APR, 2024-JUL, 2024-OCT]");
        assertThat(SnapshotReleases.ageInDays(index, LocalDate.of(2024, 4, 1))).isEqualTo(91);
        assertThat(SnapshotReleases.ageInDays(index, LocalDate.of(2023, 12, 31))).isEqualTo(-1);
    }

    private HcpcsIndex index(String... quarters) throws IOException {
        Path[] files = new Path[quarters.length];
        for (int i = 0; i < files.length; i++) {
            files[i] = GeneratedRelease.write(folder, quarters[i], 2, 0);
        }
        return ReleaseLoader.strict().load(files).index();
    }
}
