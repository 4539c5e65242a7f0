package dev.hcpcs.lookup;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What one release says of one code or modifier: every field of CMS's record layout, as the release states it.
 *
 * <p>A blank field is an empty {@link Optional}, an empty list, or for the two descriptions an empty text. Texts have
 * their white space collapsed. A coded value that CMS has not documented is kept as it stands. The Javadoc of each field
 * gives its name in CMS's record layout and its position in the fixed-width text, inclusive.
 *
 * <p>A record states only CMS's last action; what was true before is the business of {@link CodeHistory}.
 */
public final class HcpcsRecord {

    /** How many {@link #fields} there are. */
    static final int FIELDS = 25;

    private final HcpcsCode code;
    private final int sequenceNumber;
    private final String longDescription;
    private final String shortDescription;
    private final List<CodedValue> pricingIndicators;
    private final @Nullable CodedValue multiplePricingIndicator;
    private final List<String> coverageIssuesManualReferences;
    private final List<String> medicareCarriersManualReferences;
    private final @Nullable String statute;
    private final List<CodedValue> labCertifications;
    private final List<String> crossReferences;
    private final @Nullable CodedValue coverage;
    private final @Nullable CodedValue ascPaymentGroup;
    private final @Nullable LocalDate ascEffectiveDate;
    private final @Nullable CodedValue mogPaymentGroup;
    private final @Nullable CodedValue mogPaymentPolicyIndicator;
    private final @Nullable LocalDate mogEffectiveDate;
    private final @Nullable String processingNote;
    private final @Nullable CodedValue betos;
    private final List<CodedValue> typesOfService;
    private final @Nullable Integer anesthesiaBaseUnits;
    private final @Nullable LocalDate addedDate;
    private final @Nullable LocalDate actionEffectiveDate;
    private final @Nullable LocalDate terminationDate;
    private final @Nullable CodedValue action;

    private HcpcsRecord(Builder builder) {
        code = builder.code;
        sequenceNumber = builder.sequenceNumber;
        longDescription = builder.longDescription;
        shortDescription = builder.shortDescription;
        pricingIndicators = builder.pricingIndicators;
        multiplePricingIndicator = builder.multiplePricingIndicator;
        coverageIssuesManualReferences = builder.coverageIssuesManualReferences;
        medicareCarriersManualReferences = builder.medicareCarriersManualReferences;
        statute = builder.statute;
        labCertifications = builder.labCertifications;
        crossReferences = builder.crossReferences;
        coverage = builder.coverage;
        ascPaymentGroup = builder.ascPaymentGroup;
        ascEffectiveDate = builder.ascEffectiveDate;
        mogPaymentGroup = builder.mogPaymentGroup;
        mogPaymentPolicyIndicator = builder.mogPaymentPolicyIndicator;
        mogEffectiveDate = builder.mogEffectiveDate;
        processingNote = builder.processingNote;
        betos = builder.betos;
        typesOfService = builder.typesOfService;
        anesthesiaBaseUnits = builder.anesthesiaBaseUnits;
        addedDate = builder.addedDate;
        actionEffectiveDate = builder.actionEffectiveDate;
        terminationDate = builder.terminationDate;
        action = builder.action;
    }

    /** The reverse of {@link #fields}; nothing is checked but the fields' types, and not those of lists' elements. */
    @SuppressWarnings("unchecked")
    HcpcsRecord(@Nullable Object[] fields) {
        code = (HcpcsCode) fields[0];
        sequenceNumber = (int) fields[1];
        longDescription = (String) fields[2];
        shortDescription = (String) fields[3];
        pricingIndicators = (List<CodedValue>) fields[4];
        multiplePricingIndicator = (CodedValue) fields[5];
        coverageIssuesManualReferences = (List<String>) fields[6];
        medicareCarriersManualReferences = (List<String>) fields[7];
        statute = (String) fields[8];
        labCertifications = (List<CodedValue>) fields[9];
        crossReferences = (List<String>) fields[10];
        coverage = (CodedValue) fields[11];
        ascPaymentGroup = (CodedValue) fields[12];
        ascEffectiveDate = (LocalDate) fields[13];
        mogPaymentGroup = (CodedValue) fields[14];
        mogPaymentPolicyIndicator = (CodedValue) fields[15];
        mogEffectiveDate = (LocalDate) fields[16];
        processingNote = (String) fields[17];
        betos = (CodedValue) fields[18];
        typesOfService = (List<CodedValue>) fields[19];
        anesthesiaBaseUnits = (Integer) fields[20];
        addedDate = (LocalDate) fields[21];
        actionEffectiveDate = (LocalDate) fields[22];
        terminationDate = (LocalDate) fields[23];
        action = (CodedValue) fields[24];
    }

