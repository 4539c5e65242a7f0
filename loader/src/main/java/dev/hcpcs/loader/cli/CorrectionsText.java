package dev.hcpcs.loader.cli;

import dev.hcpcs.loader.correction.Correction;
import dev.hcpcs.loader.correction.JudgedCorrection;
import dev.hcpcs.loader.correction.JudgedList;
import dev.hcpcs.loader.correction.JudgedValue;
import dev.hcpcs.loader.correction.Outcome;
import dev.hcpcs.loader.correction.Verdict;
import dev.hcpcs.lookup.Release;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Help.TextTable;

/** Corrections as people read them: list by list, each value with its verdict, and the counts. */
final class CorrectionsText {

    private final StringBuilder text = new StringBuilder();

    private CorrectionsText() {
    }

    static String write(List<JudgedList> lists) {
        CorrectionsText corrections = new CorrectionsText();
        lists.forEach(corrections::writeList);
        corrections.writeCounts(lists);
        return corrections.text.toString();
    }

    private void writeList(JudgedList list) {
        text.append(list.list().file()).append(": ").append(Numbers.count(list.corrections().size(), "correction"))
                .append(" of ").append(list.list().quarter()).append('\n');
        text.append(list.release().map(release -> "Held against " + release
                + (release.quarter().equals(list.list().quarter()) ? ""
                        : ", because " + list.list().quarter() + " is not loaded"))
                .orElse("Held against nothing: no release of " + list.list().quarter() + " or later is loaded")).append("\n\n");
        list.corrections().forEach(correction -> writeCorrection(correction, list.release()));
    }

    private void writeCorrection(JudgedCorrection judged, Optional<Release> release) {
        Correction correction = judged.correction();
        text.append(TextTables.headed(correction.code(), correction.action().isEmpty() ? "(no action)"
                : correction.action() + (correction.cutShort() ? "..." : "")));
        text.append("       ").append(correction.place().replace(correction.file() + " ", ""))
                .append(correction.effective().isEmpty() ? "" : ", effective " + correction.effective())
                .append(correction.effective().isEmpty() || correction.effectiveDate().isPresent()
                        || correction.effective().endsWith("...") ? "" : " (not a date)")
                .append(": ").append(judged.outcome().title().toUpperCase(Locale.ROOT))
                .append(judged.carried() || correction.hcpcsCode().isEmpty() ? "" : release.map(against ->
                        " (" + against.quarter() + " does not carry the code)").orElse(""))
                .append(judged.later().map(later -> ", but in " + later.quarter()).orElse("")).append('\n');
        TextTable table = TextTables.table(18, 24);
        judged.values().forEach(value -> table.addRowValues("  " + value.verdict().title(), value.expected().title(),
                value.expected() + comparison(judged, value, release)));
        judged.toBeRead().forEach(unread -> table.addRowValues("  to be read", "", unread
                + (correction.cutShort() ? "..." : "")));
        text.append(TextTables.lines(table)).append('\n');
    }

    private static String comparison(JudgedCorrection judged, JudgedValue value, Optional<Release> release) {
        StringBuilder told = new StringBuilder();
        if (value.verdict() != Verdict.CONTAINED && judged.carried() && release.isPresent()
                && (value.verdict() == Verdict.NOT_CONTAINED || !value.has().isEmpty())) {
            told.append("; ").append(release.get().quarter()).append(" has ").append(TextTables.orNone(value.has()));
        }
        told.append(value.reason().isEmpty() ? "" : "; " + value.reason());
        // Told once above, where all of the correction comes with one release.
        told.append(value.later().filter(later -> !judged.later().equals(value.later()))
                .map(later -> "; in " + later.quarter()).orElse(""));
        return told.toString();
    }

    private void writeCounts(List<JudgedList> lists) {
        int all = lists.stream().mapToInt(list -> list.corrections().size()).sum();
        text.append(Numbers.count(all, "correction")).append(" in ").append(Numbers.count(lists.size(), "list")).append('\n');
        for (Outcome outcome : Outcome.values()) {
            List<JudgedCorrection> counted = lists.stream().flatMap(list -> list.corrections().stream())
                    .filter(correction -> correction.outcome() == outcome).toList();
            long later = counted.stream().filter(correction -> correction.later().isPresent()).count();
            text.append(String.format(Locale.ROOT, "  %-16s  %,5d", outcome.title(), counted.size()))
                    .append(later == 0 ? "" : String.format(Locale.ROOT, ", %,d of them in a later loaded release", later))
                    .append('\n');
        }
    }
}
