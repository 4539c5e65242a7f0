package dev.hcpcs.loader.change;

import static java.util.Objects.requireNonNull;

import dev.hcpcs.lookup.HcpcsCode;
import dev.hcpcs.lookup.HcpcsRecord;
import java.util.List;
import java.util.Optional;

/**
 * How one code differs between two releases.
 *
 * @param code   the code
 * @param kinds  in order; empty where CMS corrected an added or termination date and nothing more. {@link ChangeKind#SILENT}
 *               is not among them
 * @param silent whether the content changed although CMS did not move the action effective date on
 * @param fields every field that differs where both releases carry the code, else empty
 * @param before what the older release says; empty where it does not carry the code
 * @param after  what the newer release says; empty where it does not carry the code
 */
public record CodeChange(HcpcsCode code, List<ChangeKind> kinds, boolean silent, List<FieldChange> fields,
        Optional<HcpcsRecord> before, Optional<HcpcsRecord> after) {

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if neither release carries the code, or a silent change is none of content
     */
    public CodeChange {
        requireNonNull(code, "code");
        kinds = List.copyOf(kinds);
        fields = List.copyOf(fields);
        if (before.isEmpty() && after.isEmpty()) {
            throw new IllegalArgumentException("no release carries " + code);
        }
        if (kinds.contains(ChangeKind.SILENT) || silent && !kinds.contains(ChangeKind.CHANGED)) {
            throw new IllegalArgumentException(code + ": a silent change is a property of one that is CHANGED");
        }
    }

    /** Whether this counts among the changes of a kind. */
    public boolean is(ChangeKind kind) {
        return kind == ChangeKind.SILENT ? silent : kinds.contains(kind);
    }

    /** What the newer release says of the code, or where it does not carry it the older one. */
    public HcpcsRecord latest() {
        return after.or(() -> before).orElseThrow();
    }
}
