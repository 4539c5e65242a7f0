package dev.hcpcs.loader.fetch;

import dev.hcpcs.loader.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place of a fetched file, and of the checksum that is recorded beside it in {@code NAME.sha256}, which
 * {@code sha256sum --check} reads.
 */
final class KeptFile {

    private static final Pattern CHECKSUM_LINE = Pattern.compile("([0-9a-f]{64}) [ *](.+)\\R?");

    private final Path path;
    private final Path checksum;

    KeptFile(Path path) {
        this.path = path;
        this.checksum = path.resolveSibling(path.getFileName() + ".sha256");
    }

    Path path() {
        return path;
    }

    Path checksum() {
        return checksum;
    }

    /** Of the file that is there; empty where none is. */
    Optional<String> sha256() throws IOException {
        return Files.exists(path) ? Optional.of(sha256(path)) : Optional.empty();
    }

    /** The checksum that was recorded; empty where none was. */
    Optional<String> recordedSha256() throws IOException {
        // Any bytes are Latin-1, so that a damaged record reads as none.
        Matcher line = CHECKSUM_LINE.matcher(Files.exists(checksum)
                ? Files.readString(checksum, StandardCharsets.ISO_8859_1) : "");
        return line.matches() && line.group(2).equals(path.getFileName().toString())
                ? Optional.of(line.group(1)) : Optional.empty();
    }

    Instant lastModified() throws IOException {
        return Files.getLastModifiedTime(path).toInstant();
    }

    /** Takes the place, in an order in which no checksum ever stands beside a file that it is not of. */
    void become(PartFile part, String sha256, Optional<Instant> lastModified) throws IOException {
        Files.deleteIfExists(checksum);
        part.moveTo(path);
        record(sha256, lastModified);
    }

    /** Records the checksum, and the server's time, which the next fetch asks by; empty where it does not tell. */
    void record(String sha256, Optional<Instant> lastModified) throws IOException {
        if (lastModified.isPresent()) {
            Files.setLastModifiedTime(path, FileTime.from(lastModified.get()));
        }
        Files.writeString(checksum, sha256 + "  " + path.getFileName() + "\n");
    }

    static String sha256(Path file) throws IOException {
        return Sha256.of(file);
    }
}
