package dev.hcpcs.loader;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes ZIPs such as no honest program does: of an honest one, the bytes of the directory are changed. */
final class HostileZip {

    private static final int DIRECTORY_ENTRY = 0x02014b50;
    private static final int END = 0x06054b50;

    private HostileZip() {
    }

    /** An honest one. */
    static byte[] of(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    /** One whose only entry is the same byte over and over. */
    static Path ofOneByte(Path file, String name, byte value, long size) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(out))) {
            zip.putNextEntry(new ZipEntry(name));
            byte[] some = new byte[1 << 20];
            Arrays.fill(some, value);
            for (long written = 0; written < size; written += some.length) {
                zip.write(some);
            }
        }
        return file;
    }

    /** Sets a number of two bytes in the first entry of the directory: 8 has the flags, 10 the method. */
    static byte[] withShort(byte[] zip, int offset, int value) {
        buffer(zip).putShort(entries(zip).get(0) + offset, (short) value);
        return zip;
    }

    /** Sets a number of four bytes in the first entry of the directory: 24 has the size, 38 the attributes. */
    static byte[] withInt(byte[] zip, int offset, int value) {
        buffer(zip).putInt(entries(zip).get(0) + offset, value);
        return zip;
    }

    /** Renames an entry in the directory; the names are of one length. */
    static byte[] renamed(byte[] zip, String from, String to) {
        byte[] name = to.getBytes(StandardCharsets.ISO_8859_1);
        for (int entry : entries(zip)) {
            if (new String(zip, entry + 46, name.length, StandardCharsets.ISO_8859_1).equals(from)) {
                System.arraycopy(name, 0, zip, entry + 46, name.length);
            }
        }
        return zip;
    }

    /** The first entry again and again in the directory, under other names of its length, all of the same bytes. */
    static byte[] repeated(byte[] zip, List<String> names) {
        int begin = entries(zip).get(0);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(zip, 0, begin);
        for (String name : names) {
            bytes.write(zip, begin, 46);
            bytes.writeBytes(name.getBytes(StandardCharsets.ISO_8859_1));
        }
        int size = bytes.size() - begin;
        ByteBuffer last = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN).putInt(END).putInt(0)
                .putShort((short) names.size()).putShort((short) names.size()).putInt(size).putInt(begin);
        bytes.writeBytes(last.array());
        return bytes.toByteArray();
    }

    private static List<Integer> entries(byte[] zip) {
        ByteBuffer bytes = buffer(zip);
        int end = zip.length - 22;
        List<Integer> entries = new ArrayList<>();
        int entry = bytes.getInt(end + 16);
        while (bytes.getInt(entry) == DIRECTORY_ENTRY) {
            entries.add(entry);
            entry += 46 + bytes.getShort(entry + 28) + bytes.getShort(entry + 30) + bytes.getShort(entry + 32);
        }
        return entries;
    }

    private static ByteBuffer buffer(byte[] zip) {
        return ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    }
}
