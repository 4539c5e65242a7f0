package dev.hcpcs.loader;

import dev.hcpcs.lookup.Quarter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Settles which of several files is the release of a quarter: the latest version of it, and of that the text before the
 * workbook, because CMS's workbooks lose single values.
 *
 * @param chosen   the release of each quarter
 * @param replaced the files that another one stands for
 */
record ReleaseChoice(Map<Quarter, SourceFile> chosen, List<LoadedReleases.Replaced> replaced) {

    private static final Comparator<SourceFile> BEST_LAST = Comparator
            .<SourceFile, String>comparing(file -> new ReleaseName(file.name()).version())
            .thenComparing(file -> new ReleaseName(file.name()).format().orElseThrow(), Comparator.reverseOrder());

    /**
     * @param stated the quarter of every file, where the caller states it
     * @throws ReleaseException if a file's quarter is not known, or two files are equally good and differ
     */
    static ReleaseChoice among(Collection<SourceFile> files, Optional<Quarter> stated) throws ReleaseException {
        Map<Quarter, List<SourceFile>> byQuarter = new TreeMap<>();
        for (SourceFile file : files) {
            Optional<Quarter> told = quarter(file);
            Quarter quarter = stated.or(() -> told).orElseThrow(() -> new ReleaseException(file.location()
                    + ": its name does not tell its quarter. Name it as CMS does (HCPC2026_OCT_ANWEB.txt), or state the"
                    + " effective date of this one release (--effective 2026-10-01)"));
            byQuarter.computeIfAbsent(quarter, key -> new ArrayList<>()).add(file);
        }
        if (stated.isPresent() && files.stream().map(ReleaseChoice::quarter).distinct().count() > 1) {
            throw new ReleaseException("an effective date can be stated for one release only, not for "
                    + files.stream().map(SourceFile::location).collect(Collectors.joining(", ")));
        }

        Map<Quarter, SourceFile> chosen = new TreeMap<>();
        List<LoadedReleases.Replaced> replaced = new ArrayList<>();
        for (Map.Entry<Quarter, List<SourceFile>> entry : byQuarter.entrySet()) {
            // By location last, so that the order of arguments makes no difference.
            List<SourceFile> ordered = entry.getValue().stream()
                    .sorted(BEST_LAST.thenComparing(SourceFile::location)).toList();
            SourceFile best = ordered.get(ordered.size() - 1);
            chosen.put(entry.getKey(), best);
            for (SourceFile other : ordered.subList(0, ordered.size() - 1)) {
                if (other.sha256().equals(best.sha256())) {
                    continue;
                }
                if (BEST_LAST.compare(other, best) == 0) {
                    throw new ReleaseException(other.location() + " and " + best.location() + " are both "
                            + entry.getKey() + " and differ, and no version in their names tells which is later; give one"
                            + " of them");
                }
                replaced.add(new LoadedReleases.Replaced(other.location(), best.location()));
            }
        }
        return new ReleaseChoice(chosen, replaced);
    }

    /** From the file's name; from that of its ZIP where this alone names the month, or the file's does not tell. */
    private static Optional<Quarter> quarter(SourceFile file) {
        ReleaseName own = new ReleaseName(file.name());
        ReleaseName zip = new ReleaseName(file.container());
        Optional<Quarter> quarter = own.quarter();
        if (quarter.isEmpty() && !own.namesMonth()) {
            return zip.quarter();
        }
        boolean zipIsMoreExact = !own.namesMonth() && zip.namesMonth()
                && zip.quarter().map(Quarter::year).equals(quarter.map(Quarter::year));
        return zipIsMoreExact ? zip.quarter() : quarter;
    }
}
