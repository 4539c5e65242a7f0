package dev.hcpcs.loader.correction;

import java.util.List;

/** How much of a correction a release contains. */
public enum Outcome {
    /** All of it, and there is nothing that cannot be told. */
    CONTAINED("contained"),
    /** Some of its values but not others. */
    PARTLY("partly contained"),
    /** None of its values that can be told. */
    NOT_CONTAINED("not contained"),
    /** Whether it is more than some cannot be told, or CMS's action is for a person to read. */
    CANNOT_BE_TOLD("cannot be told");

    private final String title;

    Outcome(String title) {
        this.title = title;
    }

    /** Its name for people. */
    public String title() {
        return title;
    }

    /** @param verdicts on everything that a correction says, in any order */
    static Outcome of(List<Verdict> verdicts) {
        boolean contained = verdicts.contains(Verdict.CONTAINED);
        boolean notContained = verdicts.contains(Verdict.NOT_CONTAINED);
        if (notContained) {
            return contained ? PARTLY : NOT_CONTAINED;
        }
        return contained && !verdicts.contains(Verdict.CANNOT_BE_TOLD) ? CONTAINED : CANNOT_BE_TOLD;
    }
}
