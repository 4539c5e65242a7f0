package dev.hcpcs.loader.correction;

import static java.util.Objects.requireNonNull;

import dev.hcpcs.loader.Diagnostic;
import dev.hcpcs.lookup.Quarter;
import java.util.List;

/**
 * A list of corrections to one release.
 *
 * @param file        the file's name, behind that of its ZIP and {@code !} where it is in one
 * @param quarter     that of the release which it corrects
 * @param cutShort    whether it is a print, of which only code, date and the beginning of the action can be told
 * @param corrections in the file's order
 * @param remarks     what could not be understood, warnings only
 */
public record CorrectionList(String file, Quarter quarter, boolean cutShort, List<Correction> corrections,
        List<Diagnostic> remarks) {

    /** Copies the lists. */
    public CorrectionList {
        requireNonNull(file, "file");
        requireNonNull(quarter, "quarter");
        corrections = List.copyOf(corrections);
        remarks = List.copyOf(remarks);
    }
}
