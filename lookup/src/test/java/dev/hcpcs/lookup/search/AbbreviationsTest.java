package dev.hcpcs.lookup.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class AbbreviationsTest {

    private static final Abbreviations TABLE = Abbreviations.table();

    @Test
    void bothWaysAndInSingularAndPlural() {
        assertThat(TABLE.othersOf("sub")).contains("substitute", "substitutes", "subsequent").doesNotContain("sub");
        assertThat(TABLE.othersOf("substitute")).contains("sub", "subs");
        assertThat(TABLE.othersOf("minutes")).contains("min", "mins");
        assertThat(TABLE.othersOf("pts")).contains("patient", "patients");
        assertThat(TABLE.othersOf("perflutren")).isEmpty();
    }

    @Test
    void phrases() {
        assertThat(TABLE.othersOf("nos")).contains("not", "otherwise", "specified");
        assertThat(TABLE.phrasesAt(1, List.of("drug", "not", "otherwise", "specified")))
                .containsExactly("not otherwise specified");
        assertThat(TABLE.othersOf("not otherwise specified")).containsExactly("nos");
        assertThat(TABLE.phrasesAt(1, List.of("drug", "not", "otherwise"))).isEmpty();
    }

    @Test
    void everyLineOfTheTableCanBeFoundAndStandsOnce() throws IOException {
        List<String> lines;
        try (BufferedReader table = new BufferedReader(new InputStreamReader(
                Abbreviations.class.getResourceAsStream("abbreviations.properties"), StandardCharsets.US_ASCII))) {
            lines = table.lines().filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
        }
        assertThat(lines).hasSizeGreaterThan(250)
                .allMatch(line -> line.matches("[a-z0-9%]+ = [a-z]+( [a-z]+)*(, [a-z]+( [a-z]+)*)*"));
        assertThat(lines).extracting(line -> line.split(" = ")[0]).doesNotHaveDuplicates();
        assertThat(lines).allSatisfy(line -> assertThat(List.of(line.split(" = ")[1].split(", "))).doesNotHaveDuplicates());
        assertThat(lines).extracting(line -> line.split(" = ")[0]).allMatch(abbreviation ->
                Terms.tokens(abbreviation).get(0).parts().equals(List.of(abbreviation)));
    }
}
