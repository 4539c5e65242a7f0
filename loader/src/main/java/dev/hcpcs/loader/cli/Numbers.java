package dev.hcpcs.loader.cli;

import java.util.Locale;

/** Numbers in sentences. */
final class Numbers {

    private Numbers() {
    }

    /** For example {@code 1 line} and {@code 17,815 lines}. */
    static String count(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }
}
