package dev.hcpcs.loader.cli;

import dev.hcpcs.lookup.Answer;
import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.HcpcsRecord;
import dev.hcpcs.lookup.Version;
import dev.hcpcs.lookup.search.DescriptionSearch;
import dev.hcpcs.lookup.search.Found;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a search found as people read it: a line each, with the words that it was found by. */
final class SearchText {

    private SearchText() {
    }

    /** @return empty where nothing was found */
    static String on(Found<Answer> found, String words, HcpcsIndex index, DescriptionSearch search) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Code", "Status", "Version from", "Short description", "Found by"));
        for (Answer answer : found.first()) {
            String since = AnswerText.since(answer, () -> index.history(answer.code()));
            rows.add(List.of(answer.code().value(), answer.status() + since, answer.version().start().toString(),
                    answer.record().shortDescription(), foundBy(words, answer.record(), search)));
        }
        return table(rows);
    }

    /** @return empty where nothing was found */
    static String ever(Found<Version> found, String words, HcpcsIndex index, DescriptionSearch search) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Code", "Applied", "Short description", "Found by"));
        for (Version version : found.first()) {
            HcpcsRecord record = version.record();
            rows.add(List.of(record.code().value(), days(version, index.history(record.code()).lastDay(version)),
                    record.shortDescription(), foundBy(words, record, search)));
        }
        return table(rows);
    }

    private static String days(Version version, Optional<LocalDate> last) {
        if (last.isEmpty()) {
            return version.start() + " on";
        }
        return last.get().isBefore(version.start()) ? "after its end on " + last.get()
                : version.start() + " to " + last.get();
    }

    private static String foundBy(String words, HcpcsRecord record, DescriptionSearch search) {
        return String.join(", ", search.matched(words, record));
    }

    /** Columns as wide as they need, two blanks between. */
    private static String table(List<List<String>> rows) {
        if (rows.size() == 1) {
            return "";
        }
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                line.append(row.get(column)).append(" ".repeat(widths[column] - row.get(column).length() + 2));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
