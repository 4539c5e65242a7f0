package dev.hcpcs.loader.cli;

import dev.hcpcs.lookup.HcpcsCode;
import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.Replacement;
import dev.hcpcs.lookup.Status;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hcpcs replacements}. */
@Command(name = "replacements", mixinStandardHelpOptions = true,
        customSynopsis = {"hcpcs replacements [-hV] CODE [--on=DATE] [--as-known-at=QUARTER]",
            "           [--format=text|json] [--data PATH...]"},
        description = {"Where a code that is not active any more went: its cross references on a date, followed until they lead to"
            + " active codes or nowhere.",
            "Exit status 1 where no active code is found, and the code itself is not active."})
final class ReplacementsCommand extends CodeCommand {

    @Mixin
    private DateOption on;

    @Override
    Optional<LocalDate> date() {
        return Optional.of(on.date());
    }

    @Override
    String text(HcpcsIndex index, HcpcsCode code) {
        return ReplacementsText.write(index.replacements(code, on.date()), index, on.date());
    }

    @Override
    String json(HcpcsIndex index, HcpcsCode code) {
        return ReplacementsJson.write(index.replacements(code, on.date()), on.date());
    }

    @Override
    boolean isPositive(HcpcsIndex index, HcpcsCode code) {
        Replacement root = index.replacements(code, on.date());
        return root.status() == Status.ACTIVE || root.usable().findAny().isPresent();
    }
}
