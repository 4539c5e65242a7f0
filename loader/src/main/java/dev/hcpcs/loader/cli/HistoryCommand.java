package dev.hcpcs.loader.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hcpcs history}. */
@Command(name = "history", mixinStandardHelpOptions = true,
        customSynopsis = "hcpcs history [-hV] CODE [--format=text|json] [--data PATH...]",
        description = "When a code existed and what its attributes were, each with what it rests on and what changed.")
final class HistoryCommand implements Callable<Integer> {

    @Parameters(paramLabel = "CODE", description = AnswerOptions.CODE)
    private String code;

    @Mixin
    private AnswerOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        return Question.ask(spec, code, Optional.empty(), options, (index, parsed) -> options.format == OutputFormat.JSON
                ? AnswerJson.history(index.history(parsed))
                : AnswerText.history(index.history(parsed), index.releases()));
    }
}
