package dev.hcpcs.loader;

import static java.util.Objects.requireNonNull;

import dev.hcpcs.lookup.Companions;
import dev.hcpcs.lookup.Quarter;
import dev.hcpcs.lookup.ReleaseContent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Loads CMS's HCPCS Level II releases: fixed-width text, {@code .xlsx}, {@code .xls}, CSV export, a ZIP that holds any of
 * them, or a folder.
 *
 * <p>The text has 320 columns, without a header; {@code Field} has the positions. A workbook or CSV has a header row that
 * begins with {@code HCPC}; its columns are found by name:
 *
 * <pre>
 * HCPC  SEQNUM  RECID  LONG DESCRIPTION                  SHORT DESCRIPTION  PRICE1 … ADD DT    ACT EFF DT  TERM DT  ACTION CD
 * Q4257 0010    3      Relese, per square centimeter     Relese, per sq cm  51     … 20220401  20220401             N
 * </pre>
 *
 * <p>A file's name tells its quarter ({@code HCPC2026_OCT_ANWEB.txt}), or {@link #effective} states it. Where several
 * files are of one quarter, the latest version is loaded, and of that the text.
 *
 * <p>Beside the releases, CMS's lists of codes that are not otherwise classified ({@code NOC codes_JUL2025.xlsx}) and its
 * processing notes ({@code proc_notes_JAN2026.txt}) are loaded, wherever they lie in what is named.
 *
 * <p>A release is loaded whole or not at all. A value that cannot be understood leaves its field empty and makes a
 * {@link Diagnostic}; anything that would lose a record stops the load. A loader is immutable and can be used again.
 */
public final class ReleaseLoader {

    private final boolean strict;
    private final Optional<Quarter> stated;
    private final LoadProgress progress;
    private final Optional<ReadLimits> limits;

    private ReleaseLoader(boolean strict, Optional<Quarter> stated, LoadProgress progress, Optional<ReadLimits> limits) {
        this.strict = strict;
        this.stated = stated;
        this.progress = progress;
        this.limits = limits;
    }

    /** Loads in spite of values that cannot be understood; they are reported. */
    public static ReleaseLoader lenient() {
        return new ReleaseLoader(false, Optional.empty(), LoadProgress.NONE, Optional.empty());
    }

    /** Loads only releases without any diagnostic. */
    public static ReleaseLoader strict() {
        return new ReleaseLoader(true, Optional.empty(), LoadProgress.NONE, Optional.empty());
    }

    /**
     * The same for one release whose name does not tell its quarter. One whose name tells another quarter is refused.
     *
     * @param date the effective date: the first day of the quarter
     * @throws IllegalArgumentException if the date is not the first day of a quarter
     */
    public ReleaseLoader effective(LocalDate date) {
        return new ReleaseLoader(strict, Optional.of(Quarter.startingOn(date)), progress, limits);
    }

    /** The same, telling how far it is. */
    public ReleaseLoader onProgress(LoadProgress listener) {
        return new ReleaseLoader(strict, stated, requireNonNull(listener, "listener"), limits);
    }

    /** The same with other limits to what is read, which are else those {@linkplain ReadLimits#configured configured}. */
    public ReleaseLoader limits(ReadLimits others) {
        return new ReleaseLoader(strict, stated, progress, Optional.of(others));
    }

    private LoadBudget budget() {
        return new LoadBudget(limits.orElseGet(ReadLimits::configured));
    }

    /**
     * Loads releases; the order of the paths makes no difference.
     *
     * @throws ReleaseException if any of them cannot be loaded whole; nothing is returned then
     * @throws IOException      if a file cannot be read
     */
    public LoadedReleases load(Path... paths) throws IOException {
        return load(List.of(paths));
    }

    /**
     * Loads releases; the order of the paths makes no difference.
     *
     * @param paths files, ZIPs and folders, at least one
     * @throws ReleaseException if any of them cannot be loaded whole; nothing is returned then
     * @throws IOException      if a file cannot be read
     */
    public LoadedReleases load(Collection<Path> paths) throws IOException {
        LoadBudget budget = budget();
        List<String> passedOver = new ArrayList<>();
        List<String> corrections = new ArrayList<>();
        ReleaseChoice choice = choose(paths, budget, passedOver, corrections);
        if (choice.chosen().isEmpty()) {
            throw new ReleaseException("no release is named, only lists of NOC codes or processing notes: " + paths);
        }
        CompanionReader companions = new CompanionReader(stated, budget);
        return load(choice, companions.read(paths), companions.diagnostics(), passedOver, corrections);
    }

