package dev.hcpcs.loader.publish;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The steps by which a store changes what is on the disk; a test breaks off at each of them. */
class Disk {

    /** Writes a file, and returns when its bytes are on the disk. Broken off, it leaves a part of them. */
    void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            // The system's words alone, such as that no space is left, do not tell where.
            throw new FileSystemException(file.toString(), null, e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    /** Gives a file another one's place: whoever opens that sees the old file or the new one. */
    void move(Path file, Path to) throws IOException {
        Files.move(file, to, StandardCopyOption.ATOMIC_MOVE);
    }

    void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    /**
     * Returns when the names in a folder are on the disk, so that a loss of power does not undo a move. Does nothing where the
     * system or the file system cannot do that: Windows does not open folders, and some file systems do not sync them.
     */
    void forceFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            force(channel);
        } catch (AccessDeniedException e) {
            // Windows.
        }
    }

    private static void force(FileChannel folder) {
        try {
            folder.force(true);
        } catch (IOException e) {
            // What was moved is moved all the same.
        }
    }
}
