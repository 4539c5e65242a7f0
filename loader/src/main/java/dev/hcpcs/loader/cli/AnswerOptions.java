package dev.hcpcs.loader.cli;

import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the commands that answer for one code have in common. */
final class AnswerOptions {

    static final String CODE = "A procedure code or modifier, in any letter case.";

    @Mixin
    DataOptions data;

    @Option(names = "--format", defaultValue = "text", paramLabel = "text|json",
            description = "text to be read, json for programs (default: ${DEFAULT-VALUE})")
    OutputFormat format;

    /** Kept apart from the above: {@code history} has no date. */
    static final class On {

        @Option(names = "--on", paramLabel = "DATE", converter = DateConverter.class,
                description = "The date of service, YYYY-MM-DD or YYYYMMDD (default: today)")
        private LocalDate date;

        LocalDate date() {
            return Optional.ofNullable(date).orElseGet(LocalDate::now);
        }
    }
}
