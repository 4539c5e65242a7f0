package dev.hcpcs.loader.correction;

import static java.util.Objects.requireNonNull;

import dev.hcpcs.lookup.RecordField;
import java.util.Optional;

/**
 * One thing that a release should say once it contains a correction.
 *
 * @param kind  what of it
 * @param field the record's field; empty for {@link Kind#CARRIED}
 * @param value the field's value as the correction has it, a date in ISO form where it is one; blank for {@link Kind#CARRIED}
 */
public record Expected(Kind kind, Optional<RecordField> field, String value) {

    /** What is expected of a field. */
    public enum Kind {
        /** The release carries the code. */
        CARRIED,
        /** The field has the value and no other. */
        VALUE,
        /** The field does not have the value any more. */
        REMOVED,
        /** The code's last day is the one before the value, or the value itself. */
        TERMINATED
    }

    /** Checks that nothing is null. */
    public Expected {
        requireNonNull(kind, "kind");
        requireNonNull(field, "field");
        requireNonNull(value, "value");
    }

    static Expected carried() {
        return new Expected(Kind.CARRIED, Optional.empty(), "");
    }

    static Expected value(RecordField field, String value) {
        return new Expected(Kind.VALUE, Optional.of(field), value);
    }

    static Expected removed(RecordField field, String value) {
        return new Expected(Kind.REMOVED, Optional.of(field), value);
    }

    static Expected terminated(String effective) {
        return new Expected(Kind.TERMINATED, Optional.of(RecordField.TERMINATION_DATE), effective);
    }

    /** What it is about, for people: the field's title, or {@code code}. */
    public String title() {
        return field.map(RecordField::title).orElse("code");
    }

    /** What is expected, for people. */
    @Override
    public String toString() {
        return switch (kind) {
            case CARRIED -> "in the release";
            case VALUE -> value;
            case REMOVED -> "not " + value;
            case TERMINATED -> value.isEmpty() ? "" : "by " + value;
        };
    }
}
