package dev.hcpcs.loader;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.hcpcs.lookup.HcpcsCode;
import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.HcpcsRecord;
import dev.hcpcs.lookup.Quarter;
import dev.hcpcs.lookup.Release;
import dev.hcpcs.lookup.ReleaseContent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Eight times the data must not take more than about eight times the memory. Bytes are counted, for they are nearly the same in
 * every run, unlike time: {@code benchmarks/growth.md} has that.
 */
class GrowthTest {

    /** Times as much; whatever grows with the square would take 64. */
    private static final int AT_MOST = 12;
    private static final int CODES = 500;
    private static final int RELEASES = 5;

    @ParameterizedTest
    @CsvSource({"1, 8", "8, 1"})
    void memoryToBuildWriteAndOpenKeepsStepWithTheInput(int timesCodes, int timesReleases) throws IOException {
        List<ReleaseContent> small = releases(CODES, RELEASES);
        List<ReleaseContent> large = releases(CODES * timesCodes, RELEASES * timesReleases);

        assertThat(allocated(large, HcpcsIndex::of)).as("bytes to build")
                .isLessThan(AT_MOST * allocated(small, HcpcsIndex::of));
        byte[] smallSnapshot = snapshot(small);
        byte[] largeSnapshot = snapshot(large);
        assertThat(largeSnapshot.length).as("bytes of the snapshot").isLessThan(AT_MOST * smallSnapshot.length);
        assertThat(allocated(largeSnapshot, GrowthTest::open)).as("bytes to open")
                .isLessThan(AT_MOST * allocated(smallSnapshot, GrowthTest::open));
    }

    /** Each code is described anew once in every 20 releases, not all of them in the same one. */
    private static List<ReleaseContent> releases(int codes, int releases) {
        List<ReleaseContent> contents = new ArrayList<>();
        for (int r = 0; r < releases; r++) {
            LocalDate date = LocalDate.of(2010, 1, 1).plusMonths(3L * r);
            List<HcpcsRecord> records = new ArrayList<>();
            for (int code = 0; code < codes; code++) {
                records.add(HcpcsRecord.builder(HcpcsCode.parse(String.format("A%04d", code)))
                        .longDescription("Supply " + code + ", described for the time " + (r + code % 20) / 20)
                        .addedDate(Optional.of(LocalDate.of(2000, 1, 1))).action("N").build());
            }
            contents.add(new ReleaseContent(new Release(Quarter.startingOn(date), "generated.txt", "0".repeat(64)), records));
        }
        return contents;
    }

    private static byte[] snapshot(List<ReleaseContent> releases) throws IOException {
        ByteArrayOutputStream snapshot = new ByteArrayOutputStream();
        HcpcsIndex.of(releases).write(snapshot);
        return snapshot.toByteArray();
    }

    private static HcpcsIndex open(byte[] snapshot) {
        try {
            return HcpcsIndex.open(new ByteArrayInputStream(snapshot));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Bytes that this thread allocates for it, once the classes are loaded. */
    private static <T> long allocated(T input, Function<T, HcpcsIndex> made) {
        made.apply(input);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        made.apply(input);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
