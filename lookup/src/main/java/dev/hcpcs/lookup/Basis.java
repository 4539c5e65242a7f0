package dev.hcpcs.lookup;

/** Where the start of a version comes from. */
public enum Basis {
    /** CMS stated the date: the start of the code's life, or a new action effective date. */
    STATED,
    /** CMS changed the record without stating a date; the change was seen in the release effective from the start on. */
    OBSERVED
}
