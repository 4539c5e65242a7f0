package dev.hcpcs.lookup.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenizerTest {

    /** Tokens as their joined form, and their parts behind it where there are several. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "Skin, per sq cm       | skin per sq cm",
        "0.5 mg                | 0.5 mg",
        "0.5mg                 | 0.5mg=0.5+mg",
        ".5 mg                 | 0.5 mg",
        "5-FU                  | 5fu=5+fu",
        "70%                   | 70%=70+%",
        "<=70% or >16          | 70%=70+% or 16",
        "T-cell                | tcell=t+cell",
        "q4h                   | q4h",
        "w/o b                 | wo b",
        "w/ and/or             | w andor=and+or",
        "i.u. i.v.             | iu iv",
        "1,000 units, 2, 3     | 1000=1+000 units 2 3",
        "1-2 3/4               | 1-2=1+2 3/4=3+4",
        "beta-1a, tc-99m       | beta1a=beta+1+a tc99m=tc+99+m",
        "tc99m                 | tc99m",
        "patient's patients'   | patient patients",
        "(drug(s)) [a]         | drug s a",
        "end of line. Next...  | end of line next",
        "--- , . /             | ``",
        "Möbius naïve          | mobius naive",
        "café’s                | cafe",
        "2.5-3.5               | 2.5-3.5=2.5+3.5",
        "50%/50%               | 50%50%=50+%+50+%",
        "``                    | ``"})
    void words(String text, String expected) {
        assertThat(Tokenizer.tokens(text, word -> word.equals("wo") || word.equals("iu") || word.equals("iv")).stream()
                .map(token -> token.joined() + (token.isCompound() ? "=" + String.join("+", token.parts()) : ""))
                .collect(Collectors.joining(" "))).isEqualTo(expected);
    }

    @Test
    void keepsHowAWordIsWritten() {
        assertThat(Tokenizer.tokens("CAR-T Cells", word -> false)).extracting(Token::text).containsExactly("car-t", "cells");
    }
}
