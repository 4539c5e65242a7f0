package dev.hcpcs.loader.verify;

import dev.hcpcs.loader.verify.Finding.Severity;
import dev.hcpcs.lookup.HcpcsCode;
import dev.hcpcs.lookup.HcpcsRecord;
import dev.hcpcs.lookup.InvalidCodeException;
import dev.hcpcs.lookup.ReleaseContent;
import java.util.Optional;

/** Follows the cross references of every record. */
final class CrossReferenceCheck {

    /** What CMS writes for "see CPT" (P7001). */
    private static final String CPT = "CPT";

    private final ReleaseContent release;
    private final Findings findings;

    private CrossReferenceCheck(ReleaseContent release, Findings findings) {
        this.release = release;
        this.findings = findings;
    }

    static void check(ReleaseContent release, Findings findings) {
        CrossReferenceCheck check = new CrossReferenceCheck(release, findings);
        for (HcpcsRecord record : release.records()) {
            record.crossReferences().forEach(reference -> check.follow(record, reference));
        }
    }

    private void follow(HcpcsRecord record, String reference) {
        try {
            HcpcsCode code = HcpcsCode.parse(reference);
            Optional<HcpcsRecord> target = release.find(code);
            if (code.equals(record.code())) {
                add(Severity.REMARK, record, reference, "leads to the code itself");
            } else if (target.isEmpty()) {
                add(Severity.REMARK, record, reference,
                        "leads to no record of the release: CMS drops codes some years after their end");
            } else if (target.get().terminationDate().isPresent()) {
                add(Severity.REMARK, record, reference, "leads to a code that was terminated");
            }
        } catch (InvalidCodeException e) {
            if (e.reason() == InvalidCodeException.Reason.MALFORMED && !reference.equals(CPT)) {
                add(Severity.ERROR, record, reference, "is no code");
            } else {
                add(Severity.REMARK, record, reference, "leads to a CPT or dental code, which no release carries");
            }
        }
    }

    private void add(Severity severity, HcpcsRecord record, String reference, String message) {
        findings.add(severity, record, "cross reference", reference, message);
    }
}
