package dev.hcpcs.loader.verify;

import dev.hcpcs.loader.TransactionReport;
import dev.hcpcs.loader.verify.Finding.Severity;
import dev.hcpcs.lookup.CodedField;
import dev.hcpcs.lookup.CodedValue;
import dev.hcpcs.lookup.HcpcsRecord;
import dev.hcpcs.lookup.RecordField;
import dev.hcpcs.lookup.ReleaseContent;

/** Holds the action of every record against the transaction report, which lists every code of its release. */
final class ActionCheck {

    private ActionCheck() {
    }

    static void check(ReleaseContent release, TransactionReport report, Findings findings) {
        for (HcpcsRecord record : release.records()) {
            String reported = report.actions().get(record.code());
            if (reported == null) {
                findings.remark(record, RecordField.ACTION, "left out by the transaction report, which misses the code");
            } else if (!reported.equals(RecordField.ACTION.text(record))) {
                boolean understood = new CodedValue(CodedField.ACTION, reported).label().isPresent();
                findings.add(understood ? Severity.ERROR : Severity.REMARK, record, RecordField.ACTION, reported,
                        understood ? "not the same in the transaction report"
                                : "told by the transaction report in words that stand for no action");
            }
        }
        report.actions().keySet().stream().filter(code -> release.find(code).isEmpty()).forEach(code ->
                findings.error(code, report.file(), "the code is in the transaction report, and its record is missing"));
    }
}
