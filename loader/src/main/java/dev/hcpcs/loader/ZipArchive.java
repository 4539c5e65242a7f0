package dev.hcpcs.loader;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * A ZIP, of which nothing is believed: neither how many entries it says to have nor how long they are, and least of all where
 * their names lead. No entry is ever written to the disk.
 */
final class ZipArchive implements Closeable {

    /** A name that leads out of the ZIP: absolute, or upwards. */
    private static final Pattern LEADS_OUT = Pattern.compile("[/\\\\].*|[A-Za-z]:.*|(.*[/\\\\])?\\.\\.([/\\\\].*)?",
            Pattern.DOTALL);

    /** Characters of an entry's name, or of a library's reason, in messages. */
    private static final int SHOWN = 60;

    private final ZipFile zip;
    private final String location;
    private final ReadLimits limits;

    private ZipArchive(ZipFile zip, String location, ReadLimits limits) {
        this.zip = zip;
        this.location = location;
        this.limits = limits;
    }

    static ZipArchive open(Path path, ReadLimits limits) throws IOException {
        limits.check(ReadLimit.ARCHIVE_BYTES, Files.size(path), path.toString());
        return open(Files.newByteChannel(path), path.toString(), limits);
    }

    /** @param location names it in messages */
    static ZipArchive open(byte[] bytes, String location, ReadLimits limits) throws IOException {
        return open(new SeekableInMemoryByteChannel(bytes), location, limits);
    }

    private static ZipArchive open(SeekableByteChannel channel, String location, ReadLimits limits) throws IOException {
        try {
            ZipDirectoryChannel directory = new ZipDirectoryChannel(channel, location, limits);
            // Names in CMS's ZIPs are ASCII; reading them as Latin-1 never fails on a stray byte.
            ZipFile zip = ZipFile.builder().setSeekableByteChannel(directory).setCharset(StandardCharsets.ISO_8859_1)
                    .setIgnoreLocalFileHeader(true).get();
            directory.isRead();
            ZipArchive archive = new ZipArchive(zip, location, limits);
            archive.check(channel.size());
            return archive;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw ReleaseException.within(e).orElseGet(() -> new ReleaseException(location + " is no readable ZIP ("
                    + e.getMessage() + "); download it again"));
        }
    }

    private void check(long size) throws ReleaseException {
        Set<String> names = new HashSet<>();
        long compressed = 0;
        for (ZipArchiveEntry entry : entries()) {
            limits.check(ReadLimit.ARCHIVE_ENTRIES, names.size() + 1L, location);
            String name = entry.getName();
            if (LEADS_OUT.matcher(name).matches()) {
                throw new ReleaseException(location + " has an entry whose name leads out of it, " + shown(entry)
                        + "; it is no ZIP of CMS's, take the files out of it if you trust it");
            }
            if (!names.add(name)) {
                throw new ReleaseException(location + " has two entries named " + shown(entry)
                        + ", and nothing tells which one is right; take the files out of it and name one of them");
            }
            // One that states more than there is counts as that, so that no sum overflows.
            compressed += Math.min(Math.max(0, entry.getCompressedSize()), size + 1);
        }
        if (compressed > size) {
            throw new ReleaseException(location + " is damaged: its entries have more compressed bytes than it has itself, so"
                    + " they lie within one another; download it again");
        }
    }

    /** In the ZIP's order. */
    List<ZipArchiveEntry> entries() {
        return Collections.list(zip.getEntries());
    }

    /** An entry's bytes; reading fails where they are more than a limit allows, or others than the ZIP states. */
    InputStream open(ZipArchiveEntry entry) throws IOException {
        String title = title(entry);
        if (entry.isUnixSymlink()) {
            throw new ReleaseException(title + " is a symbolic link, which is not followed; put the file itself into the ZIP");
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new ReleaseException(title + " is encrypted; decrypt it first, and name the decrypted file");
        }
        if (entry.getMethod() != ZipEntry.DEFLATED && entry.getMethod() != ZipEntry.STORED) {
            throw new ReleaseException(title + " is compressed by method " + entry.getMethod()
                    + ", which is not read; take the file out of the ZIP and name it");
        }
        try {
            return new ZipEntryStream(zip.getInputStream(entry), entry, location, limits);
        } catch (IOException e) {
            throw new ReleaseException(damaged(entry, e));
        }
    }

    /** What messages say of an entry that cannot be inflated. */
    String damaged(ZipArchiveEntry entry, IOException e) {
        return location + " is damaged: " + shown(entry) + " cannot be read (" + shown(String.valueOf(e.getMessage()))
                + "); download it again";
    }

    /** How messages name an entry. */
    String title(ZipArchiveEntry entry) {
        return location + "!" + shown(entry);
    }

    /** Its name in messages: that of a damaged entry may go on for thousands of characters. */
    static String shown(ZipArchiveEntry entry) {
        return shown(entry.getName());
    }

    private static String shown(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
