package dev.hcpcs.lookup;

import java.time.LocalDate;
import java.util.function.Consumer;

/**
 * Finds what happened to the code of a row between two days: looks at the first day of each segment of its timeline, which is
 * where the answer changes, and makes answers only where more than the evidence does.
 */
final class RowEvents {

    private final AnswerTable answers;
    private final LocalDate from;
    private final LocalDate to;
    private final int firstDay;

    /**
     * @param from inclusive
     * @param to   inclusive
     */
    RowEvents(AnswerTable answers, LocalDate from, LocalDate to) {
        this.answers = answers;
        this.from = from;
        this.to = to;
        this.firstDay = PackedDate.of(from);
    }

    /** Gives each event to {@code found}, in order of date. */
    void of(int row, Consumer<CodeEvent> found) {
        int newest = answers.newestSegment(row);
        int segment = newest;
        while (answers.firstDay(segment) >= firstDay) {
            segment++;
        }
        while (segment > newest) {
            segment--;
            if (!answers.saySame(segment, segment + 1)) {
                LocalDate day = PackedDate.toDate(answers.firstDay(segment));
                if (!day.minusDays(1).isAfter(to)) {
                    happenedOn(day, answers.answerIn(segment + 1, row, day.minusDays(1)), answers.answerIn(segment, row, day),
                            found);
                }
            }
        }
    }

    private void happenedOn(LocalDate day, Answer before, Answer after, Consumer<CodeEvent> found) {
        boolean sameLife = before.version().life() == after.version().life();
        boolean existed = exists(before.status());
        boolean exists = exists(after.status());
        if (existed && (after.status() == Status.TERMINATED || exists && !sameLife)) {
            add(CodeEvent.Kind.TERMINATED, before, after, found);
        }
        if (existed && after.status() == Status.WITHDRAWN) {
            add(CodeEvent.Kind.WITHDRAWN, before, after, found);
        }
        if (exists && (!sameLife || before.status() == Status.NOT_YET_EFFECTIVE)) {
            add(CodeEvent.Kind.ADDED, before, after, found);
        } else if (after.status() == Status.ACTIVE && before.status() != Status.ACTIVE) {
            add(CodeEvent.Kind.REACTIVATED, before, after, found);
        }
        if (sameLife && !RecordField.sameContent(before.record(), after.record())) {
            add(CodeEvent.Kind.CHANGED, before, after, found);
        }
    }

    private static boolean exists(Status status) {
        return status == Status.ACTIVE || status == Status.INDETERMINATE;
    }

    private void add(CodeEvent.Kind kind, Answer before, Answer after, Consumer<CodeEvent> found) {
        LocalDate date = kind.isEnd() ? before.date() : after.date();
        if (!date.isBefore(from) && !date.isAfter(to)) {
            found.accept(new CodeEvent(kind, date, before, after));
        }
    }
}
