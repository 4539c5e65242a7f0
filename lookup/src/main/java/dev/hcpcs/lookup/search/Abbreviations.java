package dev.hcpcs.lookup.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** Which words and phrases are written short, from {@code abbreviations.properties} beside this class. */
final class Abbreviations {

    /** A phrase of the table, as it stands in a description. */
    private record Phrase(String text, List<String> words) {
    }

    private static final Abbreviations TABLE = new Abbreviations(read());

    /** Words and phrases by abbreviation. */
    private final Map<String, List<String>> meanings = new HashMap<>();
    /** Abbreviations by word and phrase. */
    private final Map<String, Set<String>> shorts = new HashMap<>();
    /** By their first word. */
    private final Map<String, List<Phrase>> phrases = new HashMap<>();

    private Abbreviations(Properties table) {
        for (String abbreviation : new TreeSet<>(table.stringPropertyNames())) {
            List<String> words = List.of(table.getProperty(abbreviation).strip().split("\\s*,\\s*"));
            meanings.put(abbreviation, words);
            for (String word : words) {
                boolean known = shorts.containsKey(word);
                shorts.computeIfAbsent(word, each -> new TreeSet<>()).add(abbreviation);
                if (word.indexOf(' ') >= 0 && !known) {
                    Phrase phrase = new Phrase(word, List.of(word.split(" ")));
                    phrases.computeIfAbsent(phrase.words().get(0), each -> new ArrayList<>()).add(phrase);
                }
            }
        }
    }

    static Abbreviations table() {
        return TABLE;
    }

    boolean contains(String word) {
        return meanings.containsKey(word);
    }

    /**
     * What else may be typed for a word or phrase, because one of the two is short for the other, in singular and plural. For an
     * abbreviation of a phrase, each word of the phrase.
     */
    Set<String> othersOf(String term) {
        Set<String> forms = new LinkedHashSet<>(Inflections.of(term));
        forms.add(term);
        Set<String> others = new LinkedHashSet<>();
        for (String form : forms) {
            others.addAll(shorts.getOrDefault(form, Set.of()));
            meanings.getOrDefault(form, List.of()).forEach(meaning -> Collections.addAll(others, meaning.split(" ")));
        }
        for (String other : List.copyOf(others)) {
            others.addAll(Inflections.plural(other));
        }
        others.remove(term);
        return others;
    }

    /** The phrases of the table that begin at a place in a text, in full. */
    List<String> phrasesAt(int place, List<String> words) {
        List<String> found = new ArrayList<>();
        for (Phrase phrase : phrases.getOrDefault(words.get(place), List.of())) {
            int end = place + phrase.words().size();
            if (end <= words.size() && words.subList(place, end).equals(phrase.words())) {
                found.add(phrase.text());
            }
        }
        return found;
    }

    private static Properties read() {
        Properties table = new Properties();
        try (InputStream in = Abbreviations.class.getResourceAsStream("abbreviations.properties")) {
            table.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }
}
