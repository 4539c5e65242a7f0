package dev.hcpcs.loader.cli;

import dev.hcpcs.loader.ReleaseException;
import dev.hcpcs.loader.publish.NotPublishedException;
import dev.hcpcs.lookup.SnapshotException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.Map;
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
        footer = {"", "Exit status: 0 done; 1 the answer is negative (an unknown code, a release that does not"
                + " verify, a refresh that is refused); 2 wrong usage, or input that cannot be read."})
public final class Hcpcs implements Runnable {

    /** Done. */
    static final int DONE = 0;
    /** The answer is negative. */
    static final int NEGATIVE = 1;
    /** Wrong usage, or input that cannot be read. */
    static final int UNUSABLE = 2;

    /** By name, in the order of the help. */
    private static final Map<String, Class<?>> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put("build", BuildCommand.class);
        COMMANDS.put("status", StatusCommand.class);
        COMMANDS.put("show", ShowCommand.class);
        COMMANDS.put("history", HistoryCommand.class);
        COMMANDS.put("search", SearchCommand.class);
        COMMANDS.put("check", CheckCommand.class);
        COMMANDS.put("list", ListCommand.class);
        COMMANDS.put("replacements", ReplacementsCommand.class);
        COMMANDS.put("diff", DiffCommand.class);
        COMMANDS.put("export", ExportCommand.class);
        COMMANDS.put("verify", VerifyCommand.class);
        COMMANDS.put("corrections", CorrectionsCommand.class);
        COMMANDS.put("fetch", FetchCommand.class);
        COMMANDS.put("refresh", RefreshCommand.class);
        COMMANDS.put("rollback", RollbackCommand.class);
        COMMANDS.put("pin", PinCommand.class);
        COMMANDS.put("unpin", UnpinCommand.class);
        COMMANDS.put("releases", ReleasesCommand.class);
    }

    @Spec
    private CommandSpec spec;

    private Hcpcs() {
    }

    /** Runs the command line and ends the process with its exit status. */
    public static void main(String[] args) {
        System.exit(commandLine(args).execute(args));
    }

    /**
     * The configured command line; {@code execute} returns the exit status and prints every error as one message.
     *
     * @param arguments those it will be executed with. Making a command ready takes longer than its answer, so only the one
     *                  that they name is; help and mistakes need all
     */
    static CommandLine commandLine(String... arguments) {
        CommandLine hcpcs = new CommandLine(new Hcpcs());
        String asked = arguments.length == 0 ? "" : arguments[0];
        COMMANDS.forEach((name, command) -> {
            if (name.equals(asked) || !COMMANDS.containsKey(asked)) {
                hcpcs.addSubcommand(name, command);
            }
        });
        return hcpcs.setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((failure, given) -> {
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
                    return failure instanceof NotPublishedException ? NEGATIVE : UNUSABLE;
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
