package dev.hcpcs.loader.verify;

import dev.hcpcs.loader.ReadFile;
import dev.hcpcs.loader.verify.Finding.Severity;
import dev.hcpcs.lookup.HcpcsCode;
import dev.hcpcs.lookup.HcpcsRecord;
import dev.hcpcs.lookup.RecordField;
import java.util.ArrayList;
import java.util.List;

/** Collects what one check finds in the records of a release. */
final class Findings {

    private final Check check;
    private final ReadFile file;
    private final List<Finding> all = new ArrayList<>();

    Findings(Check check, ReadFile file) {
        this.check = check;
        this.file = file;
    }

    void error(HcpcsRecord record, RecordField field, String message) {
        add(Severity.ERROR, record, field, "", message);
    }

    void remark(HcpcsRecord record, RecordField field, String message) {
        add(Severity.REMARK, record, field, "", message);
    }

    /** @param against what the field's value contradicts */
    void add(Severity severity, HcpcsRecord record, RecordField field, String against, String message) {
        add(severity, record, field.title(), field.text(record), against, message);
    }

    /** @param field the name of one of the field's values, which is what is wrong */
    void add(Severity severity, HcpcsRecord record, String field, String value, String message) {
        add(severity, record, field, value, "", message);
    }

    private void add(Severity severity, HcpcsRecord record, String field, String value, String against, String message) {
        all.add(new Finding(check, severity, record.code().value(), field, value, against, file.place(record.code()), message));
    }

    /** The record as a whole is what is wrong. */
    void error(HcpcsRecord record, String message) {
        error(record.code(), file.place(record.code()), message);
    }

    /** That the release has no record of the code is what is wrong. */
    void error(HcpcsCode code, String place, String message) {
        all.add(new Finding(check, Severity.ERROR, code.value(), "", "", "", place, message));
    }

    List<Finding> all() {
        return all;
    }
}
