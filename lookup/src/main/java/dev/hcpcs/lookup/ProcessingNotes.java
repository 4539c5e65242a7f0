package dev.hcpcs.lookup;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The texts behind the numbers of {@link HcpcsRecord#processingNote}, as of a quarter.
 *
 * @param file  the file that they were read from
 * @param texts by number, four digits as records have it
 */
public record ProcessingNotes(Release file, SortedMap<String, String> texts) {

    /**
     * Copies the texts.
     *
     * @throws IllegalArgumentException if there are none
     */
    public ProcessingNotes {
        requireNonNull(file, "file");
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
        if (texts.isEmpty()) {
            throw new IllegalArgumentException(file + " has no notes");
        }
    }
}