    /** Begins a record of a code; every other field is blank until it is set. */
    public static Builder builder(HcpcsCode code) {
        return new Builder(code);
    }

    /** The procedure code (1-5) or modifier (4-5). */
    public HcpcsCode code() {
        return code;
    }

    /** HCPCS Sequence Number (6-10) of the record's first line, counted in hundreds; 0 where the release has none. */
    public int sequenceNumber() {
        return sequenceNumber;
    }

    /** HCPCS Long Description (12-91 of the first line and of every continuation), in one piece. */
    public String longDescription() {
        return longDescription;
    }

    /** HCPCS Short Description (92-119). */
    public String shortDescription() {
        return shortDescription;
    }

    /** HCPCS Pricing Indicator Code (120-127), up to four, in CMS's order. */
    public List<CodedValue> pricingIndicators() {
        return pricingIndicators;
    }

    /** HCPCS Multiple Pricing Indicator Code (128). */
    public Optional<CodedValue> multiplePricingIndicator() {
        return Optional.ofNullable(multiplePricingIndicator);
    }

    /** HCPCS Coverage Issues Manual (CIM) Reference Section Number (129-146), up to three, in CMS's order. */
    public List<String> coverageIssuesManualReferences() {
        return coverageIssuesManualReferences;
    }

    /** HCPCS Medicare Carriers Manual (MCM) Reference Section Number (147-170), up to three, in CMS's order. */
    public List<String> medicareCarriersManualReferences() {
        return medicareCarriersManualReferences;
    }

    /** HCPCS Statute Number (171-180). */
    public Optional<String> statute() {
        return Optional.ofNullable(statute);
    }

    /** HCPCS Lab Certification Code (181-204), up to eight, in CMS's order. */
    public List<CodedValue> labCertifications() {
        return labCertifications;
    }

    /**
     * HCPCS Cross Reference Code (205-229), up to five, in CMS's order: where a deleted code, or one that Medicare does
     * not accept, leads. May name CPT codes too, so these are texts.
     */
    public List<String> crossReferences() {
        return crossReferences;
    }

    /** HCPCS Coverage Code (230). */
    public Optional<CodedValue> coverage() {
        return Optional.ofNullable(coverage);
    }

    /** HCPCS ASC Payment Group Code (231-232), whatever its effective date; {@link #ascPaymentGroupOn} heeds the date. */
    public Optional<CodedValue> ascPaymentGroup() {
        return Optional.ofNullable(ascPaymentGroup);
    }

    /** HCPCS ASC Payment Group Effective Date (233-240): the first day in the payment group. */
    public Optional<LocalDate> ascEffectiveDate() {
        return Optional.ofNullable(ascEffectiveDate);
    }

    /** The ASC payment group on a date: none before the ASC effective date; a blank ASC effective date hides nothing. */
    public Optional<CodedValue> ascPaymentGroupOn(LocalDate date) {
        return ascEffectiveDate != null && date.isBefore(ascEffectiveDate) ? Optional.empty() : ascPaymentGroup();
    }

    /** HCPCS MOG (Medicare outpatient group) Payment Group Code (241-243). */
    public Optional<CodedValue> mogPaymentGroup() {
        return Optional.ofNullable(mogPaymentGroup);
    }

    /** HCPCS MOG Payment Policy Indicator (244). */
    public Optional<CodedValue> mogPaymentPolicyIndicator() {
        return Optional.ofNullable(mogPaymentPolicyIndicator);
    }

    /** HCPCS MOG Effective Date (245-252): the first day in the payment group. */
    public Optional<LocalDate> mogEffectiveDate() {
        return Optional.ofNullable(mogEffectiveDate);
    }

