package dev.hcpcs.loader;

import static java.util.Objects.requireNonNull;

import dev.hcpcs.lookup.Companions;
import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.ReleaseContent;
import java.util.List;

/**
 * Releases that were read whole, and what was remarkable about them.
 *
 * @param releases    in order of effective date, each quarter once, at least one
 * @param companions  what lies beside them of CMS's other files: lists of codes not otherwise classified, and processing notes
 * @param diagnostics warnings, in order of release and line, those on companions last
 * @param replaced    files that were not loaded because another file is the release of their quarter
 * @param passedOver  paths of files in folders and ZIPs that were not loaded because they are not named like a release; CMS's
 *                    companion files, such as transaction reports, are not told
 * @param corrections paths of CMS's lists of corrections in folders and ZIPs, which are never loaded; a ZIP of them once
 */
public record LoadedReleases(List<ReleaseContent> releases, Companions companions, List<Diagnostic> diagnostics,
        List<Replaced> replaced, List<String> passedOver, List<String> corrections) {

    /**
     * A file that was not loaded because another one stands for it. Copies with the same bytes are not told.
     *
     * @param file the path of the file that was not loaded
     * @param by   the path of the one that was
     * @param why  whether that is a later version, or the same version as text
     */
    public record Replaced(String file, String by, Why why) {

        /** Why one file stands for another. */
        public enum Why {
            /** It is a later version, which replaces the earlier one whole. */
            LATER_VERSION,
            /** It is the same version in a format that loses less: text before {@code .xlsx}, {@code .xls} and CSV. */
            BETTER_FORMAT
        }
    }

    /** Copies the lists. */
    public LoadedReleases {
        requireNonNull(companions, "companions");
        releases = List.copyOf(releases);
        diagnostics = List.copyOf(diagnostics);
        replaced = List.copyOf(replaced);
        passedOver = List.copyOf(passedOver);
        corrections = List.copyOf(corrections);
    }

    /** The index of these releases and their companions. */
    public HcpcsIndex index() {
        return HcpcsIndex.of(releases, companions);
    }
}
