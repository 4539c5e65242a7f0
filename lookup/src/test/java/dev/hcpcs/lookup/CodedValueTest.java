package dev.hcpcs.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodedValueTest {

    @ParameterizedTest
    @CsvSource({"PRICING_INDICATOR, 11, Price established using national RVUs", "PRICING_INDICATOR, 51, Drugs",
        "MULTIPLE_PRICING_INDICATOR, A, Not applicable as HCPCS priced under one methodology",
        "LAB_CERTIFICATION, 010, Histocompatibility testing", "COVERAGE, C, Carrier judgment",
        "BETOS, O1E, Other drugs",
        "TYPE_OF_SERVICE, 1, Medical care", "ACTION, N, No maintenance for this code",
        "ACTION, R, Re-activate discontinued/deleted procedure or modifier code"})
    void documentedCodesHaveALabel(CodedField field, String code, String label) {
        assertThat(new CodedValue(field, code).label()).contains(label);
    }

    @ParameterizedTest
    @CsvSource({
        "11, 'Physician Fee Schedule and Non-Physician Practitioners, linked to the physician fee schedule'",
        "21, Clinical Lab Fee Schedule",
        "40, 'Durable Medical Equipment, Prosthetics, Orthotics, Supplies and Surgical Dressings'",
        "51, Other", "99, Other"})
    void pricingIndicatorsStandUnderAHeading(String code, String heading) {
        assertThat(new CodedValue(CodedField.PRICING_INDICATOR, code).heading()).contains(heading);
    }

    @ParameterizedTest
    @CsvSource({"PRICING_INDICATOR, 00", "COVERAGE, C", "ACTION, N"})
    void documentedCodesMayStandUnderNoHeading(CodedField field, String code) {
        CodedValue value = new CodedValue(field, code);

        assertThat(value.label()).isPresent();
        assertThat(value.heading()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void undocumentedCodesAreKeptWithoutLabelOrHeading(CodedField field) {
        CodedValue value = new CodedValue(field, "1?");

        assertThat(value.code()).isEqualTo("1?");
        assertThat(value.label()).isEmpty();
        assertThat(value.heading()).isEmpty();
    }

    @Test
    void aCodeMeansWhatItsOwnFieldSays() {
        assertThat(new CodedValue(CodedField.COVERAGE, "D").label()).contains("Special coverage instructions apply");
        assertThat(new CodedValue(CodedField.ACTION, "D").label()).contains("Discontinue procedure or modifier code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void aBlankCodeIsRefusedByFieldName(String blank) {
        assertThatIllegalArgumentException().isThrownBy(() -> new CodedValue(CodedField.TYPE_OF_SERVICE, blank))
                .withMessageContaining("type of service");
    }

    @Test
    void readsAsItsCode() {
        assertThat(new CodedValue(CodedField.BETOS, "O1E")).hasToString("O1E");
    }
}
