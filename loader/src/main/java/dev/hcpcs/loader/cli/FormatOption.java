package dev.hcpcs.loader.cli;

import picocli.CommandLine.Option;

/** {@code --format} of an answer: text or JSON. */
final class FormatOption {

    @Option(names = "--format", defaultValue = "text", paramLabel = "text|json",
            description = "text to be read, json for programs (default: ${DEFAULT-VALUE})")
    private OutputFormat format;

    OutputFormat format() {
        return format;
    }
}
