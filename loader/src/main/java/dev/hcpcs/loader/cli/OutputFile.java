package dev.hcpcs.loader.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Writes a file whole or not at all: beside its place, then moved there. */
final class OutputFile {

    /** Writes the content. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private OutputFile() {
    }

    /** @throws IllegalArgumentException if no file can be written there; to be asked before a long work */
    static void check(Path file) {
        if (file.toString().isBlank()) {
            throw new IllegalArgumentException("the name of the file to write is empty");
        }
        if (!Files.isDirectory(file.toAbsolutePath().getParent())) {
            throw new IllegalArgumentException("the folder " + file.toAbsolutePath().getParent() + " does not exist");
        }
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException(file + " is a folder; name a file in it");
        }
        // A device or a pipe would be replaced by a file.
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new IllegalArgumentException(file + " is no ordinary file; name another one");
        }
    }

    /** @throws IllegalArgumentException if the file would replace one of the inputs; to be asked before a long work */
    static void checkIsNone(Path file, String option, List<Path> inputs) throws IOException {
        for (Path input : inputs) {
            if (Files.exists(file) && Files.exists(input) && Files.isSameFile(input, file)) {
                throw new IllegalArgumentException(file + " is an input; name another file with " + option);
            }
            if (Files.isDirectory(input) && file.toAbsolutePath().normalize().startsWith(input.toAbsolutePath().normalize())) {
                throw new IllegalArgumentException(file + " is in the folder " + input + ", which is an input; name a file"
                        + " elsewhere with " + option);
            }
        }
    }

    static void write(Path file, Content content) throws IOException {
        check(file);
        Path folder = file.toAbsolutePath().getParent();
        // Not a temporary file of the JDK's: those are readable for their owner only, and so would the result be.
        Path unfinished = folder.resolve("." + file.getFileName() + "." + ProcessHandle.current().pid() + ".unfinished");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
                content.writeTo(out);
            }
            try {
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
