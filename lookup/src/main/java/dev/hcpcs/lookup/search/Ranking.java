package dev.hcpcs.lookup.search;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which of the records found come first.
 *
 * <p>In this order: the record whose code was typed; codes that exist on the date asked for; the higher score; fewer words in
 * the descriptions; the lower code and the earlier version. The score is the sum over the typed words of {@link #weight} times
 * how rare the word is. All of it is packed into one long a record, so that the sort needs no object.
 */
final class Ranking {

    private static final int RECORD_BITS = 24;
    private static final int LENGTH_BITS = 10;
    private static final int SCORE_BITS = 24;
    private static final int MOST_WORDS = (1 << LENGTH_BITS) - 1;
    private static final int MOST_SCORE = (1 << SCORE_BITS) - 1;
    /** Of a record's own word in both descriptions. */
    private static final int MOST_WEIGHT = 2 * Nearness.EXACT.ordinal() + 1;

    private final double[] scores;
    /** Those that every word so far finds stand first, ascending. */
    private final int[] foundByAll;
    private int count;
    /** What a record would have that has every word just as it was typed, in both descriptions. */
    private double best;

    Ranking(int records) {
        scores = new double[records];
        foundByAll = IntStream.range(0, records).toArray();
        count = records;
    }

    /** Takes one more word into account. The sums are those of the order in which words are added. */
    void add(byte[] found) {
        int foundByWord = 0;
        for (byte record : found) {
            foundByWord += record == WordIndex.NOT_FOUND ? 0 : 1;
        }
        double rarity = Math.log1p((double) found.length / Math.max(1, foundByWord));
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int record = foundByAll[i];
            if (found[record] != WordIndex.NOT_FOUND) {
                scores[record] += weight(found[record]) * rarity;
                foundByAll[kept++] = record;
            }
        }
        count = kept;
        best += MOST_WEIGHT * rarity;
    }

    /** Being in both descriptions counts for less than being nearer. */
    private static int weight(byte found) {
        return 2 * WordIndex.nearness(found).ordinal() + (WordIndex.inBothDescriptions(found) ? 1 : 0);
    }

    /** The records that every word so far finds, ascending; without any word, all of them. */
    int[] foundByAll() {
        return Arrays.copyOf(foundByAll, count);
    }

    /** Whether some record is found by every word so far; where none is, more words find none either. */
    boolean findsAny() {
        return count > 0;
    }

    /** A place for {@link #records}: the lower, the earlier. */
    long place(int record, boolean codeTyped, boolean exists, int length) {
        long place = codeTyped ? 0 : 1;
        place = place << 1 | (exists ? 0 : 1);
        place = place << SCORE_BITS | MOST_SCORE - (int) (scores[record] / best * MOST_SCORE);
        place = place << LENGTH_BITS | Math.min(length, MOST_WORDS);
        return place << RECORD_BITS | record;
    }

    /** The records of the first places, best first. */
    static int[] records(long[] places, int limit) {
        Arrays.sort(places);
        return Arrays.stream(places).limit(limit).mapToInt(place -> (int) place & (1 << RECORD_BITS) - 1).toArray();
    }
}
