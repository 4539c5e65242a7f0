package dev.hcpcs.loader.evidence;

import dev.hcpcs.lookup.Evidence;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The figures as {@code RELIABILITY.md} has them. */
final class LeftOutTables {

    private final List<LeftOutRelease> inner;
    private final List<LeftOutRelease> outer;

    LeftOutTables(List<LeftOutRelease> releases) {
        inner = releases.stream().filter(LeftOutRelease::isInner).toList();
        outer = releases.stream().filter(release -> !release.isInner()).toList();
    }

    /** How many were right, by release and evidence. */
    String figures() {
        StringBuilder table = new StringBuilder("""
                | Left out | Not known | `CONFIRMED`: status right | content right | `ASSUMED`: status right | content right |
                |---|---:|---:|---:|---:|---:|
                """);
        inner.forEach(release -> row(table, release.quarter().toString(), List.of(release)));
        row(table, "**all six**", inner);
        outer.forEach(release -> row(table, release.quarter() + ", " + (release == outer.get(0) ? "the first" : "the last"),
                List.of(release)));
        return table.toString();
    }

    private static void row(StringBuilder table, String name, List<LeftOutRelease> releases) {
        table.append(String.format(Locale.ROOT, "| %s | %,d |", name, releases.stream().mapToInt(LeftOutRelease::unknown).sum()));
        for (Evidence evidence : Evidence.values()) {
            rightOf(table, count(releases, release -> release.wrongStatuses(evidence)),
                    count(releases, release -> release.answers(evidence)));
            rightOf(table, count(releases, release -> release.wrongContents(evidence)),
                    count(releases, release -> release.contents(evidence)));
        }
        table.append('\n');
    }

    private static void rightOf(StringBuilder table, long wrong, long all) {
        table.append(all == 0 ? " none |" : String.format(Locale.ROOT, " %,d of %,d |", all - wrong, all));
    }

    private static long count(List<LeftOutRelease> releases, Function<LeftOutRelease, Stream<LeftOutAnswer>> answers) {
        return releases.stream().flatMap(answers).count();
    }

    /** What the wrong ones are. */
    String misses() {
        List<Judgement> judgements = List.of(Judgement.values());
        StringBuilder table = new StringBuilder("| Wrong | ")
                .append(judgements.stream().map(Judgement::title).collect(Collectors.joining(" | "))).append(" |\n|---|")
                .append("---:|".repeat(judgements.size())).append('\n');
        misses(table, "between", inner);
        misses(table, "first and last", outer);
        return table.toString();
    }

    private static void misses(StringBuilder table, String which, List<LeftOutRelease> releases) {
        for (Evidence evidence : Evidence.values()) {
            misses(table, which + ", `" + evidence + "`: status",
                    releases.stream().flatMap(release -> release.wrongStatuses(evidence)).map(LeftOutAnswer::judgeStatus));
            misses(table, which + ", `" + evidence + "`: content",
                    releases.stream().flatMap(release -> release.wrongContents(evidence)).map(LeftOutAnswer::judgeContent));
        }
    }

    private static void misses(StringBuilder table, String which, Stream<Judgement> judged) {
        List<Judgement> all = judged.toList();
        table.append("| ").append(which).append(" |");
        for (Judgement judgement : Judgement.values()) {
            table.append(String.format(Locale.ROOT, " %,d |", all.stream().filter(judgement::equals).count()));
        }
        table.append('\n');
    }
}
