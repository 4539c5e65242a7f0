package dev.hcpcs.loader.verify;

import dev.hcpcs.loader.Diagnostic;
import dev.hcpcs.loader.ReadFile;
import dev.hcpcs.loader.ReadRelease;
import dev.hcpcs.loader.verify.Finding.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * What the loader says. In the release's own file all of it is an error; in another format, from which no answer comes, only
 * what stands in the way of a comparison.
 */
final class DiagnosticCheck {

    private DiagnosticCheck() {
    }

    static List<Finding> check(ReadRelease release) {
        List<Finding> findings = new ArrayList<>();
        release.file().diagnostics().forEach(diagnostic -> findings.add(finding(diagnostic, Severity.ERROR)));
        for (ReadFile other : release.otherFormats()) {
            other.diagnostics().forEach(diagnostic -> findings.add(finding(diagnostic,
                    diagnostic.severity() == Diagnostic.Severity.ERROR ? Severity.ERROR : Severity.REMARK)));
        }
        return findings;
    }

    private static Finding finding(Diagnostic diagnostic, Severity severity) {
        return new Finding(Check.DIAGNOSTIC, severity, diagnostic.code(), diagnostic.field(), diagnostic.value(), "",
                diagnostic.place(), diagnostic.problem());
    }
}
