package dev.hcpcs.lookup;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * CMS's list of the codes that are not otherwise classified ("NOC codes"), as of a quarter. Such a code stands for whatever has
 * none of its own, so that a claim must say what it was.
 *
 * @param file       the file that it was read from
 * @param addedDates the codes on the list, each with the day the list says it was added; empty where it says none
 */
public record NotOtherwiseClassifiedList(Release file, SortedMap<HcpcsCode, Optional<LocalDate>> addedDates) {

    /**
     * Copies the codes.
     *
     * @throws IllegalArgumentException if there are none: every code would count as classified
     */
    public NotOtherwiseClassifiedList {
        requireNonNull(file, "file");
        addedDates = Collections.unmodifiableSortedMap(new TreeMap<>(addedDates));
        if (addedDates.isEmpty()) {
            throw new IllegalArgumentException(file + " lists no codes");
        }
    }
}
