package dev.hcpcs.lookup.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Cuts texts into words.
 *
 * <p>Letters, digits and the percent sign are characters of words. A hyphen, slash, point or apostrophe between two of them, and
 * a comma between two digits, hold the parts of one word together ({@code t-cell}, {@code and/or}, {@code i.u.}), and so does
 * nothing between a number and what follows it ({@code 0.5mg}, {@code 70%}). Everything else separates words. Accents and the
 * possessive {@code 's} are dropped.
 */
final class Tokenizer {

    private final String text;
    private final Predicate<String> isAbbreviation;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Tokenizer(String text, Predicate<String> isAbbreviation) {
        this.text = text;
        this.isAbbreviation = isAbbreviation;
    }

    /** @param isAbbreviation tells of a joined word whether its parts mean nothing: w/o is neither w nor o */
    static List<Token> tokens(String text, Predicate<String> isAbbreviation) {
        return new Tokenizer(plain(text), isAbbreviation).tokens();
    }

    private static String plain(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        for (int i = 0; i < small.length(); i++) {
            if (small.charAt(i) >= 128) {
                return Normalizer.normalize(small, Normalizer.Form.NFKD).replaceAll("\\p{M}", "").replace('\u2019', '\'');
            }
        }
        return small;
    }

    private List<Token> tokens() {
        while (at < text.length()) {
            if (isOfWord(at) || text.charAt(at) == '.' && isDigit(at + 1)) {
                tokens.add(token());
            } else {
                at++;
            }
        }
        return tokens;
    }

    private Token token() {
        int start = at;
        List<String> parts = new ArrayList<>();
        StringBuilder joined = new StringBuilder();
        while (true) {
            String part = part();
            parts.add(part);
            joined.append(part);
            if (isJoint()) {
                if (isDigit(at - 1) && isDigit(at + 1) && text.charAt(at) != ',') {
                    joined.append(text.charAt(at));
                }
                at++;
            } else if (!isOfWord(at)) {
                break;
            }
        }
        String whole = joined.toString();
        boolean single = parts.size() == 1 || isAbbreviation.test(whole);
        Token token = new Token(text.substring(start, at), whole, single ? List.of(whole) : parts);
        if (isPossessive()) {
            at += 2;
        }
        return token;
    }

    /** A number, with its decimals; a percent sign; or letters and what digits stand among them. */
    private String part() {
        int start = at;
        if (text.charAt(at) == '%') {
            at++;
            return "%";
        }
        if (!isDigit(at) && text.charAt(at) != '.') {
            while (isOfWord(at) && text.charAt(at) != '%') {
                at++;
            }
            return text.substring(start, at);
        }
        while (isDigit(at) || at < text.length() && text.charAt(at) == '.' && isDigit(at + 1)) {
            at++;
        }
        return text.charAt(start) == '.' ? "0" + text.substring(start, at) : text.substring(start, at);
    }

    /** Whether the character holds together what stands before it and what follows. */
    private boolean isJoint() {
        if (!isOfWord(at + 1) || isPossessive()) {
            return false;
        }
        char character = text.charAt(at);
        return character == ',' ? isDigit(at - 1) && isDigit(at + 1) : "-/.'".indexOf(character) >= 0;
    }

    private boolean isPossessive() {
        return text.startsWith("'s", at) && !isOfWord(at + 2);
    }

    private boolean isOfWord(int place) {
        return place < text.length() && (Character.isLetterOrDigit(text.charAt(place)) || text.charAt(place) == '%');
    }

    /** ASCII only: a digit of another script is a character like a letter. */
    private boolean isDigit(int place) {
        return place < text.length() && text.charAt(place) >= '0' && text.charAt(place) <= '9';
    }
}
