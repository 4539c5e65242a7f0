package dev.hcpcs.lookup;

/** What a text can be by its form alone, before any release is asked. */
enum CodeForm {
    /** A letter but D, and four digits. */
    PROCEDURE,
    /** A letter, and a letter or digit. */
    MODIFIER,
    /** HCPCS Level I: five digits, four digits and a letter, or a two-character modifier that begins with a digit. */
    CPT,
    /** A dental (CDT) code: D and four digits. */
    DENTAL,
    INVALID;

    /** {@code code} is without surrounding blanks and in capitals. */
    static CodeForm of(String code) {
        if (code.length() == 2) {
            if (!isDigit(code.charAt(1)) && !isLetter(code.charAt(1))) {
                return INVALID;
            }
            return isLetter(code.charAt(0)) ? MODIFIER : isDigit(code.charAt(0)) ? CPT : INVALID;
        }
        if (code.length() != 5 || !isDigit(code.charAt(1)) || !isDigit(code.charAt(2)) || !isDigit(code.charAt(3))) {
            return INVALID;
        }
        char first = code.charAt(0);
        char last = code.charAt(4);
        if (isDigit(first)) {
            return isDigit(last) || isLetter(last) ? CPT : INVALID;
        }
        if (!isLetter(first) || !isDigit(last)) {
            return INVALID;
        }
        return first == 'D' ? DENTAL : PROCEDURE;
    }

    boolean isLevelTwo() {
        return this == PROCEDURE || this == MODIFIER;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z';
    }
}
