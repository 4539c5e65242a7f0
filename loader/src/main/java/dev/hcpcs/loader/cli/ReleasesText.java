package dev.hcpcs.loader.cli;

import dev.hcpcs.loader.publish.EarlierSnapshot;
import dev.hcpcs.loader.publish.SnapshotReleases;
import dev.hcpcs.loader.publish.SnapshotStore;
import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.Quarter;
import dev.hcpcs.lookup.Release;
import dev.hcpcs.lookup.ReleaseContent;
import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a snapshot was made from, as people read it. */
final class ReleasesText {

    private ReleasesText() {
    }

    /** @param store empty where the releases are not those of a published snapshot */
    static String write(HcpcsIndex index, LocalDate day, Optional<SnapshotStore> store) throws IOException {
        StringBuilder text = new StringBuilder();
        int width = index.releases().stream().mapToInt(release -> release.name().length()).max().orElseThrow();
        for (ReleaseContent content : index.contents()) {
            Release release = content.release();
            text.append(String.format(Locale.ROOT, "%s  %-" + width + "s  %,7d records  SHA-256 %s\n", release.quarter(),
                    release.name(), content.records().size(), release.sha256()));
        }
        String companions = CompanionsText.lines(index.companions());
        text.append(companions.isEmpty() ? "" : "\n").append(companions);
        text.append('\n').append(summary(index)).append('\n').append(age(index, day));
        List<Quarter> missing = SnapshotReleases.missing(index);
        text.append(missing.isEmpty() ? "No quarter is missing in between.\n"
                : Numbers.count(missing.size(), "quarter") + " missing in between:\n" + TextTables.indented(names(missing)));
        if (store.isPresent()) {
            writeStore(store.get(), text);
        }
        return text.toString();
    }

    /** For example {@code 8 releases, 2012-JAN to 2025-OCT, 9,535 codes and modifiers}. */
    static String summary(HcpcsIndex index) {
        return Numbers.count(index.releases().size(), "release") + ", " + index.releases().get(0).quarter() + " to "
                + SnapshotReleases.newest(index) + ", " + Numbers.count(index.codes().size(), "code") + " and modifiers";
    }

    private static String age(HcpcsIndex index, LocalDate day) {
        Quarter newest = SnapshotReleases.newest(index);
        long days = SnapshotReleases.ageInDays(index, day);
        if (days < 0) {
            return "The newest, " + newest + ", takes effect on " + newest.effectiveDate() + ", in " + Numbers.count(-days, "day")
                    + ".\n";
        }
        List<Quarter> due = SnapshotReleases.due(index, day);
        return "The newest, " + newest + ", took effect on " + newest.effectiveDate() + ", " + Numbers.count(days, "day")
                + " before " + day + ".\n" + (due.isEmpty() ? "That day is of its quarter, so no newer one is in force.\n"
                : Numbers.count(due.size(), "newer quarter") + " should be out:\n" + TextTables.indented(names(due)));
    }

    private static String names(List<Quarter> quarters) {
        return quarters.stream().map(Quarter::toString).collect(Collectors.joining(", "));
    }

    private static void writeStore(SnapshotStore store, StringBuilder text) throws IOException {
        List<EarlierSnapshot> earlier = store.earlier();
        text.append('\n').append(earlier.isEmpty() ? "No earlier snapshot is kept.\n"
                : "Earlier snapshots in " + store.folder() + ", the last one first:\n");
        for (EarlierSnapshot each : earlier) {
            text.append("  ").append(each.name()).append("  until ").append(each.until().truncatedTo(ChronoUnit.SECONDS))
                    .append(", newest release ").append(each.newest()).append('\n');
        }
        store.pinnedSince().ifPresent(since -> text.append("\nPINNED since ").append(since.truncatedTo(ChronoUnit.SECONDS))
                .append(": nothing else is published until 'hcpcs unpin'.\n"));
    }
}
