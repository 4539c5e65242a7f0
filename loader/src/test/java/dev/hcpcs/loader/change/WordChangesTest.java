package dev.hcpcs.loader.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcpcs.loader.change.WordChanges.Piece;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Marked words, shown as {@code [changed]}. */
class WordChangesTest {

    @Test
    void replacedWordsAreMarkedInBothTexts() {
        assertMarked("Injection, [one] drug, 10 mg", "Injection, [another] drug, 10 mg");
    }

    @Test
    void wordsThatOnlyOneTextHasAreMarkedThere() {
        assertMarked("Walker, folding", "Walker, folding[, with wheels]");
        assertMarked("Walker, [heavy, ]folding", "Walker, folding");
        assertMarked("", "[C]");
        assertMarked("", "");
    }

    @Test
    void changedWordsSideBySideAreOnePiece() {
        assertMarked("[Old words] here", "[New text] here");
    }

    @Test
    void wordIsMarkedWholeAndItsPunctuationIsNot() {
        assertMarked("[2019-12-31]", "[2020-03-31]");
        assertMarked("per [1.5] mg, each", "per [2.5] mg, each");
        assertMarked("[fremanezumab-vfrm], 1 mg", "[fremanezumab-abcd], 1 mg");
    }

    @Test
    void letterCaseIsNoChange() {
        assertMarked("WALKER, [FOLDING]", "Walker, [rigid]");
    }

    @Test
    void noCharacterIsLost() {
        assertMarked("a\u0085b [one]\u2028c", "a\u0085b [two]\u2028c");
    }

    private static void assertMarked(String before, String after) {
        WordChanges changes = WordChanges.between(plain(before), plain(after));
        assertThat(List.of(marked(changes.before()), marked(changes.after()))).containsExactly(before, after);
    }

    private static String plain(String marked) {
        return marked.replaceAll("[\\[\\]]", "");
    }

    private static String marked(List<Piece> pieces) {
        return pieces.stream().map(piece -> piece.changed() ? "[" + piece.text() + "]" : piece.text())
                .collect(Collectors.joining());
    }
}
