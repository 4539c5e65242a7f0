package dev.hcpcs.lookup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Follows cross references. Each code is followed once, so that the tree has no more nodes than the records have references. */
final class ReplacementSearch {

    /** What CMS writes for "see CPT" (P7001). */
    private static final String CPT = "CPT";

    private final HcpcsIndex index;
    private final LocalDate date;
    private final Set<HcpcsCode> path = new HashSet<>();
    private final Set<HcpcsCode> followed = new HashSet<>();

    ReplacementSearch(HcpcsIndex index, LocalDate date) {
        this.index = index;
        this.date = date;
    }

    private Replacement of(String reference) {
        Optional<Answer> answer = index.find(reference, date);
        if (answer.isPresent()) {
            return of(reference, answer.get());
        }
        Status status = reference.equalsIgnoreCase(CPT) ? Status.NOT_LEVEL_II : index.status(reference, date);
        return end(reference, status, answer, switch (status) {
            case UNKNOWN_CODE -> Replacement.End.UNKNOWN_CODE;
            case NOT_LEVEL_II -> Replacement.End.NOT_LEVEL_II;
            default -> Replacement.End.NO_CODE;
        });
    }

    Replacement of(String reference, Answer answer) {
        HcpcsCode code = answer.code();
        Optional<Answer> known = Optional.of(answer);
        if (answer.status() == Status.ACTIVE) {
            return end(reference, answer.status(), known, Replacement.End.ACTIVE);
        }
        if (answer.status() == Status.NOT_YET_EFFECTIVE) {
            return end(reference, answer.status(), known, Replacement.End.NOT_YET_EFFECTIVE);
        }
        if (path.contains(code)) {
            return end(reference, answer.status(), known, Replacement.End.CYCLE);
        }
        if (answer.record().crossReferences().isEmpty()) {
            return end(reference, answer.status(), known, Replacement.End.NO_REFERENCES);
        }
        if (!followed.add(code)) {
            return end(reference, answer.status(), known, Replacement.End.REPEATED);
        }
        path.add(code);
        List<Replacement> references = new ArrayList<>();
        answer.record().crossReferences().forEach(each -> references.add(of(each)));
        path.remove(code);
        return new Replacement(reference, answer.status(), known, Optional.empty(), references);
    }

    private static Replacement end(String reference, Status status, Optional<Answer> answer, Replacement.End end) {
        return new Replacement(reference, status, answer, Optional.of(end), List.of());
    }
}
