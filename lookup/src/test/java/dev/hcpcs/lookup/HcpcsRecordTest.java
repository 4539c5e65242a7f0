package dev.hcpcs.lookup;

import static dev.hcpcs.lookup.Releases.code;
import static dev.hcpcs.lookup.Releases.full;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HcpcsRecordTest {

    @Test
    void everyFieldIsBlankUntilItIsSet() {
        HcpcsRecord blank = code("JW").record();

        assertThat(blank.code()).hasToString("JW");
        assertThat(blank.sequenceNumber()).isZero();
        assertThat(blank.longDescription()).isEmpty();
        assertThat(blank.shortDescription()).isEmpty();
        assertThat(blank.pricingIndicators()).isEmpty();
        assertThat(blank.statute()).isEmpty();
        assertThat(blank.coverage()).isEmpty();
        assertThat(blank.anesthesiaBaseUnits()).isEmpty();
        assertThat(blank.addedDate()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t \r\n", "\u00a0", "\u2003"})
    void blankTextsAreAbsent(String blank) {
        HcpcsRecord record = code("JW").says(blank).acted(blank).with(builder -> builder
                .shortDescription(blank).multiplePricingIndicator(blank).statute(blank).coverage(blank)
                .ascPaymentGroup(blank).mogPaymentGroup(blank).mogPaymentPolicyIndicator(blank).processingNote(blank)
                .betos(blank).pricingIndicators(List.of(blank)).typesOfService(List.of(blank, blank))
                .labCertifications(List.of(blank)).crossReferences(List.of(blank))
                .coverageIssuesManualReferences(List.of(blank)).medicareCarriersManualReferences(List.of(blank)))
                .record();

        assertThat(record).isEqualTo(code("JW").record());
    }

    @Test
    void whiteSpaceIsCollapsed() {
        HcpcsRecord record = code("JW").says("  Care \t patch,\u00a0\u00a0per\r\nsq cm ").with(builder -> builder
                .shortDescription(" Care   patch").statute(" 1833 (t) ").betos(" O1E ")
                .crossReferences(List.of(" 99494", "J0588 "))).record();

        assertThat(record.longDescription()).isEqualTo("Care patch, per sq cm");
        assertThat(record.shortDescription()).isEqualTo("Care patch");
        assertThat(record.statute()).contains("1833 (t)");
        assertThat(record.betos()).map(CodedValue::code).contains("O1E");
        assertThat(record.crossReferences()).containsExactly("99494", "J0588");
    }

    @Test
    void blankElementsOfAListAreLeftOut() {
        HcpcsRecord record = code("JW").with(builder -> builder.pricingIndicators(List.of("11", " ", "51", "")))
                .record();

        assertThat(record.pricingIndicators()).extracting(CodedValue::code).containsExactly("11", "51");
    }

    @Test
    void codedValuesKnowTheirField() {
        HcpcsRecord record = full("Q4257").record();

        assertThat(record.pricingIndicators()).extracting(CodedValue::field).containsOnly(CodedField.PRICING_INDICATOR);
        assertThat(record.labCertifications()).extracting(CodedValue::field).containsOnly(CodedField.LAB_CERTIFICATION);
        assertThat(record.typesOfService()).extracting(CodedValue::field).containsOnly(CodedField.TYPE_OF_SERVICE);
        assertThat(record.multiplePricingIndicator()).contains(value(CodedField.MULTIPLE_PRICING_INDICATOR, "A"));
        assertThat(record.coverage()).contains(value(CodedField.COVERAGE, "C"));
        assertThat(record.ascPaymentGroup()).contains(value(CodedField.ASC_PAYMENT_GROUP, "YY"));
        assertThat(record.mogPaymentGroup()).contains(value(CodedField.MOG_PAYMENT_GROUP, "123"));
        assertThat(record.mogPaymentPolicyIndicator()).contains(value(CodedField.MOG_PAYMENT_POLICY_INDICATOR, "1"));
        assertThat(record.betos()).contains(value(CodedField.BETOS, "O1E"));
        assertThat(record.action()).contains(value(CodedField.ACTION, "F"));
    }

    private static CodedValue value(CodedField field, String code) {
        return new CodedValue(field, code);
    }

    @Test
    void listsAreCopiedAndFixed() {
        List<String> references = new ArrayList<>(List.of("99494"));
        HcpcsRecord record = code("JW").with(builder -> builder.crossReferences(references)).record();
        references.add("J0588");

        assertThat(record.crossReferences()).containsExactly("99494");
        assertThatThrownBy(() -> record.crossReferences().add("J0588"))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> record.pricingIndicators().add(null))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aBuilderMayGoOnWithoutChangingWhatItBuilt() {
        HcpcsRecord.Builder builder = HcpcsRecord.builder(HcpcsCode.parse("JW")).longDescription("one");
        HcpcsRecord one = builder.build();
        HcpcsRecord two = builder.longDescription("two").build();

        assertThat(one.longDescription()).isEqualTo("one");
        assertThat(two.longDescription()).isEqualTo("two");
    }

    @Test
    void aCodeIsNeeded() {
        assertThatNullPointerException().isThrownBy(() -> HcpcsRecord.builder(null)).withMessage("code");
    }

    @Test
    void theAscPaymentGroupHeedsItsDate() {
        HcpcsRecord record = full("Q4257").record();

        assertThat(record.ascPaymentGroupOn(LocalDate.of(2025, 12, 31))).isEmpty();
        assertThat(record.ascPaymentGroupOn(LocalDate.of(2026, 1, 1))).isEqualTo(record.ascPaymentGroup());
        assertThat(full("Q4257").with(builder -> builder.ascEffectiveDate(Optional.empty())).record()
                .ascPaymentGroupOn(LocalDate.MIN)).isPresent();
    }

    @Test
    void equalInEveryFieldAndToTheLetter() {
        assertThat(full("Q4257").record()).isEqualTo(full("Q4257").record())
                .hasSameHashCodeAs(full("Q4257").record())
                .isNotEqualTo(full("Q4258").record())
                .isNotEqualTo(full("Q4257").says("RELEASE, PER SQUARE CENTIMETER").record());
    }

    @Test
    void namesItselfByCodeAndShortDescription() {
        HcpcsRecord record = full("Q4257").record();

        assertThat(record.toString()).startsWith("Q4257 " + record.shortDescription() + " [");
    }

    @Test
    void oneOtherFieldIsEnoughNotToBeEqual() {
        HcpcsRecord record = full("Q4257").record();
        Object[] fields = record.fields();
        assertThat(fields).hasSize(HcpcsRecord.FIELDS).doesNotContainNull();

        for (int i = 0; i < fields.length; i++) {
            Object[] changed = fields.clone();
            changed[i] = other(fields[i]);
            assertThat(new HcpcsRecord(changed)).as("field " + i).isNotEqualTo(record);
        }
        assertThat(new HcpcsRecord(fields)).isEqualTo(record);
    }

    private static Object other(Object value) {
        if (value instanceof HcpcsCode) {
            return HcpcsCode.parse("Q4258");
        }
        if (value instanceof String text) {
            return text + "x";
        }
        if (value instanceof Integer number) {
            return number + 1;
        }
        if (value instanceof LocalDate date) {
            return date.plusDays(1);
        }
        return value instanceof CodedValue coded ? new CodedValue(coded.field(), coded.code() + "x") : List.of();
    }

    @Test
    void aBuilderTakesAnotherCodeAndKeepsTheRest() {
        HcpcsRecord.Builder builder = HcpcsRecord.builder(HcpcsCode.parse("JW")).shortDescription("short").coverage("C")
                .betos("O1E");
        HcpcsRecord first = builder.build();
        HcpcsRecord second = builder.code(HcpcsCode.parse("JZ")).betos("").build();

        assertThat(first.code()).hasToString("JW");
        assertThat(first.betos()).isPresent();
        assertThat(second).isEqualTo(HcpcsRecord.builder(HcpcsCode.parse("JZ")).shortDescription("short").coverage("C").build());
        assertThatNullPointerException().isThrownBy(() -> builder.code(null)).withMessage("code");
    }
}
