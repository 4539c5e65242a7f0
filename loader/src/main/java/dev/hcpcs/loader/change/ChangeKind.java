package dev.hcpcs.loader.change;

import java.util.List;
import java.util.Locale;

/**
 * The ways in which a code can differ between an older and a newer release.
 *
 * <p>The first seven are of the code's life, and a code has at most one of them; it may be {@link #CHANGED} besides. Periods,
 * lives and content are those of the rules of effective dates, applied to the releases up to the older one and to the newer
 * one; what lies between the two is left out.
 */
public enum ChangeKind {
    /** Neither the older release nor any one before it that is loaded carries the code; it may be terminated already. */
    ADDED("A"),
    /** The older release has no termination date, the newer one has. */
    TERMINATED("D"),
    /**
     * Active again in the same life: the older release has a termination date and the newer one has none, or the newer one
     * tells of a reactivation after the older one's quarter, so that the code was terminated unseen.
     */
    REACTIVATED("R"),
    /** A new life: its added date lies after the last termination date, and the code stands for something else. */
    REUSED,
    /** The older release carries the code without a termination date, the newer one does not carry it. */
    WITHDRAWN,
    /** The older release does not carry the code but one before it does, and the newer one carries it with no new life. */
    RETURNED,
    /** The older release carries the code with a termination date, the newer one does not carry it: CMS tidied up. */
    DROPPED,
    /** Both carry the code, and its content differs. */
    CHANGED("B", "C", "F", "P", "S", "T"),
    /**
     * A {@link #CHANGED} code whose action effective date CMS did not move on, so that nothing but a comparison shows it: the
     * version that the newer release brings is {@link dev.hcpcs.lookup.Basis#OBSERVED}. Counted like a kind, but a property of
     * a change ({@link CodeChange#silent}).
     */
    SILENT;

    private final List<String> actions;

    ChangeKind(String... actions) {
        this.actions = List.of(actions);
    }

    /** Its name for people and programs, in small letters. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The action codes by which CMS's transaction report tells of such a change; empty where it never does. */
    public List<String> actions() {
        return actions;
    }
}
