package dev.hcpcs.loader;

import static java.util.Objects.requireNonNull;

import dev.hcpcs.loader.ReleaseName.Format;
import dev.hcpcs.lookup.HcpcsCode;
import dev.hcpcs.lookup.Quarter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What CMS says it did to each code since its last release: the transaction report that comes with a release, as text
 * ({@code .txt}, {@code .prn}) or workbook. Disclaimers may stand before its header row, which begins with {@code HCPC}.
 *
 * <pre>
 * HCPCS/MOD      TYPE OF CHANGE             SHORT DESCRIPTION
 *    JZ          ADD                        No drug discarded
 * Q4257          Long Description Change    Release, per sq cm
 * </pre>
 *
 * @param file    the file's name, behind that of its ZIP and {@code !} where it is in one
 * @param actions the action of each code that it lists, by the letter that records have
 *                ({@link dev.hcpcs.lookup.HcpcsRecord#action}); a wording that stands for no letter is kept as it is
 */
public record TransactionReport(String file, SortedMap<HcpcsCode, String> actions) {

    /** Copies the actions. */
    public TransactionReport {
        requireNonNull(file, "file");
        actions = Collections.unmodifiableSortedMap(new TreeMap<>(actions));
    }

    /**
     * Reads a report.
     *
     * @throws ReleaseException if the file is no transaction report
     * @throws IOException      if the file cannot be read
     */
    public static TransactionReport read(Path file) throws IOException {
        if (new ReleaseName(file.toString()).companionFormat().isEmpty()) {
            throw new ReleaseException(file + " is no transaction report, whose name would end in .txt, .prn, .xlsx or .xls");
        }
        return TransactionReportReader.read(FoundFile.of(file, new LoadBudget(ReadLimits.configured())).read());
    }

    /**
     * Finds and reads the report of a release by its name: in the ZIP or folder that was named as the release, or in the
     * folder of the file that was. A report whose name tells no quarter counts where only that quarter's release lies beside.
     *
     * @param release the file, ZIP, folder or snapshot that holds the release
     * @param quarter the release's quarter
     * @return empty where there is none
     * @throws ReleaseException if what is named like the report is none
     * @throws IOException      if a file cannot be read
     */
    public static Optional<TransactionReport> beside(Path release, Quarter quarter) throws IOException {
        LoadBudget budget = new LoadBudget(ReadLimits.configured());
        boolean folder = Files.isDirectory(release);
        boolean zip = FoundFile.of(release, budget).name().format().equals(Optional.of(Format.ZIP));
        Optional<FoundFile> found = folder || zip ? among(FoundFile.within(release, budget), quarter) : Optional.empty();
        if (found.isEmpty() && !folder) {
            found = among(FoundFile.beside(release, budget), quarter);
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(TransactionReportReader.read(found.get().read()));
    }

    /** CMS publishes one report in several orders and formats; the text is the quickest to read. */
    private static Optional<FoundFile> among(List<FoundFile> files, Quarter quarter) {
        List<FoundFile> reports = files.stream()
                .filter(file -> file.name().isTransactionReport() && file.name().companionFormat().isPresent())
                .sorted(Comparator.comparing(file -> file.name().companionFormat().orElseThrow())).toList();
        List<Quarter> releases = files.stream().filter(file -> file.name().isRelease())
                .flatMap(file -> quarter(file).stream()).distinct().toList();
        return reports.stream().filter(file -> quarter(file).equals(Optional.of(quarter))).findFirst()
                .or(() -> reports.stream()
                        .filter(file -> quarter(file).isEmpty() && releases.equals(List.of(quarter))).findFirst());
    }

    private static Optional<Quarter> quarter(FoundFile file) {
        return file.name().quarterWithin(file.zipName());
    }
}
