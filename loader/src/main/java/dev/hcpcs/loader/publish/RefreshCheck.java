package dev.hcpcs.loader.publish;

import dev.hcpcs.loader.change.ReleaseChanges;
import dev.hcpcs.loader.verify.Finding;
import dev.hcpcs.loader.verify.Finding.Severity;
import dev.hcpcs.loader.verify.Verification;
import dev.hcpcs.lookup.HcpcsCode;
import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.HcpcsRecord;
import dev.hcpcs.lookup.Quarter;
import dev.hcpcs.lookup.Release;
import dev.hcpcs.lookup.ReleaseContent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Raises the doubts about one release that is to be added. */
final class RefreshCheck {

    /** Of errors, so many are told in full. */
    private static final int IN_FULL = 10;

    private final ReleaseContent content;
    private final RefreshRules rules;
    private final List<RaisedDoubt> raised = new ArrayList<>();

    private RefreshCheck(ReleaseContent content, RefreshRules rules) {
        this.content = content;
        this.rules = rules;
    }

    /**
     * Raises them in the order of {@link Doubt}.
     *
     * @param published empty where nothing is
     * @param before    the release before, published or to be added too; empty where there is none
     * @param changes   since the release before; empty where there is none
     */
    static List<RaisedDoubt> check(ReleaseContent content, Verification verification, Optional<HcpcsIndex> published,
            Optional<ReleaseContent> before, Optional<ReleaseChanges> changes, RefreshRules rules) {
        RefreshCheck check = new RefreshCheck(content, rules);
        check.findings(verification);
        Optional<ReleaseContent> replaced = published.flatMap(index -> SnapshotReleases.find(index, content.release().quarter()));
        replaced.or(() -> before).ifPresent(check::fewerCodes);
        replaced.or(() -> before).ifPresent(check::endsEarly);
        if (before.isPresent() && changes.isPresent()) {
            check.manyChanged(before.get(), changes.get().all().size());
        }
        published.map(SnapshotReleases::newest).ifPresent(check::olderRelease);
        replaced.ifPresent(check::otherBytes);
        return check.raised;
    }

    private void findings(Verification verification) {
        List<Finding> errors = verification.findings().stream().filter(each -> each.severity() == Severity.ERROR).toList();
        if (!errors.isEmpty()) {
            raise(Doubt.FINDINGS, count(errors.size()) + (errors.size() == 1 ? " error" : " errors") + " found in it:\n"
                    + errors.stream().limit(IN_FULL).map(Finding::toString).collect(Collectors.joining("\n"))
                    + (errors.size() > IN_FULL ? "\n... and " + count(errors.size() - IN_FULL) + " more" : ""));
        }
    }

    private void fewerCodes(ReleaseContent other) {
        double share = (double) content.records().size() / other.records().size();
        if (share < rules.leastShareOfCodes()) {
            raise(Doubt.FEWER_CODES, count(content.records().size()) + " codes and modifiers, where " + other.release() + " has "
                    + count(other.records().size()) + ": " + share(share) + " of them, less than "
                    + rules.leastShareOfCodes() + " (--least-share-of-codes)");
        }
    }

    /** Whichever of its procedures and modifiers CMS lists last: a file that was cut short has lost its end. */
    private void endsEarly(ReleaseContent other) {
        List<String> lost = Stream.of(HcpcsCode.Kind.MODIFIER, HcpcsCode.Kind.PROCEDURE)
                .flatMap(kind -> last(other, kind).stream()).flatMap(record -> lost(record).stream()).toList();
        if (!lost.isEmpty()) {
            raise(Doubt.ENDS_EARLY, "of the codes and modifiers with which " + other.release() + " ends, "
                    + String.join(", and ", lost));
        }
    }

    /** One that was terminated may be dropped. */
    private static Optional<HcpcsRecord> last(ReleaseContent release, HcpcsCode.Kind kind) {
        return release.records().stream().filter(record -> record.code().kind() == kind
                && record.terminationDate().isEmpty()).reduce((before, next) -> next);
    }

    private Optional<String> lost(HcpcsRecord record) {
        Optional<HcpcsRecord> now = content.find(record.code());
        if (now.isEmpty()) {
            return Optional.of(record.code() + " is missing");
        }
        String description = now.get().longDescription();
        return record.longDescription().startsWith(description) && !record.longDescription().equals(description)
                ? Optional.of(record.code() + " has the beginning of its long description only") : Optional.empty();
    }

    private void manyChanged(ReleaseContent before, int changed) {
        double share = (double) changed / before.records().size();
        if (share > rules.mostShareChanged()) {
            raise(Doubt.MANY_CHANGED, count(changed) + " codes and modifiers differ from " + before.release() + ", which has "
                    + count(before.records().size()) + ": " + share(share) + " of them, more than "
                    + rules.mostShareChanged() + " (--most-share-changed)");
        }
    }

    private void olderRelease(Quarter newest) {
        if (content.release().quarter().compareTo(newest) < 0) {
            raise(Doubt.OLDER_RELEASE, "the newest one that is published is of " + newest);
        }
    }

    private void otherBytes(ReleaseContent published) {
        Release other = published.release();
        Set<HcpcsRecord> same = new HashSet<>(content.records());
        same.retainAll(new HashSet<>(published.records()));
        int differing = content.records().size() + published.records().size() - 2 * same.size();
        raise(Doubt.OTHER_BYTES, "published is " + other.name() + " with SHA-256 " + other.sha256() + ", and this one has "
                + content.release().sha256() + (differing == 0 ? "; all records are the same" : "; "
                + count(published.records().size() - same.size()) + " of its " + count(published.records().size())
                + " records are not in this one, and " + count(content.records().size() - same.size())
                + " of this one's are not in it"));
    }

    private void raise(Doubt doubt, String message) {
        raised.add(new RaisedDoubt(doubt, content.release(), message));
    }

    private static String count(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String share(double share) {
        return String.format(Locale.ROOT, "%.4f", share);
    }
}
