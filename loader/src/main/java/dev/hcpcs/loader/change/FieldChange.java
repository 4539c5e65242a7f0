package dev.hcpcs.loader.change;

import static java.util.Objects.requireNonNull;

import dev.hcpcs.lookup.HcpcsRecord;
import dev.hcpcs.lookup.RecordField;
import java.util.List;

/**
 * A field that two releases give differently, more than by letter case or white space.
 *
 * @param field  content or not: a termination date, for example, is none
 * @param before the older release's values, separated by one blank; empty where the field is blank
 * @param after  the newer release's values, likewise
 */
public record FieldChange(RecordField field, String before, String after) {

    /** Checks that nothing is null. */
    public FieldChange {
        requireNonNull(field, "field");
        requireNonNull(before, "before");
        requireNonNull(after, "after");
    }

    /** Every field that differs, in the order of {@link RecordField}. */
    public static List<FieldChange> between(HcpcsRecord before, HcpcsRecord after) {
        return RecordField.differing(before, after).stream()
                .map(field -> new FieldChange(field, field.text(before), field.text(after))).toList();
    }

    /** Every content field that differs, in the order of {@link RecordField}. */
    public static List<FieldChange> ofContentBetween(HcpcsRecord before, HcpcsRecord after) {
        return between(before, after).stream().filter(change -> change.field().isContent()).toList();
    }
}
