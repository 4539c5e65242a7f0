package dev.hcpcs.lookup.search;

import java.util.LinkedHashSet;
import java.util.Set;

/** Singular and plural of English words, by their endings: what a word is not a form of costs nothing, so no list is kept. */
final class Inflections {

    private Inflections() {
    }

    /** The other forms that a word may have, without itself; none of what is no plain word. */
    static Set<String> of(String word) {
        Set<String> forms = new LinkedHashSet<>();
        if (word.length() >= 2 && isPlain(word)) {
            addSingulars(word, forms);
            addPlural(word, forms);
        }
        return forms;
    }

    /** The plural that a word may have as a singular; none of what is no plain word, or ends like a plural. */
    static Set<String> plural(String word) {
        Set<String> plural = new LinkedHashSet<>();
        if (word.length() >= 2 && isPlain(word)) {
            addPlural(word, plural);
        }
        return plural;
    }

    private static boolean isPlain(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) < 'a' || word.charAt(i) > 'z') {
                return false;
            }
        }
        return true;
    }

    private static void addSingulars(String word, Set<String> forms) {
        if (word.length() < 3 || !word.endsWith("s") || word.endsWith("ss") || word.endsWith("us") || word.endsWith("is")) {
            return;
        }
        if (word.endsWith("ies")) {
            forms.add(cut(word, 3) + "y");
        } else {
            forms.add(cut(word, 1));
            if (endsHissing(cut(word, 2)) && word.endsWith("es")) {
                forms.add(cut(word, 2));
                forms.add(cut(word, 2) + "is");
            }
        }
    }

    private static void addPlural(String word, Set<String> forms) {
        if (word.endsWith("y") && "aeiou".indexOf(word.charAt(word.length() - 2)) < 0) {
            forms.add(cut(word, 1) + "ies");
        } else if (word.endsWith("sis")) {
            forms.add(cut(word, 2) + "es");
        } else if (!word.endsWith("s") || word.endsWith("ss") || word.endsWith("us")) {
            forms.add(word + (endsHissing(word) ? "es" : "s"));
        }
    }

    private static boolean endsHissing(String word) {
        return word.endsWith("s") || word.endsWith("x") || word.endsWith("z") || word.endsWith("ch") || word.endsWith("sh");
    }

    private static String cut(String word, int letters) {
        return word.substring(0, Math.max(0, word.length() - letters));
    }
}
