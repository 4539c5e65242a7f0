package dev.hcpcs.loader;

import dev.hcpcs.lookup.ProcessingNotes;
import dev.hcpcs.lookup.Quarter;
import dev.hcpcs.lookup.Release;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads CMS's processing notes: each begins with its number and goes on in indented lines. The asterisks are the right border of
 * the page, not all of whose lines have one. What stands above the first note is the head of the page, and may stand there again
 * on every other page.
 *
 * <pre>
 *     0001--SEE THE MANUAL ON WHAT IS TO BE STATED                  *
 *           ON THE CLAIM.                                           *
 * </pre>
 */
final class ProcessingNotesReader {

    private static final String BORDER = "*";
    private static final Pattern BEGINNING = Pattern.compile("(\\d{1,6})(\\s*-{2,}|\\s*-(?!\\d))\\s*(.*)", Pattern.DOTALL);
    private static final Pattern PAGE_NUMBER = Pattern.compile("(?i)page\\s+\\d+(\\s+of\\s+\\d+)?");
    private static final int TAB = 8;
    /** Records have no longer number. */
    private static final int LARGEST_NUMBER = 9999;

    private final SourceFile file;
    private final Diagnostics diagnostics;
    private final SortedMap<String, String> texts = new TreeMap<>();
    private final Set<String> head = new HashSet<>();
    /** Of the last note; blank before the first, and within one that is left out. */
    private String number = "";
    /** Of the first note's number, in columns; -1 before it. */
    private int indentation = -1;

    private ProcessingNotesReader(SourceFile file, Diagnostics diagnostics) {
        this.file = file;
        this.diagnostics = diagnostics;
    }

    /** @return empty where the file holds no notes; the diagnostics say so */
    static Optional<ProcessingNotes> read(SourceFile file, Quarter quarter, Diagnostics diagnostics) {
        ProcessingNotesReader reader = new ProcessingNotesReader(file, diagnostics);
        TextLines.read(file, Texts.decode(file.bytes()).replace('\u00a0', ' '), diagnostics,
                (place, text) -> reader.line(place, indentation(text), collapse(withoutBorder(text.strip()))));
        if (reader.texts.isEmpty()) {
            diagnostics.error(Place.file(file.title()), "", "holds no processing notes, which would begin like 0001--TEXT");
        }
        if (!diagnostics.errors().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ProcessingNotes(new Release(quarter, file.name(), file.sha256()), reader.texts));
    }

    private void line(Place place, int indented, String text) {
        Matcher beginning = BEGINNING.matcher(text);
        if (beginning.matches() && isNumber(indented, beginning.group(2))) {
            indentation = indentation < 0 ? indented : indentation;
            begin(place, Integer.parseInt(beginning.group(1)), beginning.group(3));
        } else if (indentation < 0) {
            head.add(text);
        } else if (!text.isEmpty() && !number.isEmpty() && !head.contains(text) && !PAGE_NUMBER.matcher(text).matches()) {
            add(place, text);
        }
    }

    private void add(Place place, String text) {
        String note = (texts.get(number) + " " + text).strip();
        long most = file.limits().get(ReadLimit.CELL_CHARACTERS);
        if (note.length() > most) {
            diagnostics.error(place, "", "note " + number + " " + ReadLimit.CELL_CHARACTERS.exceeded(most));
            number = "";
        } else {
            texts.put(number, note);
        }
    }

    /** A single dash may follow a number within a text, whose lines are indented further. */
    private boolean isNumber(int indented, String dashes) {
        return dashes.contains("--") || indentation < 0 || indented <= indentation;
    }

    private void begin(Place place, int value, String text) {
        number = String.format(Locale.ROOT, "%04d", value);
        if (value > LARGEST_NUMBER) {
            diagnostics.warning(place, "",
                    "note " + number + " is left out: no record can name a number of more than four digits");
            number = "";
        } else if (texts.putIfAbsent(number, text) != null) {
            diagnostics.warning(place, "", "note " + number + " stands there twice; the first one is kept");
            number = "";
        }
    }

    private static String withoutBorder(String text) {
        return text.endsWith(BORDER) ? text.substring(0, text.length() - BORDER.length()) : text;
    }

    private static int indentation(String text) {
        int column = 0;
        for (int i = 0; i < text.length() && Character.isWhitespace(text.charAt(i)); i++) {
            column = switch (text.charAt(i)) {
                case '\t' -> column - column % TAB + TAB;
                case '\f' -> 0;
                default -> column + 1;
            };
        }
        return column;
    }

    private static String collapse(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
