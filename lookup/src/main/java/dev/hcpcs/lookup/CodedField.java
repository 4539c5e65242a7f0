package dev.hcpcs.lookup;

/**
 * The fields of a record whose values are codes that CMS's record layout explains.
 *
 * <p>Their order is part of the snapshot's format.
 */
public enum CodedField {
    /** How a price is arrived at; two digits. */
    PRICING_INDICATOR("pricing indicator"),
    /** Whether a procedure is priced under more than one method; one character. */
    MULTIPLE_PRICING_INDICATOR("multiple pricing indicator"),
    /** Specialty a laboratory must be certified in; three digits. */
    LAB_CERTIFICATION("lab certification"),
    /** Medicare coverage; one letter. */
    COVERAGE("coverage"),
    /** Payment group in an ambulatory surgical center (ASC); two characters. */
    ASC_PAYMENT_GROUP("ASC payment group"),
    /** Medicare outpatient group (MOG); three digits. */
    MOG_PAYMENT_GROUP("MOG payment group"),
    /** How a Medicare outpatient group (MOG) is paid; one digit. */
    MOG_PAYMENT_POLICY_INDICATOR("MOG payment policy indicator"),
    /** Berenson-Eggers type of service; two or three characters. */
    BETOS("BETOS"),
    /** CMS type of service; one character. */
    TYPE_OF_SERVICE("type of service"),
    /** What CMS last did to the record; one letter. */
    ACTION("action");

    private final String title;

    CodedField(String title) {
        this.title = title;
    }

    /** The field's name as people write it, for example {@code type of service}. */
    public String title() {
        return title;
    }
}
