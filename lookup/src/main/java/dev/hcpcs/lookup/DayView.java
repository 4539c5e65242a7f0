package dev.hcpcs.lookup;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the codes were on one day: all that any loaded release carries, or those of them that were chosen.
 *
 * <p>A view is immutable and costs nothing to make. Each method but {@link #stream} gives a narrower one, as the steps of a
 * {@link Stream} do; all of its conditions hold together. Nothing is looked up before a stream is pulled, then one code
 * after the other; a prefix or a range of codes leads straight to its codes, and a status is looked at before an answer
 * is made.
 *
 * <pre>{@code
 * index.on(LocalDate.of(2024, 3, 1)).active().startingWith("J9").where(CodedField.BETOS, "O1D", "O1E").stream()
 *         .map(answer -> answer.record().shortDescription())
 * }</pre>
 */
public final class DayView {

    private final LocalDate date;
    private final CodeRange codes;
    private final Set<Status> statuses;
    private final Predicate<Answer> condition;

    private DayView(LocalDate date, CodeRange codes, Set<Status> statuses, Predicate<Answer> condition) {
        this.date = requireNonNull(date, "date");
        this.codes = codes;
        this.statuses = statuses;
        this.condition = condition;
    }

    static DayView of(AnswerTable answers, LocalDate date) {
        return new DayView(date, CodeRange.all(answers), EnumSet.range(Status.ACTIVE, Status.NOT_YET_EFFECTIVE), answer -> true);
    }

    /** The day. */
    public LocalDate date() {
        return date;
    }

    /** The codes that existed: those of {@link Status#ACTIVE}. */
    public DayView active() {
        return withStatus(Status.ACTIVE);
    }

    /**
     * The codes of one of some statuses.
     *
     * @param any at least one; a status that has no {@linkplain Status#isAnswered answer} finds no code
     * @throws IllegalArgumentException if there is none
     */
    public DayView withStatus(Status... any) {
        if (any.length == 0) {
            throw new IllegalArgumentException("no status is named");
        }
        Set<Status> both = EnumSet.copyOf(Arrays.asList(any));
        both.retainAll(statuses);
        return new DayView(date, codes, both, condition);
    }

    /** The procedures, without the modifiers. */
    public DayView procedures() {
        return narrowed(codes.procedures());
    }

    /** The modifiers, without the procedures. */
    public DayView modifiers() {
        return narrowed(codes.modifiers());
    }

    /**
     * The codes that begin with a text: {@code J9} finds the modifier J9 and the procedures J9000 to J9999.
     *
     * @param prefix one to five characters, in any letter case, with or without surrounding blanks
     * @throws IllegalArgumentException if no HCPCS Level II code can begin so
     */
    public DayView startingWith(String prefix) {
        return narrowed(codes.startingWith(prefix));
    }

    /**
     * The codes in a range, in the order of {@link HcpcsCode}: modifiers stand among the procedures, J9 before J9000.
     *
     * @param from the first code, inclusive, in any letter case; no release need carry it
     * @param to   the last code, inclusive
     * @throws InvalidCodeException     if a text is no code, or is a CPT or dental code
     * @throws IllegalArgumentException if {@code from} comes after {@code to}
     */
    public DayView between(String from, String to) {
        return narrowed(codes.between(HcpcsCode.parse(from), HcpcsCode.parse(to)));
    }

    /**
     * The codes that had one of some values in a coded field on the day, see {@link Answer#values}. Of a field that holds
     * several values, any may be the one.
     *
     * @param any at least one value, in any letter case, with or without surrounding blanks; one that CMS's record layout does
     *            not explain will do
     * @throws IllegalArgumentException if there is none
     */
    public DayView where(CodedField field, String... any) {
        return where(has(field, any));
    }

    /**
     * The codes that were {@linkplain Answer#notOtherwiseClassified not otherwise classified} on the day, as far as a loaded list
     * of such codes tells.
     */
    public DayView notOtherwiseClassified() {
        return where(answer -> answer.notOtherwiseClassified().orElse(false));
    }

    static Predicate<Answer> has(CodedField field, String... any) {
        if (any.length == 0) {
            throw new IllegalArgumentException("no " + field.title() + " is named");
        }
        List<String> values = Stream.of(any).map(String::strip).toList();
        return answer -> hasOne(answer.values(field), values);
    }

    private static boolean hasOne(List<CodedValue> values, List<String> any) {
        for (CodedValue value : values) {
            for (String each : any) {
                if (value.code().equalsIgnoreCase(each)) {
                    return true;
                }
            }
        }
        return false;
    }

    private DayView narrowed(CodeRange narrower) {
        return new DayView(date, narrower, statuses, condition);
    }

    private DayView where(Predicate<Answer> also) {
        return new DayView(date, codes, statuses, condition.and(also));
    }

    /** The answers, in order of code; a new stream with each call, sequential, which need not be closed. */
    public Stream<Answer> stream() {
        AnswerTable answers = codes.answers();
        return codes.rows().filter(row -> statuses.contains(answers.status(row, date)))
                .mapToObj(row -> answers.answer(row, date)).filter(condition);
    }
}
