package dev.hcpcs.loader.cli;

import dev.hcpcs.loader.ReleaseException;
import dev.hcpcs.loader.publish.NotPublishedException;
import dev.hcpcs.lookup.SnapshotException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Prints whatever goes wrong as one message, and gives its exit status. A class, because lambdas of picocli's old interfaces find
 * no room in the archive that {@code bin/hcpcs} starts from.
 */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {

    @Override
    public int handleParseException(ParameterException failure, String[] given) {
        CommandLine command = failure.getCommandLine();
        command.getErr().println("hcpcs: " + mistake(failure));
        command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return Hcpcs.UNUSABLE;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        // Whoever reads the output has read enough.
        if (!"Broken pipe".equals(failure.getMessage())) {
            command.getErr().println("hcpcs: " + message(failure));
        }
        return failure instanceof NotPublishedException ? Hcpcs.NEGATIVE : Hcpcs.UNUSABLE;
    }

    private static String mistake(ParameterException failure) {
        CommandLine command = failure.getCommandLine();
        if (failure instanceof UnmatchedArgumentException unmatched && !command.getSubcommands().isEmpty()) {
            return "there is no command '" + unmatched.getUnmatched().get(0) + "'; the commands are "
                    + String.join(", ", command.getSubcommands().keySet());
        }
        boolean swallowed = failure instanceof MissingParameterException
                && command.getParseResult() != null && command.getParseResult().hasMatchedOption("--data");
        return failure.getMessage() + (swallowed ? " (--data takes all words that follow it: put it last)" : "");
    }

    private static String message(Exception failure) {
        if (failure instanceof NoSuchFileException missing) {
            return missing.getFile() + " does not exist";
        }
        if (failure instanceof AccessDeniedException denied) {
            return denied.getFile() + " may not be read or written";
        }
        if (failure instanceof ReleaseException || failure instanceof SnapshotException
                || failure instanceof IllegalArgumentException) {
            return failure.getMessage();
        }
        if (failure instanceof IOException) {
            return failure.getMessage() == null ? failure.toString() : failure.getMessage();
        }
        return "internal error, please report it: " + failure;
    }
}
