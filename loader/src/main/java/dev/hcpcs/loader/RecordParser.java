package dev.hcpcs.loader;

import dev.hcpcs.lookup.HcpcsCode;
import dev.hcpcs.lookup.HcpcsRecord;
import dev.hcpcs.lookup.HcpcsRecord.Builder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Gives a record's fields their types. A value that cannot be understood leaves its field empty and is reported.
 *
 * <p>Most fields are written as in the record before, and are taken from it as they are.
 */
final class RecordParser {

    private final Diagnostics diagnostics;
    /** All that a record says but its code and long description, in order of the layout. */
    private final List<Value<?>> values = List.of(
            new Value<>(Field.SEQUENCE_NUMBER, RecordParser::sequenceNumber, Builder::sequenceNumber),
            ofText(Field.SHORT_DESCRIPTION, Builder::shortDescription),
            ofTexts(Field.PRICING_INDICATOR, Builder::pricingIndicators),
            ofText(Field.MULTIPLE_PRICING_INDICATOR, Builder::multiplePricingIndicator),
            ofTexts(Field.COVERAGE_ISSUES_MANUAL, Builder::coverageIssuesManualReferences),
            ofTexts(Field.MEDICARE_CARRIERS_MANUAL, Builder::medicareCarriersManualReferences),
            ofText(Field.STATUTE, Builder::statute),
            ofTexts(Field.LAB_CERTIFICATION, Builder::labCertifications),
            ofTexts(Field.CROSS_REFERENCE, Builder::crossReferences),
            ofText(Field.COVERAGE, Builder::coverage),
            ofText(Field.ASC_PAYMENT_GROUP, Builder::ascPaymentGroup),
            ofDate(Field.ASC_EFFECTIVE_DATE, Builder::ascEffectiveDate),
            ofText(Field.MOG_PAYMENT_GROUP, Builder::mogPaymentGroup),
            ofText(Field.MOG_PAYMENT_POLICY_INDICATOR, Builder::mogPaymentPolicyIndicator),
            ofDate(Field.MOG_EFFECTIVE_DATE, Builder::mogEffectiveDate),
            ofText(Field.PROCESSING_NOTE, Builder::processingNote),
            ofText(Field.BETOS, Builder::betos),
            ofTexts(Field.TYPE_OF_SERVICE, Builder::typesOfService),
            new Value<>(Field.ANESTHESIA_BASE_UNITS, row -> number(row, Field.ANESTHESIA_BASE_UNITS),
                    Builder::anesthesiaBaseUnits),
            ofDate(Field.ADDED_DATE, Builder::addedDate),
            ofDate(Field.ACTION_EFFECTIVE_DATE, Builder::actionEffectiveDate),
            ofDate(Field.TERMINATION_DATE, Builder::terminationDate),
            ofText(Field.ACTION, Builder::action));
    /** Has the fields of the record before; null before the first. */
    private @Nullable Builder builder;
    /** The first row of the record before; null where nothing may be taken from it. */
    private @Nullable SourceRow before;

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
        Builder record = builder == null ? HcpcsRecord.builder(code) : builder.code(code);
        int told = diagnostics.count();
        for (Value<?> value : values) {
            if (before == null || !row.isAlike(value.field, before)) {
                value.set(record, row);
            }
        }
        builder = record;
        // What cannot be understood is to be told of every record.
        before = diagnostics.count() == told ? row : null;
        return record.longDescription(longDescription).build();
    }

    private static Value<String> ofText(Field field, BiConsumer<Builder, String> setter) {
        return new Value<>(field, row -> text(row, field), setter);
    }

    private static Value<List<String>> ofTexts(Field field, BiConsumer<Builder, List<String>> setter) {
        return new Value<>(field, row -> texts(row, field), setter);
    }

    private Value<Optional<LocalDate>> ofDate(Field field, BiConsumer<Builder, Optional<LocalDate>> setter) {
        return new Value<>(field, row -> date(row, field), setter);
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

    /** A field, what it says in a row, and where that goes. */
    private record Value<T>(Field field, Function<SourceRow, T> reader, BiConsumer<Builder, T> setter) {

        void set(Builder record, SourceRow row) {
            setter.accept(record, reader.apply(row));
        }
    }
}
