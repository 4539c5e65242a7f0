package dev.hcpcs.loader.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/**
 * One run of the command line within the test's own process.
 *
 * @param exit the exit status
 * @param out  what it wrote to standard output
 * @param err  what it wrote to standard error
 */
record CommandLineRun(int exit, String out, String err) {

    static CommandLineRun hcpcs(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] words = new String[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = arguments[i].toString();
        }
        CommandLine command = Hcpcs.commandLine(words)
                .setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        int exit = command.execute(words);
        return new CommandLineRun(exit, out.toString(), err.toString());
    }
}
