package dev.hcpcs.lookup.search;

import dev.hcpcs.lookup.HcpcsRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The part "What is found" of {@code lookup/docs/search.md}, read a second time: looks at every word of one record, without any
 * index, by regular expressions, and shares no code with what it checks.
 */
final class NaiveSearch {

    private static final String OF_WORD = "[\\p{L}\\p{Nd}%]";
    private static final Pattern POSSESSIVE = Pattern.compile("(?<=" + OF_WORD + ")'s(?!" + OF_WORD + ")");
    private static final Pattern WORD = Pattern.compile(
            "(?:\\.(?=\\d))?" + OF_WORD + "+(?:(?:[-/.'](?=" + OF_WORD + ")|(?<=\\d),(?=\\d))" + OF_WORD + "+)*");
    private static final Pattern PART = Pattern.compile("%|\\d+(?:\\.\\d+)*|\\p{L}[\\p{L}\\p{Nd}]*");
    private static final Pattern JOINTS = Pattern.compile("(?<!\\d)[-/.']|[-/.'](?!\\d)|,");
    private static final Properties TABLE = table();

    /** What a record can be found by, whole or by its beginning. */
    private final Set<String> keys = new LinkedHashSet<>();
    /** What it can be found by whole alone. */
    private final Set<String> wholes = new LinkedHashSet<>();

    NaiveSearch(HcpcsRecord record) {
        addKeys(record.code().value().toLowerCase(Locale.ROOT));
        for (String description : List.of(record.shortDescription(), record.longDescription())) {
            StringBuilder words = new StringBuilder(" ");
            for (String word : words(description)) {
                addKeys(joined(word));
                for (String part : parts(word)) {
                    addKeys(part);
                    words.append(part).append(' ');
                }
            }
            TABLE.forEach((abbreviation, meanings) -> {
                for (String meaning : meanings.toString().split(", ")) {
                    if (meaning.contains(" ") && words.indexOf(" " + meaning + " ") >= 0) {
                        keys.add(abbreviation.toString());
                        keys.addAll(plural(abbreviation.toString()));
                    }
                }
            });
        }
    }

    boolean matches(String query) {
        return !words(query).isEmpty() && words(query).stream().allMatch(this::hasWord);
    }

    private boolean hasWord(String word) {
        List<String> parts = parts(word);
        return hasBeginning(joined(word))
                || parts.subList(0, parts.size() - 1).stream().allMatch(part -> keys.contains(part) || wholes.contains(part))
                && hasBeginning(parts.get(parts.size() - 1));
    }

    private boolean hasBeginning(String word) {
        return wholes.contains(word) || keys.stream().anyMatch(key -> key.startsWith(word));
    }

    private static List<String> words(String text) {
        String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD).replaceAll("\\p{M}", "")
                .replace('\u2019', '\'');
        return WORD.matcher(POSSESSIVE.matcher(plain).replaceAll(" ")).results().map(MatchResult::group)
                .map(word -> word.startsWith(".") ? "0" + word : word).toList();
    }

    private static String joined(String word) {
        return JOINTS.matcher(word).replaceAll("");
    }

    private static List<String> parts(String word) {
        return TABLE.containsKey(joined(word)) ? List.of(joined(word))
                : PART.matcher(word).results().map(MatchResult::group).toList();
    }

    private void addKeys(String word) {
        Set<String> same = new LinkedHashSet<>(forms(word));
        same.add(word);
        keys.addAll(same);
        List<String> others = new ArrayList<>();
        TABLE.forEach((abbreviation, meanings) -> {
            for (String meaning : meanings.toString().split(", ")) {
                if (same.contains(meaning)) {
                    others.add(abbreviation.toString());
                }
                if (same.contains(abbreviation.toString())) {
                    others.addAll(List.of(meaning.split(" ")));
                }
            }
        });
        for (String other : others) {
            Set<String> found = word.equals("%") ? wholes : keys;
            found.add(other);
            found.addAll(plural(other));
        }
    }

    private static Set<String> plural(String word) {
        Set<String> plural = new LinkedHashSet<>();
        if (!word.matches("[a-z]{2,}")) {
            return plural;
        }
        if (word.matches(".*[^aeiou]y")) {
            plural.add(word.replaceAll("y$", "ies"));
        } else if (word.endsWith("sis")) {
            plural.add(word.replaceAll("is$", "es"));
        } else if (word.matches(".*(ss|us|x|z|ch|sh)")) {
            plural.add(word + "es");
        } else if (!word.endsWith("s")) {
            plural.add(word + "s");
        }
        return plural;
    }

    private static Set<String> forms(String word) {
        Set<String> forms = new LinkedHashSet<>(plural(word));
        if (word.matches("[a-z]{3,}") && word.matches(".*(?<![sui])s")) {
            if (word.endsWith("ies")) {
                forms.add(word.replaceAll("ies$", "y"));
            } else {
                forms.add(word.replaceAll("s$", ""));
            }
            if (word.matches(".*(s|x|z|ch|sh)es")) {
                forms.add(word.replaceAll("es$", ""));
                forms.add(word.replaceAll("es$", "is"));
            }
        }
        return forms;
    }

    private static Properties table() {
        Properties table = new Properties();
        try (InputStream in = DescriptionSearch.class.getResourceAsStream("abbreviations.properties")) {
            table.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }
}
