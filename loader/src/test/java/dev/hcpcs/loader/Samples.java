package dev.hcpcs.loader;

import java.nio.file.Path;
import java.util.List;

/** The sample releases as files. */
final class Samples {

    static final Path FOLDER = Path.of("../data-samples/src/main/resources/dev/hcpcs/samples");
    /** Without file ending. */
    static final List<String> NAMES =
            List.of("HCPC2012_ANWEB", "HCPC2020_OCT_ANWEB", "HCPC2023_JAN_ANWEB", "HCPC2026_JAN_ANWEB");

    private Samples() {
    }

    static Path text(String name) {
        return FOLDER.resolve(name + ".txt");
    }
}
