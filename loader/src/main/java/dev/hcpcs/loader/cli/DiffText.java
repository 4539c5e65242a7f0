package dev.hcpcs.loader.cli;

import dev.hcpcs.loader.TransactionReport;
import dev.hcpcs.loader.change.ChangeKind;
import dev.hcpcs.loader.change.CodeChange;
import dev.hcpcs.loader.change.Reconciliation;
import dev.hcpcs.loader.change.ReleaseChanges;
import dev.hcpcs.lookup.HcpcsCode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Changes as people read them: counts, then every code by kind, silent changes apart, then the transaction report. */
final class DiffText {

    private final ReleaseChanges changes;
    private final StringBuilder text = new StringBuilder();

    private DiffText(ReleaseChanges changes) {
        this.changes = changes;
    }

    static String write(ReleaseChanges changes, Optional<TransactionReport> report) {
        DiffText diff = new DiffText(changes);
        diff.writeCounts();
        for (ChangeKind kind : ChangeKind.values()) {
            diff.writeCodes(kind);
        }
        diff.writeRedated();
        report.ifPresentOrElse(diff::writeReport, () -> diff.text.append("\nTransaction report: none was found in NEW or beside"
                + " it, so nothing is reconciled; --transaction-report names one\n"));
        return diff.text.toString();
    }

    private void writeCounts() {
        text.append(changes.from()).append(" to ").append(changes.to()).append('\n');
        text.append("Known before: ").append(changes.known().isEmpty()
                ? "no release, so that a code which CMS brings back or reuses may count as added"
                : changes.known().stream().map(release -> release.quarter().toString()).collect(Collectors.joining(", ")));
        text.append("\n\n").append("   ");
        for (ChangeKind kind : ChangeKind.values()) {
            text.append("  ").append(kind.key());
        }
        text.append('\n');
        writeCounts("all", changes.counts());
        changes.countsByLetter().forEach(this::writeCounts);
    }

    private void writeCounts(String title, Map<ChangeKind, Integer> counts) {
        text.append(String.format(Locale.ROOT, "%-3s", title));
        counts.forEach((kind, count) -> text.append(String.format(Locale.ROOT, "  %," + kind.key().length() + "d", count)));
        text.append('\n');
    }

    /** A silent change stands in its own section only. */
    private void writeCodes(ChangeKind kind) {
        List<CodeChange> codes = changes.of(kind).stream()
                .filter(change -> kind != ChangeKind.CHANGED || !change.silent()).toList();
        if (codes.isEmpty()) {
            return;
        }
        text.append('\n').append(switch (kind) {
            case SILENT -> "Silent changes: content that changed although the action effective date did not move on";
            case CHANGED -> "Changed, and told by the action effective date";
            default -> kind.key().substring(0, 1).toUpperCase(Locale.ROOT) + kind.key().substring(1);
        }).append(" (").append(String.format(Locale.ROOT, "%,d", codes.size())).append(")\n");
        boolean withFields = kind == ChangeKind.CHANGED || kind == ChangeKind.SILENT;
        codes.forEach(change -> writeCode(change, withFields));
    }

    private void writeRedated() {
        List<CodeChange> redated = changes.all().stream().filter(change -> change.kinds().isEmpty()).toList();
        if (!redated.isEmpty()) {
            text.append("\nCorrected dates of otherwise unchanged codes (").append(redated.size()).append(")\n");
            redated.forEach(change -> writeCode(change, true));
        }
    }

    private void writeCode(CodeChange change, boolean withFields) {
        text.append(String.format(Locale.ROOT, "  %-5s  %s", change.code(), change.latest().shortDescription()));
        if (withFields) {
            text.append('\n').append(TextTables.changes(change.fields()));
        } else {
            change.latest().terminationDate().ifPresent(last -> text.append(", last day ").append(last));
            text.append('\n');
        }
    }

    private void writeReport(TransactionReport report) {
        text.append("\nTransaction report ").append(report.file()).append(", ")
                .append(Numbers.count(report.actions().size(), "code"))
                .append("\nIt tells of CMS's actions since its last release, whatever OLD is.\n\n");
        text.append("               compared  reported  both\n");
        for (Reconciliation kind : Reconciliation.of(changes, report)) {
            text.append(String.format(Locale.ROOT, "  %-11s  %,8d", kind.kind().key(), kind.compared()));
            if (kind.kind().actions().isEmpty()) {
                text.append("         -     -  no action of the report's").append(byAction(kind.onlyCompared()).entrySet()
                        .stream().map(codes -> ", " + reportedAs(codes.getKey()) + " (" + codes.getValue().size() + ")")
                        .collect(Collectors.joining())).append('\n');
            } else {
                text.append(String.format(Locale.ROOT, "  %,8d  %,4d  action %s", kind.reported(), kind.both(),
                        String.join(", ", kind.kind().actions()))).append('\n');
                byAction(kind.onlyCompared()).forEach(
                        (action, codes) -> writeCodes("only compared, " + reportedAs(action), codes));
                byAction(kind.onlyReported()).forEach((action, codes) -> writeCodes("only " + reportedAs(action), codes));
            }
        }
    }

    private void writeCodes(String title, List<String> codes) {
        text.append(TextTables.indented(title + " (" + codes.size() + "): " + String.join(" ", codes)));
    }

    private static SortedMap<String, List<String>> byAction(SortedMap<HcpcsCode, String> codes) {
        return codes.entrySet().stream().collect(Collectors.groupingBy(Map.Entry::getValue, TreeMap::new,
                Collectors.mapping(code -> code.getKey().value(), Collectors.toList())));
    }

    private static String reportedAs(String action) {
        return action.isEmpty() ? "not listed" : "reported as " + action;
    }
}
