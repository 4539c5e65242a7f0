package dev.hcpcs.lookup;

import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * Some of the codes of an {@link AnswerTable}, by number: one range of its procedures and one of its modifiers. They lie apart in
 * the table, and are given in the order of {@link HcpcsCode}, in which modifiers stand among the procedures.
 *
 * @param firstProcedure  number, inclusive
 * @param endOfProcedures number, exclusive
 * @param firstModifier   number, inclusive
 * @param endOfModifiers  number, exclusive
 */
record CodeRange(AnswerTable answers, int firstProcedure, int endOfProcedures, int firstModifier, int endOfModifiers) {

    private static final Pattern BEGINNING = Pattern.compile("[A-Z][0-9A-Z]?|[A-CE-Z][0-9]{2,4}");

    static CodeRange all(AnswerTable answers) {
        int modifiers = answers.codeFrom(CodeSlot.FIRST_MODIFIER);
        return new CodeRange(answers, 1, modifiers, modifiers, answers.codeFrom(CodeSlot.COUNT));
    }

    CodeRange procedures() {
        return new CodeRange(answers, firstProcedure, endOfProcedures, endOfModifiers, endOfModifiers);
    }

    CodeRange modifiers() {
        return new CodeRange(answers, endOfProcedures, endOfProcedures, firstModifier, endOfModifiers);
    }

    /** @throws IllegalArgumentException if no code can begin so */
    CodeRange startingWith(String text) {
        String prefix = HcpcsCode.normalize(text);
        if (!BEGINNING.matcher(prefix).matches()) {
            throw new IllegalArgumentException("no HCPCS Level II code begins with '" + text + "': a procedure code is a letter"
                    + " other than D and four digits (Q4257), a modifier a letter and a letter or digit (JW)");
        }
        int procedure = CodeSlot.of(prefix + "00000".substring(prefix.length()));
        int modifier = CodeSlot.of(prefix.length() == 1 ? prefix + "0" : prefix);
        boolean isModifier = modifier >= CodeSlot.FIRST_MODIFIER;
        return within(procedure, procedure == CodeSlot.NONE ? procedure
                        : CodeSlot.of(prefix + "99999".substring(prefix.length())) + 1,
                isModifier ? modifier : 0, !isModifier ? 0 : modifier + (prefix.length() == 1 ? CodeSlot.MODIFIERS_OF_LETTER : 1));
    }

    /**
     * @param from inclusive
     * @param to   inclusive
     * @throws IllegalArgumentException if {@code from} comes after {@code to}
     */
    CodeRange between(HcpcsCode from, HcpcsCode to) {
        if (from.compareTo(to) > 0) {
            throw new IllegalArgumentException("the range from " + from + " to " + to + " is empty: it must begin with the code"
                    + " that comes first");
        }
        return within(firstProcedureFrom(from), firstProcedureFrom(to) + (to.isModifier() ? 0 : 1),
                firstModifierFrom(from), firstModifierFrom(to) + (to.isModifier() ? 1 : 0));
    }

    /** All procedures of J9 follow J9, and those of JW's letter stand before it. */
    private static int firstProcedureFrom(HcpcsCode code) {
        if (!code.isModifier()) {
            return code.slot();
        }
        int thousand = Math.min(10, (code.slot() - CodeSlot.FIRST_MODIFIER) % CodeSlot.MODIFIERS_OF_LETTER);
        return (code.value().charAt(0) - 'A') * CodeSlot.PROCEDURES_OF_LETTER + thousand * 1_000;
    }

    /** J9 stands before J9000, and the modifier after J9 behind all of its procedures. */
    private static int firstModifierFrom(HcpcsCode code) {
        return code.isModifier() ? code.slot() : CodeSlot.of(code.value().substring(0, 2)) + 1;
    }

    /** Slots; the ends are exclusive. */
    private CodeRange within(int procedure, int procedureEnd, int modifier, int modifierEnd) {
        int first = Math.max(firstProcedure, answers.codeFrom(procedure));
        int firstOfModifiers = Math.max(firstModifier, answers.codeFrom(modifier));
        return new CodeRange(answers, first, Math.max(first, Math.min(endOfProcedures, answers.codeFrom(procedureEnd))),
                firstOfModifiers, Math.max(firstOfModifiers, Math.min(endOfModifiers, answers.codeFrom(modifierEnd))));
    }

    /** The rows, in the order of {@link HcpcsCode}; each is found when it is asked for. */
    IntStream rows() {
        return StreamSupport.intStream(new InOrderOfCode(), false).map(code -> answers.row(answers.slot(code)));
    }

    private final class InOrderOfCode extends Spliterators.AbstractIntSpliterator {

        private int procedure = firstProcedure;
        private int modifier = firstModifier;

        InOrderOfCode() {
            super(endOfProcedures - firstProcedure + endOfModifiers - firstModifier,
                    Spliterator.ORDERED | Spliterator.DISTINCT | Spliterator.NONNULL | Spliterator.IMMUTABLE);
        }

        @Override
        public boolean tryAdvance(IntConsumer action) {
            if (modifier < endOfModifiers && (procedure >= endOfProcedures || isModifierNext())) {
                action.accept(modifier++);
                return true;
            }
            if (procedure < endOfProcedures) {
                action.accept(procedure++);
                return true;
            }
            return false;
        }

        /** A modifier stands before the procedures that begin with the same two characters. */
        private boolean isModifierNext() {
            int slot = answers.slot(procedure);
            int letter = slot / CodeSlot.PROCEDURES_OF_LETTER;
            int thousand = slot % CodeSlot.PROCEDURES_OF_LETTER / 1_000;
            return answers.slot(modifier) - CodeSlot.FIRST_MODIFIER <= letter * CodeSlot.MODIFIERS_OF_LETTER + thousand;
        }
    }
}
