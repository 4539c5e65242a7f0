package dev.hcpcs.loader.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hcpcs show}. */
@Command(name = "show", mixinStandardHelpOptions = true,
        customSynopsis = "hcpcs show [-hV] CODE [--on=DATE] [--format=text|json] [--data PATH...]",
        description = "The whole record of a code on a date, with every code explained as CMS's record layout does.")
final class ShowCommand implements Callable<Integer> {

    @Parameters(paramLabel = "CODE", description = AnswerOptions.CODE)
    private String code;

    @Mixin
    private AnswerOptions.On on;

    @Mixin
    private AnswerOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        LocalDate date = on.date();
        return Question.ask(spec, code, Optional.of(date), options, (index, parsed) -> options.format == OutputFormat.JSON
                ? AnswerJson.show(index.lookup(parsed, date))
                : AnswerText.show(index.lookup(parsed, date), index.history(parsed),
                        index.releases().get(index.releases().size() - 1)));
    }
}
