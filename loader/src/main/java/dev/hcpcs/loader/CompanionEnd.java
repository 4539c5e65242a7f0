package dev.hcpcs.loader;

import static java.util.Objects.requireNonNull;

import dev.hcpcs.lookup.Companions;
import dev.hcpcs.lookup.HcpcsRecord;
import dev.hcpcs.lookup.NotOtherwiseClassifiedList;
import dev.hcpcs.lookup.ProcessingNotes;
import dev.hcpcs.lookup.Release;
import dev.hcpcs.lookup.ReleaseContent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A companion that ends before what a release tells of, and so may be cut short: both kinds are in order of code or number, and
 * nothing in them says how many there are. Held against is the newest release up to the companion's quarter.
 *
 * @param file    the companion
 * @param problem where it ends, and what the release tells of beyond
 */
public record CompanionEnd(Release file, String problem) {

    /** What CMS's descriptions of codes on the list say, if not of all of them. */
    private static final Pattern NOT_OTHERWISE_CLASSIFIED =
            Pattern.compile("(?i)\\b(not otherwise (classified|specified)|unlisted|unclassified|miscellaneous)\\b");

    /** Checks that nothing is null. */
    public CompanionEnd {
        requireNonNull(file, "file");
        requireNonNull(problem, "problem");
    }

    /** Those of the companions that may be cut short. */
    public static List<CompanionEnd> early(Collection<ReleaseContent> releases, Companions companions) {
        List<CompanionEnd> early = new ArrayList<>();
        companions.notOtherwiseClassified().forEach(list -> newest(releases, list.file())
                .flatMap(release -> early(release, list)).ifPresent(early::add));
        companions.processingNotes().forEach(notes -> newest(releases, notes.file())
                .flatMap(release -> early(release, notes)).ifPresent(early::add));
        return early;
    }

    Diagnostic diagnostic() {
        return new Diagnostic(Diagnostic.Severity.WARNING, file.name(), 0, file.name(), "", "", "", problem + "; get it anew");
    }

    private static Optional<CompanionEnd> early(ReleaseContent release, NotOtherwiseClassifiedList list) {
        String last = list.addedDates().lastKey().value();
        return early(list.file(), last, release, record -> !record.code().isModifier() && record.terminationDate().isEmpty()
                && record.code().value().compareTo(last) > 0
                && NOT_OTHERWISE_CLASSIFIED.matcher(record.longDescription()).find(),
                "describes as not otherwise classified or the like");
    }

    private static Optional<CompanionEnd> early(ReleaseContent release, ProcessingNotes notes) {
        String last = notes.texts().lastKey();
        return early(notes.file(), "note " + last, release,
                record -> record.processingNote().filter(note -> note.compareTo(last) > 0).isPresent(),
                "gives a later note");
    }

    private static Optional<CompanionEnd> early(Release file, String last, ReleaseContent release,
            Predicate<HcpcsRecord> beyond, String told) {
        List<String> codes = release.records().stream().filter(beyond).map(record -> record.code().value()).toList();
        return codes.isEmpty() ? Optional.empty() : Optional.of(new CompanionEnd(file, "ends with " + last + ", and "
                + release.release() + " " + told + ": " + codes.get(0) + (codes.size() == 1 ? "" : " and " + (codes.size() - 1)
                + " more") + "; the file may be cut short"));
    }

    private static Optional<ReleaseContent> newest(Collection<ReleaseContent> releases, Release file) {
        return releases.stream().filter(each -> each.release().quarter().compareTo(file.quarter()) <= 0)
                .max(Comparator.comparing(each -> each.release().quarter()));
    }
}
