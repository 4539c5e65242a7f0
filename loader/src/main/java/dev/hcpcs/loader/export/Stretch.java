package dev.hcpcs.loader.export;

import static java.util.Objects.requireNonNull;

import dev.hcpcs.lookup.Answer;
import dev.hcpcs.lookup.CodeHistory;
import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Days on end on which a code has one answer: neither status, evidence, version and ASC payment group nor whether it is not
 * otherwise classified change between them. The stretches of a code follow one another without a gap, from before all days
 * to after all days.
 *
 * @param from    the first day; empty where there is none, because the code did not exist yet
 * @param through the last day, inclusive; empty where the answer holds for every later day
 * @param answer  that on one of the days
 */
public record Stretch(Optional<LocalDate> from, Optional<LocalDate> through, Answer answer) {

    /** Checks that nothing is null. */
    public Stretch {
        requireNonNull(from, "from");
        requireNonNull(through, "through");
        requireNonNull(answer, "answer");
    }

    /** Every stretch of every code, in order of code and day. */
    public static Stream<Stretch> all(HcpcsIndex index) {
        return index.codes().stream().flatMap(code -> of(index.history(code)).stream());
    }

    /** Every stretch of a code, in order, at least one. */
    public static List<Stretch> of(CodeHistory history) {
        TreeSet<LocalDate> days = new TreeSet<>(history.daysOfChange());
        for (Version version : history.versions()) {
            version.record().ascEffectiveDate().ifPresent(days::add);
            days.addAll(version.notOtherwiseClassified().changes());
        }
        List<Stretch> stretches = new ArrayList<>();
        Optional<LocalDate> from = Optional.empty();
        Answer answer = history.on(days.first().minusDays(1));
        for (LocalDate day : days) {
            Answer next = history.on(day);
            if (!isSame(answer, next)) {
                stretches.add(new Stretch(from, Optional.of(day.minusDays(1)), answer));
                from = Optional.of(day);
                answer = next;
            }
        }
        stretches.add(new Stretch(from, Optional.empty(), answer));
        return stretches;
    }

    /** Of one code. */
    private static boolean isSame(Answer one, Answer other) {
        return one.status() == other.status() && one.evidence() == other.evidence()
                && one.version().equals(other.version()) && one.ascPaymentGroup().equals(other.ascPaymentGroup())
                && one.notOtherwiseClassified().equals(other.notOtherwiseClassified());
    }
}
