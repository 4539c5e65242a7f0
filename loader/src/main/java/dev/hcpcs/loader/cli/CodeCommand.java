package dev.hcpcs.loader.cli;

import dev.hcpcs.lookup.HcpcsCode;
import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.InvalidCodeException;
import dev.hcpcs.lookup.Status;
import dev.hcpcs.lookup.UnknownCodeException;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the commands have in common that answer for one code: they write the answer, or why there is none. */
abstract class CodeCommand implements Callable<Integer> {

    @Parameters(paramLabel = "CODE", description = "A procedure code or modifier, in any letter case.")
    private String code;

    @Mixin
    private DataOptions data;

    @Mixin
    private FormatOption output;

    @Spec
    private CommandSpec spec;

    /** The date asked for; empty where the command has none. */
    abstract Optional<LocalDate> date();

    /** @throws UnknownCodeException if no release carries the code */
    abstract String text(HcpcsIndex index, HcpcsCode code);

    /** @throws UnknownCodeException if no release carries the code */
    abstract String json(HcpcsIndex index, HcpcsCode code);

    /**
     * Whether the answer is what one hopes for.
     *
     * @throws UnknownCodeException if no release carries the code
     */
    boolean isPositive(HcpcsIndex index, HcpcsCode code) {
        return true;
    }

    @Override
    public final Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        int exit;
        try {
            HcpcsCode parsed = HcpcsCode.parse(code);
            HcpcsIndex index = data.index();
            out.println(output.format() == OutputFormat.JSON ? json(index, parsed) : text(index, parsed));
            exit = isPositive(index, parsed) ? Hcpcs.DONE : Hcpcs.NEGATIVE;
        } catch (UnknownCodeException e) {
            out.println(noAnswer(e.code().value(), Status.UNKNOWN_CODE, e));
            exit = Hcpcs.NEGATIVE;
        } catch (InvalidCodeException e) {
            boolean malformed = e.reason() == InvalidCodeException.Reason.MALFORMED;
            if (malformed && output.format() == OutputFormat.TEXT) {
                throw e;
            }
            out.println(noAnswer(code.strip(), malformed ? Status.INVALID_CODE : Status.NOT_LEVEL_II, e));
            exit = malformed ? Hcpcs.UNUSABLE : Hcpcs.NEGATIVE;
        }
        Output.flush(out);
        return exit;
    }

    private String noAnswer(String asked, Status status, Exception reason) {
        return output.format() == OutputFormat.JSON ? AnswerJson.noAnswer(asked, date(), status, reason.getMessage())
                : asked + date().map(day -> " on " + day).orElse("") + ": " + status + ", " + reason.getMessage();
    }
}
