package dev.hcpcs.lookup;

/**
 * A number for every well-formed code: the letter and digits of a procedure code are a number below 260,000, and the 936
 * possible modifiers follow.
 */
final class CodeSlot {

    /** How many there are. */
    static final int COUNT = 26 * 10_000 + 26 * 36;
    /** For a text that needs a closer look: it has blanks around it, or is no HCPCS Level II code. */
    static final int NONE = -1;

    private static final int FIRST_MODIFIER = 26 * 10_000;

    private CodeSlot() {
    }

    /** The slot of a text, in any letter case; {@link #NONE} where it is not exactly a procedure code or modifier. */
    static int of(String text) {
        if (text.length() == 5) {
            int letter = letter(text.charAt(0));
            int thousands = text.charAt(1) - '0';
            int hundreds = text.charAt(2) - '0';
            int tens = text.charAt(3) - '0';
            int ones = text.charAt(4) - '0';
            // Negative where any of them is: one test instead of ten.
            int inRange = letter | 25 - letter | thousands | 9 - thousands | hundreds | 9 - hundreds | tens | 9 - tens
                    | ones | 9 - ones;
            return inRange < 0 || letter == 'D' - 'A' ? NONE
                    : letter * 10_000 + thousands * 1_000 + hundreds * 100 + tens * 10 + ones;
        }
        if (text.length() == 2) {
            int letter = letter(text.charAt(0));
            int digit = text.charAt(1) - '0';
            int second = digit >= 0 && digit <= 9 ? digit : letter(text.charAt(1)) + 10;
            return letter < 0 || letter > 25 || second < 10 && second != digit || second > 35 ? NONE
                    : FIRST_MODIFIER + letter * 36 + second;
        }
        return NONE;
    }

    /** 0 to 25 for a letter of any case, else something outside of that. */
    private static int letter(char c) {
        int lower = c | 0x20;
        return lower - 'a';
    }
}
