package dev.hcpcs.lookup;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A stretch of time in which a code existed, or may have existed.
 *
 * @param life   1 for the code's first life, 2 for the first reuse of the code for something else, and so on
 * @param start  the first day
 * @param end    the last day, inclusive; empty while open. Lies before the start only where CMS stated it so, and then the
 *               period holds no day
 * @param during the status within the period: {@link Status#ACTIVE} or {@link Status#INDETERMINATE}
 * @param after  the status after its end, until the next period: {@link Status#TERMINATED} or {@link Status#WITHDRAWN}
 */
public record Period(int life, LocalDate start, Optional<LocalDate> end, Status during, Status after) {

    /** Checks that nothing is null. */
    public Period {
        requireNonNull(start, "start");
        requireNonNull(end, "end");
        requireNonNull(during, "during");
        requireNonNull(after, "after");
    }

    /** The status on a date that does not lie before the start. */
    Status statusOn(LocalDate date) {
        return end.isPresent() && date.isAfter(end.get()) ? after : during;
    }
}
