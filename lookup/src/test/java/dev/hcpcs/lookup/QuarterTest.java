package dev.hcpcs.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuarterTest {

    @ParameterizedTest
    @CsvSource({"2020-JAN, 1, 2020-01-01, 2020-03-31", "2020-APR, 2, 2020-04-01, 2020-06-30",
        "2020-JUL, 3, 2020-07-01, 2020-09-30", "2020-OCT, 4, 2020-10-01, 2020-12-31"})
    void beginsOnItsEffectiveDateAndEndsWithItsLastDay(String text, int number, LocalDate first, LocalDate last) {
        Quarter quarter = new Quarter(2020, number);

        assertThat(quarter.effectiveDate()).isEqualTo(first);
        assertThat(quarter.lastDay()).isEqualTo(last);
        assertThat(quarter).hasToString(text);
        assertThat(Quarter.parse(text)).isEqualTo(quarter);
        assertThat(Quarter.startingOn(first)).isEqualTo(quarter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-oct", "2020-Oct", " 2020-OCT\t"})
    void parsesInAnyLetterCase(String text) {
        assertThat(Quarter.parse(text)).isEqualTo(new Quarter(2020, 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2020", "2020-FEB", "2020-Q4", "2020OCT", "2020 OCT", "OCT-2020", "0999-OCT", "20200-OCT",
        "2020-OCTO", "2020-OC", "x2020-OCT", "\u0662\u0660\u0662\u0660-OCT"})
    void whatIsNoQuarterIsNamed(String text) {
        assertThatThrownBy(() -> Quarter.parse(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "' is not a quarter").hasMessageContaining("2020-OCT");
    }

    @ParameterizedTest
    @CsvSource({"2020-01-02, 2020-JAN", "2020-02-01, 2020-JAN", "2020-03-31, 2020-JAN", "2020-12-01, 2020-OCT"})
    void aDateWithinAQuarterBeginsNone(LocalDate date, String quarter) {
        assertThatIllegalArgumentException().isThrownBy(() -> Quarter.startingOn(date))
                .withMessageContaining(date.toString()).withMessageContaining(quarter);
    }

    @ParameterizedTest
    @CsvSource({"999, 1", "10000, 1", "2020, 0", "2020, 5"})
    void yearsHaveFourDigitsAndThereAreFourQuarters(int year, int number) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Quarter(year, number))
                .withMessageContaining("" + year).withMessageContaining("" + number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000-JAN", "9999-OCT"})
    void theFirstAndTheLastQuarterAreOnes(String text) {
        assertThat(Quarter.parse(text)).hasToString(text);
    }

    @Test
    void inOrderOfTime() {
        assertThat(Stream.of("2020-OCT", "2021-JAN", "2020-APR", "2019-JUL").map(Quarter::parse).sorted())
                .extracting(Quarter::toString)
                .containsExactly("2019-JUL", "2020-APR", "2020-OCT", "2021-JAN");
    }
}
