package dev.hcpcs.benchmarks.spark;

import dev.hcpcs.lookup.Answer;
import dev.hcpcs.lookup.CodedValue;
import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.HcpcsRecord;
import dev.hcpcs.lookup.RecordField;
import dev.hcpcs.lookup.Status;
import java.time.LocalDate;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.StructType;

/**
 * {@code hcpcs(code, unix_date(day))}: a struct with the columns of {@code hcpcs check}, typed as those of the exported history.
 * The day comes as its number, because Spark hands dates over as one of two classes, by configuration.
 */
public final class AnswerFunction implements UDF2<String, Integer, Row> {

    /** What is answered. */
    static final StructType TYPE = StructType.fromDDL("""
            status STRING, evidence STRING, effective_from DATE, basis STRING, short_description STRING,
            pricing_indicators ARRAY<STRING>, multiple_pricing STRING, coverage STRING, betos STRING,
            type_of_service ARRAY<STRING>, asc_group STRING, added DATE, action_effective DATE, terminated DATE,
            action_code STRING""");

    private static final long serialVersionUID = 1;

    private final Broadcast<HcpcsIndex> index;

    /** An index that each executor reads once. */
    public AnswerFunction(Broadcast<HcpcsIndex> index) {
        this.index = index;
    }

    /** A line is never lost: one that cannot be answered has a status that says why, and the rest of it is null. */
    @Override
    public Row call(String code, Integer day) {
        String text = code == null ? "" : code;
        if (day == null) {
            Status status = index.value().status(text, LocalDate.EPOCH);
            return withoutAnswer(status.isAnswered() ? "INVALID_DATE" : status.name());
        }
        LocalDate date = LocalDate.ofEpochDay(day);
        return index.value().find(text, date).map(AnswerFunction::row)
                .orElseGet(() -> withoutAnswer(index.value().status(text, date).name()));
    }

    private static Row withoutAnswer(String status) {
        Object[] values = new Object[TYPE.size()];
        values[0] = status;
        return RowFactory.create(values);
    }

    private static Row row(Answer answer) {
        HcpcsRecord record = answer.record();
        return RowFactory.create(
                answer.status().name(),
                answer.evidence().name(),
                answer.version().start(),
                answer.version().basis().name(),
                record.shortDescription(),
                texts(RecordField.PRICING_INDICATORS, record),
                text(RecordField.MULTIPLE_PRICING_INDICATOR, record),
                text(RecordField.COVERAGE, record),
                text(RecordField.BETOS, record),
                texts(RecordField.TYPES_OF_SERVICE, record),
                answer.ascPaymentGroup().map(CodedValue::code).orElse(null),
                record.addedDate().orElse(null),
                record.actionEffectiveDate().orElse(null),
                record.terminationDate().orElse(null),
                text(RecordField.ACTION, record));
    }

    private static String text(RecordField field, HcpcsRecord record) {
        String text = field.text(record);
        return text.isEmpty() ? null : text;
    }

    private static String[] texts(RecordField field, HcpcsRecord record) {
        return field.values(record).stream().map(Object::toString).toArray(String[]::new);
    }
}
