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

    /**
     * What one list says of a life.
     *
     * @param since the day from which it holds; before all days for the first list
     */
    private record Statement(LocalDate since, boolean listed, Release list) {
    }

    /** What the lists tell of one life of a code. */
    static NotOtherwiseClassified of(CodeHistory history, int life, List<NotOtherwiseClassifiedList> lists) {
        List<Statement> statements = statements(history, life, lists);
        if (statements.isEmpty()) {
            return UNKNOWN;
        }
        List<LocalDate> changes = new ArrayList<>();
        for (int i = 1; i < statements.size(); i++) {
            if (statements.get(i).listed != statements.get(i - 1).listed) {
                changes.add(statements.get(i).since);
            }
        }
        return new NotOtherwiseClassified(Optional.of(statements.get(0).listed), changes);
    }

    /** The list that tells what holds on a date; empty where none does. */
    static Optional<Release> teller(CodeHistory history, LocalDate date, List<NotOtherwiseClassifiedList> lists) {
        return statements(history, history.lifeOn(date), lists).stream().filter(statement -> !statement.since.isAfter(date))
                .reduce((earlier, later) -> later).map(Statement::list);
    }

    private static List<Statement> statements(CodeHistory history, int life, List<NotOtherwiseClassifiedList> lists) {
        List<Statement> statements = new ArrayList<>();
        LocalDate lastSaid = LocalDate.MIN;
        for (NotOtherwiseClassifiedList list : lists) {
            LocalDate effective = list.file().quarter().effectiveDate();
            boolean listed = list.addedDates().containsKey(history.code());
            Optional<LocalDate> added = list.addedDates().getOrDefault(history.code(), Optional.empty());
            if (history.lifeOn(added.orElse(effective)) != life
                    || !listed && history.on(effective).status() != Status.ACTIVE) {
                continue;
            }
            boolean addedSince = !statements.isEmpty() && !last(statements).listed && isAfter(added, lastSaid);
            LocalDate since = statements.isEmpty() ? LocalDate.MIN : addedSince ? added.get() : effective;
            // A list may say that a code is to be added later, and the next one take it back before.
            while (!statements.isEmpty() && !last(statements).since.isBefore(since)) {
                statements.remove(statements.size() - 1);
            }
            statements.add(new Statement(since, listed, list.file()));
            lastSaid = effective;
        }
        return statements;
    }

    private static boolean isAfter(Optional<LocalDate> added, LocalDate date) {
        return added.isPresent() && added.get().isAfter(date);
    }

    private static Statement last(List<Statement> statements) {
        return statements.get(statements.size() - 1);
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
