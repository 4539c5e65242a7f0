package dev.hcpcs.lookup;

/** How far the loaded releases bear out an answer. */
public enum Evidence {
    /** The loaded releases state the whole answer for that date. */
    CONFIRMED,
    /** The answer follows from the loaded releases, but none of them states it for that date. */
    ASSUMED
}
