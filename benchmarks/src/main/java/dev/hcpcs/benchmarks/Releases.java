package dev.hcpcs.benchmarks;

import dev.hcpcs.loader.ReleaseLoader;
import dev.hcpcs.lookup.HcpcsCode;
import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.HcpcsRecord;
import dev.hcpcs.lookup.Quarter;
import dev.hcpcs.lookup.Release;
import dev.hcpcs.lookup.ReleaseContent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is measured on: CMS's own eight releases where they lie in {@code ../shared/cms} beside the checkout, else releases
 * generated in their number, size and shape. {@link #kind} tells which.
 */
final class Releases {

    private static final Path REAL = Path.of("../shared/cms");
    private static final List<String> QUARTERS = List.of("2012-JAN", "2016-JAN", "2017-JAN", "2019-JAN", "2020-APR",
            "2020-JUL", "2020-OCT", "2025-OCT");

    private Releases() {
    }

    /** For the reader of results. */
    static String kind() {
        return Files.isDirectory(REAL) ? "CMS's eight releases of 2012 to 2025" : "eight generated releases";
    }

    /**
     * As an application has it: opened from a snapshot, in a process that has loaded nothing. What the loader does with texts
     * before would shape what the compiler makes of a lookup, so it runs in a process of its own,
     * with Java's own settings.
     */
    static HcpcsIndex index() throws IOException {
        Path file = Files.createTempFile("hcpcs", ".snapshot");
        try {
            String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            Process loader = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), Releases.class.getName(),
                    file.toString()).inheritIO().start();
            try {
                int exit = loader.waitFor();
                if (exit != 0) {
                    throw new IOException("the process that loads the releases ended with " + exit);
                }
            } finally {
                loader.destroyForcibly();
            }
            return HcpcsIndex.open(file);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the releases were loaded", e);
        } finally {
            Files.delete(file);
        }
    }

    /** Writes the snapshot; for {@link #index}. */
    public static void main(String[] args) throws IOException {
        Files.write(Path.of(args[0]), snapshot());
    }

    static byte[] snapshot() throws IOException {
        HcpcsIndex built = Files.isDirectory(REAL) ? ReleaseLoader.lenient().load(REAL).index() : HcpcsIndex.of(generated());
        ByteArrayOutputStream snapshot = new ByteArrayOutputStream();
        built.write(snapshot);
        return snapshot.toByteArray();
    }

    /** CMS's files; only where {@link #kind} says so. */
    static Optional<Path> real(String name) {
        Path file = REAL.resolve(name);
        return Files.exists(file) ? Optional.of(file) : Optional.empty();
    }

    /** 9,500 codes, three in four of them in all releases, the others later; one in six changes, one in five ends. */
    private static List<ReleaseContent> generated() {
        List<ReleaseContent> releases = new ArrayList<>();
        for (int r = 0; r < QUARTERS.size(); r++) {
            Quarter quarter = Quarter.parse(QUARTERS.get(r));
            List<HcpcsRecord> records = new ArrayList<>();
            for (int code = 0; code < 9_500; code++) {
                boolean later = code % 4 == 3;
                if (!later || r >= code / 4 % QUARTERS.size()) {
                    records.add(record(code, r));
                }
            }
            releases.add(new ReleaseContent(new Release(quarter, "generated-" + quarter, "0".repeat(64)), records));
        }
        return releases;
    }

    private static HcpcsRecord record(int code, int release) {
        String text = "ABCEGHJKLMPQRSTV".charAt(code % 16) + String.format("%04d", code / 16 * 7 % 10_000);
        boolean changed = code % 6 == 0 && release > 3;
        boolean terminated = code % 5 == 0 && release > 4;
        return HcpcsRecord.builder(HcpcsCode.parse(text))
                .longDescription("Supply or service number " + code + (changed ? ", described anew, " : ", ")
                        + "as words go on for one hundred characters or so in CMS's own descriptions")
                .shortDescription("Supply " + code + (changed ? " anew" : ""))
                .pricingIndicators(List.of(changed ? "51" : "57"))
                .coverage("C")
                .addedDate(Optional.of(LocalDate.of(1990 + code % 20, 1, 1)))
                .actionEffectiveDate(Optional.of(LocalDate.of(changed ? 2019 : 1990 + code % 20, 1, 1)))
                .terminationDate(terminated ? Optional.of(LocalDate.of(2019, 12, 31)) : Optional.empty())
                .action(terminated ? "D" : "N")
                .build();
    }
}
