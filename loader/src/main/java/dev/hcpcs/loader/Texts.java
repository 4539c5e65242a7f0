package dev.hcpcs.loader;

/** Questions asked of every line and field of a release, hence without regular expressions. */
final class Texts {

    private Texts() {
    }

    /** Blanks, non-breaking blanks, tabs, and control characters such as the end-of-file mark of DOS. */
    static boolean isBlank(String text, int begin, int end) {
        for (int i = begin; i < end; i++) {
            char c = text.charAt(i);
            if (c > ' ' && c != 0xA0) {
                return false;
            }
        }
        return true;
    }

    /** Whether every character is one of 0 to 9; so it is for an empty text. */
    static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Whether a text is a whole number that fits an int without a further look: one to nine digits. */
    static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() <= 9 && isDigits(text);
    }
}
