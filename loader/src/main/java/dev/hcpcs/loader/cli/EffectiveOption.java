package dev.hcpcs.loader.cli;

import dev.hcpcs.loader.ReleaseLoader;
import java.time.LocalDate;
import picocli.CommandLine.Option;

/** {@code --effective}: the quarter of a release whose name does not tell it. */
final class EffectiveOption {

    @Option(names = "--effective", paramLabel = "DATE", converter = DateConverter.class,
            description = "The effective date of a release whose name does not tell it: the first day of its quarter. With"
                    + " one release only.")
    private LocalDate effective;

    ReleaseLoader of(ReleaseLoader loader) {
        return effective == null ? loader : loader.effective(effective);
    }
}
