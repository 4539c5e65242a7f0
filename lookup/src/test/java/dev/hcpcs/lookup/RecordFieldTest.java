package dev.hcpcs.lookup;

import static dev.hcpcs.lookup.Releases.code;
import static dev.hcpcs.lookup.Releases.full;
import static dev.hcpcs.lookup.Releases.index;
import static dev.hcpcs.lookup.Releases.release;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RecordFieldTest {

    private static final HcpcsRecord FULL = full("Q4257").record();
    private static final HcpcsRecord BLANK = code("Q4257").record();

    /** For each field, a change of that field alone. */
    private static final Map<RecordField, Consumer<HcpcsRecord.Builder>> CHANGES = changes();

    private static Map<RecordField, Consumer<HcpcsRecord.Builder>> changes() {
        Optional<LocalDate> day = Optional.of(LocalDate.of(2000, 1, 1));
        Map<RecordField, Consumer<HcpcsRecord.Builder>> changes = new EnumMap<>(RecordField.class);
        changes.put(RecordField.LONG_DESCRIPTION, record -> record.longDescription("other"));
        changes.put(RecordField.SHORT_DESCRIPTION, record -> record.shortDescription("other"));
        changes.put(RecordField.PRICING_INDICATORS, record -> record.pricingIndicators(List.of("11")));
        changes.put(RecordField.MULTIPLE_PRICING_INDICATOR, record -> record.multiplePricingIndicator("9"));
        changes.put(RecordField.COVERAGE, record -> record.coverage("D"));
        changes.put(RecordField.BETOS, record -> record.betos("O1F"));
        changes.put(RecordField.TYPES_OF_SERVICE, record -> record.typesOfService(List.of("9", "1")));
        changes.put(RecordField.ASC_PAYMENT_GROUP, record -> record.ascPaymentGroup("01"));
        changes.put(RecordField.ASC_EFFECTIVE_DATE, record -> record.ascEffectiveDate(day));
        changes.put(RecordField.MOG_PAYMENT_GROUP, record -> record.mogPaymentGroup("124"));
        changes.put(RecordField.MOG_PAYMENT_POLICY_INDICATOR, record -> record.mogPaymentPolicyIndicator("2"));
        changes.put(RecordField.MOG_EFFECTIVE_DATE, record -> record.mogEffectiveDate(day));
        changes.put(RecordField.CROSS_REFERENCES, record -> record.crossReferences(List.of()));
        changes.put(RecordField.COVERAGE_ISSUES_MANUAL_REFERENCES,
                record -> record.coverageIssuesManualReferences(List.of("45-16")));
        changes.put(RecordField.MEDICARE_CARRIERS_MANUAL_REFERENCES,
                record -> record.medicareCarriersManualReferences(List.of("2050")));
        changes.put(RecordField.STATUTE, record -> record.statute("1862"));
        changes.put(RecordField.LAB_CERTIFICATIONS, record -> record.labCertifications(List.of("110", "120", "130")));
        changes.put(RecordField.PROCESSING_NOTE, record -> record.processingNote(""));
        changes.put(RecordField.ANESTHESIA_BASE_UNITS, record -> record.anesthesiaBaseUnits(OptionalInt.of(8)));
        changes.put(RecordField.SEQUENCE_NUMBER, record -> record.sequenceNumber(300));
        changes.put(RecordField.ADDED_DATE, record -> record.addedDate(day));
        changes.put(RecordField.ACTION_EFFECTIVE_DATE, record -> record.actionEffectiveDate(day));
        changes.put(RecordField.TERMINATION_DATE, record -> record.terminationDate(Optional.empty()));
        changes.put(RecordField.ACTION, record -> record.action("N"));
        return changes;
    }

    @Test
    void thereIsAFieldForEveryMethodOfARecordButItsCode() {
        List<String> methods = Arrays.stream(HcpcsRecord.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers())
                        && method.getParameterCount() == 0)
                .map(Method::getName)
                .filter(name -> !List.of("code", "hashCode", "toString").contains(name))
                .toList();

        assertThat(RecordField.values()).extracting(RecordField::key).containsExactlyInAnyOrderElementsOf(methods);
    }

    @ParameterizedTest
    @EnumSource
    void holdsTheValueOfTheMethodItIsNamedAfter(RecordField field) throws ReflectiveOperationException {
        Object held = HcpcsRecord.class.getMethod(field.key()).invoke(FULL);

        List<?> values = field.values(FULL);
        assertThat(values).isNotEmpty();
        if (held instanceof List) {
            assertThat(values).isEqualTo(held);
        } else if (held instanceof Optional<?> optional) {
            assertThat(values.get(0)).isEqualTo(optional.orElseThrow());
        } else if (held instanceof OptionalInt number) {
            assertThat(values.get(0)).isEqualTo(number.getAsInt());
        } else {
            assertThat(values.get(0)).isEqualTo(held);
        }
        assertThat(field.isList()).isEqualTo(held instanceof List);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SEQUENCE_NUMBER")
    void aBlankFieldHasNoValuesAndNoText(RecordField field) {
        assertThat(field.values(BLANK)).isEmpty();
        assertThat(field.text(BLANK)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"LONG_DESCRIPTION, 'Release, per square centimeter'", "PRICING_INDICATORS, 11 51", "COVERAGE, C",
        "CROSS_REFERENCES, 99494 J0588", "STATUTE, 1833(t)", "ASC_EFFECTIVE_DATE, 2026-01-01", "ANESTHESIA_BASE_UNITS, 7",
        "SEQUENCE_NUMBER, 200", "TERMINATION_DATE, 2026-06-30", "ACTION, F"})
    void aTextJoinsTheValuesByOneBlank(RecordField field, String text) {
        assertThat(field.text(FULL)).isEqualTo(text);
    }

    @ParameterizedTest
    @EnumSource
    void aChangeIsSeenInItsFieldAlone(RecordField field) {
        HcpcsRecord changed = full("Q4257").with(CHANGES.get(field)).record();

        assertThat(RecordField.values()).filteredOn(other -> !other.isSame(FULL, changed)).containsExactly(field);
        assertThat(changed).isNotEqualTo(FULL);
    }

    @ParameterizedTest
    @EnumSource
    void aChangeOfContentMakesAnotherVersion(RecordField field) {
        HcpcsIndex index = index(release("2026-JAN", full("Q4257")),
                release("2026-APR", full("Q4257").with(CHANGES.get(field))));

        assertThat(index.history("Q4257").versions()).hasSize(field.isContent() ? 2 : 1);
    }

    @ParameterizedTest
    @EnumSource
    void aChangedFieldIsTheOnlyOneThatDiffers(RecordField field) {
        HcpcsRecord changed = full("Q4257").with(CHANGES.get(field)).record();

        assertThat(RecordField.differing(FULL, changed)).containsExactly(field);
        assertThat(RecordField.differing(FULL, FULL)).isEmpty();
    }

    @Test
    void theDatesOfTheLifeTheActionAndTheSequenceNumberAreNotContent() {
        assertThat(RecordField.values()).filteredOn(field -> !field.isContent()).containsExactlyInAnyOrder(
                RecordField.SEQUENCE_NUMBER, RecordField.ADDED_DATE, RecordField.ACTION_EFFECTIVE_DATE,
                RecordField.TERMINATION_DATE, RecordField.ACTION);
    }

    @Test
    void letterCaseMakesNoDifferenceInAnyText() {
        HcpcsRecord capitals = full("Q4257").says("RELEASE, PER SQUARE CENTIMETER").with(record -> record
                .shortDescription("RELEASE, PER SQ CM").statute("1833(T)").crossReferences(List.of("99494", "j0588"))
                .betos("o1e").coverage("c")).record();

        assertThat(RecordField.values()).allMatch(field -> field.isSame(FULL, capitals));
    }

    @ParameterizedTest
    @CsvSource({"-1, 0, true", "-1, -1, true", "0, 0, true", "-1, 1, false", "0, 1, false", "1, 1, true"})
    void blankBaseUnitsAreZeroOnes(int one, int other, boolean same) {
        assertThat(RecordField.ANESTHESIA_BASE_UNITS.isSame(withUnits(one), withUnits(other))).isEqualTo(same);
    }

    /** Negative for blank. */
    private static HcpcsRecord withUnits(int units) {
        return code("Q4257").with(record -> record.anesthesiaBaseUnits(
                units < 0 ? OptionalInt.empty() : OptionalInt.of(units))).record();
    }

    @Test
    void titlesAndKeysAreUnique() {
        assertThat(RecordField.values()).extracting(RecordField::title).doesNotHaveDuplicates().contains("types of service");
        assertThat(RecordField.values()).extracting(RecordField::key).doesNotHaveDuplicates();
    }
}
