package dev.hcpcs.loader;

import dev.hcpcs.loader.ReleaseName.Format;
import dev.hcpcs.lookup.Companions;
import dev.hcpcs.lookup.NotOtherwiseClassifiedList;
import dev.hcpcs.lookup.ProcessingNotes;
import dev.hcpcs.lookup.Quarter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Finds CMS's companion files, by their names, in what a user names, and reads them: one list of codes not otherwise classified
 * and one file of processing notes for each quarter. One that cannot be read is left out with a word: no release depends on it.
 */
final class CompanionReader {

    /** The latest version; of a version the workbook, because the text cuts lines; by location last, for one order. */
    private static final Comparator<SourceFile> BEST_FIRST = Comparator
            .<SourceFile, String>comparing(file -> new ReleaseName(file.name()).version()).reversed()
            .thenComparing(file -> new ReleaseName(file.name()).companionFormat().orElseThrow() == Format.TEXT)
            .thenComparing(SourceFile::location);

    private final Optional<Quarter> stated;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    /** @param stated the quarter of a file whose name does not tell it */
    CompanionReader(Optional<Quarter> stated) {
        this.stated = stated;
    }

    /** What was remarkable about the files read. */
    List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** Whether a file or ZIP that is named itself is no release but a companion that is read. */
    static boolean isRead(ReleaseName name) {
        return isList(name) || isNotes(name);
    }

    private static boolean isList(ReleaseName name) {
        return name.isNotOtherwiseClassifiedList() && name.companionFormat().isPresent();
    }

    private static boolean isNotes(ReleaseName name) {
        return name.isProcessingNotes() && name.companionFormat().equals(Optional.of(Format.TEXT));
    }

    /** The companions in files, ZIPs and folders. */
    Companions read(Collection<Path> paths) throws IOException {
        List<FoundFile> found = new ArrayList<>();
        for (Path path : paths) {
            found.addAll(Files.isDirectory(path) || isZip(path) ? FoundFile.within(path) : List.of(FoundFile.of(path)));
        }
        List<NotOtherwiseClassifiedList> lists = new ArrayList<>();
        List<ProcessingNotes> notes = new ArrayList<>();
        best(found, CompanionReader::isList).forEach((quarter, file) -> {
            Diagnostics ofFile = new Diagnostics();
            NotOtherwiseClassifiedReader.read(file, quarter, ofFile).ifPresent(lists::add);
            tell(ofFile);
        });
        best(found, CompanionReader::isNotes).forEach((quarter, file) -> {
            Diagnostics ofFile = new Diagnostics();
            ProcessingNotesReader.read(file, quarter, ofFile).ifPresent(notes::add);
            tell(ofFile);
        });
        return new Companions(lists, notes);
    }

    private static boolean isZip(Path path) {
        return FoundFile.of(path).name().format().equals(Optional.of(Format.ZIP));
    }

    private Map<Quarter, SourceFile> best(List<FoundFile> found, Predicate<ReleaseName> kind) throws IOException {
        Map<Quarter, List<SourceFile>> files = new TreeMap<>();
        for (FoundFile each : found) {
            if (kind.test(each.name())) {
                SourceFile file = each.read();
                Optional<Quarter> quarter = each.name().quarterWithin(each.zipName()).or(() -> stated);
                if (quarter.isPresent()) {
                    files.computeIfAbsent(quarter.get(), key -> new ArrayList<>()).add(file);
                } else {
                    warn(file, "its name does not tell its quarter, so it is left out; name it as CMS does"
                            + " (NOC codes_JUL2025.xlsx, proc_notes_JAN2026.txt)");
                }
            }
        }
        Map<Quarter, SourceFile> best = new TreeMap<>();
        files.forEach((quarter, ofQuarter) -> best.put(quarter, best(ofQuarter)));
        return best;
    }

    private SourceFile best(List<SourceFile> ofQuarter) {
        ofQuarter.sort(BEST_FIRST);
        SourceFile best = ofQuarter.get(0);
        for (SourceFile other : ofQuarter.subList(1, ofQuarter.size())) {
            boolean sameRank = version(other).equals(version(best)) && format(other) == format(best);
            if (sameRank && !other.sha256().equals(best.sha256())) {
                warn(other, "left out, because " + best.location() + " is of the same quarter and kind; they differ, and no"
                        + " version in their names tells which is later");
            }
        }
        return best;
    }

    private static String version(SourceFile file) {
        return new ReleaseName(file.name()).version();
    }

    private static Format format(SourceFile file) {
        return new ReleaseName(file.name()).companionFormat().orElseThrow();
    }

    private void warn(SourceFile file, String problem) {
        Diagnostics one = new Diagnostics();
        one.warning(Place.file(file.title()), "", problem);
        diagnostics.addAll(one.all());
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
