package dev.hcpcs.loader.verify;

import dev.hcpcs.loader.ReadFile;
import dev.hcpcs.loader.verify.Finding.Severity;
import dev.hcpcs.lookup.HcpcsCode;
import dev.hcpcs.lookup.HcpcsRecord;
import dev.hcpcs.lookup.RecordField;
import dev.hcpcs.lookup.ReleaseContent;
import java.util.Map;
import java.util.TreeMap;

/** Holds every field of every record against another format of the same release. */
final class FormatCheck {

    private final String name;
    private final Findings findings;

    private FormatCheck(ReadFile other, Findings findings) {
        this.name = other.release().name();
        this.findings = findings;
    }

    static void check(ReleaseContent release, ReadFile other, Findings findings) {
        FormatCheck check = new FormatCheck(other, findings);
        Map<HcpcsCode, HcpcsRecord> inOther = new TreeMap<>();
        other.records().forEach(record -> inOther.put(record.code(), record));
        for (HcpcsRecord record : release.records()) {
            HcpcsRecord same = inOther.remove(record.code());
            if (same == null) {
                findings.error(record, "the record is not in " + check.name);
            } else if (!same.equals(record)) {
                check.compare(record, same);
            }
        }
        inOther.keySet().forEach(code -> findings.error(code, other.place(code), "the record is in " + check.name + " only"));
    }

    private void compare(HcpcsRecord record, HcpcsRecord same) {
        for (RecordField field : RecordField.values()) {
            if (field.values(record).equals(field.values(same))) {
                continue;
            }
            String against = field.text(same);
            // CMS's workbooks lose the old ones of these dates; the text has them.
            boolean lostByWorkbook = field == RecordField.ACTION_EFFECTIVE_DATE && against.isEmpty();
            boolean written = field == RecordField.SEQUENCE_NUMBER || field.isSame(record, same);
            findings.add(lostByWorkbook || written ? Severity.REMARK : Severity.ERROR, record, field, against,
                    (written ? "written otherwise in " : against.isEmpty() ? "left blank in " : "not the same in ") + name);
        }
    }
}
