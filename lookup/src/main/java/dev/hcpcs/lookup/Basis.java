package dev.hcpcs.lookup;

/** Where the start of a version comes from. */
public enum Basis {
    /** CMS stated the date: the start of the code's life, or a new action effective date. */
    STATED,
    /**
     * CMS changed the record without stating a date. The version starts where the release that shows the change does; where
     * it replaces the first version of a life, it takes over that one's start and is confirmed from the release on.
     */
    OBSERVED
}
