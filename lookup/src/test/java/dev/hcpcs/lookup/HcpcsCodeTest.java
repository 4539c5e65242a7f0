package dev.hcpcs.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.hcpcs.lookup.HcpcsCode.Kind;
import dev.hcpcs.lookup.InvalidCodeException.Reason;

class HcpcsCodeTest {

    @ParameterizedTest
    @CsvSource({"Q4257, PROCEDURE", "A0000, PROCEDURE", "Z9999, PROCEDURE", "C0001, PROCEDURE", "E0100, PROCEDURE",
        "JW, MODIFIER", "A1, MODIFIER", "Z9, MODIFIER", "D1, MODIFIER", "DA, MODIFIER"})
    void levelTwoCodes(String text, Kind kind) {
        HcpcsCode code = HcpcsCode.parse(text);

        assertThat(code.value()).isEqualTo(text);
        assertThat(code.kind()).isEqualTo(kind);
        assertThat(code.isModifier()).isEqualTo(kind == Kind.MODIFIER);
        assertThat(HcpcsCode.find(text)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"q4257", "Q4257", " Q4257", "q4257  ", "\tq4257\n", "\u2003Q4257\u2003"})
    void letterCaseAndSurroundingBlanksDoNotMatter(String text) {
        assertThat(HcpcsCode.parse(text)).isEqualTo(HcpcsCode.parse("Q4257")).hasToString("Q4257");
        assertThat(HcpcsCode.find(text)).contains(HcpcsCode.parse("Q4257"));
    }

    @Test
    void modifiersAreTakenInLowerCaseToo() {
        assertThat(HcpcsCode.parse(" jw ").value()).isEqualTo("JW");
        assertThat(HcpcsCode.parse("a1").value()).isEqualTo("A1");
    }

    /** In Turkish the capital of i is not I. */
    @Test
    void theDefaultLocaleDoesNotMatter() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try {
            assertThat(HcpcsCode.parse("i1").value()).isEqualTo("I1");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"99494", "00100", "0001U", "0001u", " 1234F ", "25", "1P", "1p", "00"})
    void cptCodesAndModifiersAreNamedAsSuch(String text) {
        InvalidCodeException refused = refusal(text);

        assertThat(refused.reason()).isEqualTo(Reason.CPT);
        assertThat(refused).hasMessageContaining("'" + text.strip() + "'").hasMessageContaining("CPT");
        assertThat(HcpcsCode.find(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"D0120", "d9999", " D0120"})
    void dentalCodesAreNamedAsSuch(String text) {
        InvalidCodeException refused = refusal(text);

        assertThat(refused.reason()).isEqualTo(Reason.DENTAL);
        assertThat(refused).hasMessageContaining("'" + text.strip() + "'").hasMessageContaining("dental");
        assertThat(HcpcsCode.find(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Q", "7", "Q42", "Q425", "Q42570", "QQ257", "Q4Q57", "Q42Q7", "Q425Q", "4Q257",
        "42Q57",
        "425Q7", "Q 257", "Q42.7", "J-", "-J", "1-", "J W", "@1", "[1", "A/", "A:", "Q425/", "Q425:", "9949@",
        "9949[", "Q4257JW",
        "Q4257-JW"})
    void malformedTextsAreShownAsTheyStand(String text) {
        InvalidCodeException refused = refusal(text);

        assertThat(refused.reason()).isEqualTo(Reason.MALFORMED);
        assertThat(refused).hasMessageContaining("'" + text + "' is not a HCPCS code")
                .hasMessageContaining("a letter and four digits (Q4257)")
                .hasMessageContaining("a letter and a letter or digit (JW)");
        assertThat(HcpcsCode.find(text)).isEmpty();
    }

    /** Their capitals lie inside ASCII (dotless i, long s), or they are letters and digits of another script. */
    @ParameterizedTest
    @ValueSource(strings = {"\u01311234", "\u017f1234", "\u0131A", "A\u017f", "\u00df", "\uff21\uff11", "Q425\u0667",
        "\u00c41234",
        "\u00c4A", "A\u00a0", "\ud835\udc001"})
    void nothingOutsideAsciiIsACode(String text) {
        assertThat(refusal(text).reason()).isEqualTo(Reason.MALFORMED);
        assertThat(HcpcsCode.find(text)).isEmpty();
    }

    @Test
    void modifiersStandAmongTheProceduresOfTheirLetter() {
        assertThat(Stream.of("Q4257", "JW", "J9380", "A0001", "J0588").map(HcpcsCode::parse).sorted())
                .extracting(HcpcsCode::value)
                .containsExactly("A0001", "J0588", "J9380", "JW", "Q4257");
    }

    @Test
    void equalByValue() {
        assertThat(HcpcsCode.parse("jw")).isEqualTo(HcpcsCode.parse("JW")).hasSameHashCodeAs(HcpcsCode.parse("JW"))
                .isNotEqualTo(HcpcsCode.parse("JZ")).isNotEqualTo("JW");
        assertThat(HcpcsCode.parse("Q4257").hashCode()).isNotEqualTo(HcpcsCode.parse("Q4258").hashCode());
    }

    private static InvalidCodeException refusal(String text) {
        InvalidCodeException refused = catchThrowableOfType(InvalidCodeException.class, () -> HcpcsCode.parse(text));
        assertThat(refused).as("refusal of '%s'", text).isNotNull();
        return refused;
    }
}
