package dev.hcpcs.loader;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** A release's text by its records, to alter fields in. */
final class AlteredText {

    private static final String MADE_UP_DATE = "20200229";

    private final String name;
    private final List<String> lines;
    /** The line of the first row of each record. */
    private final int[] firsts;

    AlteredText(SourceFile text) {
        name = text.name();
        lines = List.of(new String(text.bytes(), StandardCharsets.ISO_8859_1).split("(?<=\n)"));
        firsts = IntStream.range(0, lines.size()).filter(line -> lines.get(line).matches(".{5}\\d{5}[37].*\\R?")).toArray();
    }

    int records() {
        return firsts.length;
    }

    /** In all records: what stands there in the next record that has something else, or a value that is made up. */
    SourceFile withValueOfAnother(Field field, int occurrence) {
        String[] values = IntStream.of(firsts).mapToObj(line -> value(lines.get(line), field, occurrence)).toArray(String[]::new);
        // CMS states no base units, and 0 says the same as blank.
        boolean alike = field == Field.ANESTHESIA_BASE_UNITS;
        String madeUp = field.width() == MADE_UP_DATE.length() ? MADE_UP_DATE : "1".repeat(field.width());
        String[] others = new String[values.length];
        for (int i = 2 * values.length - 2; i >= 0; i--) {
            int at = i % values.length;
            int next = (i + 1) % values.length;
            others[at] = values[next].equals(values[at]) ? others[next] : values[next];
        }
        List<String> altered = new ArrayList<>(lines);
        for (int i = 0; i < firsts.length; i++) {
            String value = others[i] == null || alike ? madeUp : others[i];
            altered.set(firsts[i], with(lines.get(firsts[i]), field, occurrence, value));
        }
        return file(altered);
    }

    /** In all records: another letter within the long description. */
    SourceFile withAnotherLetter() {
        List<String> altered = new ArrayList<>(lines);
        for (int line : firsts) {
            String text = value(lines.get(line), Field.LONG_DESCRIPTION, 0);
            int at = text.stripTrailing().length() / 2;
            char other = Character.toLowerCase(text.charAt(at)) == 'x' ? 'q' : 'x';
            altered.set(line, with(lines.get(line), Field.LONG_DESCRIPTION, 0,
                    text.substring(0, at) + other + text.substring(at + 1)));
        }
        return file(altered);
    }

    /** In one record, from its first line to the last of its continuations where {@code whole}, else in the first alone. */
    SourceFile with(int record, Field field, boolean whole, UnaryOperator<String> change) {
        int end = record + 1 < firsts.length ? firsts[record + 1] : lines.size();
        List<String> altered = new ArrayList<>(lines);
        for (int line = firsts[record]; line < (whole ? end : firsts[record] + 1); line++) {
            if (lines.get(line).length() > Field.RECORD_IDENTIFICATION.end()) {
                altered.set(line, with(lines.get(line), field, 0, change.apply(value(lines.get(line), field, 0))));
            }
        }
        return file(altered);
    }

    private static String value(String line, Field field, int occurrence) {
        return padded(line).substring(field.begin(occurrence) - 1, field.begin(occurrence) - 1 + field.width());
    }

    private static String with(String line, Field field, int occurrence, String value) {
        String whole = padded(line);
        int begin = field.begin(occurrence) - 1;
        return whole.substring(0, begin) + value + whole.substring(begin + field.width()) + "\r\n";
    }

    private static String padded(String line) {
        String text = line.replaceAll("\\R$", "");
        return text + " ".repeat(Math.max(0, Field.LAST_POSITION - text.length()));
    }

    private SourceFile file(List<String> altered) {
        return Damage.file(name, String.join("", altered).getBytes(StandardCharsets.ISO_8859_1));
    }
}
