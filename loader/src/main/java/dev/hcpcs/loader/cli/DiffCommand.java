package dev.hcpcs.loader.cli;

import dev.hcpcs.loader.TransactionReport;
import dev.hcpcs.loader.change.ReleaseChanges;
import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.Quarter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hcpcs diff}. */
@Command(name = "diff", mixinStandardHelpOptions = true,
        customSynopsis = {"hcpcs diff [-hV] OLD NEW [--format=text|json|csv] [--out=FILE] [--html=FILE]",
            "           [--from=QUARTER] [--to=QUARTER] [--transaction-report=FILE]"},
        description = {"What changed between two releases: codes added, terminated, reactivated, reused, withdrawn, returned"
            + " and dropped, and every changed field with both values.",
            "Silent changes are told apart: content that changed although CMS did not move the action effective date.",
            "Each kind is held against CMS's transaction report where there is one (not in CSV)."})
final class DiffCommand implements Callable<Integer> {

    private enum Format {
        TEXT, JSON, CSV
    }

    @Parameters(index = "0", paramLabel = "OLD", description = "A snapshot, or a release: ZIP, text, workbook, CSV export, or a"
            + " folder. Of several releases the newest is compared; earlier ones tell which codes were there before.")
    private Path oldPath;

    @Parameters(index = "1", paramLabel = "NEW", description = "The same, of a later quarter.")
    private Path newPath;

    @Option(names = "--from", paramLabel = "QUARTER", converter = QuarterConverter.class,
            description = "The release of OLD to compare, for example 2019-JAN (default: its newest)")
    private Quarter from;

    @Option(names = "--to", paramLabel = "QUARTER", converter = QuarterConverter.class,
            description = "The release of NEW to compare, for example 2020-OCT (default: its newest)")
    private Quarter to;

    @Option(names = "--transaction-report", paramLabel = "FILE",
            description = "CMS's transaction report of NEW: text (.txt, .prn) or workbook (default: the one found in NEW or"
                    + " beside it)")
    private Path report;

    @Option(names = "--format", defaultValue = "text", paramLabel = "text|json|csv",
            description = "text to be read, json for programs, csv for a line per changed field (default: ${DEFAULT-VALUE})")
    private Format format;

    @Option(names = "--out", paramLabel = "FILE", description = "The file to write (default: standard output)")
    private Path out;

    @Option(names = "--html", paramLabel = "FILE", description = "Besides, write a page to review the changes by in a browser:"
            + " charts, a table to search, each code's history. It is complete in itself and needs no network.")
    private Path html;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        checkOutput("--out", out);
        checkOutput("--html", html);
        if (out != null && html != null && out.toAbsolutePath().normalize().equals(html.toAbsolutePath().normalize())) {
            throw new IllegalArgumentException("--out and --html both name " + out + "; name two files");
        }
        HcpcsIndex older = DataOptions.open(List.of(oldPath), spec.commandLine());
        HcpcsIndex newer = DataOptions.open(List.of(newPath), spec.commandLine());
        ReleaseChanges changes = ReleaseChanges.between(older, quarter(oldPath, older, from), newer,
                quarter(newPath, newer, to));
        Optional<TransactionReport> transactions = report != null ? Optional.of(TransactionReport.read(report))
                : TransactionReport.beside(newPath, changes.to().quarter());
        if (html != null) {
            Output.write(DiffHtml.write(changes, transactions), html, spec.commandLine());
        }
        Output.write(switch (format) {
            case TEXT -> DiffText.write(changes, transactions);
            case JSON -> DiffJson.write(changes, transactions);
            case CSV -> DiffCsv.write(changes);
        }, out, spec.commandLine());
        return Hcpcs.DONE;
    }

    /** @param file null where the option is not given */
    private void checkOutput(String option, Path file) throws IOException {
        if (file != null) {
            OutputFile.check(file);
            OutputFile.checkIsNone(file, option,
                    report == null ? List.of(oldPath, newPath) : List.of(oldPath, newPath, report));
        }
    }

    /** @param stated null where the newest release is meant */
    private static Quarter quarter(Path path, HcpcsIndex index, Quarter stated) {
        if (stated == null) {
            return index.releases().get(index.releases().size() - 1).quarter();
        }
        try {
            return index.content(stated).release().quarter();
        } catch (NoSuchElementException e) {
            throw new IllegalArgumentException(path + ": " + e.getMessage(), e);
        }
    }
}
