package dev.hcpcs.lookup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Follows cross references. Each life of a code is followed once, so that the tree has no more nodes than the records have
 * references.
 */
final class ReplacementSearch {

    /** What CMS writes for "see CPT" (P7001). */
    private static final String CPT = "CPT";

    private final HcpcsIndex index;
    private final LocalDate date;
    /** Answers, and not codes: two lives of a code may stand in one tree, and each has one answer there. */
    private final Set<Answer> path = new HashSet<>();
    private final Set<Answer> followed = new HashSet<>();

    ReplacementSearch(HcpcsIndex index, LocalDate date) {
        this.index = index;
        this.date = date;
    }

    /** @param after the first day without the code that refers to it */
    private Replacement of(String reference, LocalDate after) {
        Optional<Answer> answer = index.findHistory(reference).map(history -> meant(history, after));
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

    /**
     * What a code was on the date; of one that CMS has reused for something else since the reference was made, what it was at the
     * end of the life that is meant.
     */
    private Answer meant(CodeHistory history, LocalDate after) {
        int life = history.lifeOn(after);
        if (history.lifeOn(date) == life) {
            return history.on(date);
        }
        LocalDate reused = history.periods().stream().filter(period -> period.life() > life).findFirst().orElseThrow().start();
        Answer last = history.on(reused.minusDays(1));
        return new Answer(last.date(), last.status() == Status.ACTIVE ? Status.TERMINATED : last.status(), last.evidence(),
                last.version(), last.record());
    }

    /** The first day without a code that is not active; of an indeterminate one, which no release tells, the date. */
    private LocalDate after(Answer answer) {
        return index.history(answer.code()).periods().stream().filter(period -> !period.start().isAfter(answer.date()))
                .reduce((earlier, later) -> later).flatMap(Period::end).map(end -> end.plusDays(1))
                .filter(day -> !day.isAfter(date)).orElse(date);
    }

    Replacement of(String reference, Answer answer) {
        Optional<Answer> known = Optional.of(answer);
        if (answer.status() == Status.ACTIVE) {
            return end(reference, answer.status(), known, Replacement.End.ACTIVE);
        }
        if (answer.status() == Status.NOT_YET_EFFECTIVE) {
            return end(reference, answer.status(), known, Replacement.End.NOT_YET_EFFECTIVE);
        }
        if (path.contains(answer)) {
            return end(reference, answer.status(), known, Replacement.End.CYCLE);
        }
        if (answer.record().crossReferences().isEmpty()) {
            return end(reference, answer.status(), known, Replacement.End.NO_REFERENCES);
        }
        if (!followed.add(answer)) {
            return end(reference, answer.status(), known, Replacement.End.REPEATED);
        }
        path.add(answer);
        List<Replacement> references = new ArrayList<>();
        LocalDate after = after(answer);
        answer.record().crossReferences().forEach(each -> references.add(of(each, after)));
        path.remove(answer);
        return new Replacement(reference, answer.status(), known, Optional.empty(), references);
    }

    private static Replacement end(String reference, Status status, Optional<Answer> answer, Replacement.End end) {
        return new Replacement(reference, status, answer, Optional.of(end), List.of());
    }
}
