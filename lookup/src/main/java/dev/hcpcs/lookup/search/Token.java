package dev.hcpcs.lookup.search;

import java.util.List;

/**
 * A word as it stands in a text, in small letters.
 *
 * @param text   with the characters that hold its parts together, for example {@code t-cell} or {@code 0.5mg}
 * @param joined the same without them, {@code tcell}. Between two digits they stay: {@code 1-2} is not 12
 * @param parts  {@code t} and {@code cell}; where there is only one, it is the joined form
 */
record Token(String text, String joined, List<String> parts) {

    Token {
        parts = List.copyOf(parts);
    }

    boolean isCompound() {
        return parts.size() > 1;
    }
}