    /** HCPCS Processing Note Number (253-256), four digits. */
    public Optional<String> processingNote() {
        return Optional.ofNullable(processingNote);
    }

    /** HCPCS Berenson-Eggers Type Of Service Code (257-259). */
    public Optional<CodedValue> betos() {
        return Optional.ofNullable(betos);
    }

    /** HCPCS Type Of Service Code (261-265), up to five, in CMS's order. */
    public List<CodedValue> typesOfService() {
        return typesOfService;
    }

    /** HCPCS Anesthesia Base Unit Quantity (266-268), in base units. */
    public OptionalInt anesthesiaBaseUnits() {
        return anesthesiaBaseUnits == null ? OptionalInt.empty() : OptionalInt.of(anesthesiaBaseUnits);
    }

    /** HCPCS Code Added Date (269-276): the first day of the code, or of its present life. */
    public Optional<LocalDate> addedDate() {
        return Optional.ofNullable(addedDate);
    }

    /** HCPCS Action Effective Date (277-284): the day the last action took effect. May lie before the added date. */
    public Optional<LocalDate> actionEffectiveDate() {
        return Optional.ofNullable(actionEffectiveDate);
    }

    /** HCPCS Termination Date (285-292): the last day on which the code may be used, so inclusive. */
    public Optional<LocalDate> terminationDate() {
        return Optional.ofNullable(terminationDate);
    }

    /** HCPCS Action Code (293): what CMS last did to the record. */
    public Optional<CodedValue> action() {
        return Optional.ofNullable(action);
    }

    /** Every field, in the order of CMS's record layout; null where it is blank. */
    @Nullable Object[] fields() {
        return new @Nullable Object[] {code, sequenceNumber, longDescription, shortDescription, pricingIndicators,
            multiplePricingIndicator, coverageIssuesManualReferences, medicareCarriersManualReferences, statute,
            labCertifications, crossReferences, coverage, ascPaymentGroup, ascEffectiveDate, mogPaymentGroup,
            mogPaymentPolicyIndicator, mogEffectiveDate, processingNote, betos, typesOfService, anesthesiaBaseUnits,
            addedDate, actionEffectiveDate, terminationDate, action};
    }

