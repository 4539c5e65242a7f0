package dev.hcpcs.lookup;

import static java.util.Objects.requireNonNull;

/**
 * A processing note in words.
 *
 * @param number four digits, as {@link HcpcsRecord#processingNote} has it
 * @param text   white space collapsed
 * @param file   the file that says so
 */
public record ProcessingNote(String number, String text, Release file) {

    /** Checks that nothing is null. */
    public ProcessingNote {
        requireNonNull(number, "number");
        requireNonNull(text, "text");
        requireNonNull(file, "file");
    }
}
