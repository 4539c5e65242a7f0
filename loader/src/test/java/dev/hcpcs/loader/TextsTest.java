package dev.hcpcs.loader;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {

    @ParameterizedTest
    @CsvSource({"0, true", "123456789, true", "1234567890, false", "'', false", "-1, false", "1a, false"})
    void numbersOfUpToNineDigits(String text, boolean number) {
        assertThat(Texts.isNumber(text)).isEqualTo(number);
    }
}
