package dev.hcpcs.loader.cli;

import dev.hcpcs.lookup.HcpcsCode;
import dev.hcpcs.lookup.HcpcsIndex;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code hcpcs history}. */
@Command(name = "history", mixinStandardHelpOptions = true,
        customSynopsis = {"hcpcs history [-hV] CODE [--as-known-at=QUARTER] [--format=text|json]",
            "           [--data PATH...]"},
        description = "When a code existed and what its attributes were, each with what it rests on and what changed.")
final class HistoryCommand extends CodeCommand {

    @Override
    Optional<LocalDate> date() {
        return Optional.empty();
    }

    @Override
    String text(HcpcsIndex index, HcpcsCode code) {
        return AnswerText.history(index.history(code), index.releases());
    }

    @Override
    String json(HcpcsIndex index, HcpcsCode code) {
        return AnswerJson.history(index.history(code));
    }
}
