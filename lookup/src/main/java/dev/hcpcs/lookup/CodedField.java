package dev.hcpcs.lookup;

/**
 * The fields of a record whose values are codes that CMS's record layout explains.
 *
 * <p>Their order is part of the snapshot's format.
 */
public enum CodedField {
    /** How a price is arrived at; two digits. */
    PRICING_INDICATOR("pricing indicator", RecordField.PRICING_INDICATORS),
    /** Whether a procedure is priced under more than one method; one character. */
    MULTIPLE_PRICING_INDICATOR("multiple pricing indicator", RecordField.MULTIPLE_PRICING_INDICATOR),
    /** Specialty a laboratory must be certified in; three digits. */
    LAB_CERTIFICATION("lab certification", RecordField.LAB_CERTIFICATIONS),
    /** Medicare coverage; one letter. */
    COVERAGE("coverage", RecordField.COVERAGE),
    /** Payment group in an ambulatory surgical center (ASC); two characters. */
    ASC_PAYMENT_GROUP("ASC payment group", RecordField.ASC_PAYMENT_GROUP),
    /** Medicare outpatient group (MOG); three digits. */
    MOG_PAYMENT_GROUP("MOG payment group", RecordField.MOG_PAYMENT_GROUP),
    /** How a Medicare outpatient group (MOG) is paid; one digit. */
    MOG_PAYMENT_POLICY_INDICATOR("MOG payment policy indicator", RecordField.MOG_PAYMENT_POLICY_INDICATOR),
    /** Berenson-Eggers type of service; two or three characters. */
    BETOS("BETOS", RecordField.BETOS),
    /** CMS type of service; one character. */
    TYPE_OF_SERVICE("type of service", RecordField.TYPES_OF_SERVICE),
    /** What CMS last did to the record; one letter. */
    ACTION("action", RecordField.ACTION);

    private final String title;
    private final RecordField recordField;

    CodedField(String title, RecordField recordField) {
        this.title = title;
        this.recordField = recordField;
    }

    /** The field's name as people write it, for example {@code type of service}. */
    public String title() {
        return title;
    }

    /** The field of a record that holds such values. */
    public RecordField recordField() {
        return recordField;
    }
}
