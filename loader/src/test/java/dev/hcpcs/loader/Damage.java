package dev.hcpcs.loader;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Cuts a file at many places and counts what becomes of it. */
final class Damage {

    private final Map<String, Integer> counts = new TreeMap<>();

    /** @param outcome of the file that is left, in words that are counted */
    Damage cut(byte[] whole, IntStream lengths, Function<byte[], String> outcome) {
        lengths.forEach(length -> counts.merge(outcome.apply(Arrays.copyOf(whole, length)), 1, Integer::sum));
        return this;
    }

    /** Says what became of the cuts in one line of the test's output. */
    void print(String name) {
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        System.out.println("CUT " + name + " " + count(all) + ": " + counts.entrySet().stream()
                .map(each -> count(each.getValue()) + " " + each.getKey()).collect(Collectors.joining(", ")));
    }

    /** What is left, as a file of its own. */
    static SourceFile file(String name, byte[] bytes) {
        return new SourceFile(name, "", name, bytes, ReadLimits.defaults());
    }

    int count(String outcome) {
        return counts.getOrDefault(outcome, 0);
    }

    private static String count(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Every length that is shorter than the whole. */
    static IntStream everyByte(byte[] whole) {
        return IntStream.range(0, whole.length);
    }

    /** The beginning of every line and one place within it, each time another one; of every {@code step}-th line. */
    static IntStream everyLine(byte[] whole, int step) {
        int[] begins = IntStream.range(0, whole.length).filter(at -> at == 0 || whole[at - 1] == '\n').toArray();
        return IntStream.range(0, begins.length).filter(line -> line % step == 0 || line > begins.length - 20)
                .flatMap(line -> {
                    int end = line + 1 < begins.length ? begins[line + 1] : whole.length;
                    return IntStream.of(begins[line], begins[line] + line * 37 % (end - begins[line])).distinct();
                });
    }
}
