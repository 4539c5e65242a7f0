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

/** {@code hcpcs status}. */
@Command(name = "status", mixinStandardHelpOptions = true,
        customSynopsis = "hcpcs status [-hV] CODE [--on=DATE] [--format=text|json] [--data PATH...]",
        description = "One line: what a code was on a date, on what evidence, and the version that applies.")
final class StatusCommand implements Callable<Integer> {

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
                ? AnswerJson.status(index.lookup(parsed, date))
                : AnswerText.status(index.lookup(parsed, date), index.history(parsed)));
    }
}
