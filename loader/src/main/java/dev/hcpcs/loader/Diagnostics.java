package dev.hcpcs.loader;

import dev.hcpcs.loader.Diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one file while it is read. */
final class Diagnostics {

    /** A message that quotes a file, which may hold anything, quotes no more of it. */
    private static final int LONGEST_TEXT = 2_000;

    private final SourceFile file;
    private final List<Diagnostic> all = new ArrayList<>();

    Diagnostics(SourceFile file) {
        this.file = file;
    }

    /** Something without which the release cannot be trusted; it will not be loaded. */
    void error(Place place, String code, String problem) {
        add(Severity.ERROR, place, code, "", "", problem);
    }

    void warning(Place place, String code, String problem) {
        add(Severity.WARNING, place, code, "", "", problem);
    }

    /** A value that cannot be understood. */
    void field(SourceRow row, Field field, int occurrence, String value, String problem) {
        String code = row.text(Field.CODE, 0).strip();
        add(Severity.WARNING, row.place(field, occurrence), code, field.title(), value, problem);
    }

    private void add(Severity severity, Place place, String code, String field, String value, String problem) {
        long most = file.limits().get(ReadLimit.FILE_DIAGNOSTICS);
        if (all.size() < most) {
            all.add(new Diagnostic(severity, place.file(), place.number(), shortened(place.toString()), shortened(code), field,
                    shortened(value), shortened(problem)));
        } else if (all.size() == most) {
            all.add(new Diagnostic(Severity.ERROR, file.title(), 0, file.title(), "", "", "",
                    ReadLimit.FILE_DIAGNOSTICS.exceeded(most) + all.stream().findFirst().map(each -> "; the first is: " + each)
                            .orElse("")));
        }
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "..." : text;
    }

    /** How many there are so far; no more than one beyond the limit. */
    int count() {
        return all.size();
    }

    List<Diagnostic> all() {
        return List.copyOf(all);
    }

    List<Diagnostic> errors() {
        return all.stream().filter(diagnostic -> diagnostic.severity() == Severity.ERROR).toList();
    }
}
