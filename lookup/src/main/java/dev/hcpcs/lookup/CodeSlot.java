package dev.hcpcs.lookup;

import java.util.Arrays;

/**
 * A number for every well-formed code: the letter and digits of a procedure code are a number below 260,000, and the 936
 * possible modifiers follow.
 *
 * <p>What each character adds to the number stands in a table for its place. A character that cannot stand there adds so much
 * that no number remains, so that all five are checked by one comparison at the end.
 * Each table has 256 places, so that a character below that needs no check of its own, and those of procedures lie in one array,
 * which is one thing less to fetch for each character.
 */
final class CodeSlot {

    static final int PROCEDURES_OF_LETTER = 10_000;
    static final int MODIFIERS_OF_LETTER = 36;
    /** The first slot that is not a procedure's. */
    static final int FIRST_MODIFIER = 26 * PROCEDURES_OF_LETTER;
    /** How many there are. */
    static final int COUNT = FIRST_MODIFIER + 26 * MODIFIERS_OF_LETTER;
    /** For a text that needs a closer look: it has blanks around it, or is no HCPCS Level II code. */
    static final int NONE = -1;

    private static final int ORDERS_OF_LETTER = PROCEDURES_OF_LETTER * 2 + MODIFIERS_OF_LETTER;
    private static final int IMPOSSIBLE = 1 << 20;
    private static final int LATIN_1 = 256;

    /** For the letter of a procedure, and behind it for its four digits. */
    private static final int[] PROCEDURE = new int[5 * LATIN_1];
    private static final int THOUSANDS = LATIN_1;
    private static final int HUNDREDS = 2 * LATIN_1;
    private static final int TENS = 3 * LATIN_1;
    private static final int ONES = 4 * LATIN_1;
    /** For the letter of a modifier, and behind it for its letter or digit. */
    private static final int[] MODIFIER = new int[2 * LATIN_1];
    private static final int SECOND = LATIN_1;

    static {
        Arrays.fill(PROCEDURE, IMPOSSIBLE);
        Arrays.fill(MODIFIER, IMPOSSIBLE);
        for (char letter = 'A'; letter <= 'Z'; letter++) {
            if (letter != 'D') {
                putLetter(PROCEDURE, 0, letter, (letter - 'A') * PROCEDURES_OF_LETTER);
            }
            putLetter(MODIFIER, 0, letter, FIRST_MODIFIER + (letter - 'A') * MODIFIERS_OF_LETTER);
            putLetter(MODIFIER, SECOND, letter, 10 + letter - 'A');
        }
        for (int digit = 0; digit <= 9; digit++) {
            PROCEDURE[THOUSANDS + '0' + digit] = digit * 1_000;
            PROCEDURE[HUNDREDS + '0' + digit] = digit * 100;
            PROCEDURE[TENS + '0' + digit] = digit * 10;
            PROCEDURE[ONES + '0' + digit] = digit;
            MODIFIER[SECOND + '0' + digit] = digit;
        }
    }

    private static void putLetter(int[] table, int at, char letter, int value) {
        table[at + letter] = value;
        table[at + Character.toLowerCase(letter)] = value;
    }

    private CodeSlot() {
    }

    /** The slot of a text, in any letter case; {@link #NONE} where it is not exactly a procedure code or modifier. */
    static int of(String text) {
        int slot;
        if (text.length() == 5) {
            // The last character first: once it is there, the others are, and need not be checked as often.
            char fifth = text.charAt(4);
            char fourth = text.charAt(3);
            char third = text.charAt(2);
            char second = text.charAt(1);
            char first = text.charAt(0);
            if (first >= LATIN_1 || second >= LATIN_1 || third >= LATIN_1 || fourth >= LATIN_1 || fifth >= LATIN_1) {
                return NONE;
            }
            slot = PROCEDURE[first] + PROCEDURE[THOUSANDS + second] + PROCEDURE[HUNDREDS + third] + PROCEDURE[TENS + fourth]
                    + PROCEDURE[ONES + fifth];
        } else {
            slot = ofModifier(text);
        }
        return slot < COUNT ? slot : NONE;
    }

    private static int ofModifier(String text) {
        if (text.length() != 2) {
            return IMPOSSIBLE;
        }
        char second = text.charAt(1);
        char first = text.charAt(0);
        return first >= LATIN_1 || second >= LATIN_1 ? IMPOSSIBLE : MODIFIER[first] + MODIFIER[SECOND + second];
    }

    /**
     * The slot of five ASCII bytes; a modifier has three blanks or zero bytes behind it.
     *
     * @return {@link #NONE} where they are not exactly that
     */
    static int of(byte[] codes, int at) {
        int slot = ofProcedure(codes, at);
        if (slot >= COUNT && isBlank(codes[at + 2]) && isBlank(codes[at + 3]) && isBlank(codes[at + 4])) {
            slot = MODIFIER[codes[at] & 0xFF] + MODIFIER[SECOND + (codes[at + 1] & 0xFF)];
        }
        return slot < COUNT ? slot : NONE;
    }

    /** The slot of five ASCII bytes; {@link #COUNT} or more where they are not exactly a procedure code. */
    static int ofProcedure(byte[] codes, int at) {
        return PROCEDURE[codes[at] & 0xFF] + PROCEDURE[THOUSANDS + (codes[at + 1] & 0xFF)]
                + PROCEDURE[HUNDREDS + (codes[at + 2] & 0xFF)] + PROCEDURE[TENS + (codes[at + 3] & 0xFF)]
                + PROCEDURE[ONES + (codes[at + 4] & 0xFF)];
    }

    /** A number that sorts slots as their texts sort: {@code A1}, {@code A1001}, {@code A9999}, {@code AA}, {@code B1}. */
    static int textOrder(int slot) {
        if (slot < FIRST_MODIFIER) {
            return slot / PROCEDURES_OF_LETTER * ORDERS_OF_LETTER + slot % PROCEDURES_OF_LETTER * 2 + 1;
        }
        int letter = (slot - FIRST_MODIFIER) / MODIFIERS_OF_LETTER;
        int second = (slot - FIRST_MODIFIER) % MODIFIERS_OF_LETTER;
        // A modifier stands in front of the procedures that begin as it does; one with two letters behind all of its letter.
        return letter * ORDERS_OF_LETTER + (second < 10 ? second * 1_000 * 2 : PROCEDURES_OF_LETTER * 2 + second);
    }

    private static boolean isBlank(byte character) {
        return character == ' ' || character == 0;
    }
}
