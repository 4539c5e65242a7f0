package dev.hcpcs.loader.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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
        Failures failures = new Failures();
        return hcpcs.setCaseInsensitiveEnumValuesAllowed(true).setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing; the commands are "
                + String.join(", ", spec.subcommands().keySet()));
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
