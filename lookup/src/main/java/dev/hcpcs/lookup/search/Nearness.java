package dev.hcpcs.lookup.search;

/** How near a typed word comes to one of a record, the farthest first. */
enum Nearness {
    /** It does not come near. */
    NONE,
    /** The typed word is the beginning of what is short for the other, or of what the other is short for. */
    PREFIX_OF_ABBREVIATION,
    /** One is short for the other. */
    ABBREVIATION,
    /** The typed word is the beginning. */
    PREFIX,
    /** Singular and plural of one word. */
    INFLECTION,
    /** The word itself. */
    EXACT,
    /** Of a key only: it is what the sign % is read as, and {@code per} is not the beginning of a sign. */
    READING;

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
        return switch (this) {
            case ABBREVIATION -> whole ? ABBREVIATION : PREFIX_OF_ABBREVIATION;
            case READING -> whole ? ABBREVIATION : NONE;
            default -> whole ? this : PREFIX;
        };
    }
}