    /** Equal in every field. */
    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof HcpcsRecord record && saysTheSame(record);
    }

    /** Without {@link #fields}: a load compares each record with that of the release before. */
    private boolean saysTheSame(HcpcsRecord other) {
        return code.equals(other.code)
                && sequenceNumber == other.sequenceNumber
                && longDescription.equals(other.longDescription)
                && shortDescription.equals(other.shortDescription)
                && pricingIndicators.equals(other.pricingIndicators)
                && Objects.equals(multiplePricingIndicator, other.multiplePricingIndicator)
                && coverageIssuesManualReferences.equals(other.coverageIssuesManualReferences)
                && medicareCarriersManualReferences.equals(other.medicareCarriersManualReferences)
                && Objects.equals(statute, other.statute)
                && labCertifications.equals(other.labCertifications)
                && crossReferences.equals(other.crossReferences)
                && Objects.equals(coverage, other.coverage)
                && Objects.equals(ascPaymentGroup, other.ascPaymentGroup)
                && Objects.equals(ascEffectiveDate, other.ascEffectiveDate)
                && Objects.equals(mogPaymentGroup, other.mogPaymentGroup)
                && Objects.equals(mogPaymentPolicyIndicator, other.mogPaymentPolicyIndicator)
                && Objects.equals(mogEffectiveDate, other.mogEffectiveDate)
                && Objects.equals(processingNote, other.processingNote)
                && Objects.equals(betos, other.betos)
                && typesOfService.equals(other.typesOfService)
                && Objects.equals(anesthesiaBaseUnits, other.anesthesiaBaseUnits)
                && Objects.equals(addedDate, other.addedDate)
                && Objects.equals(actionEffectiveDate, other.actionEffectiveDate)
                && Objects.equals(terminationDate, other.terminationDate)
                && Objects.equals(action, other.action);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(fields());
    }

    @Override
    public String toString() {
        return code + " " + shortDescription + " " + Arrays.toString(fields());
    }

    /**
     * Sets the fields of a record, or of one after the other. White space in texts is collapsed; a blank text is an absent value, and blank elements
     * of a list are left out. No method takes {@code null}.
     */
    public static final class Builder {

        private HcpcsCode code;
        private int sequenceNumber;
        private String longDescription = "";
        private String shortDescription = "";
        private List<CodedValue> pricingIndicators = List.of();
        private @Nullable CodedValue multiplePricingIndicator;
        private List<String> coverageIssuesManualReferences = List.of();
        private List<String> medicareCarriersManualReferences = List.of();
        private @Nullable String statute;
        private List<CodedValue> labCertifications = List.of();
        private List<String> crossReferences = List.of();
        private @Nullable CodedValue coverage;
        private @Nullable CodedValue ascPaymentGroup;
        private @Nullable LocalDate ascEffectiveDate;
        private @Nullable CodedValue mogPaymentGroup;
        private @Nullable CodedValue mogPaymentPolicyIndicator;
        private @Nullable LocalDate mogEffectiveDate;
        private @Nullable String processingNote;
        private @Nullable CodedValue betos;
        private List<CodedValue> typesOfService = List.of();
        private @Nullable Integer anesthesiaBaseUnits;
        private @Nullable LocalDate addedDate;
        private @Nullable LocalDate actionEffectiveDate;
        private @Nullable LocalDate terminationDate;
        private @Nullable CodedValue action;

        private Builder(HcpcsCode code) {
            this.code = requireNonNull(code, "code");
        }

        /**
         * Goes on with another code. Every field, the descriptions among them, stays as it is until it is set again; the records
         * built before do not change.
         */
        public Builder code(HcpcsCode other) {
            code = requireNonNull(other, "code");
            return this;
        }

        /** @see HcpcsRecord#sequenceNumber() */
        public Builder sequenceNumber(int number) {
            sequenceNumber = number;
            return this;
        }

        /** @see HcpcsRecord#longDescription() */
        public Builder longDescription(String text) {
            longDescription = collapse(text);
            return this;
        }

        /** @see HcpcsRecord#shortDescription() */
        public Builder shortDescription(String text) {
            shortDescription = collapse(text);
            return this;
        }

        /** @see HcpcsRecord#pricingIndicators() */
        public Builder pricingIndicators(List<String> codes) {
            pricingIndicators = values(CodedField.PRICING_INDICATOR, codes);
            return this;
        }

        /** @see HcpcsRecord#multiplePricingIndicator() */
        public Builder multiplePricingIndicator(String indicator) {
            multiplePricingIndicator = value(CodedField.MULTIPLE_PRICING_INDICATOR, indicator);
            return this;
        }

        /** @see HcpcsRecord#coverageIssuesManualReferences() */
        public Builder coverageIssuesManualReferences(List<String> sections) {
            coverageIssuesManualReferences = stated(sections);
            return this;
        }

        /** @see HcpcsRecord#medicareCarriersManualReferences() */
        public Builder medicareCarriersManualReferences(List<String> sections) {
            medicareCarriersManualReferences = stated(sections);
            return this;
        }

        /** @see HcpcsRecord#statute() */
        public Builder statute(String number) {
            statute = orNull(number);
            return this;
        }

        /** @see HcpcsRecord#labCertifications() */
        public Builder labCertifications(List<String> codes) {
            labCertifications = values(CodedField.LAB_CERTIFICATION, codes);
            return this;
        }

        /** @see HcpcsRecord#crossReferences() */
        public Builder crossReferences(List<String> codes) {
            crossReferences = stated(codes);
            return this;
        }

        /** @see HcpcsRecord#coverage() */
        public Builder coverage(String letter) {
            coverage = value(CodedField.COVERAGE, letter);
            return this;
        }

        /** @see HcpcsRecord#ascPaymentGroup() */
        public Builder ascPaymentGroup(String group) {
            ascPaymentGroup = value(CodedField.ASC_PAYMENT_GROUP, group);
            return this;
        }

        /** @see HcpcsRecord#ascEffectiveDate() */
        public Builder ascEffectiveDate(Optional<LocalDate> date) {
            ascEffectiveDate = date.orElse(null);
            return this;
        }

        /** @see HcpcsRecord#mogPaymentGroup() */
        public Builder mogPaymentGroup(String group) {
            mogPaymentGroup = value(CodedField.MOG_PAYMENT_GROUP, group);
            return this;
        }

        /** @see HcpcsRecord#mogPaymentPolicyIndicator() */
        public Builder mogPaymentPolicyIndicator(String indicator) {
            mogPaymentPolicyIndicator = value(CodedField.MOG_PAYMENT_POLICY_INDICATOR, indicator);
            return this;
        }

        /** @see HcpcsRecord#mogEffectiveDate() */
        public Builder mogEffectiveDate(Optional<LocalDate> date) {
            mogEffectiveDate = date.orElse(null);
            return this;
        }

        /** @see HcpcsRecord#processingNote() */
        public Builder processingNote(String number) {
            processingNote = orNull(number);
            return this;
        }

        /** @see HcpcsRecord#betos() */
        public Builder betos(String group) {
            betos = value(CodedField.BETOS, group);
            return this;
        }

        /** @see HcpcsRecord#typesOfService() */
        public Builder typesOfService(List<String> types) {
            typesOfService = values(CodedField.TYPE_OF_SERVICE, types);
            return this;
        }

        /** @see HcpcsRecord#anesthesiaBaseUnits() */
        public Builder anesthesiaBaseUnits(OptionalInt units) {
            anesthesiaBaseUnits = units.isPresent() ? units.getAsInt() : null;
            return this;
        }

        /** @see HcpcsRecord#addedDate() */
        public Builder addedDate(Optional<LocalDate> date) {
            addedDate = date.orElse(null);
            return this;
        }

        /** @see HcpcsRecord#actionEffectiveDate() */
        public Builder actionEffectiveDate(Optional<LocalDate> date) {
            actionEffectiveDate = date.orElse(null);
            return this;
        }

        /** @see HcpcsRecord#terminationDate() */
        public Builder terminationDate(Optional<LocalDate> date) {
            terminationDate = date.orElse(null);
            return this;
        }

        /** @see HcpcsRecord#action() */
        public Builder action(String letter) {
            action = value(CodedField.ACTION, letter);
            return this;
        }

        /** The record as set so far. */
        public HcpcsRecord build() {
            return new HcpcsRecord(this);
        }

        private static List<String> stated(List<String> values) {
            List<String> stated = new ArrayList<>(values.size());
            for (String value : values) {
                String collapsed = collapse(value);
                if (!collapsed.isEmpty()) {
                    stated.add(collapsed);
                }
            }
            return List.copyOf(stated);
        }

        private static List<CodedValue> values(CodedField field, List<String> codes) {
            List<String> stated = stated(codes);
            CodedValue[] values = new CodedValue[stated.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = new CodedValue(field, stated.get(i));
            }
            return List.of(values);
        }

        private static @Nullable CodedValue value(CodedField field, String code) {
            String collapsed = collapse(code);
            return collapsed.isEmpty() ? null : new CodedValue(field, collapsed);
        }

        private static @Nullable String orNull(String value) {
            String collapsed = collapse(value);
            return collapsed.isEmpty() ? null : collapsed;
        }

        /** Each run of white space, non-breaking spaces among it, becomes one blank; none at the ends. */
        private static String collapse(String text) {
            int begin = 0;
            int end = text.length();
            while (begin < end && isWhite(text.charAt(begin))) {
                begin++;
            }
            while (begin < end && isWhite(text.charAt(end - 1))) {
                end--;
            }
            StringBuilder collapsed = null;
            int copied = begin;
            for (int i = begin; i < end; i++) {
                char c = text.charAt(i);
                // Few texts need a copy: those with another white character than a blank, or with several in a row.
                if (isWhite(c) && (c != ' ' || isWhite(text.charAt(i + 1)))) {
                    collapsed = collapsed == null ? new StringBuilder(end - begin) : collapsed;
                    collapsed.append(text, copied, i).append(' ');
                    while (isWhite(text.charAt(i + 1))) {
                        i++;
                    }
                    copied = i + 1;
                }
            }
            return collapsed == null ? text.substring(begin, end) : collapsed.append(text, copied, end).toString();
        }

        private static boolean isWhite(char c) {
            return c <= ' ' || c >= 0x80 && Character.isSpaceChar(c);
        }
    }
}
