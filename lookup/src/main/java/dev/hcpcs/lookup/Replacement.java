package dev.hcpcs.lookup;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What became of a code: a node of the tree that its cross references span. The root is the code asked for; below each code
 * that is not active stand those that it refers to.
 *
 * @param reference  the text by which the code above refers to this one, as the record has it; of the root, the code
 * @param status     of the code on the date; {@link Status#UNKNOWN_CODE}, {@link Status#NOT_LEVEL_II} and
 *                   {@link Status#INVALID_CODE} where the reference leads out of the loaded releases
 * @param answer     what the code was on the date; of a code that CMS has reused for something else since the reference was made,
 *                   what it was at the end of the life that is meant. Empty where the status has no answer
 * @param end        why nothing stands below; empty where something does
 * @param references what the record on the date refers to, in CMS's order
 */
public record Replacement(String reference, Status status, Optional<Answer> answer, Optional<End> end,
        List<Replacement> references) {

    /** Why a reference is not followed further. */
    public enum End {
        /** The code is active on the date: it may be used, and needs no replacement. */
        ACTIVE,
        /** The code does not exist yet on the date. */
        NOT_YET_EFFECTIVE,
        /** The code is not active, and its record on the date has no cross references. */
        NO_REFERENCES,
        /** The code stands further up on this path, or refers to itself. */
        CYCLE,
        /** The code stands elsewhere in the tree too, earlier in the order of {@link #stream}; what it refers to stands there. */
        REPEATED,
        /** A code that no loaded release carries. */
        UNKNOWN_CODE,
        /** A CPT or dental code, or {@code CPT}, which CMS writes where no single one is meant. */
        NOT_LEVEL_II,
        /** A text that is no code. */
        NO_CODE
    }

    /**
     * Checks that nothing is null and copies the list.
     *
     * @throws IllegalArgumentException if there are both an end and references, or neither
     */
    public Replacement {
        requireNonNull(reference, "reference");
        requireNonNull(status, "status");
        requireNonNull(answer, "answer");
        references = List.copyOf(references);
        if (end.isPresent() != references.isEmpty()) {
            throw new IllegalArgumentException(reference + " must have either references or an end");
        }
    }

    /** This and all below, each before what it refers to. */
    public Stream<Replacement> stream() {
        return Stream.concat(Stream.of(this), references.stream().flatMap(Replacement::stream));
    }

    /** The answers of the active codes that stand below, each once, in order of {@link #stream}: what may be used instead. */
    public Stream<Answer> usable() {
        return references.stream().flatMap(Replacement::stream).filter(each -> each.status == Status.ACTIVE)
                .flatMap(each -> each.answer.stream()).distinct();
    }
}
