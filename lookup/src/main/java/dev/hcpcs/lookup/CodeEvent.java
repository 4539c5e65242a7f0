package dev.hcpcs.lookup;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;

/**
 * Something that happened to a code on a day.
 *
 * @param kind   what happened
 * @param date   the day: of {@link Kind#TERMINATED} and {@link Kind#WITHDRAWN} the code's last, of the others the first on which
 *               it is so
 * @param before what the code was on the last day before it happened
 * @param after  what the code was on the day after {@code before}
 */
public record CodeEvent(Kind kind, LocalDate date, Answer before, Answer after) {

    /** What can happen to a code. A day without one of these may still differ in evidence, or by an ASC effective date. */
    public enum Kind {
        /** The code, or a new life of it as something else, began to exist: {@code ACTIVE} or {@code INDETERMINATE}. */
        ADDED,
        /**
         * The code was {@code ACTIVE} or {@code INDETERMINATE}, and {@code TERMINATED} the next day, or in another life already.
         */
        TERMINATED,
        /** The same, but {@code WITHDRAWN} the next day: CMS dropped the code without terminating it. */
        WITHDRAWN,
        /** The code was {@code ACTIVE} again in the same life, after it was terminated, withdrawn or indeterminate. */
        REACTIVATED,
        /**
         * Another version began in the same life: one of the {@linkplain RecordField#isContent content} fields says something
         * else. It happens to terminated codes too, and to reactivated ones on the same day.
         */
        CHANGED;

        /** Whether {@link CodeEvent#date} is the last day before, not the first after. */
        boolean isEnd() {
            return this == TERMINATED || this == WITHDRAWN;
        }
    }

    /** Checks that nothing is null. */
    public CodeEvent {
        requireNonNull(kind, "kind");
        requireNonNull(date, "date");
        requireNonNull(before, "before");
        requireNonNull(after, "after");
    }

    /** The code to which it happened. */
    public HcpcsCode code() {
        return after.code();
    }

    /** What the code was on {@link #date} itself. */
    public Answer answer() {
        return kind.isEnd() ? before : after;
    }

    /** The content fields in which the record of the day after does not say the same as that before; often none, in order. */
    public List<RecordField> changedFields() {
        return before.version().life() != after.version().life() ? List.of()
                : RecordField.differing(before.record(), after.record()).stream().filter(RecordField::isContent).toList();
    }
}
