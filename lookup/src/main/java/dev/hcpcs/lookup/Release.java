package dev.hcpcs.lookup;

import static java.util.Objects.requireNonNull;

/**
 * One published HCPCS Level II file, without its records: what an answer names as its source.
 *
 * @param quarter the quarter it was published for; its first day is the release's effective date
 * @param name    the file's name, without folders, as CMS or the caller named it
 * @param sha256  the SHA-256 of the file's bytes in lower-case hexadecimal, 64 characters
 */
public record Release(Quarter quarter, String name, String sha256) implements Comparable<Release> {

    /** Checks that nothing is null and that the digest has its form. */
    public Release {
        requireNonNull(quarter, "quarter");
        requireNonNull(name, "name");
        if (sha256.length() != 64 || !isHexadecimal(sha256)) {
            throw new IllegalArgumentException("not a SHA-256 in lower-case hexadecimal: '" + sha256 + "'");
        }
    }

    /** Without a regular expression, whose classes would be loaded for this alone before the first answer. */
    private static boolean isHexadecimal(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("0123456789abcdef".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** In order of effective date. */
    @Override
    public int compareTo(Release other) {
        return quarter.compareTo(other.quarter);
    }

    /** For example {@code 2020-OCT (HCPC2020_OCT_ANWEB.xlsx)}. */
    @Override
    public String toString() {
        return quarter + " (" + name + ")";
    }
}
