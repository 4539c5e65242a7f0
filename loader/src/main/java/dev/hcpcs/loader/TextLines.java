package dev.hcpcs.loader;

/** The lines of a list that CMS prints as text. */
final class TextLines {

    private TextLines() {
    }

    /** Takes the next line. */
    interface Reader {
        void line(Place place, String text);
    }

    /**
     * Reads line by line; one of too many characters is an error and ends the reading. A last line that has no line end is told
     * of, because something may be missing.
     */
    static void read(SourceFile file, String text, Diagnostics diagnostics, Reader reader) {
        long most = file.limits().get(ReadLimit.LINE_CHARACTERS);
        Place place = Place.file(file.title());
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            place = new Place(file.title(), "line", ++number, "");
            if (line.length() > most) {
                diagnostics.error(place, "", ReadLimit.LINE_CHARACTERS.exceeded(most));
                return;
            }
            reader.line(place, line);
        }
        if (Texts.endsWithoutLineEnd(text)) {
            diagnostics.warning(place, "", Texts.WITHOUT_LINE_END);
        }
    }
}
