package dev.hcpcs.lookup;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The fields of a record, in the order people read them, to show and compare records field by field.
 *
 * <p>Most fields are <em>content</em>: where one of them changes, the code has a new version. The dates of its life, the
 * action and the sequence number are not.
 */
public enum RecordField {
    /** {@link HcpcsRecord#longDescription}. */
    LONG_DESCRIPTION("long description", "longDescription", HcpcsRecord::longDescription),
    /** {@link HcpcsRecord#shortDescription}. */
    SHORT_DESCRIPTION("short description", "shortDescription", HcpcsRecord::shortDescription),
    /** {@link HcpcsRecord#pricingIndicators}. */
    PRICING_INDICATORS("pricing indicators", "pricingIndicators", HcpcsRecord::pricingIndicators),
    /** {@link HcpcsRecord#multiplePricingIndicator}. */
    MULTIPLE_PRICING_INDICATOR("multiple pricing indicator", "multiplePricingIndicator",
            HcpcsRecord::multiplePricingIndicator),
    /** {@link HcpcsRecord#coverage}. */
    COVERAGE("coverage", "coverage", HcpcsRecord::coverage),
    /** {@link HcpcsRecord#betos}. */
    BETOS("BETOS", "betos", HcpcsRecord::betos),
    /** {@link HcpcsRecord#typesOfService}. */
    TYPES_OF_SERVICE("types of service", "typesOfService", HcpcsRecord::typesOfService),
    /** {@link HcpcsRecord#ascPaymentGroup}. */
    ASC_PAYMENT_GROUP("ASC payment group", "ascPaymentGroup", HcpcsRecord::ascPaymentGroup),
    /** {@link HcpcsRecord#ascEffectiveDate}. */
    ASC_EFFECTIVE_DATE("ASC effective date", "ascEffectiveDate", HcpcsRecord::ascEffectiveDate),
    /** {@link HcpcsRecord#mogPaymentGroup}. */
    MOG_PAYMENT_GROUP("MOG payment group", "mogPaymentGroup", HcpcsRecord::mogPaymentGroup),
    /** {@link HcpcsRecord#mogPaymentPolicyIndicator}. */
    MOG_PAYMENT_POLICY_INDICATOR("MOG payment policy indicator", "mogPaymentPolicyIndicator",
            HcpcsRecord::mogPaymentPolicyIndicator),
    /** {@link HcpcsRecord#mogEffectiveDate}. */
    MOG_EFFECTIVE_DATE("MOG effective date", "mogEffectiveDate", HcpcsRecord::mogEffectiveDate),
    /** {@link HcpcsRecord#crossReferences}. */
    CROSS_REFERENCES("cross references", "crossReferences", HcpcsRecord::crossReferences),
    /** {@link HcpcsRecord#coverageIssuesManualReferences}. */
    COVERAGE_ISSUES_MANUAL_REFERENCES("CIM references", "coverageIssuesManualReferences",
            HcpcsRecord::coverageIssuesManualReferences),
    /** {@link HcpcsRecord#medicareCarriersManualReferences}. */
    MEDICARE_CARRIERS_MANUAL_REFERENCES("MCM references", "medicareCarriersManualReferences",
            HcpcsRecord::medicareCarriersManualReferences),
    /** {@link HcpcsRecord#statute}. */
    STATUTE("statute", "statute", HcpcsRecord::statute),
    /** {@link HcpcsRecord#labCertifications}. */
    LAB_CERTIFICATIONS("lab certifications", "labCertifications", HcpcsRecord::labCertifications),
    /** {@link HcpcsRecord#processingNote}. */
    PROCESSING_NOTE("processing note", "processingNote", HcpcsRecord::processingNote),
    /** {@link HcpcsRecord#anesthesiaBaseUnits}; blank and zero make no difference to a comparison. */
    ANESTHESIA_BASE_UNITS("anesthesia base units", "anesthesiaBaseUnits", HcpcsRecord::anesthesiaBaseUnits),
    /** {@link HcpcsRecord#sequenceNumber}; not content. */
    SEQUENCE_NUMBER("sequence number", "sequenceNumber", HcpcsRecord::sequenceNumber, false),
    /** {@link HcpcsRecord#addedDate}; not content. */
    ADDED_DATE("added date", "addedDate", HcpcsRecord::addedDate, false),
    /** {@link HcpcsRecord#actionEffectiveDate}; not content. */
    ACTION_EFFECTIVE_DATE("action effective date", "actionEffectiveDate", HcpcsRecord::actionEffectiveDate, false),
    /** {@link HcpcsRecord#terminationDate}; not content. */
    TERMINATION_DATE("termination date", "terminationDate", HcpcsRecord::terminationDate, false),
    /** {@link HcpcsRecord#action}; not content. */
    ACTION("action", "action", HcpcsRecord::action, false);

