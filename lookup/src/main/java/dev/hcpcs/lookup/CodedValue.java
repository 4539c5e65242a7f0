package dev.hcpcs.lookup;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A value of a coded field, with CMS's explanation of it where CMS has documented one.
 *
 * @param field the field it stands in
 * @param code  as the release has it, never blank; a code CMS has not documented yet is kept as it stands
 */
public record CodedValue(CodedField field, String code) {

    /** Checks that there is a field and a code. */
    public CodedValue {
        requireNonNull(field, "field");
        if (code.isBlank()) {
            throw new IllegalArgumentException(field.title() + " is blank");
        }
    }

    /** What the code means, as CMS's record layout says; empty where it does not say. */
    public Optional<String> label() {
        return DataDictionary.label(this);
    }

    /** The heading that CMS's record layout puts the code under, outermost first; empty where it has none. */
    public Optional<String> heading() {
        return DataDictionary.heading(this);
    }

    /** The code alone. */
    @Override
    public String toString() {
        return code;
    }
}
