package dev.hcpcs.loader;

import dev.hcpcs.loader.ReleaseName.Format;
import dev.hcpcs.lookup.Quarter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds and reads the files with CMS's corrections, in what a user names: a file, a ZIP, or a folder of these.
 *
 * <p>A file that is named itself is taken whatever its name. In a ZIP or folder those named as CMS names corrections are; in
 * a ZIP so named that holds none, whatever can be a list. Every list counts, because a later one has other codes and does not
 * replace an earlier one; but where one list is there as workbook and print, the workbook is taken, and copies count once.
 */
public final class CorrectionFiles {

    private static final String NAMES = ".xlsx, .xls, .csv, .prn, .txt";

    private CorrectionFiles() {
    }

    /**
     * Reads every list that the paths hold.
     *
     * @param stated the quarter of the lists whose names do not tell it
     * @return in order of location, at least one
     * @throws ReleaseException if there is none in a path, a list is of no known quarter or of another one than stated, or a
     *                          file cannot be read as a list; nothing is returned then
     * @throws IOException      if a file cannot be read
     */
    public static List<CorrectionFile> read(Collection<Path> paths, Optional<Quarter> stated) throws IOException {
        LoadBudget budget = new LoadBudget(ReadLimits.configured());
        List<FoundFile> found = new ArrayList<>();
        for (Path path : paths) {
            found.addAll(find(path, budget));
        }
        List<CorrectionFile> files = new ArrayList<>();
        List<Diagnostic> errors = new ArrayList<>();
        for (FoundFile list : lists(found)) {
            Quarter quarter = quarter(list, stated);
            SourceFile file = list.read();
            Diagnostics diagnostics = new Diagnostics(file);
            boolean print = format(list) == Format.TEXT;
            files.add(new CorrectionFile(file.title(), quarter, print,
                    print ? CorrectionPrint.read(file, diagnostics) : CorrectionSheet.read(file, diagnostics)));
            errors.addAll(diagnostics.errors());
        }
        if (!errors.isEmpty()) {
            throw new ReleaseException(errors);
        }
        return files;
    }

    private static List<FoundFile> find(Path path, LoadBudget budget) throws IOException {
        if (path.toString().isBlank()) {
            throw new ReleaseException("the path of a corrections file is empty");
        }
        if (!Files.exists(path)) {
            throw new ReleaseException(path + " does not exist");
        }
        FoundFile file = FoundFile.of(path, budget);
        if (!Files.isDirectory(path) && !file.name().format().equals(Optional.of(Format.ZIP))) {
            if (file.name().companionFormat().isEmpty()) {
                throw new ReleaseException(path + " is no list of corrections, whose name would end in " + NAMES + " or .zip");
            }
            return List.of(file);
        }
        List<FoundFile> possible = FoundFile.within(path, budget).stream()
                .filter(each -> each.name().companionFormat().isPresent()).toList();
        Set<String> zipsWithNamed = possible.stream().filter(each -> each.name().isCorrections()).map(FoundFile::zip)
                .collect(Collectors.toSet());
        List<FoundFile> taken = possible.stream().filter(each -> each.name().isCorrections()
                || each.zipName().isCorrections() && !zipsWithNamed.contains(each.zip())).toList();
        if (taken.isEmpty()) {
            throw new ReleaseException(path + " holds no list of corrections, which would be a file (" + NAMES
                    + ") named like HCPC2019_Corrections_ALPHA.xlsx");
        }
        return taken;
    }

    /** Of each list the best format, and no list twice. */
    private static List<FoundFile> lists(List<FoundFile> found) throws IOException {
        Map<String, List<FoundFile>> byList = found.stream().collect(Collectors.groupingBy(
                file -> file.location().substring(0, file.location().lastIndexOf('.')).toLowerCase(Locale.ROOT), TreeMap::new,
                Collectors.toList()));
        // Text is the first of the formats, and the last resort here.
        Comparator<FoundFile> bestFirst = Comparator.<FoundFile, Boolean>comparing(file -> format(file) == Format.TEXT)
                .thenComparing(CorrectionFiles::format).thenComparing(FoundFile::location);
        // Those with a workbook first, so that a print of one lying elsewhere is known as a copy.
        List<List<FoundFile>> lists = byList.values().stream().map(files -> files.stream().sorted(bestFirst).toList())
                .sorted(Comparator.comparing(files -> files.get(0), bestFirst)).toList();
        Set<String> known = new HashSet<>();
        List<FoundFile> taken = new ArrayList<>();
        for (List<FoundFile> files : lists) {
            if (!known.contains(files.get(0).read().sha256())) {
                taken.add(files.get(0));
            }
            for (FoundFile file : files) {
                known.add(file.read().sha256());
            }
        }
        taken.sort(Comparator.comparing(FoundFile::location));
        return taken;
    }

    /** An empty list is none: CMS would not have published it. */
    static void checkComplete(SourceFile file, boolean header, List<CorrectionFile.Row> rows, Diagnostics diagnostics) {
        if (!header || rows.isEmpty()) {
            diagnostics.error(Place.file(file.title()), "", "is no list of corrections: " + (header
                    ? "nothing stands below its header" : "it has no header row, which would begin with CODE and ACTION"));
        }
    }

    private static Format format(FoundFile file) {
        return file.name().companionFormat().orElseThrow();
    }

    private static Quarter quarter(FoundFile file, Optional<Quarter> stated) throws ReleaseException {
        Optional<Quarter> told = file.name().quarterWithin(file.zipName());
        if (told.isPresent() && stated.isPresent() && !told.equals(stated)) {
            throw new ReleaseException(file.location() + " is of " + told.get() + " by its name, so no other effective date"
                    + " can be stated; rename it if its name is wrong");
        }
        return told.or(() -> stated).orElseThrow(() -> new ReleaseException(file.location()
                + ": its name does not tell the quarter that it corrects. Name it as CMS does"
                + " (HCPC2019_Corrections_ALPHA.xlsx), or state the first day of the quarter (--effective 2019-01-01)"));
    }
}
