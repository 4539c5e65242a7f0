package dev.hcpcs.loader;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A release in every format that was found of it, each read for itself, so that they can be held against one another.
 *
 * @param file         the file that is the release: the text, where there is one
 * @param otherFormats the same version as workbook or CSV export; empty where there is none
 */
public record ReadRelease(ReadFile file, List<ReadFile> otherFormats) {

    /** Copies the list. */
    public ReadRelease {
        requireNonNull(file, "file");
        otherFormats = List.copyOf(otherFormats);
    }
}
