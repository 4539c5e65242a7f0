package dev.hcpcs.loader;

/** The lines of a list that CMS prints as text. */
final class TextLines {

    private TextLines() {
    }

    /** Takes the next line. */
    interface Reader {
        void line(Place place, String text);
    }

    /** Reads line by line; one of too many characters is an error and ends the reading. */
    static void read(SourceFile file, String text, Diagnostics diagnostics, Reader reader) {
        long most = file.limits().get(ReadLimit.LINE_CHARACTERS);
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            Place place = new Place(file.title(), "line", ++number, "");
            if (line.length() > most) {
                diagnostics.error(place, "", ReadLimit.LINE_CHARACTERS.exceeded(most));
                return;
            }
            reader.line(place, line);
        }
    }
}
