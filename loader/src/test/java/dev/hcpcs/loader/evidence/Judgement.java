package dev.hcpcs.loader.evidence;

/** What the other releases tell of an answer that the left-out one contradicts. */
enum Judgement {
    /** A later release says of that day what was answered: CMS corrected or completed its record afterwards. */
    LATER_RELEASE("Told by a later release"),
    /** The releases next to the left-out one, before and after it, both say what was answered. */
    BOTH_NEIGHBOURS("Told by both neighbours"),
    /** The later releases tell only of a life that began after that day: CMS has reused the code. */
    LATER_LIFE("A later life"),
    /** No later release says what was answered: earlier ones did, or nobody. */
    NO_RELEASE("Told by none");

    private final String title;

    Judgement(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
