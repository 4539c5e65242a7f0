package dev.hcpcs.loader.cli;

import dev.hcpcs.lookup.Answer;
import dev.hcpcs.lookup.HcpcsCode;
import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.Release;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hcpcs show}. */
@Command(name = "show", mixinStandardHelpOptions = true,
        customSynopsis = {"hcpcs show [-hV] CODE [--on=DATE] [--as-known-at=QUARTER]",
            "           [--format=text|json] [--data PATH...]"},
        description = "The whole record of a code on a date, with every code explained as CMS's record layout does.")
final class ShowCommand extends CodeCommand {

    @Mixin
    private DateOption on;

    @Override
    Optional<LocalDate> date() {
        return Optional.of(on.date());
    }

    @Override
    String text(HcpcsIndex index, HcpcsCode code) {
        Release latest = index.releases().get(index.releases().size() - 1);
        Answer answer = index.lookup(code, on.date());
        return AnswerText.show(answer, index.history(code), index.findProcessingNote(answer.version()),
                index.findNotOtherwiseClassifiedList(answer), latest);
    }

    @Override
    String json(HcpcsIndex index, HcpcsCode code) {
        Answer answer = index.lookup(code, on.date());
        return AnswerJson.show(answer, index.findProcessingNote(answer.version()),
                index.findNotOtherwiseClassifiedList(answer));
    }
}
