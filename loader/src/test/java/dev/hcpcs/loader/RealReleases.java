package dev.hcpcs.loader;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** CMS's own files, in {@code ../shared} beside the checkout. Tests on them are skipped, and say so, where it is absent. */
public final class RealReleases {

    private static final Path SHARED = Path.of("../../shared");
    private static final Path CMS = SHARED.resolve("cms");
    private static final String ABSENT = "tests on real releases, which are not in ../shared/cms beside the checkout";
    private static final AtomicBoolean SAID = new AtomicBoolean();

    private RealReleases() {
    }

    /** Skips the test that calls it where there are no real releases. */
    public static void assumePresent() {
        boolean present = Files.isDirectory(CMS);
        if (!present && SAID.compareAndSet(false, true)) {
            System.out.println("SKIPPED: " + ABSENT);
        }
        assumeTrue(present, ABSENT);
    }

    public static Path cms(String name) {
        return CMS.resolve(name);
    }

    public static Path expectedAnswers() {
        return SHARED.resolve("expected/answers-dev.csv.gz");
    }

    /** The eight releases that the expected answers were recorded from. */
    public static List<Path> eight() {
        return List.of(cms("2012-12anweb.zip"), cms("2016"), cms("2017-Alpha-Numeric-HCPCS-File.zip"),
                cms("2019-Alpha-Numeric-HCPCS-File.zip"), cms("HCPC2020_APR_ANWEB.xlsx"), cms("HCPC2020_JUL_ANWEB.xlsx"),
                cms("HCPC2020_OCT_ANWEB.xlsx"), cms("HCPC2025_OCT_ANWEB.xlsx"));
    }
}
