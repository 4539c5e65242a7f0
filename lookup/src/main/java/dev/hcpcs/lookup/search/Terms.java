package dev.hcpcs.lookup.search;

import dev.hcpcs.lookup.HcpcsRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a record can be found by: its <em>terms</em> are its code, the words of both descriptions, the parts of compound words,
 * and the phrases that have an abbreviation. The <em>keys</em> of a term are what may be typed for it.
 */
final class Terms {

    /** Where a term stands, as bits. */
    static final int SHORT = 1;
    static final int LONG = 2;

    /**
     * @param text   as it stands in the description, in small letters
     * @param fields {@link #SHORT}, {@link #LONG} or both
     */
    record Place(String text, int fields) {

        private Place and(Place other) {
            return new Place(text, fields | other.fields);
        }
    }

    private static final String PERCENT_SIGN = "%";

    private final Map<String, Place> places = new LinkedHashMap<>();
    private int words;

    private Terms(HcpcsRecord record) {
        String code = record.code().value();
        places.put(code.toLowerCase(Locale.ROOT), new Place(code, SHORT | LONG));
        add(record.shortDescription(), SHORT);
        add(record.longDescription(), LONG);
    }

    static Terms of(HcpcsRecord record) {
        return new Terms(record);
    }

    static List<Token> tokens(String text) {
        return Tokenizer.tokens(text, Abbreviations.table()::contains);
    }

    private void add(String description, int field) {
        List<String> parts = new ArrayList<>();
        for (Token token : tokens(description)) {
            words++;
            parts.addAll(token.parts());
            add(token.joined(), token.text(), field);
            if (token.isCompound()) {
                token.parts().forEach(part -> add(part, part, field));
            }
        }
        for (int i = 0; i < parts.size(); i++) {
            Abbreviations.table().phrasesAt(i, parts).forEach(phrase -> add(phrase, phrase, field));
        }
    }

    private void add(String term, String text, int field) {
        places.merge(term, new Place(text, field), Place::and);
    }

    /** Where each term stands, in the order of the text. */
    Map<String, Place> places() {
        return places;
    }

    /** How many words both descriptions have. */
    int words() {
        return words;
    }

    /** What may be typed for a term, whole or its beginning, and how near it is to the term. */
    static Map<String, Nearness> keys(String term) {
        Map<String, Nearness> keys = new HashMap<>();
        Nearness other = term.equals(PERCENT_SIGN) ? Nearness.READING : Nearness.ABBREVIATION;
        Abbreviations.table().othersOf(term).forEach(key -> keys.put(key, other));
        Inflections.of(term).forEach(form -> keys.put(form, Nearness.INFLECTION));
        if (term.indexOf(' ') < 0) {
            keys.put(term, Nearness.EXACT);
        }
        return keys;
    }
}
