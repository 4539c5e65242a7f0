package dev.hcpcs.lookup;

import java.util.Arrays;

/**
 * A number for every well-formed code: the letter and digits of a procedure code are a number below 260,000, and the 936
 * possible modifiers follow.
 *
 * <p>What each character adds to the number stands in a table for its place. A character that cannot stand there adds so much
 * that no number remains, so that all five are checked by one comparison at the end.
 * The tables have 256 places, so that a character masked to eight bits needs no check of its own.
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

    private static final int[] LETTER = letters('D', PROCEDURES_OF_LETTER, 0);
    private static final int[] THOUSANDS = digits(1_000);
    private static final int[] HUNDREDS = digits(100);
    private static final int[] TENS = digits(10);
    private static final int[] ONES = digits(1);
    private static final int[] MODIFIER_FIRST = letters(' ', MODIFIERS_OF_LETTER, FIRST_MODIFIER);
    private static final int[] MODIFIER_SECOND = digits(1);

    static {
        for (char letter = 'A'; letter <= 'Z'; letter++) {
            MODIFIER_SECOND[letter] = 10 + letter - 'A';
            MODIFIER_SECOND[Character.toLowerCase(letter)] = MODIFIER_SECOND[letter];
        }
    }

    private CodeSlot() {
    }

    /** The slot of a text, in any letter case; {@link #NONE} where it is not exactly a procedure code or modifier. */
    static int of(String text) {
        int length = text.length();
        if (length != 5 && length != 2) {
            return NONE;
        }
        char first = text.charAt(0);
        char second = text.charAt(1);
        if ((first | second) >= LATIN_1) {
            return NONE;
        }
        int slot;
        if (length == 5) {
            char third = text.charAt(2);
            char fourth = text.charAt(3);
            char fifth = text.charAt(4);
            if ((third | fourth | fifth) >= LATIN_1) {
                return NONE;
            }
            slot = LETTER[first & 0xFF] + THOUSANDS[second & 0xFF] + HUNDREDS[third & 0xFF] + TENS[fourth & 0xFF]
                    + ONES[fifth & 0xFF];
        } else {
            slot = MODIFIER_FIRST[first & 0xFF] + MODIFIER_SECOND[second & 0xFF];
        }
        return slot < COUNT ? slot : NONE;
    }

    /**
     * The slot of five ASCII bytes; a modifier has three blanks or zero bytes behind it.
     *
     * @return {@link #NONE} where they are not exactly that
     */
    static int of(byte[] codes, int at) {
        int slot = LETTER[codes[at] & 0xFF] + THOUSANDS[codes[at + 1] & 0xFF] + HUNDREDS[codes[at + 2] & 0xFF]
                + TENS[codes[at + 3] & 0xFF] + ONES[codes[at + 4] & 0xFF];
        if (slot < COUNT) {
            return slot;
        }
        if (isBlank(codes[at + 2]) && isBlank(codes[at + 3]) && isBlank(codes[at + 4])) {
            slot = MODIFIER_FIRST[codes[at] & 0xFF] + MODIFIER_SECOND[codes[at + 1] & 0xFF];
        }
        return slot < COUNT ? slot : NONE;
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

    private static int[] letters(char without, int each, int from) {
        int[] table = impossible();
        for (char letter = 'A'; letter <= 'Z'; letter++) {
            if (letter != without) {
                table[letter] = from + (letter - 'A') * each;
                table[Character.toLowerCase(letter)] = table[letter];
            }
        }
        return table;
    }

    private static int[] digits(int each) {
        int[] table = impossible();
        for (int digit = 0; digit <= 9; digit++) {
            table['0' + digit] = digit * each;
        }
        return table;
    }

    private static int[] impossible() {
        int[] table = new int[LATIN_1];
        Arrays.fill(table, IMPOSSIBLE);
        return table;
    }
}
