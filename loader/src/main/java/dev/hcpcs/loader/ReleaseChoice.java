package dev.hcpcs.loader;

import dev.hcpcs.loader.LoadedReleases.Replaced;
import dev.hcpcs.lookup.Quarter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Settles which of several files is the release of a quarter: one named as CMS does before one that is
 * not, of these the latest version, and of that the text before the workbook, because CMS's workbooks lose single values.
 *
 * @param chosen       the release of each quarter
 * @param otherFormats the same version of each quarter's release in other formats, each content once; empty where there is none
 * @param replaced     the files that another one stands for, those in other formats among them
 */
record ReleaseChoice(Map<Quarter, SourceFile> chosen, Map<Quarter, List<SourceFile>> otherFormats, List<Replaced> replaced) {

    private static final Comparator<SourceFile> BEST_LAST = Comparator
            .<SourceFile, Boolean>comparing(file -> new ReleaseName(file.name()).isRelease())
            .thenComparing(ReleaseChoice::version)
            .thenComparing(file -> new ReleaseName(file.name()).format().orElseThrow(), Comparator.reverseOrder());

    /**
     * @param stated the quarter of every file, where the caller states it
     * @throws ReleaseException if a file's quarter is not known, or two files are equally good and differ
     */
    static ReleaseChoice among(Collection<SourceFile> files, Optional<Quarter> stated) throws ReleaseException {
        if (stated.isPresent()) {
            checkStated(files, stated.get());
        }
        Map<Quarter, List<SourceFile>> byQuarter = new TreeMap<>();
        for (SourceFile file : files) {
            Quarter quarter = stated.or(() -> quarter(file)).orElseThrow(() -> new ReleaseException(file.location()
                    + ": its name does not tell its quarter. Name it as CMS does (HCPC2026_OCT_ANWEB.txt), or state the"
                    + " effective date of this one release (build, verify and refresh take --effective 2026-10-01)"));
            byQuarter.computeIfAbsent(quarter, key -> new ArrayList<>()).add(file);
        }

        Map<Quarter, SourceFile> chosen = new TreeMap<>();
        Map<Quarter, List<SourceFile>> otherFormats = new TreeMap<>();
        List<Replaced> replaced = new ArrayList<>();
        for (Map.Entry<Quarter, List<SourceFile>> entry : byQuarter.entrySet()) {
            // By location last, so that the order of arguments makes no difference.
            List<SourceFile> ordered = entry.getValue().stream()
                    .sorted(BEST_LAST.thenComparing(SourceFile::location)).toList();
            SourceFile best = ordered.get(ordered.size() - 1);
            chosen.put(entry.getKey(), best);
            Map<String, SourceFile> sameVersion = new LinkedHashMap<>();
            for (SourceFile other : ordered.subList(0, ordered.size() - 1)) {
                if (other.sha256().equals(best.sha256())) {
                    continue;
                }
                if (BEST_LAST.compare(other, best) == 0) {
                    throw new ReleaseException(other.location() + " and " + best.location() + " are both "
                            + entry.getKey() + " and differ, and no version in their names tells which is later; give one"
                            + " of them");
                }
                Replaced.Why why = version(other).compareTo(version(best)) < 0
                        ? Replaced.Why.LATER_VERSION : Replaced.Why.BETTER_FORMAT;
                replaced.add(new Replaced(other.location(), best.location(), why));
                if (why == Replaced.Why.BETTER_FORMAT) {
                    sameVersion.putIfAbsent(other.sha256(), other);
                }
            }
            otherFormats.put(entry.getKey(), List.copyOf(sameVersion.values()));
        }
        return new ReleaseChoice(chosen, otherFormats, replaced);
    }

    /** A stated quarter is for one release whose name does not tell it: for a mistake there is nothing to notice it by. */
    private static void checkStated(Collection<SourceFile> files, Quarter stated) throws ReleaseException {
        for (SourceFile file : files) {
            Optional<Quarter> told = quarter(file);
            if (told.isPresent() && !told.get().equals(stated)) {
                throw new ReleaseException(file.location() + " is of " + told.get() + " by its name, so no other effective date"
                        + " can be stated; rename it if its name is wrong");
            }
        }
        if (files.stream().map(ReleaseChoice::release).distinct().count() > 1) {
            throw new ReleaseException("an effective date can be stated for one release only; these are several, such as "
                    + files.stream().limit(3).map(SourceFile::location).collect(Collectors.joining(", ")));
        }
    }

    /** The file's own first; CMS also publishes a ZIP anew. */
    private static String version(SourceFile file) {
        return new ReleaseName(file.name()).version() + " " + new ReleaseName(file.container()).version();
    }

    /** What the text and the workbook of one release have in common: their ZIP, or their path without its ending. */
    private static String release(SourceFile file) {
        String location = file.location();
        return file.container().isEmpty() ? location.substring(0, location.lastIndexOf('.'))
                : location.substring(0, location.lastIndexOf('!'));
    }

    private static Optional<Quarter> quarter(SourceFile file) {
        return new ReleaseName(file.name()).quarterWithin(new ReleaseName(file.container()));
    }
}