    private static final List<RecordField> ALL = List.of(values());
    private static final List<RecordField> CONTENT = ALL.stream().filter(RecordField::isContent).toList();

    private final String title;
    private final String key;
    private final Function<HcpcsRecord, Object> value;
    private final boolean content;

    RecordField(String title, String key, Function<HcpcsRecord, Object> value) {
        this(title, key, value, true);
    }

    RecordField(String title, String key, Function<HcpcsRecord, Object> value, boolean content) {
        this.title = title;
        this.key = key;
        this.value = value;
        this.content = content;
    }

    /** Its name for people, for example {@code types of service}. */
    public String title() {
        return title;
    }

    /** Its name for programs, that of the method of {@link HcpcsRecord}, for example {@code typesOfService}. */
    public String key() {
        return key;
    }

    /** Whether another value makes another version of a code. */
    public boolean isContent() {
        return content;
    }

    /** Whether the field may hold several values. */
    public boolean isList() {
        return this == PRICING_INDICATORS || this == TYPES_OF_SERVICE || this == CROSS_REFERENCES
                || this == COVERAGE_ISSUES_MANUAL_REFERENCES || this == MEDICARE_CARRIERS_MANUAL_REFERENCES
                || this == LAB_CERTIFICATIONS;
    }

    /**
     * The field's values in a record, in CMS's order: {@link CodedValue}, {@link String}, {@link java.time.LocalDate} or
     * {@link Integer}. Empty where the field is blank.
     */
    public List<?> values(HcpcsRecord record) {
        Object held = value.apply(record);
        if (held instanceof List<?> list) {
            return list;
        }
        if (held instanceof Optional<?> optional) {
            return optional.stream().toList();
        }
        if (held instanceof OptionalInt number) {
            return number.stream().boxed().toList();
        }
        return held.equals("") ? List.of() : List.of(held);
    }

    /** The field's values in a record as one text, separated by one blank; empty where the field is blank. */
    public String text(HcpcsRecord record) {
        return String.join(" ", values(record).stream().map(Object::toString).toList());
    }

    /**
     * Whether two records say the same here. Letter case makes no difference, nor does the amount of white space, which
     * records hold collapsed: CMS changed the style of its files, and a code does not become another by that.
     */
    public boolean isSame(HcpcsRecord one, HcpcsRecord other) {
        if (this == ANESTHESIA_BASE_UNITS) {
            return one.anesthesiaBaseUnits().orElse(0) == other.anesthesiaBaseUnits().orElse(0);
        }
        List<?> a = values(one);
        List<?> b = values(other);
        return a.equals(b) || a.size() == b.size() && IntStream.range(0, a.size())
                .allMatch(i -> a.get(i).toString().equalsIgnoreCase(b.get(i).toString()));
    }

    /** The fields, content or not, in which two records do not say the {@linkplain #isSame same}; in order, empty where none. */
    public static List<RecordField> differing(HcpcsRecord one, HcpcsRecord other) {
        return one.equals(other) ? List.of() : ALL.stream().filter(field -> !field.isSame(one, other)).toList();
    }

    /** Whether two records say the same in every content field. */
    static boolean sameContent(HcpcsRecord one, HcpcsRecord other) {
        return one.equals(other) || CONTENT.stream().allMatch(field -> field.isSame(one, other));
    }
}
