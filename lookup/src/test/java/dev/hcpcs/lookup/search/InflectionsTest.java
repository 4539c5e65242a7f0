package dev.hcpcs.lookup.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InflectionsTest {

    @ParameterizedTest
    @CsvSource({"wound,wounds", "battery,batteries", "prosthesis,prostheses", "box,boxes", "patch,patches", "dose,doses",
        "day,days", "abscess,abscesses", "virus,viruses", "hr,hrs"})
    void eachOfTheTwoHasTheOther(String singular, String plural) {
        assertThat(Inflections.of(singular)).contains(plural);
        assertThat(Inflections.of(plural)).contains(singular);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "0.5", "q4h", "a", "", "%", "not otherwise specified", "5fu"})
    void whatIsNoPlainWordHasNone(String word) {
        assertThat(Inflections.of(word)).isEmpty();
    }
}
