package dev.hcpcs.lookup;

import static dev.hcpcs.lookup.Releases.code;
import static dev.hcpcs.lookup.Releases.index;
import static dev.hcpcs.lookup.Releases.release;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class ReplacementTest {

    private static final LocalDate DAY = LocalDate.of(2020, 5, 1);

    private static Releases.Row ended(String code, String... references) {
        return code(code).added("2015-01-01").terminated("2019-12-31")
                .with(record -> record.crossReferences(List.of(references)));
    }

    private static Releases.Row active(String code, String... references) {
        return code(code).added("2015-01-01").with(record -> record.crossReferences(List.of(references)));
    }

    /** One line a node: its reference, status and end, indented by depth. */
    private static List<String> tree(Replacement root) {
        List<String> lines = new ArrayList<>();
        add(root, "", lines);
        return lines;
    }

    private static void add(Replacement node, String indent, List<String> lines) {
        lines.add(indent + node.reference() + " " + node.status() + node.end().map(end -> " " + end).orElse(""));
        node.references().forEach(each -> add(each, indent + " ", lines));
    }

    private static List<String> usable(Replacement root) {
        return root.usable().map(answer -> answer.code().value()).toList();
    }

    @Test
    void anActiveCodeNeedsNoReplacement() {
        HcpcsIndex index = index(release("2020-JAN", active("A1000", "A2000"), active("A2000")));

        assertThat(tree(index.replacements(" a1000", DAY))).containsExactly("A1000 ACTIVE ACTIVE");
        assertThat(usable(index.replacements("A1000", DAY))).isEmpty();
    }

    /** CMS reuses codes: the life after the reference's is another thing, and no replacement. */
    @Test
    void aReusedCodeIsFollowedInTheLifeThatIsMeant() {
        HcpcsIndex index = index(release("2011-JAN", ended("A1000", "A2000").terminated("2010-12-31").added("2008-01-01"),
                ended("A2000", "A3000").added("2011-01-01").terminated("2011-12-31"), active("A3000").added("2008-01-01")),
                release("2018-JAN", ended("A1000", "A2000").terminated("2010-12-31").added("2008-01-01"),
                        active("A2000").added("2018-01-01"), active("A3000").added("2008-01-01")));

        for (String date : List.of("2015-06-01", "2018-06-01", "2024-01-01")) {
            Replacement root = index.replacements("A1000", LocalDate.parse(date));
            assertThat(tree(root)).as(date).containsExactly("A1000 TERMINATED", " A2000 TERMINATED", "  A3000 ACTIVE ACTIVE");
            assertThat(usable(root)).as(date).containsExactly("A3000");
        }
        assertThat(usable(index.replacements("A1000", LocalDate.parse("2011-06-01")))).containsExactly("A2000");
    }

    /** Where one life follows upon the other, too, and where CMS has left the code out between them. */
    @Test
    void ofALifeBeforeTheCodesReuseTheEndIsTold() {
        ReleaseContent before = release("2011-JAN", ended("A1000", "A2000").terminated("2010-12-31").added("2008-01-01"),
                active("A2000", "A3000").added("2011-01-01"), active("A3000").added("2008-01-01"));
        ReleaseContent closed = release("2011-OCT", ended("A1000", "A2000").terminated("2010-12-31").added("2008-01-01"),
                ended("A2000", "A3000").added("2011-01-01").terminated("2011-12-31"), active("A3000").added("2008-01-01"));
        ReleaseContent without = release("2011-OCT", ended("A1000", "A2000").terminated("2010-12-31").added("2008-01-01"),
                active("A3000").added("2008-01-01"));
        ReleaseContent reused = release("2012-JAN", ended("A1000", "A2000").terminated("2010-12-31").added("2008-01-01"),
                active("A2000").added("2012-01-01"), active("A3000").added("2008-01-01"));

        assertThat(tree(index(before, closed, reused).replacements("A1000", LocalDate.parse("2015-06-01"))))
                .containsExactly("A1000 TERMINATED", " A2000 TERMINATED", "  A3000 ACTIVE ACTIVE");
        assertThat(tree(index(before, without, reused).replacements("A1000", LocalDate.parse("2015-06-01"))))
                .containsExactly("A1000 TERMINATED", " A2000 WITHDRAWN", "  A3000 ACTIVE ACTIVE");
    }

    /** The termination of an indeterminate code lies before the date; what its references become after the date is none of it. */
    @Test
    void anIndeterminateCodeIsFollowedInTheLifeOfTheDate() {
        HcpcsIndex index = index(release("2016-JAN", active("A1000", "A2000"), ended("A2000", "A3000").terminated("2016-12-31"),
                active("A3000")),
                release("2019-JAN", active("A1000", "A2000").acted("R", "2019-01-01"), active("A2000").added("2018-06-01"),
                        active("A3000")));

        assertThat(tree(index.replacements("A1000", LocalDate.of(2017, 6, 1)))).containsExactly("A1000 INDETERMINATE",
                " A2000 TERMINATED", "  A3000 ACTIVE ACTIVE");
        assertThat(tree(index.replacements("A1000", LocalDate.of(2018, 7, 1)))).containsExactly("A1000 INDETERMINATE",
                " A2000 ACTIVE ACTIVE");
    }

    /** A2000 replaced A3000 in its first life, and A1000 in its second. */
    @Test
    void twoLivesOfACodeAreFollowedEachForItself() {
        HcpcsIndex index = index(release("2012-JAN", ended("A2000", "A4000").added("2011-01-01").terminated("2011-12-31"),
                ended("A3000", "A2000").added("2008-01-01").terminated("2010-12-31"), active("A4000"), active("A5000")),
                release("2020-JAN", ended("A1000", "A2000", "A3000").terminated("2018-12-31"),
                        ended("A2000", "A5000", "A3000").added("2018-01-01"), active("A4000"), active("A5000")));

        assertThat(tree(index.replacements("A1000", DAY))).containsExactly("A1000 TERMINATED", " A2000 TERMINATED",
                "  A5000 ACTIVE ACTIVE", "  A3000 TERMINATED", "   A2000 TERMINATED", "    A4000 ACTIVE ACTIVE",
                " A3000 TERMINATED REPEATED");
    }

    @Test
    void aTerminatedReplacementIsFollowedFurther() {
        HcpcsIndex index = index(release("2020-JAN", ended("A1000", "A2000", "A3000"), ended("A2000", "A4000"), active("A3000"),
                active("A4000", "A1000")));

        assertThat(tree(index.replacements("A1000", DAY))).containsExactly("A1000 TERMINATED", " A2000 TERMINATED",
                "  A4000 ACTIVE ACTIVE", " A3000 ACTIVE ACTIVE");
        assertThat(usable(index.replacements("A1000", DAY))).containsExactly("A4000", "A3000");
        assertThat(index.replacements("A1000", DAY).stream().flatMap(each -> each.answer().stream())).allSatisfy(answer ->
                assertThat(answer).isEqualTo(index.lookup(answer.code(), DAY)));
    }

    @Test
    void referencesThatLeadOutOfTheReleasesAreTold() {
        HcpcsIndex index = index(release("2020-JAN", ended("A1000", "A9999", "99494", "D0120", "CPT", "NONE", "A1-A5", "25", "jw"),
                active("JW")));

        assertThat(tree(index.replacements("A1000", DAY))).containsExactly("A1000 TERMINATED", " A9999 UNKNOWN_CODE UNKNOWN_CODE",
                " 99494 NOT_LEVEL_II NOT_LEVEL_II", " D0120 NOT_LEVEL_II NOT_LEVEL_II", " CPT NOT_LEVEL_II NOT_LEVEL_II",
                " NONE INVALID_CODE NO_CODE", " A1-A5 INVALID_CODE NO_CODE", " 25 NOT_LEVEL_II NOT_LEVEL_II", " jw ACTIVE ACTIVE");
    }

    @Test
    void deadEndsAreTold() {
        HcpcsIndex index = index(release("2019-JAN", active("A4000")),
                release("2020-JAN", ended("A1000", "A2000", "A3000", "A4000"), ended("A2000"),
                code("A3000").added("2020-07-01").with(record -> record.crossReferences(List.of("A2000")))));

        assertThat(tree(index.replacements("A1000", DAY))).containsExactly("A1000 TERMINATED",
                " A2000 TERMINATED NO_REFERENCES", " A3000 NOT_YET_EFFECTIVE NOT_YET_EFFECTIVE",
                " A4000 WITHDRAWN NO_REFERENCES");
        assertThat(tree(index.replacements("A2000", DAY))).containsExactly("A2000 TERMINATED NO_REFERENCES");
        assertThat(usable(index.replacements("A1000", DAY))).isEmpty();
    }

    @Test
    void cyclesEnd() {
        HcpcsIndex index = index(release("2020-JAN", ended("A1000", "A1000"), ended("A2000", "A3000"), ended("A3000", "A2000")));

        assertThat(tree(index.replacements("A1000", DAY))).containsExactly("A1000 TERMINATED", " A1000 TERMINATED CYCLE");
        assertThat(tree(index.replacements("A2000", DAY))).containsExactly("A2000 TERMINATED", " A3000 TERMINATED",
                "  A2000 TERMINATED CYCLE");
    }

    @Test
    void aCodeIsFollowedOnce() {
        HcpcsIndex index = index(release("2020-JAN", ended("A1000", "A2000", "A3000"), ended("A2000", "A4000"),
                ended("A3000", "A4000"), ended("A4000", "A5000"), active("A5000")));

        assertThat(tree(index.replacements("A1000", DAY))).containsExactly("A1000 TERMINATED", " A2000 TERMINATED",
                "  A4000 TERMINATED", "   A5000 ACTIVE ACTIVE", " A3000 TERMINATED", "  A4000 TERMINATED REPEATED");
        assertThat(usable(index.replacements("A1000", DAY))).containsExactly("A5000");
    }

    /** Each code refers to the next two: without care, a tree of 2^40 nodes. */
    @Test
    void manyPathsToOneCodeStaySmall() {
        Releases.Row[] rows = Stream.iterate(0, i -> i + 1).limit(40)
                .map(i -> ended("B%04d".formatted(i), "B%04d".formatted(i + 1), "B%04d".formatted(i + 2)))
                .toArray(Releases.Row[]::new);

        assertThat(index(release("2020-JAN", rows)).replacements("B0000", DAY).stream()).hasSize(81);
    }

    @Test
    void theDateTellsWhatTheRecordRefersTo() {
        HcpcsIndex index = index(
                release("2018-JAN", code("Q2040").added("2011-04-01").terminated("2011-12-31")
                        .with(record -> record.crossReferences(List.of("J0588")))),
                release("2020-JAN", code("Q2040").says("cells").added("2018-01-01").terminated("2018-12-31")
                        .with(record -> record.crossReferences(List.of("Q2042"))), active("J0588"), active("Q2042")));

        assertThat(usable(index.replacements("Q2040", LocalDate.of(2017, 1, 1)))).containsExactly("J0588");
        assertThat(usable(index.replacements("Q2040", LocalDate.of(2018, 12, 31)))).isEmpty();
        assertThat(usable(index.replacements("Q2040", LocalDate.of(2019, 1, 1)))).containsExactly("Q2042");
    }

    @Test
    void whatIsAskedMustBeAKnownCode() {
        HcpcsIndex index = index(release("2020-JAN", active("A1000")));

        assertThatThrownBy(() -> index.replacements("A9999", DAY)).isInstanceOf(UnknownCodeException.class);
        assertThatThrownBy(() -> index.replacements("99494", DAY)).isInstanceOf(InvalidCodeException.class);
        assertThatIllegalArgumentException().isThrownBy(() -> new Replacement("A1000", Status.ACTIVE, Optional.empty(),
                Optional.empty(), List.of())).withMessageContaining("A1000");
    }
}
