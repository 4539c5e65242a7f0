package dev.hcpcs.loader;

import dev.hcpcs.loader.Diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one file while it is read. */
final class Diagnostics {

    private final List<Diagnostic> all = new ArrayList<>();

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
        all.add(new Diagnostic(severity, place.file(), place.number(), place.toString(), code, field, value, problem));
    }

    List<Diagnostic> all() {
        return List.copyOf(all);
    }

    List<Diagnostic> errors() {
        return all.stream().filter(diagnostic -> diagnostic.severity() == Severity.ERROR).toList();
    }
}
