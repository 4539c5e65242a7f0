package dev.hcpcs.loader.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hcpcs.loader.ReleaseLoader;
import dev.hcpcs.lookup.HcpcsIndex;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever step of an update is the last one, every file that is found by its name is whole, and the next update goes well. */
class BrokenOffUpdateTest {

    /** Does so many steps; of the next one half, and nothing from then on. */
    private static final class BreakingDisk extends Disk {

        private int stepsLeft;

        BreakingDisk(int steps) {
            this.stepsLeft = steps;
        }

        @Override
        void write(Path file, byte[] bytes) throws IOException {
            if (stepsLeft == 0) {
                Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
            }
            step();
            super.write(file, bytes);
        }

        @Override
        void move(Path file, Path to) throws IOException {
            step();
            super.move(file, to);
        }

        @Override
        void delete(Path file) throws IOException {
            step();
            super.delete(file);
        }

        @Override
        void forceFolder(Path folder) throws IOException {
            step();
            super.forceFolder(folder);
        }

        private void step() throws IOException {
            if (stepsLeft-- <= 0) {
                stepsLeft = 0;
                throw new IOException("the end");
            }
        }
    }

    private interface Change {
        void make(StoreUpdate update) throws IOException;
    }

    @TempDir
    private Path folder;
    private List<HcpcsIndex> indexes;

    @BeforeEach
    void makeIndexes() throws IOException {
        indexes = List.of(index("2024_JAN"), index("2024_APR"), index("2024_JUL"), index("2024_OCT"));
    }

    @Test
    void publish() throws IOException {
        assertThat(breakOffEverywhere(update -> update.publish(indexes.get(3), 1), 2, 3)).isEqualTo(8);
    }

    @Test
    void bringBack() throws IOException {
        assertThat(breakOffEverywhere(update -> update.bringBack(update.last()), 2, 1)).isEqualTo(7);
    }

    @Test
    void pinAndUnpin() throws IOException {
        breakOffEverywhere(StoreUpdate::pin, 2, 2);
        breakOffEverywhere(update -> {
            update.pin();
            update.unpin();
        }, 2, 2);
    }

    @Test
    void firstSnapshot() throws IOException {
        for (int steps = 0; steps < 3; steps++) {
            Path file = folder.resolve(steps + ".snapshot");
            int before = steps;
            assertThatThrownBy(() -> change(file, new BreakingDisk(before), update -> update.publish(indexes.get(0), 1)))
                    .hasMessage("the end");
            if (Files.exists(file)) {
                assertThat(file).hasBinaryContent(bytes(indexes.get(0)));
            }
            change(file, new Disk(), update -> update.publish(indexes.get(1), 1));
            assertThat(file).hasBinaryContent(bytes(indexes.get(1)));
        }
    }

    /** @return how many steps the change has */
    private int breakOffEverywhere(Change change, int before, int after) throws IOException {
        for (int steps = 0;; steps++) {
            Path file = Files.createTempDirectory(folder, "store").resolve("hcpcs.snapshot");
            for (int i = 0; i <= before; i++) {
                HcpcsIndex index = indexes.get(i);
                change(file, new Disk(), update -> update.publish(index, 8));
            }
            boolean broken = false;
            try {
                change(file, new BreakingDisk(steps), change);
            } catch (IOException e) {
                assertThat(e).hasMessage("the end");
                broken = true;
            }
            assertWhole(file, before, after);
            // What the next update removes first may be broken off, too.
            for (int more = 0; more < 2; more++) {
                try {
                    change(file, new BreakingDisk(more), update -> { });
                } catch (IOException e) {
                    assertThat(e).hasMessage("the end");
                }
                assertWhole(file, before, after);
            }
            // Not a step of the process that broke off is left to do.
            change(file, new Disk(), update -> assertThat(Files.mismatch(update.last().path(), file))
                    .as("the one before is not the present one").isNotEqualTo(-1));
            change(file, new Disk(), update -> update.unpin());
            change(file, new Disk(), update -> update.publish(indexes.get(3), 2));
            assertThat(file).hasBinaryContent(bytes(indexes.get(3)));
            assertThat(SnapshotStore.of(file).earlier()).hasSizeBetween(1, 2);
            try (Stream<Path> files = Files.walk(file.getParent())) {
                assertThat(files.map(each -> each.getFileName().toString())).noneMatch(name -> name.endsWith(".unfinished"));
            }
            if (!broken) {
                return steps;
            }
        }
    }

    private void assertWhole(Path file, int before, int after) throws IOException {
        byte[] published = Files.readAllBytes(file);
        assertThat(published).isIn(bytes(indexes.get(before)), bytes(indexes.get(after)));
        boolean kept = Arrays.equals(published, bytes(indexes.get(before)));
        for (EarlierSnapshot earlier : SnapshotStore.of(file).earlier()) {
            kept |= Arrays.equals(Files.readAllBytes(earlier.path()), bytes(indexes.get(before)));
            assertThat(HcpcsIndex.open(earlier.path()).releases()).extracting(release -> release.quarter())
                    .containsExactly(earlier.newest());
        }
        assertThat(kept).as("what was published is, or is kept").isTrue();
    }

    private static void change(Path file, Disk disk, Change change) throws IOException {
        try (StoreUpdate update = SnapshotStore.of(file, disk).update()) {
            change.make(update);
        }
    }

    private static byte[] bytes(HcpcsIndex index) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        index.write(bytes);
        return bytes.toByteArray();
    }

    private HcpcsIndex index(String quarter) throws IOException {
        return ReleaseLoader.strict().load(GeneratedRelease.write(folder, quarter, 5, 0)).index();
    }
}
