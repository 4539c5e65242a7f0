package dev.hcpcs.lookup;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The form of a record within a {@link Snapshot}: its fields in the order of CMS's record layout. A text is the number of
 * that text as int, a blank one being a text too; a list is its length as byte and its texts; a date is year × 10000 +
 * month × 100 + day as int, 0 for none; base units are an int, -1 for none.
 */
final class RecordCodec {

    private RecordCodec() {
    }

    static final class Writer {

        private final DataOutputStream out;
        /** Every text so far with its number, in order of number. */
        private final Map<String, Integer> texts;

        Writer(DataOutputStream out, Map<String, Integer> texts) {
            this.out = out;
            this.texts = texts;
        }

        int number(String text) {
            Integer number = texts.get(text);
            if (number == null) {
                number = texts.size();
                texts.put(text, number);
            }
            return number;
        }

        void write(HcpcsRecord record) throws IOException {
            text(record.code().value());
            out.writeInt(record.sequenceNumber());
            text(record.longDescription());
            text(record.shortDescription());
            list(record.pricingIndicators());
            text(record.multiplePricingIndicator());
            list(record.coverageIssuesManualReferences());
            list(record.medicareCarriersManualReferences());
            text(record.statute());
            list(record.labCertifications());
            list(record.crossReferences());
            text(record.coverage());
            text(record.ascPaymentGroup());
            date(record.ascEffectiveDate());
            text(record.mogPaymentGroup());
            text(record.mogPaymentPolicyIndicator());
            date(record.mogEffectiveDate());
            text(record.processingNote());
            text(record.betos());
            list(record.typesOfService());
            out.writeInt(record.anesthesiaBaseUnits().orElse(-1));
            date(record.addedDate());
            date(record.actionEffectiveDate());
            date(record.terminationDate());
            text(record.action());
        }

        private void text(Optional<?> value) throws IOException {
            text(value.map(Object::toString).orElse(""));
        }

        private void text(String value) throws IOException {
            out.writeInt(number(value));
        }

        private void list(List<?> values) throws IOException {
            out.writeByte(values.size());
            for (Object value : values) {
                text(value.toString());
            }
        }

        private void date(Optional<LocalDate> date) throws IOException {
            out.writeInt(date.map(day -> (day.getYear() * 100 + day.getMonthValue()) * 100 + day.getDayOfMonth()).orElse(0));
        }
    }

    static final class Reader {

        private final DataInputStream in;
        private final String[] texts;

        Reader(DataInputStream in, String[] texts) {
            this.in = in;
            this.texts = texts;
        }

        HcpcsRecord read() throws IOException {
            return HcpcsRecord.builder(HcpcsCode.parse(text()))
                    .sequenceNumber(in.readInt())
                    .longDescription(text())
                    .shortDescription(text())
                    .pricingIndicators(list())
                    .multiplePricingIndicator(text())
                    .coverageIssuesManualReferences(list())
                    .medicareCarriersManualReferences(list())
                    .statute(text())
                    .labCertifications(list())
                    .crossReferences(list())
                    .coverage(text())
                    .ascPaymentGroup(text())
                    .ascEffectiveDate(date())
                    .mogPaymentGroup(text())
                    .mogPaymentPolicyIndicator(text())
                    .mogEffectiveDate(date())
                    .processingNote(text())
                    .betos(text())
                    .typesOfService(list())
                    .anesthesiaBaseUnits(baseUnits())
                    .addedDate(date())
                    .actionEffectiveDate(date())
                    .terminationDate(date())
                    .action(text())
                    .build();
        }

        private String text() throws IOException {
            return texts[in.readInt()];
        }

        private List<String> list() throws IOException {
            int size = in.readByte();
            List<String> values = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                values.add(text());
            }
            return values;
        }

        private Optional<LocalDate> date() throws IOException {
            int date = in.readInt();
            return date == 0 ? Optional.empty() : Optional.of(LocalDate.of(date / 10000, date / 100 % 100, date % 100));
        }

        private OptionalInt baseUnits() throws IOException {
            int units = in.readInt();
            return units < 0 ? OptionalInt.empty() : OptionalInt.of(units);
        }
    }
}
