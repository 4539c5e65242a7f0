package dev.hcpcs.loader.cli;

import java.util.Optional;
import picocli.CommandLine.Parameters;

/** {@code NAME|QUARTER}: an earlier snapshot. */
final class EarlierParameter {

    @Parameters(arity = "0..1", paramLabel = "NAME|QUARTER", description = "An earlier snapshot: its name, as 'hcpcs releases"
            + " --snapshot FILE' lists it, that of its file, or the quarter of its newest release.")
    private String name;

    /** Empty where none is named. */
    Optional<String> name() {
        return Optional.ofNullable(name);
    }
}
