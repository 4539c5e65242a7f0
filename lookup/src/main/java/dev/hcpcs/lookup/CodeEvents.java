package dev.hcpcs.lookup;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What happened to the codes between two days, both inclusive.
 *
 * <p>Choosing goes as with a {@link DayView}: this is immutable, each method but {@link #stream} gives a narrower choice, and
 * nothing is looked up before a stream is pulled, then one code after the other.
 *
 * <pre>{@code
 * index.changes(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31)).terminated().startingWith("J").stream()
 *         .map(event -> event.code() + " until " + event.date())
 * }</pre>
 */
public final class CodeEvents {

    private final LocalDate from;
    private final LocalDate to;
    private final CodeRange codes;
    private final Set<CodeEvent.Kind> kinds;
    private final Predicate<Answer> condition;

    private CodeEvents(LocalDate from, LocalDate to, CodeRange codes, Set<CodeEvent.Kind> kinds, Predicate<Answer> condition) {
        this.from = from;
        this.to = to;
        this.codes = codes;
        this.kinds = kinds;
        this.condition = condition;
    }

    static CodeEvents of(AnswerTable answers, LocalDate from, LocalDate to) {
        requireNonNull(from, "from");
        if (requireNonNull(to, "to").isBefore(from)) {
            throw new IllegalArgumentException("the time from " + from + " to " + to + " is empty: it must begin with the earlier"
                    + " day");
        }
        return new CodeEvents(from, to, CodeRange.all(answers), EnumSet.allOf(CodeEvent.Kind.class), answer -> true);
    }

    /** The first day, inclusive. */
    public LocalDate from() {
        return from;
    }

    /** The last day, inclusive. */
    public LocalDate to() {
        return to;
    }

    /** {@link CodeEvent.Kind#ADDED}. */
    public CodeEvents added() {
        return of(CodeEvent.Kind.ADDED);
    }

    /** {@link CodeEvent.Kind#TERMINATED}: codes whose termination date, which is their last day, lies between the days. */
    public CodeEvents terminated() {
        return of(CodeEvent.Kind.TERMINATED);
    }

    /** {@link CodeEvent.Kind#WITHDRAWN}. */
    public CodeEvents withdrawn() {
        return of(CodeEvent.Kind.WITHDRAWN);
    }

    /** {@link CodeEvent.Kind#REACTIVATED}. */
    public CodeEvents reactivated() {
        return of(CodeEvent.Kind.REACTIVATED);
    }

    /** {@link CodeEvent.Kind#CHANGED}. */
    public CodeEvents changed() {
        return of(CodeEvent.Kind.CHANGED);
    }

    /** The events of one of some kinds. */
    public CodeEvents of(CodeEvent.Kind first, CodeEvent.Kind... orOther) {
        Set<CodeEvent.Kind> both = EnumSet.of(first, orOther);
        both.retainAll(kinds);
        return new CodeEvents(from, to, codes, both, condition);
    }

    /** Those of procedures. */
    public CodeEvents procedures() {
        return narrowed(codes.procedures());
    }

    /** Those of modifiers. */
    public CodeEvents modifiers() {
        return narrowed(codes.modifiers());
    }

    /**
     * Those of codes that begin with a text, as {@link DayView#startingWith}.
     *
     * @throws IllegalArgumentException if no HCPCS Level II code can begin so
     */
    public CodeEvents startingWith(String prefix) {
        return narrowed(codes.startingWith(prefix));
    }

    /**
     * Those of codes in a range, both ends inclusive, as {@link DayView#between}.
     *
     * @throws InvalidCodeException     if a text is no code, or is a CPT or dental code
     * @throws IllegalArgumentException if {@code first} comes after {@code last}
     */
    public CodeEvents between(String first, String last) {
        return narrowed(codes.between(HcpcsCode.parse(first), HcpcsCode.parse(last)));
    }

    /**
     * Those of codes that had one of some values in a coded field on the {@linkplain CodeEvent#answer day itself}, as
     * {@link DayView#where}.
     *
     * @throws IllegalArgumentException if no value is named
     */
    public CodeEvents where(CodedField field, String... any) {
        return new CodeEvents(from, to, codes, kinds, condition.and(DayView.has(field, any)));
    }

    /** Those of codes that were not otherwise classified on the day itself, as {@link DayView#notOtherwiseClassified}. */
    public CodeEvents notOtherwiseClassified() {
        return new CodeEvents(from, to, codes, kinds, condition.and(answer -> answer.notOtherwiseClassified().orElse(false)));
    }

    private CodeEvents narrowed(CodeRange narrower) {
        return new CodeEvents(from, to, narrower, kinds, condition);
    }

    /**
     * The events, in order of code, then of date, then of kind; a new stream with each call, sequential, which need not be
     * closed.
     */
    public Stream<CodeEvent> stream() {
        RowEvents events = new RowEvents(codes.answers(), from, to);
        return codes.rows().boxed().<CodeEvent>mapMulti(events::of)
                .filter(event -> kinds.contains(event.kind()) && condition.test(event.answer()));
    }
}