    /**
     * Reads releases in every format in which they are there, and to the end whatever is wrong with them; a strict loader does
     * the same. For who verifies releases: to answer from them, {@link #load} them.
     *
     * @param paths files, ZIPs and folders, at least one
     * @throws ReleaseException if a path holds neither a release nor a companion, or which release it is cannot be told
     * @throws IOException      if a file cannot be read
     */
    public ReadReleases read(Collection<Path> paths) throws IOException {
        LoadBudget budget = budget();
        List<String> passedOver = new ArrayList<>();
        List<String> corrections = new ArrayList<>();
        ReleaseChoice choice = choose(paths, budget, passedOver, corrections);
        progress.found(choice.chosen().size());
        List<ReadRelease> releases = new ArrayList<>();
        choice.chosen().forEach((quarter, file) -> {
            List<SourceFile> otherFormats = choice.otherFormats().getOrDefault(quarter, List.of());
            releases.add(new ReadRelease(ReleaseReader.read(file, quarter),
                    otherFormats.stream().map(other -> ReleaseReader.read(other, quarter)).toList()));
            progress.read(releases.get(releases.size() - 1).file().release());
        });
        CompanionReader companions = new CompanionReader(stated, budget);
        return new ReadReleases(releases, companions.read(paths), companions.diagnostics(), choice.replaced().stream()
                .filter(replaced -> replaced.why() == LoadedReleases.Replaced.Why.LATER_VERSION).toList(), passedOver,
                corrections);
    }

    /**
     * Loads one release from a stream, for example of a class path resource.
     *
     * @param name  the file's name, which tells its format, and its quarter unless that is {@linkplain #effective stated}
     * @param bytes read to the end, not closed
     * @throws ReleaseException if it cannot be loaded whole
     * @throws IOException      if the stream cannot be read
     */
    public LoadedReleases load(String name, InputStream bytes) throws IOException {
        if (new ReleaseName(name).format().filter(format -> format != ReleaseName.Format.ZIP).isEmpty()) {
            throw new ReleaseException(name + " is no release file: its name must end in .txt, .xlsx, .xls or .csv");
        }
        LoadBudget budget = budget();
        SourceFile file = new SourceFile(name, "", name, budget.readAll(bytes, name), budget.limits());
        return load(ReleaseChoice.among(List.of(file), stated), Companions.NONE, List.of(), List.of(), List.of());
    }

    /**
     * @param passedOver  takes the files that were not taken
     * @param corrections takes the lists of corrections
     */
    private ReleaseChoice choose(Collection<Path> paths, LoadBudget budget, List<String> passedOver, List<String> corrections)
            throws IOException {
        List<SourceFile> files = new ArrayList<>();
        for (Path path : paths) {
            ReleaseFinder finder = new ReleaseFinder(budget);
            files.addAll(finder.find(path));
            passedOver.addAll(finder.passedOver());
            corrections.addAll(finder.corrections());
        }
        if (paths.isEmpty()) {
            throw new ReleaseException("no release is named");
        }
        passedOver.sort(null);
        corrections.sort(null);
        return ReleaseChoice.among(files, stated);
    }

    private LoadedReleases load(ReleaseChoice choice, Companions companions, List<Diagnostic> ofCompanions,
            List<String> passedOver, List<String> corrections) throws ReleaseException {
        progress.found(choice.chosen().size());
        List<ReleaseContent> releases = new ArrayList<>();
        List<Diagnostic> remarks = new ArrayList<>();
        List<Diagnostic> obstacles = new ArrayList<>();
        choice.chosen().forEach((quarter, source) -> {
            ReadFile file = ReleaseReader.read(source, quarter);
            if (strict ? file.diagnostics().isEmpty() : file.isWhole()) {
                releases.add(releases.isEmpty()
                        ? file.content() : file.content().sharing(releases.get(releases.size() - 1)));
                remarks.addAll(file.diagnostics());
            } else {
                obstacles.addAll(strict ? file.diagnostics() : file.errors());
            }
            progress.read(file.release());
        });
        (strict ? obstacles : remarks).addAll(ofCompanions);
        CompanionEnd.early(releases, companions).forEach(end -> (strict ? obstacles : remarks).add(end.diagnostic()));
        if (!obstacles.isEmpty()) {
            throw new ReleaseException(obstacles);
        }
        return new LoadedReleases(releases, companions, remarks, choice.replaced(), passedOver, corrections);
    }
}
