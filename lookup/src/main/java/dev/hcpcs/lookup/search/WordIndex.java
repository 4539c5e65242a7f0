package dev.hcpcs.lookup.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which records have which terms, laid out as arrays: a typed word is searched for in the sorted keys, and every key from there
 * on that begins with it leads to the terms it may be typed for, and these to their records.
 *
 * <pre>
 *  keys          entries (term, nearness)        postings (record, fields)
 *  square    ──► square EXACT, sq ABBREVIATION   square ──► 17 LONG, 18 LONG, …
 *  squares   ──► square INFLECTION, …            sq     ──► 17 SHORT, …
 * </pre>
 *
 * <p>A record is a number here. Immutable.
 */
final class WordIndex {

    /** For each record how a typed word finds it: {@link #NOT_FOUND}, or nearness and fields in one byte. */
    static final byte NOT_FOUND = 0;

    private static final int FIELD_BITS = 2;
    private static final int FIELDS = (1 << FIELD_BITS) - 1;
    private static final int NEARNESS_BITS = 3;
    private static final int NEARNESS = (1 << NEARNESS_BITS) - 1;

    private final int records;
    /** Ascending. */
    private final String[] keys;
    /** Of each key, and behind the last one. */
    private final int[] firstEntry;
    /** Number of a term, and in the last bits a nearness. */
    private final int[] entries;
    /** Of each term, and behind the last one. */
    private final int[] firstPosting;
    /** Number of a record, and in the last bits the fields that have the term. */
    private final int[] postings;

    private WordIndex(int records, String[] keys, int[] firstEntry, int[] entries, int[] firstPosting, int[] postings) {
        this.records = records;
        this.keys = keys;
        this.firstEntry = firstEntry;
        this.entries = entries;
        this.firstPosting = firstPosting;
        this.postings = postings;
    }

    int records() {
        return records;
    }

    /** How a typed word finds each record: by its joined form or its beginning, or else by all of its parts. */
    byte[] find(Token word) {
        byte[] found = new byte[records];
        find(word.joined(), false, found);
        if (word.isCompound()) {
            int last = word.parts().size() - 1;
            byte[] byParts = new byte[records];
            find(word.parts().get(last), false, byParts);
            for (String before : new LinkedHashSet<>(word.parts().subList(0, last))) {
                byte[] byPart = new byte[records];
                find(before, true, byPart);
                keepFarther(byParts, byPart);
            }
            for (int record = 0; record < records; record++) {
                found[record] = nearer(found[record], byParts[record]);
            }
        }
        return found;
    }

    /** @param whole whether the word must be typed whole for a key, because more was typed behind it */
    private void find(String typed, boolean whole, byte[] found) {
        // By term, so that one to which several keys lead is followed once.
        byte[] nearnessOfTerm = new byte[firstPosting.length - 1];
        Ints terms = new Ints();
        int place = Arrays.binarySearch(keys, typed);
        for (int key = place < 0 ? -place - 1 : place; key < keys.length && keys[key].startsWith(typed); key++) {
            boolean isWhole = keys[key].length() == typed.length();
            if (whole && !isWhole) {
                break;
            }
            for (int entry = firstEntry[key]; entry < firstEntry[key + 1]; entry++) {
                byte nearness = (byte) Nearness.of(entries[entry] & NEARNESS).typed(isWhole).ordinal();
                int term = entries[entry] >>> NEARNESS_BITS;
                if (nearness > nearnessOfTerm[term]) {
                    if (nearnessOfTerm[term] == Nearness.NONE.ordinal()) {
                        terms.add(term);
                    }
                    nearnessOfTerm[term] = nearness;
                }
            }
        }
        for (int term : terms.toArray()) {
            find(term, nearnessOfTerm[term], found);
        }
    }

    private void find(int term, byte nearness, byte[] found) {
        for (int posting = firstPosting[term]; posting < firstPosting[term + 1]; posting++) {
            int record = postings[posting] >>> FIELD_BITS;
            found[record] = nearer(found[record], found(nearness, postings[posting] & FIELDS));
        }
    }

    /** Fields are at least 1, so this is never {@link #NOT_FOUND}. */
    private static byte found(byte nearness, int fields) {
        return (byte) (nearness << FIELD_BITS | fields);
    }

    /** @param found not {@link #NOT_FOUND} */
    static Nearness nearness(byte found) {
        return Nearness.of(found >> FIELD_BITS);
    }

    /** @param found not {@link #NOT_FOUND} */
    static boolean inBothDescriptions(byte found) {
        return (found & FIELDS) == (Terms.SHORT | Terms.LONG);
    }

    /** Found by one or the other. */
    private static byte nearer(byte one, byte other) {
        return (byte) (Math.max(one & ~FIELDS, other & ~FIELDS) | (one | other) & FIELDS);
    }

    /** What is found by both stays in the first one. */
    private static void keepFarther(byte[] one, byte[] other) {
        for (int record = 0; record < one.length; record++) {
            one[record] = one[record] == NOT_FOUND || other[record] == NOT_FOUND ? NOT_FOUND
                    : (byte) (Math.min(one[record] & ~FIELDS, other[record] & ~FIELDS) | (one[record] | other[record]) & FIELDS);
        }
    }

    /** Takes the records in order of their numbers, from 0. */
    static final class Builder {

        /** By term. */
        private final Map<String, Ints> postings = new HashMap<>();
        private int records;

        void add(Terms terms) {
            terms.places().forEach((term, place) ->
                    postings.computeIfAbsent(term, each -> new Ints()).add(records << FIELD_BITS | place.fields()));
            records++;
        }

        WordIndex build() {
            Map<String, Ints> entries = new TreeMap<>();
            List<Ints> postingsByNumber = new ArrayList<>(postings.size());
            postings.forEach((term, ofTerm) -> {
                int number = postingsByNumber.size();
                postingsByNumber.add(ofTerm);
                Terms.keys(term).forEach((key, nearness) ->
                        entries.computeIfAbsent(key, each -> new Ints()).add(number << NEARNESS_BITS | nearness.ordinal()));
            });
            return new WordIndex(records, entries.keySet().toArray(String[]::new), firsts(entries.values()),
                    all(entries.values()), firsts(postingsByNumber), all(postingsByNumber));
        }

        /** Where each one begins when they are put together, and where the last one ends. */
        private static int[] firsts(Collection<Ints> parts) {
            Ints firsts = new Ints();
            int next = 0;
            for (Ints part : parts) {
                firsts.add(next);
                next += part.size();
            }
            firsts.add(next);
            return firsts.toArray();
        }

        private static int[] all(Collection<Ints> parts) {
            Ints all = new Ints();
            parts.forEach(all::addAll);
            return all.toArray();
        }
    }
}
