package dev.hcpcs.loader;

import dev.hcpcs.loader.ReleaseName.Format;
import dev.hcpcs.lookup.Companions;
import dev.hcpcs.lookup.Quarter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Finds CMS's companion files, by their names, in what a user names, and reads them: one list of codes not otherwise classified
 * and one file of processing notes for each quarter. One that cannot be read is left out with a word, and the next best is taken:
 * no release depends on it.
 */
final class CompanionReader {

    /** The latest version; of a version the workbook or CSV, because the text cuts lines; by location last, for one order. */
    private static final Comparator<SourceFile> BEST_FIRST = Comparator
            .<SourceFile, String>comparing(file -> new ReleaseName(file.name()).version()).reversed()
            .thenComparing(file -> new ReleaseName(file.name()).companionFormat().orElseThrow() == Format.TEXT)
            .thenComparing(file -> new ReleaseName(file.name()).companionFormat().orElseThrow())
            .thenComparing(SourceFile::location);

    /** Reads a file of one kind; empty where it is none. */
    private interface Reader<T> {
        Optional<T> read(SourceFile file, Quarter quarter, Diagnostics diagnostics);
    }

    private final Optional<Quarter> stated;
    private final LoadBudget budget;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    /** @param stated the quarter of a file whose name does not tell it */
    CompanionReader(Optional<Quarter> stated, LoadBudget budget) {
        this.stated = stated;
        this.budget = budget;
    }

    /** What was remarkable about the files read. */
    List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** Whether a file is not named like a release but like a companion that is read, or lies in a ZIP so named. */
    static boolean isRead(FoundFile file) {
        return isList(file) || isNotes(file) || isDamagedZip(file);
    }

    /** A ZIP among files that were found stands for itself only where it cannot be opened. */
    private static boolean isDamagedZip(FoundFile file) {
        return isKind(file.name()) && isZip(file);
    }

    /** Whether a file or ZIP is named like a companion that is read. */
    static boolean isKind(ReleaseName name) {
        return name.isNotOtherwiseClassifiedList() || name.isProcessingNotes();
    }

    private static boolean isList(FoundFile file) {
        return isNamed(file, ReleaseName::isNotOtherwiseClassifiedList) && file.name().companionFormat().isPresent();
    }

    private static boolean isNotes(FoundFile file) {
        return isNamed(file, ReleaseName::isProcessingNotes)
                && file.name().companionFormat().equals(Optional.of(Format.TEXT));
    }

    /** By its own name, else by that of its ZIP. */
    private static boolean isNamed(FoundFile file, Predicate<ReleaseName> kind) {
        return kind.test(file.name())
                || kind.test(file.zipName()) && !file.name().isCompanion() && !file.name().isRelease();
    }

    /** The companions in files, ZIPs and folders. */
    Companions read(Collection<Path> paths) throws IOException {
        List<FoundFile> found = new ArrayList<>();
        for (Path path : paths) {
            FoundFile file = FoundFile.of(path, budget);
            found.addAll(Files.isDirectory(path) || isZip(file) ? FoundFile.within(path, budget) : List.of(file));
        }
        found.stream().filter(CompanionReader::isDamagedZip).forEach(this::readOrWarn);
        return new Companions(read(found, CompanionReader::isList, NotOtherwiseClassifiedReader::read),
                read(found, CompanionReader::isNotes, ProcessingNotesReader::read));
    }

    private static boolean isZip(FoundFile file) {
        return file.name().format().equals(Optional.of(Format.ZIP));
    }

    /** Of each quarter the best file that can be read. */
    private <T> List<T> read(List<FoundFile> found, Predicate<FoundFile> kind, Reader<T> reader) {
        List<T> companions = new ArrayList<>();
        byQuarter(found.stream().filter(kind).toList()).forEach((quarter, ofQuarter) -> {
            ofQuarter.sort(BEST_FIRST);
            Set<String> known = new HashSet<>();
            SourceFile best = null;
            for (SourceFile file : ofQuarter) {
                if (!known.add(file.sha256())) {
                    continue;
                }
                if (best == null) {
                    Diagnostics ofFile = new Diagnostics(file);
                    Optional<T> companion = reader.read(file, quarter, ofFile);
                    tell(ofFile);
                    companion.ifPresent(companions::add);
                    best = companion.isPresent() ? file : null;
                } else if (version(file).equals(version(best)) && format(file) == format(best)) {
                    warn(file.title(), "left out, because " + best.location() + " is of the same quarter and kind; they"
                            + " differ, and no version in their names tells which is later");
                }
            }
        });
        return companions;
    }

    private Map<Quarter, List<SourceFile>> byQuarter(List<FoundFile> found) {
        Map<Quarter, List<SourceFile>> files = new TreeMap<>();
        for (FoundFile each : found) {
            Optional<Quarter> quarter = each.name().quarterWithin(each.zipName()).or(() -> stated);
            readOrWarn(each).ifPresent(file -> {
                if (quarter.isPresent()) {
                    files.computeIfAbsent(quarter.get(), key -> new ArrayList<>()).add(file);
                } else {
                    warn(file.title(), "its name does not tell its quarter, so it is left out; name it as CMS does"
                            + " (NOC codes_JUL2025.xlsx, proc_notes_JAN2026.txt)");
                }
            });
        }
        return files;
    }

    private Optional<SourceFile> readOrWarn(FoundFile file) {
        try {
            return Optional.of(file.read());
        } catch (IOException e) {
            warn(file.location(), "cannot be read (" + e.getMessage() + "); the file is left out");
            return Optional.empty();
        }
    }

    private static String version(SourceFile file) {
        return new ReleaseName(file.name()).version();
    }

    private static Format format(SourceFile file) {
        return new ReleaseName(file.name()).companionFormat().orElseThrow();
    }

    private void warn(String title, String problem) {
        diagnostics.add(new Diagnostic(Diagnostic.Severity.WARNING, title, 0, title, "", "", "", problem));
    }

    /** As warnings, whatever they are. */
    private void tell(Diagnostics ofFile) {
        for (Diagnostic each : ofFile.all()) {
            diagnostics.add(each.severity() == Diagnostic.Severity.WARNING ? each : new Diagnostic(Diagnostic.Severity.WARNING,
                    each.file(), each.line(), each.place(), each.code(), each.field(), each.value(),
                    each.problem() + "; the file is left out"));
        }
    }
}
