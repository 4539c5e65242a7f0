package dev.hcpcs.loader;

import static java.util.Objects.requireNonNull;

import dev.hcpcs.lookup.Companions;
import dev.hcpcs.lookup.ReleaseContent;
import java.util.List;

/**
 * Releases that were read in every format, whole or not.
 *
 * @param releases    in order of effective date, each quarter once; empty only where there are companions
 * @param companions  what lies beside them of CMS's other files: lists of codes not otherwise classified, and processing notes
 * @param remarks     on the companions
 * @param replaced    files of earlier versions, which were not read
 * @param passedOver  paths of files that were not read because they are not named like a release, as in {@link LoadedReleases}
 * @param corrections paths of CMS's lists of corrections, as in {@link LoadedReleases}
 */
public record ReadReleases(List<ReadRelease> releases, Companions companions, List<Diagnostic> remarks,
        List<LoadedReleases.Replaced> replaced, List<String> passedOver, List<String> corrections) {

    /** Copies the lists. */
    public ReadReleases {
        releases = List.copyOf(releases);
        requireNonNull(companions, "companions");
        remarks = List.copyOf(remarks);
        replaced = List.copyOf(replaced);
        passedOver = List.copyOf(passedOver);
        corrections = List.copyOf(corrections);
    }

    /**
     * What an index is made from, in order of effective date.
     *
     * @throws ReleaseException if any of the releases could not be read whole
     */
    public List<ReleaseContent> contents() throws ReleaseException {
        List<Diagnostic> obstacles = releases.stream().flatMap(release -> release.file().errors().stream()).toList();
        if (!obstacles.isEmpty()) {
            throw new ReleaseException(obstacles);
        }
        return releases.stream().map(release -> release.file().content()).toList();
    }
}
