package dev.hcpcs.lookup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HexFormat;

/**
 * What tells a file from the one that lay there before, at the price of a few bytes.
 *
 * <p>Network file systems may round times to seconds and number files anew, so the snapshot's envelope, which has its length and
 * checksum, counts beside what the file system says.
 *
 * @param envelope the file's first bytes in hexadecimal, fewer where the file is shorter
 * @param size     in bytes
 * @param modified as the file system rounds it
 * @param key      the file system's own number of the file; {@code null} as text where it has none
 */
record FileState(String envelope, long size, FileTime modified, String key) {

    /** Of a file that is missing, or that cannot be read for another reason. */
    static final FileState UNREADABLE = new FileState("", -1, FileTime.fromMillis(0), "");

    static FileState of(Path file) {
        // The envelope first: a network file system asks its server anew when a file is opened, but may remember its times.
        try (InputStream in = Files.newInputStream(file)) {
            String envelope = HexFormat.of().formatHex(in.readNBytes(Snapshot.ENVELOPE));
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new FileState(envelope, attributes.size(), attributes.lastModifiedTime(),
                    String.valueOf(attributes.fileKey()));
        } catch (IOException e) {
            return UNREADABLE;
        }
    }
}
