package dev.hcpcs.loader;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** A file as text, and questions asked of every line and field of a release, hence without regular expressions. */
final class Texts {

    /** Said of a last line, which may be whole or not. */
    static final String WITHOUT_LINE_END = "is the last line and has no line end: the file may be cut short; get it anew, or end"
            + " the line if it is whole";
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private Texts() {
    }

    /** UTF-8, or else Windows-1252; without a byte order mark. */
    static String decode(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            text = new String(bytes, Charset.forName("windows-1252"));
        }
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    /**
     * A text in one line that no terminal acts upon: control characters but tabs, and those that turn the
     * direction of writing, stand there as
     * {@code \\u001b}. A file may name and hold what it likes.
     */
    static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            int type = Character.getType(c);
            boolean acts = type == Character.CONTROL || type == Character.FORMAT || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR || type == Character.SURROGATE;
            if (acts && c != '\t') {
                printable.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                printable.appendCodePoint(c);
            }
        });
        return printable.toString();
    }

    /** Whether there is something in the last line, and no line end behind it. */
    static boolean endsWithoutLineEnd(String text) {
        int last = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1;
        return !isBlank(text, last, text.length());
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
        return isDigits(text, 0, text.length());
    }

    /** The same for a part of a text. */
    static boolean isDigits(String text, int begin, int end) {
        for (int i = begin; i < end; i++) {
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

    /** A day written as YYYYMMDD; empty for any other text. */
    static Optional<LocalDate> date(String text) {
        if (text.length() != 8 || !isDigits(text)) {
            return Optional.empty();
        }
        int date = Integer.parseInt(text);
        try {
            return Optional.of(LocalDate.of(date / 10000, date / 100 % 100, date % 100));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
