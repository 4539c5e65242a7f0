package dev.hcpcs.loader.correction;

/** Whether a release says what a correction states. */
public enum Verdict {
    /** It does. */
    CONTAINED("contained"),
    /** It does not. */
    NOT_CONTAINED("not contained"),
    /** For a person to read: nothing is guessed. */
    CANNOT_BE_TOLD("cannot be told");

    private final String title;

    Verdict(String title) {
        this.title = title;
    }

    /** Its name for people. */
    public String title() {
        return title;
    }
}
