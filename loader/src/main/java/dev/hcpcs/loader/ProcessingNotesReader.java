package dev.hcpcs.loader;

import dev.hcpcs.lookup.ProcessingNotes;
import dev.hcpcs.lookup.Quarter;
import dev.hcpcs.lookup.Release;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads CMS's processing notes: each begins with its number and goes on in indented lines. The asterisks are the right border of
 * the page, not all of whose lines have one.
 *
 * <pre>
 *     0001--SEE THE MANUAL ON WHAT IS TO BE STATED                  *
 *           ON THE CLAIM.                                           *
 * </pre>
 */
final class ProcessingNotesReader {

    private static final Charset CHARSET = Charset.forName("windows-1252");
    private static final Pattern BORDER = Pattern.compile("\\s*\\*?\\s*$");
    private static final Pattern BEGINNING = Pattern.compile("(\\d{4})\\s*-+\\s*(.*)");

    private final SourceFile file;
    private final Diagnostics diagnostics;
    private final SortedMap<String, String> texts = new TreeMap<>();
    /** Of the last note; blank before the first, and within one whose number came before. */
    private String number = "";

    private ProcessingNotesReader(SourceFile file, Diagnostics diagnostics) {
        this.file = file;
        this.diagnostics = diagnostics;
    }

    /** @return empty where the file holds no notes; the diagnostics say so */
    static Optional<ProcessingNotes> read(SourceFile file, Quarter quarter, Diagnostics diagnostics) {
        ProcessingNotesReader reader = new ProcessingNotesReader(file, diagnostics);
        int line = 0;
        for (String text : new String(file.bytes(), CHARSET).lines().toList()) {
            line++;
            reader.line(new Place(file.title(), "line", line, ""), BORDER.matcher(text.strip()).replaceFirst(""));
        }
        if (reader.texts.isEmpty()) {
            diagnostics.error(Place.file(file.title()), "", "holds no processing notes, which would begin like 0001--TEXT");
            return Optional.empty();
        }
        return Optional.of(new ProcessingNotes(new Release(quarter, file.name(), file.sha256()), reader.texts));
    }

    private void line(Place place, String text) {
        Matcher beginning = BEGINNING.matcher(text);
        if (beginning.matches()) {
            number = beginning.group(1);
            if (texts.putIfAbsent(number, collapse(beginning.group(2))) != null) {
                diagnostics.warning(place, "", "note " + number + " stands there twice; the first one is kept");
                number = "";
            }
        } else if (!text.isEmpty() && !number.isEmpty()) {
            texts.merge(number, collapse(text), (before, more) -> (before + " " + more).strip());
        }
    }

    private static String collapse(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
