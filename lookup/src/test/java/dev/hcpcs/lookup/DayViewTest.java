package dev.hcpcs.lookup;

import static dev.hcpcs.lookup.Releases.BYSTANDER;
import static dev.hcpcs.lookup.Releases.code;
import static dev.hcpcs.lookup.Releases.index;
import static dev.hcpcs.lookup.Releases.release;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DayViewTest {

    private static final LocalDate DAY = LocalDate.of(2020, 5, 1);

    private final HcpcsIndex index = index(release("2020-JAN",
            code("A0999"), code("A1"), code("A1000"), code("AA"), code("B0000"), code("DA"),
            code("J0999").terminated("2020-04-30"), code("J8"), code("J9"), code("J9000"), code("J9380").added("2020-06-01"),
            code("JW").terminated("2020-05-01"), code("K0001")));

    private static List<String> codes(DayView view) {
        return view.stream().map(answer -> answer.code().value()).toList();
    }

    @Test
    void allCodesInTheirOrder() {
        assertThat(codes(index.on(DAY))).containsExactly("A0999", "A1", "A1000", "AA", "B0000", "DA", "J0999", "J8", "J9",
                "J9000", "J9380", "JW", "K0001", BYSTANDER);
        assertThat(codes(index.on(DAY))).isEqualTo(index.codes().stream().map(HcpcsCode::value).toList());
    }

    @Test
    void answersAreThoseOfTheDay() {
        assertThat(index.on(DAY).stream()).allSatisfy(answer ->
                assertThat(answer).isEqualTo(index.lookup(answer.code(), DAY)));
        assertThat(index.on(DAY).date()).isEqualTo(DAY);
    }

    @Test
    void aStatusChooses() {
        assertThat(codes(index.on(DAY).active().startingWith("J"))).containsExactly("J8", "J9", "J9000", "JW");
        assertThat(codes(index.on(DAY.plusDays(1)).active().startingWith("J"))).containsExactly("J8", "J9", "J9000");
        assertThat(codes(index.on(DAY).withStatus(Status.TERMINATED, Status.NOT_YET_EFFECTIVE)))
                .containsExactly("J0999", "J9380");
        assertThat(codes(index.on(DAY).active().withStatus(Status.TERMINATED))).isEmpty();
        assertThat(codes(index.on(DAY).withStatus(Status.UNKNOWN_CODE))).isEmpty();
    }

    @Test
    void proceduresAndModifiers() {
        assertThat(codes(index.on(DAY).modifiers())).containsExactly("A1", "AA", "DA", "J8", "J9", "JW");
        assertThat(codes(index.on(DAY).procedures().startingWith("J"))).containsExactly("J0999", "J9000", "J9380");
        assertThat(codes(index.on(DAY).procedures().modifiers())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"J, J0999 J8 J9 J9000 J9380 JW", "j9, J9 J9000 J9380", "' J93 ', J9380", "J9380, J9380", "J9381, ''", "JW, JW",
        "JX, ''", "D, DA", "DA, DA", "A, A0999 A1 A1000 AA", "V, V9999", "Z, ''"})
    void aPrefixChooses(String prefix, String expected) {
        assertThat(String.join(" ", codes(index.on(DAY).startingWith(prefix)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "9", "99494", "D01", "D0120", "J93800", "JW1", "J9W", "\u0131", "-"})
    void aPrefixOfNoCodeIsRefused(String prefix) {
        assertThatIllegalArgumentException().isThrownBy(() -> index.on(DAY).startingWith(prefix))
                .withMessageContaining("begins with '" + prefix + "'");
    }

    @ParameterizedTest
    @CsvSource({"J0999, J9000, J0999 J8 J9 J9000", "J1000, J9000, J8 J9 J9000", "j9, jw, J9 J9000 J9380 JW", "J8, J9, J8 J9",
        "JW, K0001, JW K0001", "JX, K0001, K0001", "A0000, Z9999, A0999 A1 A1000 AA B0000 DA J0999 J8 J9 J9000 J9380 JW K0001 V9999",
        "J9000, J9000, J9000", "J9001, J9001, ''", "A1, A1, A1", "A1000, AA, A1000 AA", "A1001, AA, AA", "AA, AA, AA"})
    void aRangeChooses(String from, String to, String expected) {
        assertThat(String.join(" ", codes(index.on(DAY).between(from, to)))).isEqualTo(expected);
    }

    @Test
    void aRangeThatIsNoneIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> index.on(DAY).between("J9", "J8")).withMessageContaining("J9 to J8");
        assertThatIllegalArgumentException().isThrownBy(() -> index.on(DAY).between("J0", "99494"))
                .withMessageContaining("99494");
    }

    @Test
    void aFieldChooses() {
        HcpcsIndex fields = index(release("2020-JAN", Releases.full("A1000"), code("A1001").with(record -> record.betos("O1F"))));
        LocalDate later = LocalDate.of(2026, 1, 1);

        assertThat(codes(fields.on(DAY).where(CodedField.BETOS, "o1e"))).containsExactly("A1000");
        assertThat(codes(fields.on(DAY).where(CodedField.BETOS, "O1E", "O1F"))).containsExactly("A1000", "A1001");
        assertThat(codes(fields.on(DAY).where(CodedField.BETOS, "O1F").where(CodedField.COVERAGE, "C"))).isEmpty();
        // Of several values any, and the ASC payment group from its date on.
        assertThat(codes(fields.on(DAY).where(CodedField.PRICING_INDICATOR, "51"))).containsExactly("A1000");
        assertThat(codes(fields.on(later.minusDays(1)).where(CodedField.ASC_PAYMENT_GROUP, "YY"))).isEmpty();
        assertThat(codes(fields.on(later).where(CodedField.ASC_PAYMENT_GROUP, "YY"))).containsExactly("A1000");
        for (CodedField field : CodedField.values()) {
            List<CodedValue> values = fields.lookup("A1000", later).values(field);
            assertThat(values).isNotEmpty().allMatch(value -> value.field() == field);
            assertThat(codes(fields.on(later).where(field, values.get(values.size() - 1).code()))).containsExactly("A1000");
        }
    }

    @Test
    void mistakesAreRefusedAtOnce() {
        assertThatIllegalArgumentException().isThrownBy(() -> index.on(DAY).where(CodedField.BETOS))
                .withMessage("no BETOS is named");
        assertThatIllegalArgumentException().isThrownBy(() -> index.on(DAY).withStatus()).withMessage("no status is named");
        assertThatNullPointerException().isThrownBy(() -> index.on(null)).withMessage("date");
    }

    @Test
    void rowsAreAnsweredOneByOne() {
        int[] tested = {0};
        Stream<Answer> stream = index.on(DAY).stream().filter(answer -> {
            tested[0]++;
            return true;
        });
        assertThat(tested[0]).isZero();
        Iterator<Answer> iterator = stream.iterator();
        iterator.next();
        assertThat(tested[0]).isEqualTo(1);
        assertThat(index.on(DAY).stream().parallel().map(Answer::code)).containsExactlyElementsOf(index.codes());
    }

    /** Any set of codes, any prefix and range: as a filter by text gives them. */
    @Property(tries = 1000, shrinking = ShrinkingMode.BOUNDED)
    void rangesAreThoseOfTheText(@ForAll("someCodes") Set<String> some, @ForAll("codes") String one,
            @ForAll("codes") String other, @ForAll("codes") String text) {
        HcpcsIndex generated = index(release("2020-JAN", some.stream().map(Releases::code).toArray(Releases.Row[]::new)));
        String from = one.compareTo(other) <= 0 ? one : other;
        String to = from.equals(one) ? other : one;

        assertThat(codes(generated.on(DAY).between(from, to)))
                .isEqualTo(naive(some, code -> code.compareTo(from) >= 0 && code.compareTo(to) <= 0));
        for (int length = 1; length <= text.length(); length++) {
            String prefix = text.substring(0, length);
            assertThat(codes(generated.on(DAY).startingWith(prefix))).isEqualTo(naive(some, code -> code.startsWith(prefix)));
            assertThat(codes(generated.on(DAY).between(from, to).modifiers().startingWith(prefix)))
                    .isEqualTo(naive(some, code -> code.startsWith(prefix) && code.length() == 2 && code.compareTo(from) >= 0
                            && code.compareTo(to) <= 0));
        }
    }

    private static List<String> naive(Set<String> codes, Predicate<String> condition) {
        Set<String> all = new TreeSet<>(codes);
        all.add(BYSTANDER);
        return all.stream().filter(condition).toList();
    }

    @Provide
    Arbitrary<Set<String>> someCodes() {
        return codes().set().ofMinSize(1).ofMaxSize(40);
    }

    @Provide
    Arbitrary<String> codes() {
        Arbitrary<String> digits = Arbitraries.of("0000", "0001", "0999", "1000", "1001", "8999", "9000", "9999");
        return Arbitraries.oneOf(Arbitraries.of("A", "C", "E", "U", "V").flatMap(letter -> digits.map(letter::concat)),
                Arbitraries.of("A", "D", "E", "V", "Z").flatMap(letter -> Arbitraries.of(Arrays.asList("0", "1", "9", "A", "Z"))
                        .map(letter::concat))).filter(code -> !code.equals(BYSTANDER));
    }
}
