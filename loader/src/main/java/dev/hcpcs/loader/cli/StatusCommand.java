package dev.hcpcs.loader.cli;

import dev.hcpcs.lookup.HcpcsCode;
import dev.hcpcs.lookup.HcpcsIndex;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hcpcs status}. */
@Command(name = "status", mixinStandardHelpOptions = true,
        customSynopsis = {"hcpcs status [-hV] CODE [--on=DATE] [--as-known-at=QUARTER]",
            "           [--format=text|json] [--data PATH...]"},
        description = "One line: what a code was on a date, on what evidence, and the version that applies.")
final class StatusCommand extends CodeCommand {

    @Mixin
    private DateOption on;

    @Override
    Optional<LocalDate> date() {
        return Optional.of(on.date());
    }

    @Override
    String text(HcpcsIndex index, HcpcsCode code) {
        return AnswerText.status(index.lookup(code, on.date()), () -> index.history(code));
    }

    @Override
    String json(HcpcsIndex index, HcpcsCode code) {
        return AnswerJson.status(index.lookup(code, on.date()));
    }
}
