package dev.hcpcs.loader.verify;

import dev.hcpcs.loader.verify.Finding.Severity;
import dev.hcpcs.lookup.CodedValue;
import dev.hcpcs.lookup.HcpcsRecord;
import dev.hcpcs.lookup.RecordField;
import dev.hcpcs.lookup.ReleaseContent;

/** Finds values of coded fields that the record layout does not explain: a new one of CMS's, or a piece of something else. */
final class UnknownValueCheck {

    private UnknownValueCheck() {
    }

    static void check(ReleaseContent release, Findings findings) {
        for (HcpcsRecord record : release.records()) {
            for (RecordField field : RecordField.values()) {
                for (Object value : field.values(record)) {
                    if (value instanceof CodedValue coded && coded.label().isEmpty()) {
                        findings.add(Severity.ERROR, record, coded.field().title(), coded.code(),
                                "is no value that CMS's record layout explains");
                    }
                }
            }
        }
    }
}
