package dev.hcpcs.loader.export;

import dev.hcpcs.lookup.RecordField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A property of concepts, as the code system declares it.
 *
 * @param code        its name
 * @param uri         what it is, across code systems
 * @param description for people
 * @param type        of its values
 */
record ConceptProperty(String code, String uri, String description, Type type) {

    /** The type of a property's values. */
    enum Type {
        /** One that HL7 lists, or a concept of the same code system. */
        CODE("code", "valueCode"),
        STRING("string", "valueString"),
        DATE_TIME("dateTime", "valueDateTime"),
        INTEGER("integer", "valueInteger"),
        BOOLEAN("boolean", "valueBoolean"),
        /** A code of one of CMS's code tables. */
        CODING("Coding", "valueCoding");

        /** Its name in a declaration. */
        final String key;
        /** The name of a value. */
        final String valueKey;

        Type(String key, String valueKey) {
            this.key = key;
            this.valueKey = valueKey;
        }
    }

    /** Where what this project names by itself is at home; it need not lead anywhere. */
    static final String OWN = "https://hcpcs.dev/fhir/";

    static final ConceptProperty STATUS = hl7("status", Type.CODE, "'retired' where the code's last day lies before the release's"
            + " effective date, else 'active'");
    static final ConceptProperty INACTIVE = hl7("inactive", Type.BOOLEAN, "Whether the status is 'retired'");
    static final ConceptProperty EFFECTIVE_DATE = hl7("effectiveDate", Type.DATE_TIME, "First day of the status: of a retired"
            + " code the retirement date, else the day on which the release says that it was reactivated or added");
    private static final ConceptProperty DEPRECATION_DATE = hl7("deprecationDate", Type.DATE_TIME, "Never given: HCPCS has no"
            + " codes that may be used but should not be");
    static final ConceptProperty RETIREMENT_DATE = hl7("retirementDate", Type.DATE_TIME, "First day on which the code may no"
            + " longer be used: the day after the termination date. May lie ahead");
    static final ConceptProperty REPLACED_BY_CODE = own("replacedByCode", Type.CODE, "Where a terminated code leads: those of its"
            + " cross references that are codes of this release, and that as what they were then");
    static final ConceptProperty KIND = own("kind", Type.STRING, "'procedure' or 'modifier'");

    private static final Set<RecordField> TEXTS = EnumSet.of(RecordField.CROSS_REFERENCES,
            RecordField.COVERAGE_ISSUES_MANUAL_REFERENCES, RecordField.MEDICARE_CARRIERS_MANUAL_REFERENCES,
            RecordField.STATUTE, RecordField.PROCESSING_NOTE);

    /** The fields of a record that are properties: all but the descriptions. */
    static final List<RecordField> FIELDS = Arrays.stream(RecordField.values())
            .filter(field -> field != RecordField.LONG_DESCRIPTION && field != RecordField.SHORT_DESCRIPTION).toList();

    /** Every property that a concept may have. */
    static List<ConceptProperty> all() {
        List<ConceptProperty> all = new ArrayList<>(List.of(STATUS, INACTIVE, EFFECTIVE_DATE, DEPRECATION_DATE, RETIREMENT_DATE,
                REPLACED_BY_CODE, KIND));
        FIELDS.forEach(field -> all.add(of(field)));
        return all;
    }

    /** That of a field of CMS's, as a release states it. */
    static ConceptProperty of(RecordField field) {
        return own(field.key(), switch (RecordColumns.type(field)) {
            case DATE -> Type.DATE_TIME;
            case NUMBER -> Type.INTEGER;
            case FLAG -> Type.BOOLEAN;
            case TEXT, TEXTS -> TEXTS.contains(field) ? Type.STRING : Type.CODING;
        }, "CMS's " + field.title() + (field == RecordField.TERMINATION_DATE ? ": the last day of use" : ""));
    }

    private static ConceptProperty hl7(String code, Type type, String description) {
        return new ConceptProperty(code, "http://hl7.org/fhir/concept-properties#" + code, description, type);
    }

    private static ConceptProperty own(String code, Type type, String description) {
        return new ConceptProperty(code, OWN + "concept-properties#" + code, description, type);
    }
}
