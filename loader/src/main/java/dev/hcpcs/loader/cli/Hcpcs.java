package dev.hcpcs.loader.cli;

import dev.hcpcs.loader.ReleaseException;
import dev.hcpcs.lookup.SnapshotException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code hcpcs}. */
@Command(
        name = "hcpcs",
        description = "What HCPCS Level II codes were on any date, from CMS's own release files.",
        mixinStandardHelpOptions = true,
        versionProvider = Hcpcs.Version.class,
        subcommands = {BuildCommand.class, StatusCommand.class, ShowCommand.class, HistoryCommand.class, CheckCommand.class,
            DiffCommand.class, VerifyCommand.class, FetchCommand.class},
        footer = {"", "Exit status: 0 done; 1 the answer is negative (an unknown code, a release that does not"
                + " verify); 2 wrong usage, or input that cannot be read."})
public final class Hcpcs implements Runnable {

    /** Done. */
    static final int DONE = 0;
    /** The answer is negative. */
    static final int NEGATIVE = 1;
    /** Wrong usage, or input that cannot be read. */
    static final int UNUSABLE = 2;

    @Spec
    private CommandSpec spec;

    private Hcpcs() {
    }

    /** Runs the command line and ends the process with its exit status. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** The configured command line; {@code execute} returns the exit status and prints every error as one message. */
    static CommandLine commandLine() {
        return new CommandLine(new Hcpcs())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((failure, arguments) -> {
                    CommandLine command = failure.getCommandLine();
                    command.getErr().println("hcpcs: " + mistake(failure));
                    command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
                    return UNUSABLE;
                })
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    // Whoever reads the output has read enough.
                    if (!"Broken pipe".equals(failure.getMessage())) {
                        command.getErr().println("hcpcs: " + message(failure));
                    }
                    return UNUSABLE;
                });
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing; the commands are "
                + String.join(", ", spec.subcommands().keySet()));
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

    /** The version from the jar's manifest. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Hcpcs.class.getPackage().getImplementationVersion();
            return new String[] {"hcpcs " + (version == null ? "(development)" : version)};
        }
    }
}
