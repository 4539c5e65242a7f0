package dev.hcpcs.loader.correction;

import static java.util.Objects.requireNonNull;

import dev.hcpcs.lookup.Release;
import java.util.List;
import java.util.Optional;

/**
 * A list of corrections, and what a release contains of them.
 *
 * @param list        the list
 * @param release     the one it was held against: that of its quarter, or where that is not loaded the next loaded one; empty
 *                    where there is none
 * @param corrections in the list's order
 */
public record JudgedList(CorrectionList list, Optional<Release> release, List<JudgedCorrection> corrections) {

    /** Copies the corrections. */
    public JudgedList {
        requireNonNull(list, "list");
        requireNonNull(release, "release");
        corrections = List.copyOf(corrections);
    }

    /** How many corrections have an outcome. */
    public int count(Outcome outcome) {
        return (int) corrections.stream().filter(correction -> correction.outcome() == outcome).count();
    }
}
