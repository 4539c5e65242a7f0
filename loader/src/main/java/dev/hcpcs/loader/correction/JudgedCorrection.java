package dev.hcpcs.loader.correction;

import static java.util.Objects.requireNonNull;

import dev.hcpcs.lookup.Release;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A correction, and what a release contains of it.
 *
 * @param correction the correction
 * @param carried    whether the release carries the code; false where there is no release
 * @param values     what was understood of the action and the comments, and what the columns state; each field once
 * @param toBeRead   CMS's texts that were not understood, the action before the comments; for a person to read
 * @param outcome    all of it together
 */
public record JudgedCorrection(Correction correction, boolean carried, List<JudgedValue> values, List<String> toBeRead,
        Outcome outcome) {

    /** Copies the lists. */
    public JudgedCorrection {
        requireNonNull(correction, "correction");
        requireNonNull(outcome, "outcome");
        values = List.copyOf(values);
        toBeRead = List.copyOf(toBeRead);
    }

    /** The later loaded release by which all that is not contained has come; empty where something has not, or all is. */
    public Optional<Release> later() {
        List<JudgedValue> missing = values.stream().filter(value -> value.verdict() == Verdict.NOT_CONTAINED).toList();
        return missing.stream().allMatch(value -> value.later().isPresent())
                ? missing.stream().flatMap(value -> value.later().stream()).max(Comparator.naturalOrder()) : Optional.empty();
    }
}
