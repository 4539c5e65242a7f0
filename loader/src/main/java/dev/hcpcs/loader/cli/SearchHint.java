package dev.hcpcs.loader.cli;

import dev.hcpcs.lookup.search.DescriptionSearch;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What to try where a search found nothing: it tells which word is to blame. */
final class SearchHint {

    private final DescriptionSearch search;
    private final List<String> words;

    SearchHint(DescriptionSearch search, List<String> words) {
        this.search = search;
        this.words = words.stream().flatMap(word -> Stream.of(word.strip().split("\\s+")))
                .filter(word -> word.chars().anyMatch(Character::isLetterOrDigit)).distinct().toList();
    }

    String on(LocalDate date) {
        int otherDays = search.ever(String.join(" ", words), 0).total();
        return otherDays > 0 ? "on other days it would be " + Numbers.count(otherDays, "version") + ": try --all-lives"
                : hint(word -> search.on(word, date, 0).total(), "codes");
    }

    String ever() {
        return hint(word -> search.ever(word, 0).total(), "versions");
    }

    private String hint(ToIntFunction<String> total, String nouns) {
        List<String> missing = words.stream().filter(word -> total.applyAsInt(word) == 0).toList();
        if (!missing.isEmpty()) {
            return "no description has a word that begins with "
                    + missing.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" or "))
                    + ": look at the spelling, or type fewer letters";
        }
        return "no description has all of these words, which by themselves are those of so many " + nouns + ": "
                + words.stream().map(word -> word + " " + total.applyAsInt(word)).collect(Collectors.joining(", "))
                + "; leave one out";
    }
}
