package dev.hcpcs.lookup.search;

import static java.util.Objects.requireNonNull;

import dev.hcpcs.lookup.Answer;
import dev.hcpcs.lookup.HcpcsCode;
import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.HcpcsRecord;
import dev.hcpcs.lookup.Status;
import dev.hcpcs.lookup.Version;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Finds codes by words of their short and long descriptions, or by their code.
 *
 * <p>Every word that is asked for must be in one of the two descriptions: as it is, as the beginning of a word, in singular or
 * plural, or short or in full where one is a common abbreviation of the other. Letter case and the order of the words do not
 * matter. The page {@code lookup/docs/search.md} has the rules, and says what comes first.
 *
 * <p>Immutable, and safe to share between threads.
 *
 * <pre>{@code
 * DescriptionSearch search = DescriptionSearch.of(index);
 * Found<Answer> found = search.on("skin sub per sq cm", LocalDate.of(2026, 3, 1), 20);
 * found.total();                      // how many there are
 * found.first().get(0).code();        // the best of them
 * }</pre>
 */
public final class DescriptionSearch {

    private final HcpcsIndex index;
    /** Those of a code follow one another, by start. */
    private final List<Version> versions;
    /** By version: the days on which it answers for its code, as epoch days, both inclusive. */
    private final long[] firstDay;
    private final long[] lastDay;
    /** By version: how many words its descriptions have. */
    private final int[] lengths;
    private final WordIndex words;

    private DescriptionSearch(HcpcsIndex index) {
        this.index = index;
        this.versions = index.bulk().versions();
        this.firstDay = new long[versions.size()];
        this.lastDay = new long[versions.size()];
        this.lengths = new int[versions.size()];
        WordIndex.Builder builder = new WordIndex.Builder();
        for (int i = 0; i < versions.size(); i++) {
            firstDay[i] = isOfCode(i - 1, code(i)) ? versions.get(i).start().toEpochDay() : Long.MIN_VALUE;
            lastDay[i] = isOfCode(i + 1, code(i)) ? versions.get(i + 1).start().toEpochDay() - 1 : Long.MAX_VALUE;
            Terms terms = Terms.of(versions.get(i).record());
            lengths[i] = terms.words();
            builder.add(terms);
        }
        this.words = builder.build();
    }

    private boolean isOfCode(int version, HcpcsCode code) {
        return version >= 0 && version < versions.size() && code(version).equals(code);
    }

    private HcpcsCode code(int version) {
        return versions.get(version).record().code();
    }

    /**
     * A search over all that an index holds. It takes some tenths of a second and a few megabytes, which an index that is not
     * searched does without; keep it as long as the index.
     */
    public static DescriptionSearch of(HcpcsIndex index) {
        return new DescriptionSearch(requireNonNull(index, "index"));
    }

    /**
     * The codes whose descriptions, as they applied on a date, have every word. Codes that did not exist on it are among them,
     * behind those that did: their status tells.
     *
     * @param words in any order; without any, nothing is found
     * @param date  the date of service
     * @param limit how many to return at most
     * @throws IllegalArgumentException if the limit is negative
     */
    public Found<Answer> on(String words, LocalDate date, int limit) {
        long day = date.toEpochDay();
        return find(words, limit, version -> firstDay[version] <= day && day <= lastDay[version],
                version -> exists(index.status(code(version), date)), version -> index.lookup(code(version), date));
    }

    private static boolean exists(Status status) {
        return status == Status.ACTIVE || status == Status.INDETERMINATE;
    }

    /**
     * The versions of all codes, over all of their lives, whose descriptions have every word.
     *
     * @param words in any order; without any, nothing is found
     * @param limit how many to return at most
     * @throws IllegalArgumentException if the limit is negative
     */
    public Found<Version> ever(String words, int limit) {
        return find(words, limit, version -> true, version -> true, versions::get);
    }

    /**
     * @param applies whether a version is asked for
     * @param exists  whether its code exists then
     */
    private <T> Found<T> find(String text, int limit, IntPredicate applies, IntPredicate exists, IntFunction<T> hit) {
        if (limit < 0) {
            throw new IllegalArgumentException("the limit " + limit + " is negative");
        }
        Collection<Token> typed = typed(text);
        if (typed.isEmpty()) {
            return new Found<>(0, List.of());
        }
        Ranking ranking = new Ranking(words.records());
        Set<HcpcsCode> typedCodes = new HashSet<>();
        for (Token word : typed) {
            ranking.add(words.find(word));
            if (!ranking.findsAny()) {
                return new Found<>(0, List.of());
            }
            HcpcsCode.find(word.text()).ifPresent(typedCodes::add);
        }
        int[] found = ranking.foundByAll();
        long[] places = new long[found.length];
        int total = 0;
        for (int version : found) {
            if (applies.test(version)) {
                boolean codeTyped = !typedCodes.isEmpty() && typedCodes.contains(code(version));
                places[total++] = ranking.place(version, codeTyped, exists.test(version), lengths[version]);
            }
        }
        int[] first = Ranking.records(Arrays.copyOf(places, total), limit);
        return new Found<>(total, IntStream.of(first).mapToObj(hit).toList());
    }

    /** Each word once, in an order of their own: neither repetition nor order makes a difference. */
    private static Collection<Token> typed(String text) {
        Map<String, Token> words = new TreeMap<>();
        for (Token token : Terms.tokens(text)) {
            words.putIfAbsent(token.joined(), token);
        }
        return words.values();
    }

    /**
     * By what a record is found: for each word, those words of the descriptions that come nearest to it.
     *
     * @param words as they were searched for
     * @return in small letters, or the code; in the order of the words, each once; empty for a record that has none of them
     */
    public List<String> matched(String words, HcpcsRecord record) {
        Map<String, Terms.Place> places = Terms.of(record).places();
        Set<String> matched = new LinkedHashSet<>();
        for (Token word : Terms.tokens(words)) {
            if (!addNearest(word.joined(), places, matched)) {
                word.parts().forEach(part -> addNearest(part, places, matched));
            }
        }
        return List.copyOf(matched);
    }

    private static boolean addNearest(String typed, Map<String, Terms.Place> places, Set<String> matched) {
        int nearest = Nearness.NONE.ordinal();
        String text = "";
        for (Map.Entry<String, Terms.Place> place : places.entrySet()) {
            for (Map.Entry<String, Nearness> key : Terms.keys(place.getKey()).entrySet()) {
                if (key.getKey().startsWith(typed)) {
                    int nearness = key.getValue().typed(key.getKey().equals(typed)).ordinal();
                    text = nearness > nearest ? place.getValue().text() : text;
                    nearest = Math.max(nearest, nearness);
                }
            }
        }
        if (nearest > Nearness.NONE.ordinal()) {
            matched.add(text);
        }
        return nearest > Nearness.NONE.ordinal();
    }
}
