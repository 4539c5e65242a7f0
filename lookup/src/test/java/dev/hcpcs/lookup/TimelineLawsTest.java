package dev.hcpcs.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * What holds for any releases. The dates are drawn from around the days on which quarters begin, so that they coincide,
 * touch and run backwards often.
 */
class TimelineLawsTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2018, 6, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2022, 6, 30);

    @Property(tries = 1000, shrinking = ShrinkingMode.BOUNDED)
    void periodsAscendAndNeverOverlap(@ForAll("releases") List<ReleaseContent> releases) {
        for (CodeHistory history : histories(HcpcsIndex.of(releases)).values()) {
            LocalDate free = LocalDate.MIN;
            LocalDate start = LocalDate.MIN;
            for (Period period : history.periods()) {
                // A period whose end lies before its start holds no day, but has its place.
                assertThat(period.start()).as("first day in %s", history).isAfter(free).isAfter(start);
                free = period.end().orElse(LocalDate.MAX);
                start = period.start();
            }
        }
    }

    @Property(tries = 1000, shrinking = ShrinkingMode.BOUNDED)
    void versionsAscend(@ForAll("releases") List<ReleaseContent> releases) {
        for (CodeHistory history : histories(HcpcsIndex.of(releases)).values()) {
            assertThat(history.versions()).extracting(Version::start).isSorted().doesNotHaveDuplicates();
        }
    }

    @Property(tries = 1000, shrinking = ShrinkingMode.BOUNDED)
    void periodsAscendAndNothingIsConfirmedBeforeItsStart(@ForAll("releases") List<ReleaseContent> releases) {
        for (CodeHistory history : histories(HcpcsIndex.of(releases)).values()) {
            assertThat(history.periods()).extracting(Period::start).isSorted().doesNotHaveDuplicates();
            assertThat(history.versions()).allSatisfy(version ->
                    assertThat(version.confirmedFrom()).isAfterOrEqualTo(version.start()));
        }
    }

    @Property(tries = 1000, shrinking = ShrinkingMode.BOUNDED)
    void livesAscendWithPeriodsAndVersions(@ForAll("releases") List<ReleaseContent> releases) {
        for (CodeHistory history : histories(HcpcsIndex.of(releases)).values()) {
            assertThat(history.periods()).extracting(Period::life).isSorted();
            assertThat(history.versions()).extracting(Version::life).isSorted();
            assertThat(last(history.versions()).life()).isEqualTo(last(history.periods()).life());
        }
    }

    @Property(tries = 1000, shrinking = ShrinkingMode.BOUNDED)
    void theLastVersionHoldsWhatTheLastReleaseSaid(@ForAll("releases") List<ReleaseContent> releases) {
        List<ReleaseContent> ordered = ordered(releases);
        for (CodeHistory history : histories(HcpcsIndex.of(releases)).values()) {
            ReleaseContent carrier = last(ordered.stream().filter(release -> carries(release, history.code()))
                    .toList());

            assertThat(last(history.versions()).lastSeen()).isEqualTo(carrier.release());
            assertThat(carrier.records()).contains(last(history.versions()).record());
        }
    }

    @Property(tries = 100, shrinking = ShrinkingMode.BOUNDED)
    void everyDateHasTheStatusOfThePeriods(@ForAll("releases") List<ReleaseContent> releases) {
        for (CodeHistory history : histories(HcpcsIndex.of(releases)).values()) {
            for (LocalDate day = FIRST_DAY; !day.isAfter(LAST_DAY); day = day.plusDays(1)) {
                assertThat(history.on(day).status()).as("%s on %s", history, day).isEqualTo(naiveStatus(history, day));
            }
        }
    }

    /** Last words win: each period overwrites what the ones before it say of its start and all later days. */
    private static Status naiveStatus(CodeHistory history, LocalDate day) {
        Status status = Status.NOT_YET_EFFECTIVE;
        for (Period period : history.periods()) {
            if (day.compareTo(period.start()) >= 0) {
                boolean within = period.end().map(end -> day.compareTo(end) <= 0).orElse(true);
                status = within ? period.during() : period.after();
            }
        }
        return status;
    }

    @Property(tries = 100, shrinking = ShrinkingMode.BOUNDED)
    void everyDateHasTheLastVersionThatStartedByThen(@ForAll("releases") List<ReleaseContent> releases) {
        for (CodeHistory history : histories(HcpcsIndex.of(releases)).values()) {
            for (LocalDate day = FIRST_DAY; !day.isAfter(LAST_DAY); day = day.plusDays(1)) {
                Version expected = history.versions().get(0);
                for (Version version : history.versions()) {
                    expected = version.start().compareTo(day) <= 0 ? version : expected;
                }
                assertThat(history.on(day).version()).as("%s on %s", history, day).isSameAs(expected);
            }
        }
    }

    @Property(tries = 100, shrinking = ShrinkingMode.BOUNDED)
    void everyWayToAskGivesTheAnswerOfTheHistory(@ForAll("releases") List<ReleaseContent> releases) {
        HcpcsIndex index = HcpcsIndex.of(releases);
        for (HcpcsCode code : index.codes()) {
            CodeHistory history = index.history(code);
            for (LocalDate day = FIRST_DAY; !day.isAfter(LAST_DAY); day = day.plusDays(1)) {
                Answer answer = history.on(day);

                assertThat(index.lookup(code, day)).isEqualTo(answer);
                assertThat(index.find(code.value(), day)).contains(answer);
                assertThat(index.status(code, day)).isEqualTo(answer.status());
                assertThat(index.status(code.value(), day)).isEqualTo(answer.status());
                assertThat(index.status(" " + code.value().toLowerCase(), day)).isEqualTo(answer.status());
            }
        }
    }

    @Property(tries = 300, shrinking = ShrinkingMode.BOUNDED)
    void theFarthestDaysHaveAnAnswer(@ForAll("releases") List<ReleaseContent> releases) {
        HcpcsIndex index = HcpcsIndex.of(releases);
        for (HcpcsCode code : index.codes()) {
            CodeHistory history = index.history(code);
            for (LocalDate day : List.of(LocalDate.MIN, LocalDate.of(-1, 1, 1), LocalDate.EPOCH, LocalDate.of(9999, 12, 31),
                    LocalDate.MAX)) {
                assertThat(index.lookup(code, day)).isEqualTo(history.on(day));
            }
        }
    }

    @Property(tries = 300, shrinking = ShrinkingMode.BOUNDED)
    void theOrderOfLoadingDoesNotMatter(@ForAll("releases") List<ReleaseContent> releases, @ForAll Random random)
            throws IOException {
        List<ReleaseContent> shuffled = new ArrayList<>(releases);
        Collections.shuffle(shuffled, random);
        HcpcsIndex index = HcpcsIndex.of(shuffled);

        assertSame(index, HcpcsIndex.of(releases));
        assertThat(snapshot(index)).isEqualTo(snapshot(HcpcsIndex.of(releases)));
    }

    @Property(tries = 300, shrinking = ShrinkingMode.BOUNDED)
    void asKnownAtIsTheIndexOfThatReleaseAndTheEarlierOnes(@ForAll("releases") List<ReleaseContent> releases) {
        List<ReleaseContent> ordered = ordered(releases);
        HcpcsIndex index = HcpcsIndex.of(releases);

        for (int known = 1; known <= ordered.size(); known++) {
            assertSame(index.asKnownAt(ordered.get(known - 1).release().quarter()),
                    HcpcsIndex.of(ordered.subList(0, known)));
        }
        assertSame(index.asKnownAt(last(ordered).release().quarter()), index);
    }

    @Property(tries = 300, shrinking = ShrinkingMode.BOUNDED)
    void aSnapshotHoldsEverything(@ForAll("releases") List<ReleaseContent> releases) throws IOException {
        HcpcsIndex index = HcpcsIndex.of(releases);
        HcpcsIndex opened = HcpcsIndex.open(new ByteArrayInputStream(snapshot(index)));

        assertSame(opened, index);
        assertThat(snapshot(opened)).isEqualTo(snapshot(index));
    }

    @Property(tries = 500, shrinking = ShrinkingMode.BOUNDED)
    void anyTextHasAStatus(@ForAll("texts") String text) {
        HcpcsIndex index = Releases.index(Releases.release("2020-JAN", Releases.code("A1000")));

        Status status = index.status(text, FIRST_DAY);

        assertThat(index.find(text, FIRST_DAY).map(Answer::status))
                .isEqualTo(status.isAnswered() ? Optional.of(status) : Optional.empty());
        assertThat(HcpcsCode.find(text).isPresent()).isEqualTo(status.compareTo(Status.UNKNOWN_CODE) <= 0);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(7),
                Arbitraries.strings().withChars("AaDdQz019 \u0131\u00df").ofMinLength(1).ofMaxLength(6),
                Arbitraries.of("A1000", " a1000 ", "D0120", "99494", "25"));
    }

    @Provide
    Arbitrary<List<ReleaseContent>> releases() {
        Arbitrary<ReleaseContent> release = Combinators
                .combine(quarters(), records().list().uniqueElements(HcpcsRecord::code).ofMaxSize(3))
                .as(Releases::release);
        return release.list().uniqueElements(content -> content.release().quarter()).ofMinSize(1).ofMaxSize(6);
    }

    private static Arbitrary<Quarter> quarters() {
        return Arbitraries.of(IntStream.rangeClosed(2019, 2021).boxed()
                .flatMap(year -> IntStream.rangeClosed(1, 4).mapToObj(number -> new Quarter(year, number))).toList());
    }

    private static Arbitrary<HcpcsRecord> records() {
        Arbitrary<Optional<LocalDate>> dates = dates().optional(0.7);
        return Combinators.combine(Arbitraries.of("A1000", "Q4257", "CS"), Arbitraries.of("one", "One", "two", "three"),
                Arbitraries.of(-1, -1, 0, 1), dates, dates, dates().optional(0.4),
                Arbitraries.of("", "A", "C", "D", "N", "R", "R"))
                .as((code, text, units, added, acted, terminated, action) -> HcpcsRecord.builder(HcpcsCode.parse(code))
                        .longDescription(text)
                        .anesthesiaBaseUnits(units < 0 ? OptionalInt.empty() : OptionalInt.of(units))
                        .addedDate(added).actionEffectiveDate(acted).terminationDate(terminated).action(action)
                        .build());
    }

    private static Arbitrary<LocalDate> dates() {
        List<LocalDate> quarterStarts = Stream.iterate(LocalDate.of(2018, 7, 1), start -> start.plusMonths(3)).limit(16)
                .toList();
        return Combinators.combine(Arbitraries.of(quarterStarts), Arbitraries.of(-1, -1, 0, 0, 0, 1, 44))
                .as(LocalDate::plusDays);
    }

    private static Map<HcpcsCode, CodeHistory> histories(HcpcsIndex index) {
        return index.codes().stream().collect(Collectors.toMap(code -> code, index::history, (a, b) -> a,
                TreeMap::new));
    }

    private static void assertSame(HcpcsIndex one, HcpcsIndex other) {
        assertThat(one.releases()).isEqualTo(other.releases());
        assertThat(histories(one)).isEqualTo(histories(other));
    }

    private static byte[] snapshot(HcpcsIndex index) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        index.write(bytes);
        return bytes.toByteArray();
    }

    private static List<ReleaseContent> ordered(List<ReleaseContent> releases) {
        return releases.stream().sorted((a, b) -> a.release().compareTo(b.release())).toList();
    }

    private static boolean carries(ReleaseContent release, HcpcsCode code) {
        return release.records().stream().anyMatch(record -> record.code().equals(code));
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }
}
