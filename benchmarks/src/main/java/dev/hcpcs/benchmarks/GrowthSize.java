package dev.hcpcs.benchmarks;

import dev.hcpcs.loader.LoadedReleases;
import dev.hcpcs.loader.ReleaseLoader;
import dev.hcpcs.lookup.HcpcsIndex;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * How much is measured on.
 *
 * @param firstCodes codes in the first release
 * @param releases   quarters in a row
 */
record GrowthSize(int firstCodes, int releases) {

    /** Up to the quarters of 25 years. */
    static final List<GrowthSize> MORE_QUARTERS = Stream.of(6, 25, 100).map(releases -> new GrowthSize(8_000, releases))
            .toList();
    /** Up to 100,000 codes. */
    static final List<GrowthSize> MORE_CODES = Stream.of(6_250, 25_000, 100_000)
            .map(codes -> new GrowthSize(codes, 8)).toList();

    private static final Path FOLDER = Path.of("benchmarks/target/growth");
    private static final String SNAPSHOT = "hcpcs.snapshot";

    /** The reverse of {@link #toString}. */
    static GrowthSize parse(String text) {
        String[] numbers = text.split("x");
        return new GrowthSize(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
    }

    /** The folder of the releases' texts, which are written if they are not there yet. */
    Path texts() throws IOException {
        Path texts = FOLDER.resolve(toString());
        if (!Files.exists(texts)) {
            Path unfinished = Files.createDirectories(FOLDER.resolve("unfinished-" + this));
            new GrowingReleases(firstCodes).write(unfinished, releases);
            Files.move(unfinished, texts);
        }
        return texts;
    }

    /** Their snapshot, which is built if it is not there yet. */
    Path snapshot() throws IOException {
        Path snapshot = FOLDER.resolve(this + "-" + SNAPSHOT);
        if (!Files.exists(snapshot)) {
            HcpcsIndex index = load().index();
            Path unfinished = FOLDER.resolve("unfinished-" + this + "-" + SNAPSHOT);
            try (OutputStream out = Files.newOutputStream(unfinished)) {
                index.write(out);
            }
            Files.move(unfinished, snapshot);
        }
        return snapshot;
    }

    /** Removes what any size has written. */
    static void clear() throws IOException {
        if (Files.exists(FOLDER)) {
            try (Stream<Path> below = Files.walk(FOLDER)) {
                for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    LoadedReleases load() throws IOException {
        return ReleaseLoader.strict().load(texts());
    }

    /** For example {@code 8000x25}. */
    @Override
    public String toString() {
        return firstCodes + "x" + releases;
    }
}
