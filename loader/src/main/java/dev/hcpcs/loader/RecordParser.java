package dev.hcpcs.loader;

import dev.hcpcs.lookup.HcpcsCode;
import dev.hcpcs.lookup.HcpcsRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Gives a record's fields their types. A value that cannot be understood leaves its field empty and is reported. */
final class RecordParser {

    private final Diagnostics diagnostics;

    RecordParser(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /**
     * Parses one record.
     *
     * @param row             its first row
     * @param longDescription of the first row and its continuations
     */
    HcpcsRecord parse(HcpcsCode code, SourceRow row, String longDescription) {
        return HcpcsRecord.builder(code)
                .sequenceNumber(sequenceNumber(row))
                .longDescription(longDescription)
                .shortDescription(text(row, Field.SHORT_DESCRIPTION))
                .pricingIndicators(texts(row, Field.PRICING_INDICATOR))
                .multiplePricingIndicator(text(row, Field.MULTIPLE_PRICING_INDICATOR))
                .coverageIssuesManualReferences(texts(row, Field.COVERAGE_ISSUES_MANUAL))
                .medicareCarriersManualReferences(texts(row, Field.MEDICARE_CARRIERS_MANUAL))
                .statute(text(row, Field.STATUTE))
                .labCertifications(texts(row, Field.LAB_CERTIFICATION))
                .crossReferences(texts(row, Field.CROSS_REFERENCE))
                .coverage(text(row, Field.COVERAGE))
                .ascPaymentGroup(text(row, Field.ASC_PAYMENT_GROUP))
                .ascEffectiveDate(date(row, Field.ASC_EFFECTIVE_DATE))
                .mogPaymentGroup(text(row, Field.MOG_PAYMENT_GROUP))
                .mogPaymentPolicyIndicator(text(row, Field.MOG_PAYMENT_POLICY_INDICATOR))
                .mogEffectiveDate(date(row, Field.MOG_EFFECTIVE_DATE))
                .processingNote(text(row, Field.PROCESSING_NOTE))
                .betos(text(row, Field.BETOS))
                .typesOfService(texts(row, Field.TYPE_OF_SERVICE))
                .anesthesiaBaseUnits(number(row, Field.ANESTHESIA_BASE_UNITS))
                .addedDate(date(row, Field.ADDED_DATE))
                .actionEffectiveDate(date(row, Field.ACTION_EFFECTIVE_DATE))
                .terminationDate(date(row, Field.TERMINATION_DATE))
                .action(text(row, Field.ACTION))
                .build();
    }

    private static String text(SourceRow row, Field field) {
        return row.isBlank(field) ? "" : row.text(field, 0).strip();
    }

    private static List<String> texts(SourceRow row, Field field) {
        if (row.isBlank(field)) {
            return List.of();
        }
        List<String> texts = new ArrayList<>(field.occurrences());
        for (int occurrence = 0; occurrence < field.occurrences(); occurrence++) {
            texts.add(row.text(field, occurrence));
        }
        return texts;
    }

    /** Not reported again: whoever puts the rows in order has looked at it. */
    private static int sequenceNumber(SourceRow row) {
        String text = text(row, Field.SEQUENCE_NUMBER);
        return Texts.isNumber(text) ? Integer.parseInt(text) : 0;
    }

    private OptionalInt number(SourceRow row, Field field) {
        String text = text(row, field);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!Texts.isNumber(text)) {
            diagnostics.field(row, field, 0, text, "is not a number");
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(text));
    }

    /** A date of zeros is a blank one. */
    private Optional<LocalDate> date(SourceRow row, Field field) {
        String text = text(row, field);
        if (text.isEmpty() || text.equals("00000000") || text.equals("0")) {
            return Optional.empty();
        }
        Optional<LocalDate> date = Texts.date(text);
        if (date.isEmpty()) {
            diagnostics.field(row, field, 0, text, "is not a date (YYYYMMDD)");
        }
        return date;
    }
}
