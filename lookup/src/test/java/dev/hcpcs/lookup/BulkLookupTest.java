package dev.hcpcs.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

/** Every form of the bulk lookup gives line by line what the index gives for the line alone. */
class BulkLookupTest {

    /** More than one task's worth. */
    private static final int LINES = 40_000;
    private static final List<String> ODD_TEXTS = List.of("a0001", " J1  ", "99213", "D0120", "?????", "A000", "A00O1", "JW", "jw",
            "A00\u00e91", "", "     ", "1P", "J", "JWX", "Z9999");
    private static final List<Integer> FAR_DAYS = List.of(Integer.MIN_VALUE, -(1 << 29) - 1, -(1 << 29), -1, 0,
            (1 << 29) - 1, 1 << 29, 1 << 30, Integer.MAX_VALUE);

    @Property(tries = 30, shrinking = ShrinkingMode.BOUNDED)
    void aColumnIsAnsweredAsItsLines(@ForAll("releases") List<ReleaseContent> releases, @ForAll Random random) {
        HcpcsIndex index = HcpcsIndex.of(releases);
        List<String> texts = new ArrayList<>(ODD_TEXTS);
        index.codes().forEach(code -> texts.add(code.value()));
        String[] codes = new String[LINES];
        LocalDate[] dates = new LocalDate[LINES];
        byte[] codeBytes = new byte[LINES * BulkLookup.CODE_BYTES];
        int[] epochDays = new int[LINES];
        int firstDay = (int) LocalDate.of(2016, 1, 1).toEpochDay();
        for (int line = 0; line < LINES; line++) {
            codes[line] = texts.get(random.nextInt(texts.size()));
            epochDays[line] = random.nextInt(100) == 0 ? FAR_DAYS.get(random.nextInt(FAR_DAYS.size()))
                    : firstDay + random.nextInt(3_000);
            dates[line] = LocalDate.ofEpochDay(epochDays[line]);
            byte[] bytes = codes[line].getBytes(StandardCharsets.ISO_8859_1);
            System.arraycopy(bytes, 0, codeBytes, line * BulkLookup.CODE_BYTES, bytes.length);
        }
        BulkLookup alone = index.bulk();
        for (BulkLookup bulk : List.of(alone, alone.parallel())) {
            Status[] statuses = new Status[LINES];
            byte[] statusBytes = new byte[LINES];
            int[] versions = new int[LINES];
            bulk.status(codes, dates, statuses);
            bulk.status(codeBytes, epochDays, statusBytes);
            bulk.versions(codeBytes, epochDays, versions);
            for (int line = 0; line < LINES; line++) {
                Status expected = index.status(codes[line], dates[line]);
                Optional<Version> version = index.find(codes[line], dates[line]).map(Answer::version);
                String where = codes[line] + " on " + dates[line];
                if (statuses[line] != expected || Status.values()[statusBytes[line]] != expected
                        || !version.equals(versions[line] == BulkLookup.NO_VERSION ? Optional.empty()
                                : Optional.of(bulk.versions().get(versions[line])))) {
                    throw new AssertionError(where + ": " + expected + " and " + version + ", but in bulk " + statuses[line] + ", "
                            + statusBytes[line] + " and " + versions[line]);
                }
            }
        }
    }

    @Provide
    Arbitrary<List<ReleaseContent>> releases() {
        return ReleaseSequences.releases();
    }

    @Test
    void columnsOfDifferentLengthsAreRefused() {
        BulkLookup bulk = Releases.index(Releases.release("2020-JAN", Releases.code("A0001"))).bulk();

        assertThatThrownBy(() -> bulk.status(new byte[14], new int[3], new byte[3]))
                .isInstanceOf(IllegalArgumentException.class).hasMessage("codes has 14 bytes; 3 dates need 5 each");
        assertThatThrownBy(() -> bulk.status(new byte[15], new int[3], new byte[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("statuses has 2 lines, the column before it 3");
        assertThatThrownBy(() -> bulk.versions(new byte[15], new int[3], new int[4]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bulk.versions(new byte[16], new int[3], new int[3]))
                .isInstanceOf(IllegalArgumentException.class).hasMessage("codes has 16 bytes; 3 dates need 5 each");
        assertThatThrownBy(() -> bulk.status(new String[1], new LocalDate[2], new Status[1]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bulk.status(new String[1], new LocalDate[1], new Status[2]))
                .isInstanceOf(IllegalArgumentException.class).hasMessage("statuses has 2 lines, the column before it 1");
    }

    @Test
    void aTextThatNeedsACloserLookIsTakenForNoOtherCode() {
        HcpcsIndex index = Releases.index(Releases.release("2020-JAN", Releases.code("A0031"), Releases.code("JW")));
        int[] versions = new int[2];

        index.bulk().versions(" JW  ?????".getBytes(StandardCharsets.US_ASCII), new int[2], versions);

        assertThat(index.bulk().versions().get(versions[0]).record().code()).isEqualTo(HcpcsCode.parse("JW"));
        assertThat(versions[1]).isEqualTo(BulkLookup.NO_VERSION);
    }

    /** Active, ended, withdrawn, unknown and a modifier. */
    @Test
    void farDaysAreAnsweredAsLineByLine() {
        HcpcsIndex index = Releases.index(
                Releases.release("2019-JAN", Releases.code("A0001"), Releases.code("A0002"), Releases.code("A0003"),
                        Releases.code("JW")),
                Releases.release("2020-JAN", Releases.code("A0001"), Releases.code("A0002").terminated("2019-06-30"),
                        Releases.code("JW")));
        for (String code : List.of("A0001", "A0002", "A0003", "A0004", "JW   ")) {
            byte[] codes = code.repeat(FAR_DAYS.size()).getBytes(StandardCharsets.US_ASCII);
            byte[] statuses = new byte[FAR_DAYS.size()];
            index.bulk().status(codes, FAR_DAYS.stream().mapToInt(day -> day).toArray(), statuses);
            for (int line = 0; line < statuses.length; line++) {
                LocalDate date = LocalDate.ofEpochDay(FAR_DAYS.get(line));
                assertThat(Status.values()[statuses[line]]).as(code + " on " + date).isEqualTo(index.status(code, date));
            }
        }
    }

    /** Farther away than the index tells days apart. */
    @Test
    void absurdDatesAreAnsweredAsLineByLine() {
        HcpcsIndex index = Releases.index(Releases.release("2020-JAN", Releases.code("A0001").added("+200000-01-01")));
        LocalDate asked = LocalDate.of(150_000, 1, 1);
        byte[] statuses = new byte[1];

        index.bulk().status("A0001".getBytes(StandardCharsets.US_ASCII), new int[] {(int) asked.toEpochDay()}, statuses);

        assertThat(Status.values()[statuses[0]]).isEqualTo(index.status("A0001", asked));
    }

    @Test
    void noLinesHaveNoAnswers() {
        BulkLookup bulk = Releases.index(Releases.release("2020-JAN", Releases.code("A0001"))).bulk();

        bulk.parallel().status(new byte[0], new int[0], new byte[0]);
        assertThat(bulk.versions()).hasSize(2);
    }
}
