package dev.hcpcs.loader.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.hcpcs.lookup.HcpcsIndex;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever bytes a snapshot has. */
class SnapshotFuzzTest {

    private static final byte[] MAGIC = "HCPCSREF".getBytes(StandardCharsets.US_ASCII);
    private static final int ENVELOPE = MAGIC.length + 2 * Integer.BYTES;

    static List<byte[]> snapshots() {
        return Seeds.snapshots();
    }

    @MethodSource("snapshots")
    @FuzzTest
    void snapshot(byte[] snapshot) throws IOException {
        open(snapshot);
    }

    static List<byte[]> bodies() {
        return Seeds.snapshots().stream().map(snapshot -> Arrays.copyOfRange(snapshot, ENVELOPE, snapshot.length)).toList();
    }

    /** What stands behind an envelope that is right, so that no checksum protects the reader. */
    @MethodSource("bodies")
    @FuzzTest
    void bodyOfSnapshot(byte[] body) throws IOException {
        CRC32C checksum = new CRC32C();
        checksum.update(body);
        open(ByteBuffer.allocate(ENVELOPE + body.length).put(MAGIC).putInt(body.length).putInt((int) checksum.getValue())
                .put(body).array());
    }

    private static void open(byte[] bytes) throws IOException {
        try (WorkFolder folder = new WorkFolder()) {
            Optional<HcpcsIndex> index = ReaderPromise.kept("hcpcs.snapshot",
                    () -> HcpcsIndex.open(folder.write("hcpcs.snapshot", bytes)));
            if (index.isPresent()) {
                ReaderPromise.checkIndex(index.get());
            }
            folder.checkUntouched();
        }
    }
}
