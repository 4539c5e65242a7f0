package dev.hcpcs.loader.verify;

import dev.hcpcs.loader.ReadFile;
import dev.hcpcs.loader.ReadRelease;
import dev.hcpcs.loader.ReleaseException;
import dev.hcpcs.loader.TransactionReport;
import dev.hcpcs.lookup.ReleaseContent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes every {@link Check} on a release. */
public final class ReleaseVerifier {

    private final ReadRelease release;
    private final ReadFile file;
    private final List<String> files = new ArrayList<>();
    private final Map<Check, String> notMade = new EnumMap<>(Check.class);
    private final List<Finding> all = new ArrayList<>();

    private ReleaseVerifier(ReadRelease release) {
        this.release = release;
        this.file = release.file();
        files.add(file.title());
        release.otherFormats().forEach(other -> files.add(other.title()));
    }

    /**
     * Verifies a release, and looks for its transaction report.
     *
     * @param paths what the release was read from, where the report is looked for as {@link TransactionReport#beside} does; one
     *              that cannot be read counts as none
     * @throws IOException if a file cannot be read
     */
    public static Verification verify(ReadRelease release, Collection<Path> paths) throws IOException {
        try {
            for (Path path : paths) {
                Optional<TransactionReport> report = TransactionReport.beside(path, release.file().release().quarter());
                if (report.isPresent()) {
                    return verify(release, report);
                }
            }
            return verify(release, Optional.empty());
        } catch (ReleaseException e) {
            ReleaseVerifier verifier = new ReleaseVerifier(release);
            verifier.all.add(new Finding(Check.DIAGNOSTIC, Finding.Severity.ERROR, "", "", "", "", "",
                    "the transaction report cannot be read: " + e.getMessage()));
            return verifier.verify(Optional.empty(), "the transaction report cannot be read");
        }
    }

    /** Verifies a release with the transaction report that is given. */
    public static Verification verify(ReadRelease release, Optional<TransactionReport> report) {
        return new ReleaseVerifier(release).verify(report, "no transaction report was found in the release or beside it");
    }

    private Verification verify(Optional<TransactionReport> report, String whyWithout) {
        report.ifPresent(found -> files.add(found.file()));
        all.addAll(DiagnosticCheck.check(release));
        if (file.isWhole()) {
            ReleaseContent content = file.content();
            compareFormats(content);
            report.ifPresentOrElse(found -> make(Check.ACTION_AGAINST_TRANSACTION_REPORT,
                    findings -> ActionCheck.check(content, found, findings)),
                    () -> notMade.put(Check.ACTION_AGAINST_TRANSACTION_REPORT, whyWithout));
            make(Check.BLANK_FIELD, findings -> BlankFieldCheck.check(content, findings));
            make(Check.CONTRADICTING_DATES, findings -> DateCheck.check(content, findings));
            make(Check.UNKNOWN_VALUE, findings -> UnknownValueCheck.check(content, findings));
            make(Check.DANGLING_CROSS_REFERENCE, findings -> CrossReferenceCheck.check(content, findings));
        } else {
            EnumSet.complementOf(EnumSet.of(Check.DIAGNOSTIC))
                    .forEach(check -> notMade.put(check, "the release could not be read whole"));
        }
        int modifiers = (int) file.records().stream().filter(record -> record.code().isModifier()).count();
        return new Verification(file.release(), files, file.records().size() - modifiers, modifiers, notMade, all);
    }

    private void compareFormats(ReleaseContent content) {
        List<ReadFile> comparable = release.otherFormats().stream().filter(ReadFile::isWhole).toList();
        if (comparable.isEmpty()) {
            notMade.put(Check.TEXT_AGAINST_WORKBOOK, release.otherFormats().isEmpty()
                    ? "the release is there in one format only" : "no other format of the release could be read whole");
        }
        comparable.forEach(other -> make(Check.TEXT_AGAINST_WORKBOOK,
                findings -> FormatCheck.check(content, other, findings)));
    }

    private void make(Check check, Consumer<Findings> made) {
        Findings findings = new Findings(check, file);
        made.accept(findings);
        all.addAll(findings.all());
    }
}
