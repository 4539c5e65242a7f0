package dev.hcpcs.benchmarks;

import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/**
 * 65,536 questions, made beforehand from a fixed seed: nine in ten ask for a code of the index, uniformly over all codes and
 * modifiers, terminated ones and all lives among them; one in ten for a well-formed code that no release carries. Days are
 * uniform over 2005 to 2026. The texts and dates are objects of their own, as a claims file gives them.
 *
 * <p>{@link #knownCodes} asks for codes of the index alone, on the same days.
 */
final class Questions {

    /** A power of two, so that the next question is a mask away. */
    static final int COUNT = 1 << 16;

    final String[] codes = new String[COUNT];
    final String[] knownCodes = new String[COUNT];
    final LocalDate[] dates = new LocalDate[COUNT];

    Questions(HcpcsIndex index) {
        List<String> known = index.codes().stream().map(Object::toString).toList();
        LocalDate first = LocalDate.of(2005, 1, 1);
        int days = (int) (LocalDate.of(2027, 1, 1).toEpochDay() - first.toEpochDay());
        SplittableRandom random = new SplittableRandom(20260101);
        for (int i = 0; i < COUNT; i++) {
            codes[i] = copy(random.nextInt(10) == 0 ? unknown(index, random) : known.get(random.nextInt(known.size())));
            knownCodes[i] = copy(known.get(random.nextInt(known.size())));
            dates[i] = first.plusDays(random.nextInt(days));
        }
        // Compacts the heap, so that the questions lie in the order in which they are asked, as those of a file do, and not
        // wherever loading the releases has left room.
        System.gc();
    }

    /** With characters of its own; a copy of the text alone would share them. */
    private static String copy(String code) {
        return new String(code.toCharArray());
    }

    private static String unknown(HcpcsIndex index, SplittableRandom random) {
        while (true) {
            String code = "ABCEGHJKLMPQRSTV".charAt(random.nextInt(16)) + String.format("%04d", random.nextInt(10_000));
            if (index.status(code, LocalDate.EPOCH) == Status.UNKNOWN_CODE) {
                return code;
            }
        }
    }
}
