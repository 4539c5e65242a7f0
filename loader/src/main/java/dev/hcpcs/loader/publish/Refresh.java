package dev.hcpcs.loader.publish;

import static java.util.Objects.requireNonNull;

import dev.hcpcs.loader.CompanionEnd;
import dev.hcpcs.loader.ReadRelease;
import dev.hcpcs.loader.ReadReleases;
import dev.hcpcs.loader.ReleaseLoader;
import dev.hcpcs.loader.change.ReleaseChanges;
import dev.hcpcs.loader.publish.RefreshOutcome.Result;
import dev.hcpcs.loader.verify.ReleaseVerifier;
import dev.hcpcs.lookup.Companions;
import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.Quarter;
import dev.hcpcs.lookup.Release;
import dev.hcpcs.lookup.ReleaseContent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Adds releases and their companions to what is published: verifies the releases, compares them, and publishes unless there is a
 * doubt.
 */
public final class Refresh {

    private final RefreshRules rules;
    private final Optional<HcpcsIndex> before;
    private final Set<Release> published;
    private final List<ReleaseContent> added = new ArrayList<>();
    private final List<Release> unchanged = new ArrayList<>();
    private final List<ReleaseChanges> changes = new ArrayList<>();
    private final List<RaisedDoubt> doubts = new ArrayList<>();

    private Refresh(RefreshRules rules, Optional<HcpcsIndex> before) {
        this.rules = rules;
        this.before = before;
        this.published = new HashSet<>(before.map(HcpcsIndex::releases).orElse(List.of()));
    }

    /**
     * Refreshes a snapshot, or makes its first one. A release that is published already with the same bytes is left as it is.
     *
     * @param loader  reads the releases
     * @param paths   files, ZIPs and folders, at least one
     * @param publish whether to publish; where not, everything else is done
     * @throws NotPublishedException              if the snapshot is pinned, or gone although earlier ones are kept
     * @throws IllegalArgumentException           if nothing is published and the paths hold companions alone
     * @throws dev.hcpcs.loader.ReleaseException  if a release cannot be read whole
     * @throws IOException                        if what is published is not sound, a file cannot be read or written, or
     *                                            another update is under way
     */
    public static RefreshOutcome run(SnapshotStore store, ReleaseLoader loader, Collection<Path> paths, RefreshRules rules,
            boolean publish) throws IOException {
        try (StoreUpdate update = store.update()) {
            update.checkNotPinned();
            update.checkNotLost();
            Refresh refresh = new Refresh(rules, store.publishedOrWayBack());
            ReadReleases read = loader.read(paths);
            HcpcsIndex after = refresh.check(read, paths);
            List<RaisedDoubt> refusals = refresh.doubts.stream().filter(raised -> !rules.accepted().contains(raised.doubt()))
                    .toList();
            List<Release> companions = new ArrayList<>(after.companions().files());
            companions.removeAll(refresh.before.map(index -> index.companions().files()).orElse(List.of()));
            Result result = refresh.added.isEmpty() && companions.isEmpty() ? Result.NOTHING_TO_DO
                    : !refusals.isEmpty() ? Result.REFUSED
                    : publish ? Result.PUBLISHED : Result.WOULD_PUBLISH;
            if (result == Result.PUBLISHED) {
                update.publish(after, rules.keep());
            }
            return new RefreshOutcome(result, refresh.before, after, refresh.added, companions, refresh.unchanged,
                    refresh.changes, refresh.doubts, refusals, read.remarks(), read.replaced(), read.passedOver(),
                    read.corrections());
        }
    }

    /** Returns what is to be published. */
    private HcpcsIndex check(ReadReleases read, Collection<Path> paths) throws IOException {
        SortedMap<Quarter, ReleaseContent> all = new TreeMap<>();
        before.ifPresent(index -> index.contents().forEach(content -> all.put(content.release().quarter(), content)));
        for (ReleaseContent content : read.contents()) {
            if (isPublished(content.release())) {
                unchanged.add(content.release());
            } else {
                added.add(content);
                all.put(content.release().quarter(), content);
            }
        }
        if (all.isEmpty()) {
            throw new IllegalArgumentException("no release is named, only lists of NOC codes or processing notes, and none"
                    + " is published: " + paths);
        }
        Companions published = before.map(HcpcsIndex::companions).orElse(Companions.NONE);
        HcpcsIndex after = HcpcsIndex.of(all.values(), published.with(read.companions()));
        for (ReadRelease release : read.releases()) {
            if (!isPublished(release.file().release())) {
                check(release, paths, all, after);
            }
        }
        CompanionEnd.early(all.values(), read.companions()).stream().filter(end -> !published.files().contains(end.file()))
                .forEach(end -> doubts.add(new RaisedDoubt(Doubt.ENDS_EARLY, end.file(), end.problem())));
        return after;
    }

    private void check(ReadRelease release, Collection<Path> paths, SortedMap<Quarter, ReleaseContent> all, HcpcsIndex after)
            throws IOException {
        Quarter quarter = release.file().release().quarter();
        SortedMap<Quarter, ReleaseContent> earlier = all.headMap(quarter);
        Optional<ReleaseContent> last = earlier.values().stream().reduce((before, next) -> next);
        Optional<ReleaseChanges> since = last.map(each -> ReleaseChanges.between(after, each.release().quarter(), quarter));
        since.ifPresent(changes::add);
        doubts.addAll(RefreshCheck.check(requireNonNull(all.get(quarter)), ReleaseVerifier.verify(release, paths), before, last,
                since, rules));
    }

    /** By the bytes of its file; whether that was in a ZIP, or is named otherwise now, makes no difference. */
    private boolean isPublished(Release release) {
        return published.stream().anyMatch(each -> each.quarter().equals(release.quarter())
                && each.sha256().equals(release.sha256()));
    }
}
