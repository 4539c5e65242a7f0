package dev.hcpcs.loader;

import static java.util.Objects.requireNonNull;

/**
 * Something wrong with a release file, and where. {@link #toString} is the message to show:
 * {@code HCPC2018_CONTR_ANWEB_disc.txt line 412 columns 233-240: C9488: ASC effective date '170401' is not a date
 * (YYYYMMDD)}.
 *
 * @param severity whether the release could be loaded all the same
 * @param file     the file's name, behind that of its ZIP and {@code !} where it is in one
 * @param line     the line, or the row of the sheet, 1-based; 0 where the whole file is meant
 * @param place    file, line and columns as the message has them
 * @param code     the code or modifier as the file has it; blank where none is concerned
 * @param field    the field's name; blank where none is concerned
 * @param value    the value as the file has it; blank where none is concerned
 * @param problem  what is wrong, and what was done or what to do
 */
public record Diagnostic(Severity severity, String file, int line, String place, String code, String field, String value,
        String problem) {

    /** Whether a release can be loaded in spite of a diagnostic. */
    public enum Severity {
        /** The release is not loaded: part of it could not be read, so that its answers would be wrong. */
        ERROR,
        /** The release is loaded; a field stayed empty or something is remarkable. */
        WARNING
    }

    /** Checks that nothing is null. */
    public Diagnostic {
        requireNonNull(severity, "severity");
        requireNonNull(file, "file");
        requireNonNull(place, "place");
        requireNonNull(code, "code");
        requireNonNull(field, "field");
        requireNonNull(value, "value");
        requireNonNull(problem, "problem");
    }

    /** The whole message in one line. */
    @Override
    public String toString() {
        return Texts.printable(place + ": " + (code.isEmpty() ? "" : code + ": ")
                + (field.isEmpty() ? "" : field + " '" + value + "' ") + problem);
    }
}
