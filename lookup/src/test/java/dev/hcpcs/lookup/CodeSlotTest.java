package dev.hcpcs.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers of codes, as texts and as bytes in the middle of a column. */
class CodeSlotTest {

    private static final String AROUND = "K9999";
    private static final String DIGITS_AND_LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /** Of five bytes between two other codes. */
    private static int ofBytes(String five) {
        byte[] column = (AROUND + five + AROUND).getBytes(StandardCharsets.ISO_8859_1);
        return CodeSlot.of(column, AROUND.length());
    }

    private static void assertSlot(String code, int slot) {
        for (String text : new String[] {code, code.toLowerCase(Locale.ROOT)}) {
            if (CodeSlot.of(text) != slot) {
                assertThat(CodeSlot.of(text)).as(text).isEqualTo(slot);
            }
            String five = text + " ".repeat(5 - text.length());
            if (ofBytes(five) != slot || ofBytes(five.replace(' ', '\0')) != slot) {
                assertThat(ofBytes(five)).as("the bytes " + five).isEqualTo(slot);
                assertThat(ofBytes(five.replace(' ', '\0'))).as("the bytes " + five + " with zeros").isEqualTo(slot);
            }
        }
    }

    @Test
    void lettersAndDigitsAreCountedThrough() {
        for (char letter = 'A'; letter <= 'Z'; letter++) {
            for (int number = 0; number <= 9999; number++) {
                assertSlot(String.format("%c%04d", letter, number),
                        letter == 'D' ? CodeSlot.NONE : (letter - 'A') * 10_000 + number);
            }
        }
    }

    @Test
    void modifiersFollow() {
        int slot = 260_000;
        for (char letter = 'A'; letter <= 'Z'; letter++) {
            for (char second : DIGITS_AND_LETTERS.toCharArray()) {
                assertSlot("" + letter + second, slot++);
            }
        }
        assertThat(slot).isEqualTo(CodeSlot.COUNT);
    }

    @Test
    void allOfThemSortAsTheirTextsDo() {
        List<String> texts = new ArrayList<>();
        for (char letter = 'A'; letter <= 'Z'; letter++) {
            for (int number = 0; letter != 'D' && number <= 9999; number++) {
                texts.add(String.format("%c%04d", letter, number));
            }
            for (char second : DIGITS_AND_LETTERS.toCharArray()) {
                texts.add("" + letter + second);
            }
        }
        Collections.sort(texts);

        assertThat(texts).extracting(text -> CodeSlot.textOrder(CodeSlot.of(text))).isSorted().doesNotHaveDuplicates();
    }

    /** Among the others are those whose lower eight bits are a letter or digit. */
    @ParameterizedTest
    @ValueSource(strings = {"A0000", "Q4257", "JW", "Z9"})
    void everyOtherCharacterInAnyPlaceNeedsACloserLook(String code) {
        for (int place = 0; place < code.length(); place++) {
            boolean letter = place == 0;
            boolean digit = !letter || code.length() == 2 && place == 1;
            for (char other = 0; other < 1024; other++) {
                String text = code.substring(0, place) + other + code.substring(place + 1);
                boolean well = other < 128 && (Character.isLetter(other) && (letter && Character.toUpperCase(other) != 'D'
                        || code.length() == 2) || digit && Character.isDigit(other));
                assertThat(CodeSlot.of(text) != CodeSlot.NONE).as(text + " with character " + (int) other).isEqualTo(well);
                if (other < 256) {
                    assertThat(ofBytes(text + " ".repeat(5 - text.length())) != CodeSlot.NONE).as("the bytes " + text)
                            .isEqualTo(well);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "A10", "A100", "A10000", " A1000", "A1000 "})
    void everyOtherLengthNeedsACloserLook(String text) {
        assertThat(CodeSlot.of(text)).isEqualTo(CodeSlot.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWx  ", "JW x ", "JW  x", " JW  ", "JW\t  "})
    void onlyBlanksOrZerosMayFollowAModifier(String five) {
        assertThat(ofBytes(five)).isEqualTo(CodeSlot.NONE);
    }
}
