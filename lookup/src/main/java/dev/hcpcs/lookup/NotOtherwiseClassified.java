package dev.hcpcs.lookup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether one life of a code is not otherwise classified, over time: what CMS's lists of such codes tell. Immutable.
 *
 * <p>A list that carries the code says yes; one that does not says no where the code is active on the first day of the list's
 * quarter, and nothing otherwise: terminated codes leave the lists sooner or later, and stay what they were. What is said first
 * holds from the beginning of the life. The opposite, said later, holds from the first day of that list's quarter; but a yes from
 * the day the list says the code was added, where that is after the first day of the last list that said no.
 */
public final class NotOtherwiseClassified {

    /** No loaded list tells. */
    static final NotOtherwiseClassified UNKNOWN = new NotOtherwiseClassified(Optional.empty(), List.of());

    /** What holds from the beginning; empty where nothing is known. */
    private final Optional<Boolean> first;
    /** Each is the first day of the opposite. */
    private final List<LocalDate> changes;

    /**
     * @param first   what holds from the beginning; empty where nothing is known
     * @param changes the days from which the opposite of what was before holds, ascending
     */
    NotOtherwiseClassified(Optional<Boolean> first, List<LocalDate> changes) {
        this.first = first;
        this.changes = List.copyOf(changes);
    }

    /** What the lists tell of one life of a code. */
    static NotOtherwiseClassified of(CodeHistory history, int life, List<NotOtherwiseClassifiedList> lists) {
        Optional<Boolean> first = Optional.empty();
        boolean last = false;
        LocalDate lastSaid = LocalDate.MIN;
        List<LocalDate> changes = new ArrayList<>();
        for (NotOtherwiseClassifiedList list : lists) {
            LocalDate effective = list.file().quarter().effectiveDate();
            boolean listed = list.addedDates().containsKey(history.code());
            Optional<LocalDate> added = list.addedDates().getOrDefault(history.code(), Optional.empty());
            if (history.lifeOn(added.orElse(effective)) != life
                    || !listed && history.on(effective).status() != Status.ACTIVE) {
                continue;
            }
            if (first.isEmpty()) {
                first = Optional.of(listed);
            } else if (last != listed) {
                change(listed && added.isPresent() && added.get().isAfter(lastSaid) ? added.get() : effective, changes);
            }
            last = listed;
            lastSaid = effective;
        }
        return first.isEmpty() ? UNKNOWN : new NotOtherwiseClassified(first, changes);
    }

    /** A list may say that a code is to be added later; where the next one takes that back before, nothing changes. */
    private static void change(LocalDate day, List<LocalDate> changes) {
        if (!changes.isEmpty() && !day.isAfter(changes.get(changes.size() - 1))) {
            changes.remove(changes.size() - 1);
        } else {
            changes.add(day);
        }
    }

    /** Whether the code is not otherwise classified on a date; empty where no loaded list tells. */
    public Optional<Boolean> on(LocalDate date) {
        long passed = changes.stream().filter(change -> !change.isAfter(date)).count();
        return first.map(value -> value == (passed % 2 == 0));
    }

    /** The days from which the opposite of what was before holds, ascending; mostly none. */
    public List<LocalDate> changes() {
        return changes;
    }

    /** What holds from the beginning of the life; empty where no loaded list tells. */
    public Optional<Boolean> first() {
        return first;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NotOtherwiseClassified that && first.equals(that.first) && changes.equals(that.changes);
    }

    @Override
    public int hashCode() {
        return 31 * changes.hashCode() + first.hashCode();
    }

    /** For example {@code no, from 2025-07-01 yes}. */
    @Override
    public String toString() {
        if (first.isEmpty()) {
            return "unknown";
        }
        boolean value = first.get();
        StringBuilder text = new StringBuilder(value ? "yes" : "no");
        for (LocalDate change : changes) {
            value = !value;
            text.append(", from ").append(change).append(value ? " yes" : " no");
        }
        return text.toString();
    }
}
