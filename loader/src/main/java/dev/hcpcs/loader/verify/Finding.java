package dev.hcpcs.loader.verify;

import static java.util.Objects.requireNonNull;

/**
 * Something that a check found in a release. Any text but place and message may be blank, where there is no such thing.
 *
 * @param check    what found it
 * @param severity whether the release is refused for it
 * @param code     the code or modifier
 * @param field    the field's name, as messages have it
 * @param value    the field's value; several are separated by one blank
 * @param against  what the value contradicts: the other format's value, the report's action, or the other date
 * @param place    file and line or row, with columns where they are known
 * @param message  what is wrong with the field, or where that is blank with the record or file; the same for all findings of a
 *                 kind, so that they can be grouped by it
 */
public record Finding(Check check, Severity severity, String code, String field, String value, String against, String place,
        String message) {

    /** Whether a release is refused for a finding. */
    public enum Severity {
        /** Answers may be wrong: a person must look at it before the release is published. */
        ERROR,
        /** Odd, but known of CMS's files or without an effect on answers. */
        REMARK
    }

    /** Checks that nothing is null. */
    public Finding {
        requireNonNull(check, "check");
        requireNonNull(severity, "severity");
        requireNonNull(code, "code");
        requireNonNull(field, "field");
        requireNonNull(value, "value");
        requireNonNull(against, "against");
        requireNonNull(place, "place");
        requireNonNull(message, "message");
    }

    /** The whole finding in one line. */
    @Override
    public String toString() {
        return place + ": " + (code.isEmpty() ? "" : code + ": ") + (field.isEmpty() ? "" : field + " ")
                + (value.isEmpty() ? "" : "'" + value + "' ") + message + (against.isEmpty() ? "" : ": '" + against + "'");
    }
}
