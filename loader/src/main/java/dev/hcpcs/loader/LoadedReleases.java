package dev.hcpcs.loader;

import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.ReleaseContent;
import java.util.List;

/**
 * Releases that were read whole, and what was remarkable about them.
 *
 * @param releases    in order of effective date, each quarter once, at least one
 * @param diagnostics warnings, in order of release and line
 * @param replaced    files that were not loaded because another file is the release of their quarter
 */
public record LoadedReleases(List<ReleaseContent> releases, List<Diagnostic> diagnostics, List<Replaced> replaced) {

    /**
     * A file that was not loaded because another one stands for it. Copies with the same bytes are not told.
     *
     * @param file the path of the file that was not loaded
     * @param by   the path of the one that was: a later version, or the text of the same version
     */
    public record Replaced(String file, String by) {
    }

    /** Copies the lists. */
    public LoadedReleases {
        releases = List.copyOf(releases);
        diagnostics = List.copyOf(diagnostics);
        replaced = List.copyOf(replaced);
    }

    /** The index of these releases. */
    public HcpcsIndex index() {
        return HcpcsIndex.of(releases);
    }
}
