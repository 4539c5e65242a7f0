package dev.hcpcs.lookup;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * The file that an index is written to and opened from: the envelope, which is the same in every version, so that an old
 * library can tell a newer file from a damaged one. {@code lookup/docs/snapshot-format.md} documents every byte.
 */
final class Snapshot {

    private static final byte[] MAGIC = "HCPCSREF".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 3;
    /** Magic, length, checksum. */
    static final int ENVELOPE = MAGIC.length + 2 * Integer.BYTES;

    private Snapshot() {
    }

    static boolean isSnapshot(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
        }
    }

    static void write(HcpcsIndex index, OutputStream out) throws IOException {
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        DataOutputStream body = new DataOutputStream(rest);
        body.writeInt(VERSION);
        new SnapshotWriter(body).write(index);
        DataOutputStream file = new DataOutputStream(out);
        file.write(MAGIC);
        file.writeInt(rest.size());
        file.writeInt(checksum(rest.toByteArray(), 0));
        rest.writeTo(file);
        file.flush();
    }

    static HcpcsIndex open(Path path) throws IOException {
        return read(Files.readAllBytes(path), path.toString());
    }

    /** @param name names the snapshot in messages */
    static HcpcsIndex read(byte[] bytes, String name) throws SnapshotException {
        if (bytes.length < MAGIC.length || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new SnapshotException(name + " is no HCPCS snapshot: it does not begin with HCPCSREF");
        }
        if (bytes.length < ENVELOPE + Integer.BYTES) {
            throw new SnapshotException(name + " is cut short: it ends within its header");
        }
        ByteBuffer file = ByteBuffer.wrap(bytes, MAGIC.length, bytes.length - MAGIC.length);
        long announced = Integer.toUnsignedLong(file.getInt());
        int present = bytes.length - ENVELOPE;
        int checksum = file.getInt();
        if (present != announced) {
            throw new SnapshotException(name + (present < announced ? " is cut short" : " has bytes after its end")
                    + ": its header announces " + announced + " bytes, " + present + " follow");
        }
        if (checksum != checksum(bytes, ENVELOPE)) {
            throw new SnapshotException(name + " is damaged: its checksum does not match; build or copy it again");
        }
        int version = file.getInt();
        if (version != VERSION) {
            throw new SnapshotException(name + " is of snapshot format " + version + (version > VERSION
                    ? ", newer than format " + VERSION + " which this library reads: use a newer version of this library"
                    : ", older than format " + VERSION + " which this library reads: build it again from its releases"));
        }
        try {
            return new SnapshotReader(file).read();
        } catch (RuntimeException e) {
            // What it quotes of the file may be anything.
            String reason = e.toString().replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]", "\ufffd");
            SnapshotException broken = new SnapshotException(name + " is broken although its checksum matches ("
                    + reason + "); build it again from its releases");
            broken.initCause(e);
            throw broken;
        }
    }

    private static int checksum(byte[] bytes, int from) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, bytes.length - from);
        return (int) crc.getValue();
    }
}
