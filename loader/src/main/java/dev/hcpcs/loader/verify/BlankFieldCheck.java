package dev.hcpcs.loader.verify;

import dev.hcpcs.lookup.HcpcsRecord;
import dev.hcpcs.lookup.RecordField;
import dev.hcpcs.lookup.ReleaseContent;
import java.util.List;

/** Finds blank fields that CMS fills in every record: what stood there was lost. */
final class BlankFieldCheck {

    private static final List<RecordField> OF_EVERY_RECORD = List.of(RecordField.LONG_DESCRIPTION,
            RecordField.SHORT_DESCRIPTION, RecordField.COVERAGE, RecordField.ADDED_DATE, RecordField.ACTION);
    private static final List<RecordField> OF_PROCEDURES = List.of(RecordField.PRICING_INDICATORS,
            RecordField.MULTIPLE_PRICING_INDICATOR, RecordField.BETOS, RecordField.TYPES_OF_SERVICE);

    private BlankFieldCheck() {
    }

    static void check(ReleaseContent release, Findings findings) {
        for (HcpcsRecord record : release.records()) {
            checkFilled(record, OF_EVERY_RECORD, findings);
            if (!record.code().isModifier()) {
                checkFilled(record, OF_PROCEDURES, findings);
            }
            if (record.actionEffectiveDate().isEmpty()) {
                boolean maintained = record.action().filter(action -> !action.code().equals("N")).isPresent();
                findings.remark(record, RecordField.ACTION_EFFECTIVE_DATE, maintained
                        ? "left blank, so that nothing tells when the last action took effect" : "left blank");
            }
        }
    }

    private static void checkFilled(HcpcsRecord record, List<RecordField> fields, Findings findings) {
        fields.stream().filter(field -> field.values(record).isEmpty())
                .forEach(field -> findings.error(record, field, "left blank"));
    }
}
