package dev.hcpcs.loader.fetch;

import java.net.URI;
import java.nio.file.Path;

/**
 * A quarter's file that is here now.
 *
 * @param outcome how it came
 * @param address where the server has it
 * @param file    where it is here
 * @param sha256  its checksum, as recorded beside it
 */
public record Fetched(Outcome outcome, URI address, Path file, String sha256) {

    /** How the file came here. */
    public enum Outcome {
        /** It was downloaded. */
        DOWNLOADED,
        /** It was downloaded and stands for another file now that was here. */
        REPLACED,
        /** It was here, and the server has the same. */
        UNCHANGED
    }
}
