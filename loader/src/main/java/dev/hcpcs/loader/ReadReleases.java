package dev.hcpcs.loader;

import java.util.List;

/**
 * Releases that were read in every format, whole or not.
 *
 * @param releases   in order of effective date, each quarter once, at least one
 * @param replaced   files of earlier versions, which were not read
 * @param passedOver paths of files that were not read because they are not named like a release, as in {@link LoadedReleases}
 */
public record ReadReleases(List<ReadRelease> releases, List<LoadedReleases.Replaced> replaced, List<String> passedOver) {

    /** Copies the lists. */
    public ReadReleases {
        releases = List.copyOf(releases);
        replaced = List.copyOf(replaced);
        passedOver = List.copyOf(passedOver);
    }
}
