package dev.hcpcs.loader.change;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiff;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Two texts with the words marked in which they differ by more than letter case. What is not marked stands in both, in the
 * same order.
 *
 * @param before the older text's pieces, which together are the text; empty where it is
 * @param after  the newer text's pieces, likewise
 */
public record WordChanges(List<Piece> before, List<Piece> after) {

    /**
     * Some words of a text; its neighbours are marked otherwise.
     *
     * @param text    never empty, with the blanks between and beside the words
     * @param changed whether the other text has something else, or nothing, in its place
     */
    public record Piece(String text, boolean changed) {
    }

    /** A word or number (a decimal, a date and a hyphenated word are one), some blanks, or any other single character. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[-.,'/][\\p{L}\\p{N}]+)*|\\s+|.", Pattern.DOTALL);

    /** Copies the lists. */
    public WordChanges {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** Compares two texts word by word. */
    public static WordChanges between(String before, String after) {
        List<Piece> older = new ArrayList<>();
        List<Piece> newer = new ArrayList<>();
        for (AbstractDelta<String> part : DiffUtils.diff(words(before), words(after), new MyersDiff<>(String::equalsIgnoreCase),
                null, true).getDeltas()) {
            String was = String.join("", part.getSource().getLines());
            String is = String.join("", part.getTarget().getLines());
            // A blank in common does not part two changed words.
            boolean changed = part.getType() != DeltaType.EQUAL || was.isBlank();
            append(older, was, changed);
            append(newer, is, changed);
        }
        return new WordChanges(older, newer);
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    private static void append(List<Piece> pieces, String text, boolean changed) {
        int last = pieces.size() - 1;
        if (last >= 0 && pieces.get(last).changed() == changed) {
            pieces.set(last, new Piece(pieces.get(last).text() + text, changed));
        } else if (!text.isEmpty()) {
            pieces.add(new Piece(text, changed));
        }
    }
}
