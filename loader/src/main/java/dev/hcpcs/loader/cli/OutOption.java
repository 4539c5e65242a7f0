package dev.hcpcs.loader.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code --out}: where an answer goes. */
final class OutOption {

    private static final String NAME = "--out";

    @Option(names = NAME, paramLabel = "FILE", description = "The file to write (default: standard output)")
    private Path file;

    boolean isGiven() {
        return file != null;
    }

    /**
     * To be asked before a long work.
     *
     * @throws IllegalArgumentException if no file can be written there, or if it would replace one of the inputs
     */
    void check(List<Path> inputs) throws IOException {
        if (isGiven()) {
            OutputFile.check(file);
            OutputFile.checkIsNone(file, NAME, inputs);
        }
    }

    void write(OutputFile.Content content) throws IOException {
        Output.write(content, file);
    }

    void write(String text, CommandLine command) throws IOException {
        Output.write(text, file, command);
    }
}
