package dev.hcpcs.lookup.search;

/** How near a typed word comes to one of a record, the farthest first. */
enum Nearness {
    /** The typed word is the beginning of what is short for the other, or of what the other is short for. */
    PREFIX_OF_ABBREVIATION,
    /** One is short for the other. */
    ABBREVIATION,
    /** The typed word is the beginning. */
    PREFIX,
    /** Singular and plural of one word. */
    INFLECTION,
    /** The word itself. */
    EXACT;

    private static final Nearness[] VALUES = values();

    static Nearness of(int ordinal) {
        return VALUES[ordinal];
    }

    /**
     * How near what was typed is to a term whose key is this near to it.
     *
     * @param whole whether all of the key was typed, and not its beginning only
     */
    Nearness typed(boolean whole) {
        return whole ? this : this == ABBREVIATION ? PREFIX_OF_ABBREVIATION : PREFIX;
    }
}
