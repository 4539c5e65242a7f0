package dev.hcpcs.lookup;

/**
 * What is known of a code's existence on a date.
 *
 * <p>The order of the first six is part of the snapshot's format.
 */
public enum Status {
    /** The code existed. */
    ACTIVE,
    /** The code had been terminated; its last day lies before the date. */
    TERMINATED,
    /** The code had vanished from CMS's releases without ever being terminated. */
    WITHDRAWN,
    /** The code was terminated and reactivated somewhere around the date, and no loaded release tells when. */
    INDETERMINATE,
    /** The code did not exist yet. */
    NOT_YET_EFFECTIVE,
    /** Well-formed, but no loaded release carries the code. */
    UNKNOWN_CODE,
    /** A CPT (HCPCS Level I) or dental code: other organisations', and never in CMS's Level II releases. */
    NOT_LEVEL_II,
    /** The text has the form of no code. */
    INVALID_CODE;

    /** Whether loaded releases say something of the code, so that there is an {@link Answer}. */
    public boolean isAnswered() {
        return compareTo(UNKNOWN_CODE) < 0;
    }
}
