package dev.hcpcs.lookup;

import java.util.Locale;
import java.util.Optional;

/**
 * A HCPCS Level II procedure code or modifier, well-formed and in capitals; whether any release carries it is another
 * question.
 *
 * <p>A procedure code is a letter and four digits ({@code Q4257}), a modifier a letter and a letter or digit
 * ({@code JW}). CPT codes and modifiers (HCPCS Level I) and dental codes (D and four digits) are other organisations'
 * and never stand in CMS's Level II releases, so they are no {@code HcpcsCode}.
 *
 * <p>The natural order is that of the text, so that a modifier stands among the procedures of its letter.
 */
public final class HcpcsCode implements Comparable<HcpcsCode> {

    /** What a code is for. */
    public enum Kind {
        /** A drug, supply or service: five characters. */
        PROCEDURE,
        /** An alteration of a procedure: two characters. */
        MODIFIER
    }

    private final String value;
    private final int slot;

    private HcpcsCode(String value) {
        this.value = value;
        this.slot = CodeSlot.of(value);
    }

    /**
     * Parses a code in any letter case, with or without surrounding blanks.
     *
     * @throws InvalidCodeException if the text is no code, or is a CPT or dental code; its reason tells which
     */
    public static HcpcsCode parse(String text) {
        String code = normalize(text);
        CodeForm form = CodeForm.of(code);
        if (!form.isLevelTwo()) {
            throw InvalidCodeException.of(text, form);
        }
        return new HcpcsCode(code);
    }

    /** The same as {@link #parse}, but empty where that throws. */
    public static Optional<HcpcsCode> find(String text) {
        String code = normalize(text);
        return CodeForm.of(code).isLevelTwo() ? Optional.of(new HcpcsCode(code)) : Optional.empty();
    }

    /**
     * A code that is well-formed and in capitals already, as a snapshot has it.
     *
     * @throws IllegalArgumentException if it is not
     */
    static HcpcsCode canonical(String text) {
        HcpcsCode code = new HcpcsCode(text);
        // A letter can stand in the first place and the second alone.
        if (code.slot == CodeSlot.NONE || text.charAt(0) > 'Z' || text.charAt(1) > 'Z') {
            throw new IllegalArgumentException("'" + text + "' is no code in capitals");
        }
        return code;
    }

    static String normalize(String text) {
        String code = text.strip();
        // Checked before the capitals are made: some letters outside ASCII have capitals inside it.
        return code.length() <= 5 && isAscii(code) ? code.toUpperCase(Locale.ROOT) : code;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    /** Two or five characters, in capitals. */
    public String value() {
        return value;
    }

    /** Procedure or modifier. */
    public Kind kind() {
        return isModifier() ? Kind.MODIFIER : Kind.PROCEDURE;
    }

    /** Whether this is a two-character modifier. */
    public boolean isModifier() {
        return value.length() == 2;
    }

    int slot() {
        return slot;
    }

    @Override
    public int compareTo(HcpcsCode other) {
        // Releases are sorted and merged by code, and its number lies nearer than its characters.
        return Integer.compare(CodeSlot.textOrder(slot), CodeSlot.textOrder(other.slot));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HcpcsCode code && slot == code.slot;
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** The same as {@link #value}. */
    @Override
    public String toString() {
        return value;
    }
}
