package dev.hcpcs.loader.fetch;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * What has come of a file so far, {@code NAME.part}. Beside it, {@code NAME.part.from} keeps the address and the validator (ETag
 * or Last-Modified) that the server gave, so that a later run can ask for the rest of the same file.
 */
final class PartFile implements Closeable {

    private final Path path;
    private final Path from;
    private final FileChannel channel;

    private PartFile(Path path, Path from, FileChannel channel) {
        this.path = path;
        this.from = from;
        this.channel = channel;
    }

    /** @param file the file that this becomes when it is whole */
    static PartFile of(Path file) throws IOException {
        Path path = file.resolveSibling(file.getFileName() + ".part");
        FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.position(channel.size());
        return new PartFile(path, file.resolveSibling(path.getFileName() + ".from"), channel);
    }

    Path path() {
        return path;
    }

    long size() throws IOException {
        return channel.size();
    }

    /** What the server called the file at the address when these bytes came; empty where nothing can be added to them. */
    Optional<String> validator(URI address) throws IOException {
        List<String> lines = size() > 0 && Files.exists(from) ? Files.readAllLines(from, StandardCharsets.ISO_8859_1) : List.of();
        return lines.size() == 2 && lines.get(0).equals(address.toString()) ? Optional.of(lines.get(1)) : Optional.empty();
    }

    /** Drops what is here. */
    void startOver(URI address, Optional<String> validator) throws IOException {
        channel.truncate(0);
        Files.deleteIfExists(from);
        if (validator.isPresent()) {
            Files.writeString(from, address + "\n" + validator.get() + "\n");
        }
    }

    void append(List<ByteBuffer> bytes) throws IOException {
        for (ByteBuffer buffer : bytes) {
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        }
    }

    /** Makes it the whole file. */
    void moveTo(Path file) throws IOException {
        channel.close();
        Files.move(path, file, StandardCopyOption.ATOMIC_MOVE);
        Files.deleteIfExists(from);
    }

    void delete() throws IOException {
        channel.close();
        Files.deleteIfExists(path);
        Files.deleteIfExists(from);
    }

    /** Keeps what has come, if anything has. */
    @Override
    public void close() throws IOException {
        if (channel.isOpen() && size() == 0) {
            delete();
        }
        channel.close();
    }
}
