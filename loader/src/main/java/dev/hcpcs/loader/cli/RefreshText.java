package dev.hcpcs.loader.cli;

import dev.hcpcs.loader.change.ChangeKind;
import dev.hcpcs.loader.change.ReleaseChanges;
import dev.hcpcs.loader.publish.RaisedDoubt;
import dev.hcpcs.loader.publish.RefreshOutcome;
import dev.hcpcs.lookup.Release;
import dev.hcpcs.lookup.ReleaseContent;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What came of a refresh, as people read it: each release with what it changes, every doubt, and what is published now. */
final class RefreshText {

    private final RefreshOutcome outcome;
    private final StringBuilder text = new StringBuilder();

    private RefreshText(RefreshOutcome outcome) {
        this.outcome = outcome;
    }

    static String write(RefreshOutcome outcome, Path snapshot) {
        return new RefreshText(outcome).write(snapshot);
    }

    private String write(Path snapshot) {
        if (outcome.before().isEmpty()) {
            text.append("NEW FILE  ").append(snapshot).append(" was never published before; look whether its name is right\n");
        }
        for (Release release : outcome.unchanged()) {
            text.append(release).append(" is published already, with the same bytes\n");
        }
        outcome.added().forEach(this::writeAdded);
        for (Release companion : outcome.companions()) {
            text.append(CompanionsText.line(outcome.after().companions(), companion)).append('\n');
        }
        for (RaisedDoubt raised : outcome.doubts()) {
            writeDoubt(raised);
        }
        text.append(outcome.added().isEmpty() && outcome.companions().isEmpty() ? "" : "\n").append(switch (outcome.result()) {
            case PUBLISHED -> "PUBLISHED  " + snapshot + ": " + ReleasesText.summary(outcome.after()) + newCompanions()
                    + outcome.before().map(before -> "\nBefore, it had " + ReleasesText.summary(before)).orElse("");
            case WOULD_PUBLISH -> "WOULD PUBLISH  " + snapshot
                    + (outcome.before().isEmpty() ? ": it does not exist yet" : " is as it was") + "; it would have "
                    + ReleasesText.summary(outcome.after()) + newCompanions();
            case NOTHING_TO_DO -> "NOTHING TO DO  " + snapshot + " is as it was: " + ReleasesText.summary(outcome.after());
            case REFUSED -> "REFUSED  " + snapshot
                    + outcome.before().map(before -> " is as it was: " + ReleasesText.summary(before))
                    .orElse(" was not made") + "\nOnce you have looked, publish with --accept " + outcome.refusals().stream()
                    .map(raised -> raised.doubt().key()).distinct().collect(Collectors.joining(","));
        }).append('\n');
        return text.toString();
    }

    /** Else what was published would look the same as before where nothing but companions came in. */
    private String newCompanions() {
        int count = outcome.companions().size();
        return count == 0 ? "" : ", and " + Numbers.count(count, "new list") + " of NOC codes or processing notes";
    }

    private void writeAdded(ReleaseContent added) {
        text.append(added.release()).append(": ").append(Numbers.count(added.records().size(), "record")).append('\n');
        outcome.changes().stream().filter(changes -> changes.to().equals(added.release()))
                .forEach(changes -> text.append(TextTables.indented(changes(changes))));
    }

    private static String changes(ReleaseChanges changes) {
        String counts = changes.counts().entrySet().stream().filter(count -> count.getValue() > 0)
                .filter(count -> count.getKey() != ChangeKind.SILENT).map(RefreshText::count).collect(Collectors.joining(", "));
        int silent = changes.counts().get(ChangeKind.SILENT);
        return "since " + changes.from().quarter() + ": " + (counts.isEmpty() ? "no change" : counts)
                + (silent == 0 ? "" : ", of these silently " + silent);
    }

    private static String count(Map.Entry<ChangeKind, Integer> count) {
        return String.format(Locale.ROOT, "%,d %s", count.getValue(), count.getKey().key());
    }

    private void writeDoubt(RaisedDoubt raised) {
        boolean refused = outcome.refusals().contains(raised);
        text.append('\n').append(refused ? "DOUBT  " : "accepted  ").append(raised.doubt().key()).append("  ")
                .append(raised.release()).append('\n');
        raised.message().lines().forEach(line -> text.append(TextTables.indented(line)));
        if (refused) {
            text.append(TextTables.indented("-> " + raised.doubt().advice()));
        }
    }
}
