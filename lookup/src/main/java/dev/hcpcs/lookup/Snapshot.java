package dev.hcpcs.lookup;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * The file that holds releases for {@link HcpcsIndex#open}; numbers are big-endian, as {@link DataOutputStream} has them.
 *
 * <pre>
 * header   8 bytes  "HCPCSREF"
 *          int      format version, 1
 *          int      length of the body in bytes
 *          int      CRC-32C of the body
 * body     int      number of distinct texts, then each as {@link DataOutputStream#writeUTF}
 *          int      number of distinct records, then each as {@link RecordCodec} writes it
 *          int      number of releases, then each, by effective date:
 *                     year as int, quarter number as byte, name and SHA-256 as numbers of texts,
 *                     number of its records, then the number of each record, by code
 * </pre>
 */
final class Snapshot {

    private static final byte[] MAGIC = "HCPCSREF".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int HEADER_LENGTH = MAGIC.length + 3 * Integer.BYTES;

    private Snapshot() {
    }

    static void write(List<ReleaseContent> releases, OutputStream out) throws IOException {
        Map<String, Integer> texts = new LinkedHashMap<>();
        Map<HcpcsRecord, Integer> records = new LinkedHashMap<>();
        ByteArrayOutputStream recordBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream releaseBytes = new ByteArrayOutputStream();
        RecordCodec.Writer recordWriter = new RecordCodec.Writer(new DataOutputStream(recordBytes), texts);
        DataOutputStream releaseOut = new DataOutputStream(releaseBytes);
        for (ReleaseContent content : releases) {
            releaseOut.writeInt(content.release().quarter().year());
            releaseOut.writeByte(content.release().quarter().number());
            releaseOut.writeInt(recordWriter.number(content.release().name()));
            releaseOut.writeInt(recordWriter.number(content.release().sha256()));
            releaseOut.writeInt(content.records().size());
            for (HcpcsRecord record : content.records()) {
                Integer number = records.get(record);
                if (number == null) {
                    number = records.size();
                    records.put(record, number);
                    recordWriter.write(record);
                }
                releaseOut.writeInt(number);
            }
        }

        ByteArrayOutputStream bodyBytes = new ByteArrayOutputStream();
        DataOutputStream body = new DataOutputStream(bodyBytes);
        body.writeInt(texts.size());
        for (String text : texts.keySet()) {
            body.writeUTF(text);
        }
        body.writeInt(records.size());
        recordBytes.writeTo(body);
        body.writeInt(releases.size());
        releaseBytes.writeTo(body);

        DataOutputStream file = new DataOutputStream(out);
        file.write(MAGIC);
        file.writeInt(VERSION);
        file.writeInt(bodyBytes.size());
        file.writeInt(checksum(bodyBytes.toByteArray()));
        bodyBytes.writeTo(file);
        file.flush();
    }

    static boolean isSnapshot(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
        }
    }

    static HcpcsIndex open(Path path) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            return read(in, path.toString());
        }
    }

    /** @param name names the snapshot in messages */
    static HcpcsIndex read(InputStream in, String name) throws IOException {
        byte[] head = in.readNBytes(HEADER_LENGTH);
        if (head.length < MAGIC.length || !Arrays.equals(head, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new SnapshotException(name + " is no HCPCS snapshot: it does not begin with HCPCSREF");
        }
        if (head.length < HEADER_LENGTH) {
            throw new SnapshotException(name + " is cut short: it ends within its header");
        }
        ByteBuffer header = ByteBuffer.wrap(head, MAGIC.length, HEADER_LENGTH - MAGIC.length);
        int version = header.getInt();
        if (version != VERSION) {
            throw new SnapshotException(name + " has snapshot format " + version + ", this library reads format " + VERSION
                    + ": build it again from its releases, or use the library version that made it");
        }
        int length = header.getInt();
        byte[] body = in.readAllBytes();
        if (body.length != length) {
            throw new SnapshotException(name + (body.length < length ? " is cut short" : " has bytes after its end")
                    + ": its header announces " + Integer.toUnsignedString(length) + " bytes, " + body.length + " follow");
        }
        if (checksum(body) != header.getInt()) {
            throw new SnapshotException(name + " is damaged: its checksum does not match; build or copy it again");
        }
        try {
            return HcpcsIndex.of(releases(new DataInputStream(new ByteArrayInputStream(body))));
        } catch (IOException | RuntimeException e) {
            SnapshotException damaged = new SnapshotException(name + " is damaged although its checksum matches: "
                    + e.getMessage());
            damaged.initCause(e);
            throw damaged;
        }
    }

    private static List<ReleaseContent> releases(DataInputStream body) throws IOException {
        String[] texts = new String[body.readInt()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = body.readUTF();
        }
        HcpcsRecord[] records = new HcpcsRecord[body.readInt()];
        RecordCodec.Reader reader = new RecordCodec.Reader(body, texts);
        for (int i = 0; i < records.length; i++) {
            records[i] = reader.read();
        }
        List<ReleaseContent> releases = new ArrayList<>();
        for (int left = body.readInt(); left > 0; left--) {
            Quarter quarter = new Quarter(body.readInt(), body.readByte());
            Release release = new Release(quarter, texts[body.readInt()], texts[body.readInt()]);
            HcpcsRecord[] carried = new HcpcsRecord[body.readInt()];
            for (int i = 0; i < carried.length; i++) {
                carried[i] = records[body.readInt()];
            }
            releases.add(new ReleaseContent(release, List.of(carried)));
        }
        return releases;
    }

    private static int checksum(byte[] body) {
        CRC32C crc = new CRC32C();
        crc.update(body);
        return (int) crc.getValue();
    }
}
