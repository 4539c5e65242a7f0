package dev.hcpcs.loader.publish;

import java.util.Locale;

/** Why releases may not be what they should be; each keeps a refresh from publishing unless a person accepts it. */
public enum Doubt {
    /** Verification found errors in a release. */
    FINDINGS("look at each of them ('hcpcs verify' lists all), and accept those that make no answer wrong"),
    /** A release has fewer codes than a set share of those of the release before. */
    FEWER_CODES("look whether the file is cut short or a part of CMS's"),
    /** A release lacks the last code of the one before, or a list of NOC codes or notes ends before what a release tells of. */
    ENDS_EARLY("look whether the file is cut short, and get it anew"),
    /** More than a set share of the codes changed since the release before. */
    MANY_CHANGED("look at the changes with 'hcpcs diff'; where quarters in between are missing, add them too"),
    /** A release is older than the newest one that is published. */
    OLDER_RELEASE("look whether it is the file that was meant; answers on the time since its quarter may change"),
    /** A release of the quarter is published already, and is another file. */
    OTHER_BYTES("look which one is CMS's later version; the published one would be replaced");

    private final String advice;

    Doubt(String advice) {
        this.advice = advice;
    }

    /** Its name for the command line: in small letters, with hyphens. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What to do before it is accepted. */
    public String advice() {
        return advice;
    }

    /**
     * The doubt of a {@link #key}, in any letter case.
     *
     * @throws IllegalArgumentException if there is none; the message names those that there are
     */
    public static Doubt parse(String key) {
        StringBuilder keys = new StringBuilder();
        for (Doubt doubt : values()) {
            if (doubt.key().equalsIgnoreCase(key.strip())) {
                return doubt;
            }
            keys.append(keys.isEmpty() ? "" : ", ").append(doubt.key());
        }
        throw new IllegalArgumentException("'" + key + "' is no doubt: expected one of " + keys);
    }
}
