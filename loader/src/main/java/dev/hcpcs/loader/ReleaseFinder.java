package dev.hcpcs.loader;

import dev.hcpcs.loader.ReleaseName.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the files that can be releases in what a user names: a file, a ZIP, or a folder of these.
 *
 * <p>A file that is named itself is taken whatever its name, unless it is named like a companion that is read. In a ZIP or folder
 * those named as CMS names releases are taken, and those that resemble them unless they lie in a ZIP beside one; only where there
 * are none, all that are not named like a companion (a transaction report, processing notes and so on) and lie in no ZIP that is.
 * Whatever else could have been a release by its format is told, so that no quarter goes missing without a word.
 */
final class ReleaseFinder {

    private final LoadBudget budget;
    private final List<String> passedOver = new ArrayList<>();
    private final List<String> corrections = new ArrayList<>();

    ReleaseFinder(LoadBudget budget) {
        this.budget = budget;
    }

    /** Files with the format of a release that were not taken, and are no companions; in order of path. */
    List<String> passedOver() {
        return passedOver;
    }

    /** CMS's lists of corrections, which are never releases; a ZIP of them once. In order of path. */
    List<String> corrections() {
        return corrections;
    }

    /** @return in order of path; empty only where there are companions that {@link CompanionReader} reads */
    List<SourceFile> find(Path path) throws IOException {
        if (path.toString().isBlank()) {
            throw new ReleaseException("the path of a release is empty");
        }
        if (Files.isDirectory(path)) {
            List<FoundFile> files = FoundFile.within(path, budget);
            List<SourceFile> releases = take(files);
            if (releases.isEmpty() && !hasCompanions(files)) {
                throw new ReleaseException(path + " holds no release, which would be a .txt, .xlsx, .xls, .csv or .zip"
                        + " named like HCPC2026_OCT_ANWEB.txt");
            }
            return releases;
        }
        if (!Files.exists(path)) {
            throw new ReleaseException(path + " does not exist");
        }
        FoundFile file = FoundFile.of(path, budget);
        if (!file.name().format().equals(Optional.of(Format.ZIP))) {
            if (CompanionReader.isRead(file)) {
                return List.of();
            }
            if (file.name().format().isEmpty()) {
                throw new ReleaseException(path
                        + " is neither a snapshot nor a release, whose name would end in .txt, .xlsx, .xls, .csv or .zip");
            }
            return List.of(file.read());
        }
        List<FoundFile> entries = FoundFile.within(path, budget);
        return hasCompanions(entries) ? take(entries) : findInZip(path, entries);
    }

    private static boolean hasCompanions(List<FoundFile> files) {
        return files.stream().anyMatch(CompanionReader::isRead);
    }

    /** @return in order of path, at least one */
    List<SourceFile> findInZip(Path zip) throws IOException {
        return findInZip(zip, FoundFile.within(zip, budget));
    }

    private List<SourceFile> findInZip(Path zip, List<FoundFile> entries) throws IOException {
        List<SourceFile> releases = take(entries);
        if (releases.isEmpty()) {
            throw new ReleaseException(zip + " holds no release, which would be a .txt, .xlsx, .xls or .csv named like"
                    + " HCPC2026_OCT_ANWEB.txt; it holds " + entries.stream().map(FoundFile::location)
                            .map(location -> location.substring(zip.toString().length() + 1)).toList());
        }
        return releases;
    }

    private static boolean canBeRelease(FoundFile file) {
        boolean amongCompanions = CompanionReader.isKind(file.zipName()) || file.zipName().isCorrections();
        return (amongCompanions ? file.name().isRelease() : !file.name().isCompanion())
                && file.name().format().filter(format -> format != Format.ZIP).isPresent();
    }

    private List<SourceFile> take(List<FoundFile> found) throws IOException {
        List<FoundFile> possible = found.stream().filter(ReleaseFinder::canBeRelease).toList();
        Set<String> zipsWithRelease = possible.stream().filter(file -> file.name().isRelease()).map(FoundFile::zip)
                .filter(zip -> !zip.isEmpty()).collect(Collectors.toSet());
        List<FoundFile> named = possible.stream().filter(file -> file.name().isRelease()
                || file.name().resemblesRelease() && !zipsWithRelease.contains(file.zip())).toList();
        List<FoundFile> taken = named.isEmpty() ? possible : named;
        possible.stream().filter(file -> !taken.contains(file) && !isCorrections(file)).map(FoundFile::location)
                .forEach(passedOver::add);
        found.stream().filter(file -> !taken.contains(file) && isCorrections(file))
                .map(file -> file.zipName().isCorrections() ? file.zip() : file.location()).distinct().forEach(corrections::add);
        List<SourceFile> files = new ArrayList<>();
        for (FoundFile file : taken) {
            files.add(file.read());
        }
        return files;
    }

    private static boolean isCorrections(FoundFile file) {
        return file.name().companionFormat().isPresent()
                && (file.name().isCorrections() || file.zipName().isCorrections());
    }
}
