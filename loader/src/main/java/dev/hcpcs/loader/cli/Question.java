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
import java.util.function.BiFunction;
import picocli.CommandLine.Model.CommandSpec;

/** Asks for one code, writes the answer, and tells the exit status; the same for every command that does so. */
final class Question {

    private Question() {
    }

    /**
     * Answers, or says why there is no answer.
     *
     * @param date   empty where the question has none
     * @param answer makes the text from the index and the code; may throw {@link UnknownCodeException}
     */
    static int ask(CommandSpec command, String code, Optional<LocalDate> date, AnswerOptions options,
            BiFunction<HcpcsIndex, HcpcsCode, String> answer) throws IOException {
        PrintWriter out = command.commandLine().getOut();
        int exit;
        try {
            HcpcsCode parsed = HcpcsCode.parse(code);
            out.println(answer.apply(options.data.index(), parsed));
            exit = Hcpcs.DONE;
        } catch (UnknownCodeException e) {
            out.println(noAnswer(e.code().value(), date, Status.UNKNOWN_CODE, e, options));
            exit = Hcpcs.NEGATIVE;
        } catch (InvalidCodeException e) {
            boolean malformed = e.reason() == InvalidCodeException.Reason.MALFORMED;
            if (malformed && options.format == OutputFormat.TEXT) {
                throw e;
            }
            out.println(noAnswer(code.strip(), date, malformed ? Status.INVALID_CODE : Status.NOT_LEVEL_II, e, options));
            exit = malformed ? Hcpcs.UNUSABLE : Hcpcs.NEGATIVE;
        }
        Output.flush(out);
        return exit;
    }

    private static String noAnswer(String code, Optional<LocalDate> date, Status status, Exception reason,
            AnswerOptions options) {
        return options.format == OutputFormat.JSON ? AnswerJson.noAnswer(code, date, status, reason.getMessage())
                : code + date.map(day -> " on " + day).orElse("") + ": " + status + ", " + reason.getMessage();
    }
}
