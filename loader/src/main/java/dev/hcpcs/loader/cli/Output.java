package dev.hcpcs.loader.cli;

import java.io.IOException;
import java.io.PrintWriter;

/** Standard output, which a writer never complains about by itself. */
final class Output {

    private Output() {
    }

    /** @throws IOException if something could not be written, because a disk is full for example */
    static void flush(PrintWriter out) throws IOException {
        if (out.checkError()) {
            throw new IOException("standard output cannot be written");
        }
    }
}
