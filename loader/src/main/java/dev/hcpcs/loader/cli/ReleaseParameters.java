package dev.hcpcs.loader.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Parameters;

/** {@code RELEASE…}: what a command makes a snapshot of. */
final class ReleaseParameters {

    @Parameters(arity = "1..*", paramLabel = "RELEASE",
            description = "A ZIP as CMS publishes it, a text file, a workbook, a CSV export, or a folder of them. Lists of NOC"
                    + " codes and processing notes are loaded from there too, or named themselves.")
    private List<Path> paths;

    List<Path> paths() {
        return paths;
    }
}
