package dev.hcpcs.loader.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine;

/** What a command writes: to standard output, which a writer never complains about by itself, or to a file. */
final class Output {

    private Output() {
    }

    /** @param out null where standard output is meant */
    static void write(String text, Path out, CommandLine command) throws IOException {
        if (out == null) {
            command.getOut().print(text);
            flush(command.getOut());
        } else {
            OutputFile.write(out, file -> file.write(text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /**
     * The same for bytes.
     *
     * @param out null where standard output is meant
     */
    static void write(OutputFile.Content content, Path out) throws IOException {
        if (out == null) {
            // Past System.out, which would encode and flush every line once more; not closed, for it is the process's.
            OutputStream standardOutput = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out));
            content.writeTo(standardOutput);
            standardOutput.flush();
        } else {
            OutputFile.write(out, content);
        }
    }

    /** @throws IOException if something could not be written, because a disk is full for example */
    static void flush(PrintWriter out) throws IOException {
        // picocli's writer passes on to System.out, and does not see what fails there.
        if (out.checkError() || System.out.checkError()) {
            // A writer keeps the reason to itself; writing once more tells it, for example that nobody reads any more.
            new FileOutputStream(FileDescriptor.out).write('\n');
            throw new IOException("standard output cannot be written");
        }
    }
}
