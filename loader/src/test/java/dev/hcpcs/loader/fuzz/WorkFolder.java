package dev.hcpcs.loader.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A folder with what is read, which reading must leave as it is. */
final class WorkFolder implements AutoCloseable {

    private static final int LONGEST_NAME = 255;
    /** Messages have other characters as escapes. */
    private static final Pattern PRINTABLE = Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S} &&[^/]]+");

    private final Path path;
    private final Map<Path, byte[]> written = new LinkedHashMap<>();

    WorkFolder() throws IOException {
        path = Files.createTempDirectory("fuzz");
    }

    Path path() {
        return path;
    }

    /** Whether a file may have that name here. */
    static boolean isFileName(String name) {
        try {
            return PRINTABLE.matcher(name).matches() && !name.isBlank() && !name.equals("..") && !name.equals(".")
                    && name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME
                    && Path.of(name).getFileName().toString().equals(name);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    Path write(String name, byte[] bytes) throws IOException {
        Path file = path.resolve(name);
        written.put(file, bytes);
        return Files.write(file, bytes);
    }

    void checkUntouched() throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            assertThat(files.filter(file -> !file.equals(path))).containsExactlyInAnyOrderElementsOf(written.keySet());
        }
        for (Map.Entry<Path, byte[]> file : written.entrySet()) {
            assertThat(file.getKey()).hasBinaryContent(file.getValue());
        }
    }

    @Override
    public void close() throws IOException {
        for (Path file : written.keySet()) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(path);
    }
}
