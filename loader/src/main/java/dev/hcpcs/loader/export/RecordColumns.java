package dev.hcpcs.loader.export;

import dev.hcpcs.loader.export.Column.Type;
import dev.hcpcs.lookup.HcpcsRecord;
import dev.hcpcs.lookup.RecordField;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The columns of a record's fields: first those that {@code hcpcs check} has, named and ordered as there. */
final class RecordColumns {

    private static final Map<RecordField, String> NAMES = new LinkedHashMap<>();
    private static final Set<RecordField> DATES = EnumSet.of(RecordField.ASC_EFFECTIVE_DATE, RecordField.MOG_EFFECTIVE_DATE,
            RecordField.ADDED_DATE, RecordField.ACTION_EFFECTIVE_DATE, RecordField.TERMINATION_DATE);
    private static final Set<RecordField> NUMBERS = EnumSet.of(RecordField.ANESTHESIA_BASE_UNITS, RecordField.SEQUENCE_NUMBER);

    static {
        NAMES.put(RecordField.SHORT_DESCRIPTION, "short_description");
        NAMES.put(RecordField.PRICING_INDICATORS, "pricing_indicators");
        NAMES.put(RecordField.MULTIPLE_PRICING_INDICATOR, "multiple_pricing");
        NAMES.put(RecordField.COVERAGE, "coverage");
        NAMES.put(RecordField.BETOS, "betos");
        NAMES.put(RecordField.TYPES_OF_SERVICE, "type_of_service");
        NAMES.put(RecordField.ASC_PAYMENT_GROUP, "asc_group");
        NAMES.put(RecordField.ADDED_DATE, "added");
        NAMES.put(RecordField.ACTION_EFFECTIVE_DATE, "action_effective");
        NAMES.put(RecordField.TERMINATION_DATE, "terminated");
        NAMES.put(RecordField.ACTION, "action_code");

        NAMES.put(RecordField.LONG_DESCRIPTION, "long_description");
        NAMES.put(RecordField.ASC_EFFECTIVE_DATE, "asc_effective");
        NAMES.put(RecordField.MOG_PAYMENT_GROUP, "mog_group");
        NAMES.put(RecordField.MOG_PAYMENT_POLICY_INDICATOR, "mog_policy_indicator");
        NAMES.put(RecordField.MOG_EFFECTIVE_DATE, "mog_effective");
        NAMES.put(RecordField.CROSS_REFERENCES, "cross_references");
        NAMES.put(RecordField.COVERAGE_ISSUES_MANUAL_REFERENCES, "cim_references");
        NAMES.put(RecordField.MEDICARE_CARRIERS_MANUAL_REFERENCES, "mcm_references");
        NAMES.put(RecordField.STATUTE, "statute");
        NAMES.put(RecordField.LAB_CERTIFICATIONS, "lab_certifications");
        NAMES.put(RecordField.PROCESSING_NOTE, "processing_note");
        NAMES.put(RecordField.ANESTHESIA_BASE_UNITS, "anesthesia_base_units");
        NAMES.put(RecordField.SEQUENCE_NUMBER, "sequence_number");
    }

    private RecordColumns() {
    }

    /** The fields as a release states them. */
    static List<Column<HcpcsRecord>> asStated() {
        return columns((record, field) -> field.values(record));
    }

    /** The fields as they applied: the ASC payment group only from its effective date on. */
    static List<Column<Stretch>> asApplied() {
        return columns((stretch, field) -> field == RecordField.ASC_PAYMENT_GROUP
                ? stretch.answer().ascPaymentGroup().stream().toList() : field.values(stretch.answer().record()));
    }

    private static <R> List<Column<R>> columns(BiFunction<R, RecordField, List<?>> values) {
        return NAMES.entrySet().stream().map(column -> {
            RecordField field = column.getKey();
            Function<R, List<?>> ofRow = row -> values.apply(row, field);
            return new Column<>(column.getValue(), type(field), ofRow);
        }).toList();
    }

    static Type type(RecordField field) {
        return field.isList() ? Type.TEXTS : DATES.contains(field) ? Type.DATE : NUMBERS.contains(field) ? Type.NUMBER
                : Type.TEXT;
    }
}
