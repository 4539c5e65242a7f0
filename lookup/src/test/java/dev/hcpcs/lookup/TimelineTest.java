package dev.hcpcs.lookup;

import static dev.hcpcs.lookup.Releases.code;
import static dev.hcpcs.lookup.Releases.full;
import static dev.hcpcs.lookup.Releases.index;
import static dev.hcpcs.lookup.Releases.on;
import static dev.hcpcs.lookup.Releases.periods;
import static dev.hcpcs.lookup.Releases.release;
import static dev.hcpcs.lookup.Releases.textOn;
import static dev.hcpcs.lookup.Releases.versions;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.hcpcs.lookup.Releases.Row;

/** The rules of effective dates, one test a rule. */
class TimelineTest {

    private static final String CODE = "A1000";

    private static Row row() {
        return code(CODE);
    }

    /** Real codes of CMS's releases. */
    @Nested
    class WorkedExamples {

        @Test
        void q4257ChangesItsPriceAndTextBetweenLoadedReleases() {
            HcpcsIndex index = index(
                    release("2023-JAN", code("Q4257").says("Relese, per square centimeter").added("2022-04-01")
                            .acted("N", "2022-04-01").with(record -> record.pricingIndicators(List.of("51")))),
                    release("2026-JAN", code("Q4257").says("Release, per square centimeter (add-on, list separately in"
                            + " addition to primary procedure)").added("2022-04-01").acted("F", "2026-01-01")
                            .with(record -> record.pricingIndicators(List.of("11")).ascPaymentGroup("YY")
                                    .ascEffectiveDate(Optional.of(LocalDate.of(2026, 1, 1))))));

            assertThat(periods(index, "Q4257")).containsExactly("1: 2022-04-01/open ACTIVE");
            assertThat(versions(index, "Q4257")).containsExactly(
                    "1: 2022-04-01 STATED, 2022-04-01/2023-03-31, Relese, per square centimeter",
                    "1: 2026-01-01 STATED, 2026-01-01/2026-03-31, Release, per square centimeter (add-on, list separately"
                            + " in addition to primary procedure)");
            assertThat(on(index, "Q4257", "2022-03-31")).isEqualTo("NOT_YET_EFFECTIVE CONFIRMED");
            assertThat(on(index, "Q4257", "2022-04-01")).isEqualTo("ACTIVE CONFIRMED");
            assertThat(on(index, "Q4257", "2023-03-31")).isEqualTo("ACTIVE CONFIRMED");
            assertThat(on(index, "Q4257", "2023-04-01")).isEqualTo("ACTIVE ASSUMED");
            assertThat(on(index, "Q4257", "2025-12-31")).isEqualTo("ACTIVE ASSUMED");
            assertThat(pricingOn(index, "2025-12-31")).isEqualTo("51");
            assertThat(on(index, "Q4257", "2026-01-01")).isEqualTo("ACTIVE CONFIRMED");
            assertThat(pricingOn(index, "2026-01-01")).isEqualTo("11");
            assertThat(on(index, "Q4257", "2026-03-31")).isEqualTo("ACTIVE CONFIRMED");
            assertThat(on(index, "Q4257", "2026-04-01")).isEqualTo("ACTIVE ASSUMED");
        }

        private String pricingOn(HcpcsIndex index, String date) {
            return RecordField.PRICING_INDICATORS.text(index.lookup("Q4257", LocalDate.parse(date)).record());
        }

        @Test
        void modifierCsIsReusedWithAndWithoutAStatedDate() {
            HcpcsIndex index = index(
                    release("2020-JAN", code("CS").says("Gulf oil 2010 spill related").added("2011-01-01")
                            .acted("N", "2011-01-01")),
                    release("2020-APR", code("CS").says("Covid-19 testing related svc").added("2011-01-01")
                            .acted("C", "2020-03-01")),
                    release("2020-JUL", code("CS").says("Cost share waiver covid-19").added("2011-01-01")
                            .acted("C", "2020-03-01")));

            assertThat(periods(index, "CS")).containsExactly("1: 2011-01-01/open ACTIVE");
            assertThat(versions(index, "CS")).containsExactly(
                    "1: 2011-01-01 STATED, 2011-01-01/2020-03-31, Gulf oil 2010 spill related",
                    "1: 2020-03-01 STATED, 2020-03-01/2020-06-30, Covid-19 testing related svc",
                    "1: 2020-07-01 OBSERVED, 2020-07-01/2020-09-30, Cost share waiver covid-19");
            assertThat(textOn(index, "CS", "2020-02-29")).isEqualTo("Gulf oil 2010 spill related");
            assertThat(textOn(index, "CS", "2020-03-01")).isEqualTo("Covid-19 testing related svc");
            assertThat(textOn(index, "CS", "2020-07-01")).isEqualTo("Cost share waiver covid-19");
        }

        @Test
        void g0504GetsACrossReferenceAfterItsLastDay() {
            HcpcsIndex index = index(
                    release("2017-JAN", code("G0504").says("Psych collab care").added("2017-01-01")
                            .acted("A", "2017-01-01")),
                    release("2018-JAN", code("G0504").says("Psych collab care").added("2017-01-01")
                            .acted("D", "2017-01-01").terminated("2017-12-31")
                            .with(record -> record.crossReferences(List.of("99494")))));

            assertThat(periods(index, "G0504")).containsExactly("1: 2017-01-01/2017-12-31 ACTIVE, TERMINATED");
            assertThat(versions(index, "G0504")).containsExactly(
                    "1: 2017-01-01 STATED, 2017-01-01/2017-03-31, Psych collab care",
                    "1: 2018-01-01 OBSERVED, 2018-01-01/2018-03-31, Psych collab care");
            assertThat(on(index, "G0504", "2017-12-31")).isEqualTo("ACTIVE ASSUMED");
            assertThat(on(index, "G0504", "2018-01-01")).isEqualTo("TERMINATED CONFIRMED");
            assertThat(index.lookup("G0504", LocalDate.of(2017, 12, 31)).record().crossReferences()).isEmpty();
            assertThat(index.lookup("G0504", LocalDate.of(2018, 1, 1)).record().crossReferences())
                    .containsExactly("99494");
        }

        @Test
        void q4236IsReactivatedAfterAGap() {
            HcpcsIndex index = index(
                    release("2020-OCT", code("Q4236").says("Carepatch").added("2020-07-01").acted("A", "2020-07-01")),
                    release("2023-JAN", code("Q4236").says("Carepatch").added("2020-07-01").acted("R", "2023-01-01")));

            assertThat(periods(index, "Q4236")).containsExactly(
                    "1: 2020-07-01/2020-12-31 ACTIVE, TERMINATED",
                    "1: 2021-01-01/2022-12-31 INDETERMINATE, TERMINATED",
                    "1: 2023-01-01/open ACTIVE");
            assertThat(versions(index, "Q4236")).containsExactly(
                    "1: 2020-07-01 STATED, 2020-07-01/2023-03-31, Carepatch");
            assertThat(on(index, "Q4236", "2020-12-31")).isEqualTo("ACTIVE CONFIRMED");
            assertThat(on(index, "Q4236", "2021-01-01")).isEqualTo("INDETERMINATE ASSUMED");
            assertThat(on(index, "Q4236", "2022-12-31")).isEqualTo("INDETERMINATE ASSUMED");
            assertThat(on(index, "Q4236", "2023-01-01")).isEqualTo("ACTIVE CONFIRMED");
        }

        @Test
        void q2040IsReusedForAnotherDrug() {
            HcpcsIndex index = index(
                    release("2012-JAN", code("Q2040").says("Incobotulinumtoxin A").added("2011-04-01")
                            .acted("D", "2012-01-01").terminated("2011-12-31")
                            .with(record -> record.crossReferences(List.of("J0588")))),
                    release("2019-JAN", code("Q2040").says("Tisagenlecleucel").added("2018-01-01")
                            .acted("D", "2019-01-01").terminated("2018-12-31")));

            assertThat(periods(index, "Q2040")).containsExactly(
                    "1: 2011-04-01/2011-12-31 ACTIVE, TERMINATED",
                    "2: 2018-01-01/2018-12-31 ACTIVE, TERMINATED");
            assertThat(versions(index, "Q2040")).containsExactly(
                    "1: 2011-04-01 STATED, 2012-01-01/2012-03-31, Incobotulinumtoxin A",
                    "2: 2018-01-01 STATED, 2019-01-01/2019-03-31, Tisagenlecleucel");
            assertThat(textOn(index, "Q2040", "2017-12-31")).isEqualTo("Incobotulinumtoxin A");
            assertThat(on(index, "Q2040", "2017-12-31")).isEqualTo("TERMINATED CONFIRMED");
            assertThat(textOn(index, "Q2040", "2018-01-01")).isEqualTo("Tisagenlecleucel");
        }

        @Test
        void g9976VanishesWithoutATermination() {
            HcpcsIndex index = index(
                    release("2018-JAN", code("G9976").added("2018-01-01")),
                    release("2019-JAN"));

            assertThat(periods(index, "G9976")).containsExactly("1: 2018-01-01/2018-12-31 ACTIVE, WITHDRAWN");
        }

        @Test
        void modifierDaIsLeftOutOfOneRelease() {
            HcpcsIndex index = index(
                    release("2018-JAN", code("DA").added("2005-01-01")),
                    release("2019-JAN"),
                    release("2020-JAN", code("DA").added("2005-01-01")));

            assertThat(periods(index, "DA")).containsExactly("1: 2005-01-01/open ACTIVE");
            assertThat(on(index.asKnownAt(Quarter.parse("2019-JAN")), "DA", "2019-01-01")).isEqualTo("WITHDRAWN ASSUMED");
            assertThat(on(index, "DA", "2019-01-01")).isEqualTo("ACTIVE CONFIRMED");
        }
    }

    @Nested
    class FirstSeen {

        @Test
        void startsOnTheAddedDate() {
            HcpcsIndex index = index(release("2020-JAN", row().added("2011-04-01").acted("N", "2015-01-01")));

            assertThat(periods(index, CODE)).containsExactly("1: 2011-04-01/open ACTIVE");
        }

        @Test
        void startsOnTheAddedDateAlsoWhereThatLiesAheadOfTheRelease() {
            HcpcsIndex index = index(release("2020-JAN", row().says("new").added("2020-05-01").acted("A", "2020-05-01")));

            assertThat(periods(index, CODE)).containsExactly("1: 2020-05-01/open ACTIVE");
            assertThat(on(index, CODE, "2020-03-31")).isEqualTo("NOT_YET_EFFECTIVE CONFIRMED");
            assertThat(on(index, CODE, "2020-04-30")).isEqualTo("NOT_YET_EFFECTIVE ASSUMED");
            assertThat(on(index, CODE, "2020-05-01")).isEqualTo("ACTIVE ASSUMED");
        }

        @Test
        void startsOnTheActionEffectiveDateWhereTheAddedDateIsBlank() {
            HcpcsIndex index = index(release("2020-JAN", row().acted("N", "2015-01-01")));

            assertThat(periods(index, CODE)).containsExactly("1: 2015-01-01/open ACTIVE");
        }

        @Test
        void startsWithTheReleaseWhereBothDatesAreBlank() {
            HcpcsIndex index = index(release("2020-APR", row()));

            assertThat(periods(index, CODE)).containsExactly("1: 2020-04-01/open ACTIVE");
        }

        @Test
        void endsOnTheTerminationDateInclusive() {
            HcpcsIndex index = index(release("2020-JAN", row().added("2011-04-01").terminated("2019-12-31")));

            assertThat(periods(index, CODE)).containsExactly("1: 2011-04-01/2019-12-31 ACTIVE, TERMINATED");
            assertThat(index.status(CODE, LocalDate.of(2019, 12, 31))).isEqualTo(Status.ACTIVE);
            assertThat(index.status(CODE, LocalDate.of(2020, 1, 1))).isEqualTo(Status.TERMINATED);
        }

        @Test
        void aTerminationBeforeTheStartLeavesNoActiveDay() {
            HcpcsIndex index = index(release("2020-JAN", row().added("2011-04-01").terminated("2011-03-31")));

            assertThat(index.status(CODE, LocalDate.of(2011, 3, 31))).isEqualTo(Status.NOT_YET_EFFECTIVE);
            assertThat(index.status(CODE, LocalDate.of(2011, 4, 1))).isEqualTo(Status.TERMINATED);
        }

        @Test
        void reactivatedAfterTheStartIsIndeterminateInBetween() {
            HcpcsIndex index = index(release("2020-JAN", row().added("2011-04-01").acted("R", "2015-01-01")));

            assertThat(periods(index, CODE)).containsExactly(
                    "1: 2011-04-01/2014-12-31 INDETERMINATE, TERMINATED",
                    "1: 2015-01-01/open ACTIVE");
        }

        @Test
        void reactivatedOnTheDayAfterTheStartIsIndeterminateForADay() {
            HcpcsIndex index = index(release("2020-JAN", row().added("2011-04-01").acted("R", "2011-04-02")));

            assertThat(periods(index, CODE)).containsExactly(
                    "1: 2011-04-01/2011-04-01 INDETERMINATE, TERMINATED",
                    "1: 2011-04-02/open ACTIVE");
        }

        @Test
        void reactivatedAndTerminatedAgain() {
            HcpcsIndex index = index(release("2020-JAN", row().added("2011-04-01").acted("R", "2015-01-01")
                    .terminated("2019-12-31")));

            assertThat(periods(index, CODE)).containsExactly(
                    "1: 2011-04-01/2014-12-31 INDETERMINATE, TERMINATED",
                    "1: 2015-01-01/2019-12-31 ACTIVE, TERMINATED");
        }

        @ParameterizedTest
        @ValueSource(strings = {"2011-04-01", "2010-01-01"})
        void reactivatedNoLaterThanTheStartIsSimplyActive(String action) {
            HcpcsIndex index = index(release("2020-JAN", row().added("2011-04-01").acted("R", action)));

            assertThat(periods(index, CODE)).containsExactly("1: 2011-04-01/open ACTIVE");
        }

        @Test
        void reactivatedAtAnUnstatedTimeIsSimplyActive() {
            HcpcsIndex index = index(release("2020-JAN", row().added("2011-04-01").acted("R")));

            assertThat(periods(index, CODE)).containsExactly("1: 2011-04-01/open ACTIVE");
        }

        @ParameterizedTest
        @ValueSource(strings = {"A", "N", "C", "D", "F"})
        void noOtherActionMakesAnythingIndeterminate(String action) {
            HcpcsIndex index = index(release("2020-JAN", row().added("2011-04-01").acted(action, "2015-01-01")));

            assertThat(periods(index, CODE)).containsExactly("1: 2011-04-01/open ACTIVE");
        }
    }

    @Nested
    class SeenAgainWhileOpen {

        @Test
        void aTerminationDateClosesThePeriod() {
            HcpcsIndex index = index(
                    release("2020-JAN", row().added("2011-04-01")),
                    release("2020-JUL", row().added("2011-04-01").acted("D", "2020-07-01").terminated("2020-06-30")));

            assertThat(periods(index, CODE)).containsExactly("1: 2011-04-01/2020-06-30 ACTIVE, TERMINATED");
        }

        @ParameterizedTest
        @ValueSource(strings = {"2010-01-01", "2012-01-01"})
        void anotherAddedDateCorrectsTheStart(String corrected) {
            HcpcsIndex index = index(
                    release("2020-JAN", row().says("one").added("2011-04-01").acted("N", "2012-06-01")),
                    release("2020-APR", row().says("one").added(corrected).acted("N", "2012-06-01")));

            assertThat(periods(index, CODE)).containsExactly("1: " + corrected + "/open ACTIVE");
            assertThat(versions(index, CODE)).containsExactly("1: " + corrected + " STATED, 2012-06-01/2020-06-30, one");
        }

        @Test
        void anAddedDateCorrectsAStartThatHadToBeGuessed() {
            HcpcsIndex index = index(
                    release("2020-JAN", row().says("one")),
                    release("2020-APR", row().says("one").added("2011-04-01")));

            assertThat(periods(index, CODE)).containsExactly("1: 2011-04-01/open ACTIVE");
            assertThat(versions(index, CODE)).containsExactly("1: 2011-04-01 STATED, 2020-01-01/2020-06-30, one");
        }

        @Test
        void aBlankAddedDateCorrectsNothing() {
            HcpcsIndex index = index(release("2020-JAN", row().added("2011-04-01")), release("2020-APR", row()));

            assertThat(periods(index, CODE)).containsExactly("1: 2011-04-01/open ACTIVE");
        }

        @Test
        void anotherAddedDateCorrectsNothingWhereThereWereSeveralPeriods() {
            HcpcsIndex index = index(
                    release("2020-JAN", row().added("2011-04-01").acted("R", "2015-01-01")),
                    release("2020-APR", row().added("2012-04-01").acted("R", "2015-01-01")));

            assertThat(periods(index, CODE)).containsExactly(
                    "1: 2011-04-01/2014-12-31 INDETERMINATE, TERMINATED",
                    "1: 2015-01-01/open ACTIVE");
        }

        @Test
        void aCorrectionAndATerminationInOneRecordBothCount() {
            HcpcsIndex index = index(
                    release("2020-JAN", row().added("2011-04-01")),
                    release("2020-JUL", row().added("2010-01-01").terminated("2020-06-30")));

            assertThat(periods(index, CODE)).containsExactly("1: 2010-01-01/2020-06-30 ACTIVE, TERMINATED");
        }

        @Test
        void reactivatedAfterAGapWasTerminatedUnseen() {
            HcpcsIndex index = index(
                    release("2020-JAN", row().added("2011-04-01")),
                    release("2020-OCT", row().added("2011-04-01").acted("R", "2020-09-15")));

            assertThat(periods(index, CODE)).containsExactly(
                    "1: 2011-04-01/2020-03-31 ACTIVE, TERMINATED",
                    "1: 2020-04-01/2020-09-14 INDETERMINATE, TERMINATED",
                    "1: 2020-09-15/open ACTIVE");
        }

        @Test
        void reactivatedAfterAGapAndTerminatedAgain() {
            HcpcsIndex index = index(
                    release("2020-JAN", row().added("2011-04-01")),
                    release("2022-JAN", row().added("2011-04-01").acted("R", "2021-01-01").terminated("2021-12-31")));

            assertThat(periods(index, CODE)).containsExactly(
                    "1: 2011-04-01/2020-03-31 ACTIVE, TERMINATED",
                    "1: 2020-04-01/2020-12-31 INDETERMINATE, TERMINATED",
                    "1: 2021-01-01/2021-12-31 ACTIVE, TERMINATED");
        }

        /** The last release that carries the code counts, not the first, nor the one before this. */
        @Test
        void theGapBeginsWithTheLastReleaseThatCarriedTheCode() {
            HcpcsIndex index = index(
                    release("2019-JAN", row().added("2011-04-01")),
                    release("2019-JUL", row().added("2011-04-01")),
                    release("2020-JUL", row().added("2011-04-01").acted("R", "2020-07-01")));

            assertThat(periods(index, CODE)).containsExactly(
                    "1: 2011-04-01/2019-09-30 ACTIVE, TERMINATED",
                    "1: 2019-10-01/2020-06-30 INDETERMINATE, TERMINATED",
                    "1: 2020-07-01/open ACTIVE");
        }

        @ParameterizedTest
        @CsvSource({"2020-03-31, false", "2020-04-01, false", "2020-04-02, true"})
        void aGapIsMoreThanADayAfterTheQuarterEnd(String action, boolean gap) {
            HcpcsIndex index = index(
                    release("2020-JAN", row().added("2011-04-01")),
                    release("2020-APR", row().added("2011-04-01").acted("R", action)));

            assertThat(index.status(CODE, LocalDate.of(2020, 4, 1)))
                    .isEqualTo(gap ? Status.INDETERMINATE : Status.ACTIVE);
            assertThat(periods(index, CODE)).hasSize(gap ? 3 : 1);
        }

        @Test
        void reactivatedAtAnUnstatedTimeStaysOpen() {
            HcpcsIndex index = index(
                    release("2020-JAN", row().added("2011-04-01")),
                    release("2022-JAN", row().added("2011-04-01").acted("R")));

            assertThat(periods(index, CODE)).containsExactly("1: 2011-04-01/open ACTIVE");
        }

        @Test
        void noOtherActionAfterAGapMeansATermination() {
            HcpcsIndex index = index(
                    release("2020-JAN", row().added("2011-04-01")),
                    release("2022-JAN", row().added("2011-04-01").acted("C", "2022-01-01")));

            assertThat(periods(index, CODE)).containsExactly("1: 2011-04-01/open ACTIVE");
        }
    }

    @Nested
    class SeenAgainAfterTheEnd {

        private final ReleaseContent terminated = release("2018-JAN", row().says("one").added("2011-04-01")
                .acted("D", "2018-01-01").terminated("2017-12-31"));

        @Test
        void anAddedDateAfterTheEndOpensANewLife() {
            HcpcsIndex index = index(terminated,
                    release("2020-JAN", row().says("two").added("2019-07-01").acted("A", "2019-07-01")));

            assertThat(periods(index, CODE)).containsExactly(
                    "1: 2011-04-01/2017-12-31 ACTIVE, TERMINATED",
                    "2: 2019-07-01/open ACTIVE");
            assertThat(versions(index, CODE)).containsExactly(
                    "1: 2011-04-01 STATED, 2018-01-01/2018-03-31, one",
                    "2: 2019-07-01 STATED, 2019-07-01/2020-03-31, two");
        }

        @Test
        void anAddedDateOnTheDayAfterTheEndOpensANewLife() {
            HcpcsIndex index = index(terminated, release("2018-APR", row().added("2018-01-01")));

            assertThat(periods(index, CODE)).containsExactly(
                    "1: 2011-04-01/2017-12-31 ACTIVE, TERMINATED",
                    "2: 2018-01-01/open ACTIVE");
        }

        @Test
        void anAddedDateOnTheEndOpensNoNewLife() {
            HcpcsIndex index = index(terminated, release("2018-APR", row().added("2017-12-31").terminated("2017-12-31")));

            assertThat(periods(index, CODE)).containsExactly("1: 2011-04-01/2017-12-31 ACTIVE, TERMINATED");
        }

        @Test
        void aNewLifeHasAVersionOfItsOwnEvenWithTheSameContent() {
            HcpcsIndex index = index(terminated, release("2020-JAN", row().says("one").added("2019-07-01")));

            assertThat(versions(index, CODE)).containsExactly(
                    "1: 2011-04-01 STATED, 2018-01-01/2018-03-31, one",
                    "2: 2019-07-01 STATED, 2020-01-01/2020-03-31, one");
        }

        @Test
        void aNewLifeMayBeOverAlready() {
            HcpcsIndex index = index(terminated,
                    release("2020-JAN", row().added("2019-01-01").acted("D", "2020-01-01").terminated("2019-12-31")));

            assertThat(periods(index, CODE)).containsExactly(
                    "1: 2011-04-01/2017-12-31 ACTIVE, TERMINATED",
                    "2: 2019-01-01/2019-12-31 ACTIVE, TERMINATED");
        }

        @Test
        void aThirdLife() {
            HcpcsIndex index = index(terminated,
                    release("2020-JAN", row().added("2019-01-01").terminated("2019-12-31")),
                    release("2021-JAN", row().added("2021-01-01")));

            assertThat(periods(index, CODE)).containsExactly(
                    "1: 2011-04-01/2017-12-31 ACTIVE, TERMINATED",
                    "2: 2019-01-01/2019-12-31 ACTIVE, TERMINATED",
                    "3: 2021-01-01/open ACTIVE");
        }

        @Test
        void anAddedDateIsNotCorrectedInASecondLife() {
            HcpcsIndex index = index(terminated,
                    release("2020-JAN", row().added("2019-07-01")),
                    release("2020-APR", row().added("2019-04-01")));

            assertThat(periods(index, CODE)).containsExactly(
                    "1: 2011-04-01/2017-12-31 ACTIVE, TERMINATED",
                    "2: 2019-07-01/open ACTIVE");
        }

        @Test
        void reactivatedOnTheActionEffectiveDate() {
            HcpcsIndex index = index(terminated,
                    release("2020-JAN", row().says("one").added("2011-04-01").acted("R", "2019-07-01")));

            assertThat(periods(index, CODE)).containsExactly(
                    "1: 2011-04-01/2017-12-31 ACTIVE, TERMINATED",
                    "1: 2019-07-01/open ACTIVE");
            assertThat(versions(index, CODE)).containsExactly("1: 2011-04-01 STATED, 2018-01-01/2020-03-31, one");
            assertThat(on(index, CODE, "2019-06-30")).isEqualTo("TERMINATED CONFIRMED");
            assertThat(on(index, CODE, "2019-07-01")).isEqualTo("ACTIVE CONFIRMED");
        }

        @Test
        void reactivatedWithoutRByAnActionAfterTheEnd() {
            HcpcsIndex index = index(terminated,
                    release("2020-JAN", row().added("2011-04-01").acted("C", "2019-07-01")));

            assertThat(periods(index, CODE)).containsExactly(
                    "1: 2011-04-01/2017-12-31 ACTIVE, TERMINATED",
                    "1: 2019-07-01/open ACTIVE");
        }

        @Test
        void reactivatedWithTheReleaseWhereTheActionEffectiveDateIsBlank() {
            HcpcsIndex index = index(terminated, release("2020-JAN", row().added("2011-04-01").acted("R")));

            assertThat(periods(index, CODE)).containsExactly(
                    "1: 2011-04-01/2017-12-31 ACTIVE, TERMINATED",
                    "1: 2020-01-01/open ACTIVE");
        }

        @ParameterizedTest
        @ValueSource(strings = {"2017-12-31", "2016-01-01", "2018-01-01"})
        void reactivatedNoEarlierThanTheDayAfterTheEnd(String action) {
            HcpcsIndex index = index(terminated, release("2020-JAN", row().added("2011-04-01").acted("R", action)));

            assertThat(periods(index, CODE)).containsExactly(
                    "1: 2011-04-01/2017-12-31 ACTIVE, TERMINATED",
                    "1: 2018-01-01/open ACTIVE");
        }

        /** The end lies ahead of the release that has it no more. */
        @Test
        void reactivatedAtAnUnstatedTimeNoEarlierThanTheDayAfterTheEnd() {
            HcpcsIndex index = index(
                    release("2020-JAN", row().added("2011-04-01").terminated("2020-12-31")),
                    release("2020-APR", row().added("2011-04-01").acted("R")));

            assertThat(periods(index, CODE)).containsExactly(
                    "1: 2011-04-01/2020-12-31 ACTIVE, TERMINATED",
                    "1: 2021-01-01/open ACTIVE");
        }

        @ParameterizedTest
        @ValueSource(strings = {"2017-12-31", "2016-01-01"})
        void takenBackWhereNoActionLiesAfterTheEnd(String action) {
            HcpcsIndex index = index(terminated, release("2020-JAN", row().added("2011-04-01").acted("N", action)));

            assertThat(periods(index, CODE)).containsExactly("1: 2011-04-01/open ACTIVE");
        }

        @Test
        void takenBackWhereTheActionEffectiveDateIsBlank() {
            HcpcsIndex index = index(terminated, release("2020-JAN", row().added("2011-04-01").acted("N")));

            assertThat(periods(index, CODE)).containsExactly("1: 2011-04-01/open ACTIVE");
        }

        @ParameterizedTest
        @ValueSource(strings = {"2017-06-30", "2018-06-30"})
        void anotherTerminationDateReplacesTheEnd(String other) {
            HcpcsIndex index = index(terminated,
                    release("2018-APR", row().added("2011-04-01").acted("D", "2018-01-01").terminated(other)));

            assertThat(periods(index, CODE)).containsExactly("1: 2011-04-01/" + other + " ACTIVE, TERMINATED");
        }

        @Test
        void anotherTerminationDateReplacesTheEndEvenWithAReactivation() {
            HcpcsIndex index = index(terminated,
                    release("2020-JAN", row().added("2011-04-01").acted("R", "2019-07-01").terminated("2019-12-31")));

            assertThat(periods(index, CODE)).containsExactly("1: 2011-04-01/2019-12-31 ACTIVE, TERMINATED");
        }

        @Test
        void terminatedAgainAfterTheReactivation() {
            HcpcsIndex index = index(terminated,
                    release("2020-JAN", row().added("2011-04-01").acted("R", "2019-07-01")),
                    release("2021-JAN", row().added("2011-04-01").acted("D", "2021-01-01").terminated("2020-12-31")));

            assertThat(periods(index, CODE)).containsExactly(
                    "1: 2011-04-01/2017-12-31 ACTIVE, TERMINATED",
                    "1: 2019-07-01/2020-12-31 ACTIVE, TERMINATED");
        }
    }

    @Nested
    class Missing {

        private final ReleaseContent open = release("2018-JAN", row().says("one").added("2011-04-01"));

        @Test
        void anOpenCodeIsWithdrawnOnTheDayBeforeTheRelease() {
            HcpcsIndex index = index(open, release("2018-JUL"), release("2018-OCT"));

            assertThat(periods(index, CODE)).containsExactly("1: 2011-04-01/2018-06-30 ACTIVE, WITHDRAWN");
            assertThat(index.status(CODE, LocalDate.of(2018, 6, 30))).isEqualTo(Status.ACTIVE);
            assertThat(index.status(CODE, LocalDate.of(2018, 7, 1))).isEqualTo(Status.WITHDRAWN);
            assertThat(textOn(index, CODE, "2018-07-01")).isEqualTo("one");
        }

        @Test
        void aWithdrawnCodeThatComesBackWasNeverWithdrawn() {
            HcpcsIndex index = index(open, release("2018-JUL"),
                    release("2019-JAN", row().says("one").added("2011-04-01")));

            assertThat(periods(index, CODE)).containsExactly("1: 2011-04-01/open ACTIVE");
            assertThat(versions(index, CODE)).containsExactly("1: 2011-04-01 STATED, 2018-01-01/2019-03-31, one");
        }

        @Test
        void aWithdrawnCodeMayComeBackTerminated() {
            HcpcsIndex index = index(open, release("2018-JUL"),
                    release("2019-JAN", row().added("2011-04-01").terminated("2018-12-31")));

            assertThat(periods(index, CODE)).containsExactly("1: 2011-04-01/2018-12-31 ACTIVE, TERMINATED");
        }

        @Test
        void aWithdrawnCodeMayComeBackReactivatedAfterAGap() {
            HcpcsIndex index = index(open, release("2018-JUL"),
                    release("2019-JAN", row().added("2011-04-01").acted("R", "2019-01-01")));

            assertThat(periods(index, CODE)).containsExactly(
                    "1: 2011-04-01/2018-03-31 ACTIVE, TERMINATED",
                    "1: 2018-04-01/2018-12-31 INDETERMINATE, TERMINATED",
                    "1: 2019-01-01/open ACTIVE");
        }

        @Test
        void aWithdrawnCodeThatComesBackWithALaterAddedDateHasANewLife() {
            HcpcsIndex index = index(open, release("2018-JUL"),
                    release("2019-JAN", row().says("one").added("2018-07-01")));

            assertThat(periods(index, CODE)).containsExactly(
                    "1: 2011-04-01/2018-06-30 ACTIVE, WITHDRAWN",
                    "2: 2018-07-01/open ACTIVE");
        }

        @Test
        void aWithdrawnCodeMayBeWithdrawnAgain() {
            HcpcsIndex index = index(open, release("2018-JUL"), release("2019-JAN", row().added("2011-04-01")),
                    release("2020-JAN"));

            assertThat(periods(index, CODE)).containsExactly("1: 2011-04-01/2019-12-31 ACTIVE, WITHDRAWN");
        }

        @Test
        void aTerminatedCodeThatIsDroppedStaysTerminated() {
            HcpcsIndex index = index(
                    release("2018-JAN", row().added("2011-04-01").terminated("2017-12-31")),
                    release("2022-JAN"));

            assertThat(periods(index, CODE)).containsExactly("1: 2011-04-01/2017-12-31 ACTIVE, TERMINATED");
        }

        @Test
        void aCodeWhoseLastDayIsStillToComeKeepsIt() {
            HcpcsIndex index = index(
                    release("2018-JAN", row().added("2011-04-01").terminated("2018-12-31")),
                    release("2018-APR"));

            assertThat(periods(index, CODE)).containsExactly("1: 2011-04-01/2018-12-31 ACTIVE, TERMINATED");
        }

        @Test
        void releasesBeforeTheFirstSightDoNotCount() {
            HcpcsIndex index = index(release("2017-JAN"), open);

            assertThat(periods(index, CODE)).containsExactly("1: 2011-04-01/open ACTIVE");
        }
    }

    @Nested
    class FirstVersion {

        @Test
        void isConfirmedFromTheActionEffectiveDate() {
            HcpcsIndex index = index(release("2020-JAN", row().says("one").added("2011-04-01").acted("C", "2015-01-01")));

            assertThat(versions(index, CODE)).containsExactly("1: 2011-04-01 STATED, 2015-01-01/2020-03-31, one");
        }

        @Test
        void isConfirmedFromTheReleaseWhereTheActionEffectiveDateIsBlank() {
            HcpcsIndex index = index(release("2020-JAN", row().says("one").added("2011-04-01")));

            assertThat(versions(index, CODE)).containsExactly("1: 2011-04-01 STATED, 2020-01-01/2020-03-31, one");
        }

        @Test
        void isConfirmedFromTheReleaseWhereTheActionWasTheDiscontinuation() {
            HcpcsIndex index = index(release("2020-JAN", row().says("one").added("2011-04-01").acted("D", "2019-07-01")
                    .terminated("2019-06-30")));

            assertThat(versions(index, CODE)).containsExactly("1: 2011-04-01 STATED, 2020-01-01/2020-03-31, one");
            assertThat(on(index, CODE, "2019-06-30")).isEqualTo("ACTIVE ASSUMED");
            assertThat(on(index, CODE, "2019-07-01")).isEqualTo("TERMINATED CONFIRMED");
        }

        @Test
        void isConfirmedFromAnActionOnTheLastDay() {
            HcpcsIndex index = index(release("2020-JAN", row().says("one").added("2011-04-01").acted("C", "2019-06-30")
                    .terminated("2019-06-30")));

            assertThat(versions(index, CODE)).containsExactly("1: 2011-04-01 STATED, 2019-06-30/2020-03-31, one");
        }

        /** CMS's error: the action lies before the code came into being. */
        @Test
        void isNotConfirmedBeforeItsStart() {
            HcpcsIndex index = index(release("2020-JAN", row().says("one").added("2011-04-01").acted("N", "2010-01-01")));

            assertThat(periods(index, CODE)).containsExactly("1: 2011-04-01/open ACTIVE");
            assertThat(versions(index, CODE)).containsExactly("1: 2011-04-01 STATED, 2011-04-01/2020-03-31, one");
        }

        @Test
        void startsWithTheIndeterminatePeriodOfAReactivatedCode() {
            HcpcsIndex index = index(release("2020-JAN", row().says("one").added("2011-04-01").acted("R", "2015-01-01")));

            assertThat(versions(index, CODE)).containsExactly("1: 2011-04-01 STATED, 2015-01-01/2020-03-31, one");
        }

        @Test
        void appliesBeforeItsStartToo() {
            HcpcsIndex index = index(release("2020-JAN", row().says("one").added("2011-04-01")));

            assertThat(textOn(index, CODE, "1990-01-01")).isEqualTo("one");
        }
    }

    @Nested
    class SameContent {

        @ParameterizedTest
        @ValueSource(strings = {"Care patch", "CARE PATCH", "care  patch", " Care\u00a0patch "})
        void letterCaseAndTheAmountOfWhiteSpaceMakeNoVersion(String restyled) {
            HcpcsIndex index = index(
                    release("2020-JAN", row().says("Care patch").added("2011-04-01")),
                    release("2021-JAN", row().says(restyled).added("2011-04-01").acted("C", "2021-01-01")));

            assertThat(index.history(CODE).versions()).hasSize(1);
        }

        @Test
        void missingWhiteSpaceMakesAVersion() {
            HcpcsIndex index = index(
                    release("2020-JAN", row().says("2CC").added("2011-04-01")),
                    release("2021-JAN", row().says("2 cc").added("2011-04-01")));

            assertThat(index.history(CODE).versions()).hasSize(2);
        }

        @Test
        void blankAndZeroBaseUnitsAreTheSame() {
            HcpcsIndex index = index(
                    release("2019-JAN", row()),
                    release("2020-JAN", row().with(record -> record.anesthesiaBaseUnits(OptionalInt.of(0)))),
                    release("2021-JAN", row()));

            assertThat(index.history(CODE).versions()).hasSize(1);
        }

        @Test
        void otherBaseUnitsMakeAVersion() {
            HcpcsIndex index = index(
                    release("2020-JAN", row()),
                    release("2021-JAN", row().with(record -> record.anesthesiaBaseUnits(OptionalInt.of(1)))));

            assertThat(index.history(CODE).versions()).hasSize(2);
        }

        @Test
        void theDatesOfTheLifeTheActionAndTheSequenceNumberMakeNoVersion() {
            HcpcsIndex index = index(
                    release("2026-JAN", full(CODE)),
                    release("2026-APR", full(CODE).added("2022-01-01").acted("D", "2026-04-01").terminated("2026-03-31")
                            .with(record -> record.sequenceNumber(300))));

            assertThat(index.history(CODE).versions()).hasSize(1);
        }

        @Test
        void theAscEffectiveDateMakesAVersion() {
            HcpcsIndex index = index(
                    release("2026-JAN", full(CODE)),
                    release("2026-APR", full(CODE).with(record -> record.ascEffectiveDate(Optional.empty()))));

            assertThat(index.history(CODE).versions()).hasSize(2);
        }

        @Test
        void theOrderOfAListMakesAVersion() {
            HcpcsIndex index = index(
                    release("2026-JAN", full(CODE)),
                    release("2026-APR", full(CODE).with(record -> record.pricingIndicators(List.of("51", "11")))));

            assertThat(index.history(CODE).versions()).hasSize(2);
        }

        @Test
        void theVersionHasTheLastRecordAndAllItsReleases() {
            HcpcsIndex index = index(
                    release("2020-JAN", row().says("CARE PATCH").added("2011-04-01").acted("N", "2011-04-01")),
                    release("2021-JAN", row().says("Care patch").added("2011-04-01").acted("C", "2021-01-01")));

            Version version = index.history(CODE).versions().get(0);
            assertThat(version.record().longDescription()).isEqualTo("Care patch");
            assertThat(version.releases()).isEqualTo(index.releases());
            assertThat(version.lastSeen().quarter()).hasToString("2021-JAN");
            assertThat(version.start()).isEqualTo("2011-04-01");
            assertThat(version.confirmedFrom()).isEqualTo("2011-04-01");
        }

        @Test
        void contentThatComesBackIsAnotherVersion() {
            HcpcsIndex index = index(
                    release("2019-JAN", row().says("one").added("2011-04-01")),
                    release("2020-JAN", row().says("two").added("2011-04-01")),
                    release("2021-JAN", row().says("one").added("2011-04-01")));

            assertThat(versions(index, CODE)).containsExactly(
                    "1: 2011-04-01 STATED, 2019-01-01/2019-03-31, one",
                    "1: 2020-01-01 OBSERVED, 2020-01-01/2020-03-31, two",
                    "1: 2021-01-01 OBSERVED, 2021-01-01/2021-03-31, one");
        }
    }

    @Nested
    class OtherContent {

        private final ReleaseContent first = release("2019-JAN", row().says("one").added("2011-04-01")
                .acted("N", "2015-01-01"));

        @Test
        void startsOnALaterActionEffectiveDate() {
            HcpcsIndex index = index(first,
                    release("2020-JAN", row().says("two").added("2011-04-01").acted("C", "2019-08-15")));

            assertThat(versions(index, CODE)).containsExactly(
                    "1: 2011-04-01 STATED, 2015-01-01/2019-03-31, one",
                    "1: 2019-08-15 STATED, 2019-08-15/2020-03-31, two");
        }

        @Test
        void startsAheadOfTheReleaseWhereTheActionDoes() {
            HcpcsIndex index = index(first,
                    release("2020-JAN", row().says("two").added("2011-04-01").acted("C", "2020-02-01")));

            assertThat(textOn(index, CODE, "2020-01-31")).isEqualTo("one");
            assertThat(textOn(index, CODE, "2020-02-01")).isEqualTo("two");
            assertThat(on(index, CODE, "2020-01-31")).isEqualTo("ACTIVE ASSUMED");
            assertThat(on(index, CODE, "2020-02-01")).isEqualTo("ACTIVE CONFIRMED");
        }

        @ParameterizedTest
        @ValueSource(strings = {"2015-01-01", "2014-12-31"})
        void startsWithTheReleaseWhereTheActionIsNoLater(String action) {
            HcpcsIndex index = index(first,
                    release("2020-JAN", row().says("two").added("2011-04-01").acted("C", action)));

            assertThat(versions(index, CODE)).containsExactly(
                    "1: 2011-04-01 STATED, 2015-01-01/2019-03-31, one",
                    "1: 2020-01-01 OBSERVED, 2020-01-01/2020-03-31, two");
        }

        @Test
        void startsWithTheReleaseWhereTheActionEffectiveDateIsBlank() {
            HcpcsIndex index = index(first, release("2020-JAN", row().says("two").added("2011-04-01").acted("C")));

            assertThat(versions(index, CODE)).last()
                    .isEqualTo("1: 2020-01-01 OBSERVED, 2020-01-01/2020-03-31, two");
        }

        /** An earlier release than the last one may have stated a later action. */
        @Test
        void startsWithTheReleaseWhereAnyEarlierReleaseStatedThatAction() {
            HcpcsIndex index = index(first,
                    release("2020-JAN", row().says("one").added("2011-04-01").acted("C", "2019-08-15")),
                    release("2020-APR", row().says("one").added("2011-04-01").acted("N", "2015-01-01")),
                    release("2020-JUL", row().says("two").added("2011-04-01").acted("C", "2019-08-15")));

            assertThat(versions(index, CODE)).last()
                    .isEqualTo("1: 2020-07-01 OBSERVED, 2020-07-01/2020-09-30, two");
        }

        @Test
        void actionsOfAnEarlierLifeCountToo() {
            HcpcsIndex index = index(
                    release("2019-JAN", row().says("one").added("2011-04-01").acted("D", "2019-06-01")
                            .terminated("2018-12-31")),
                    release("2019-APR", row().says("two").added("2019-04-01").acted("A", "2019-04-01")),
                    release("2019-JUL", row().says("three").added("2019-04-01").acted("C", "2019-05-01")));

            assertThat(versions(index, CODE)).last()
                    .isEqualTo("2: 2019-07-01 OBSERVED, 2019-07-01/2019-09-30, three");
        }

        @ParameterizedTest
        @CsvSource({"2019-01-02, 2019-01-02 STATED", "2019-01-01, 2020-01-01 OBSERVED", "2018-06-01, 2020-01-01 OBSERVED"})
        void whereNoneWasStatedTheActionMustLieAfterTheLastCarriersEffectiveDate(String action, String expected) {
            HcpcsIndex index = index(
                    release("2018-JAN", row().says("one").added("2011-04-01")),
                    release("2019-JAN", row().says("one").added("2011-04-01")),
                    release("2019-JUL", code("A2000")),
                    release("2020-JAN", row().says("two").added("2011-04-01").acted("C", action)));

            assertThat(versions(index, CODE)).last().asString().startsWith("1: " + expected);
        }

        @Test
        void replacesEveryVersionThatStartsOnOrAfterItsOwnStart() {
            HcpcsIndex index = index(
                    release("2019-JAN", row().says("one").added("2011-04-01").acted("N", "2011-04-01")),
                    release("2020-JAN", row().says("two").added("2011-04-01").acted("N", "2011-04-01")),
                    release("2020-APR", row().says("three").added("2011-04-01").acted("N", "2011-04-01")),
                    release("2020-JUL", row().says("four").added("2011-04-01").acted("C", "2020-01-01")));

            assertThat(versions(index, CODE)).containsExactly(
                    "1: 2011-04-01 STATED, 2011-04-01/2019-03-31, one",
                    "1: 2020-01-01 STATED, 2020-01-01/2020-09-30, four");
        }

        @Test
        void keepsTheVersionThatStartsTheDayBefore() {
            HcpcsIndex index = index(
                    release("2019-JAN", row().says("one").added("2011-04-01").acted("N", "2011-04-01")),
                    release("2020-JAN", row().says("two").added("2011-04-01").acted("N", "2011-04-01")),
                    release("2020-JUL", row().says("three").added("2011-04-01").acted("C", "2020-01-02")));

            assertThat(versions(index, CODE)).extracting(line -> line.substring(3, 13))
                    .containsExactly("2011-04-01", "2020-01-01", "2020-01-02");
        }

        @Test
        void replacesAnAnnouncedVersionThatNeverCame() {
            HcpcsIndex index = index(first,
                    release("2020-JAN", row().says("two").added("2011-04-01").acted("C", "2020-06-01")),
                    release("2020-APR", row().says("three").added("2011-04-01").acted("C", "2020-06-01")));

            assertThat(versions(index, CODE)).containsExactly(
                    "1: 2011-04-01 STATED, 2015-01-01/2019-03-31, one",
                    "1: 2020-04-01 OBSERVED, 2020-04-01/2020-06-30, three");
        }

        /** The code was announced for June, and announced otherwise before June. */
        @Test
        void takesOverTheStartOfTheFirstVersionWhereItReplacesThat() {
            HcpcsIndex index = index(
                    release("2020-JAN", row().says("one").added("2020-06-01")),
                    release("2020-APR", row().says("two").added("2020-06-01").acted("A", "2020-05-01")));

            assertThat(index.history(CODE).versions()).singleElement().satisfies(version -> {
                assertThat(version.start()).isEqualTo("2020-06-01");
                assertThat(version.record().longDescription()).isEqualTo("two");
                assertThat(version.releases()).extracting(Release::quarter).containsExactly(Quarter.parse("2020-APR"));
            });
        }

        /** Shows once a later release moves the start further back. */
        @Test
        void staysConfirmedFromItsOwnDateWhereItReplacesTheFirstVersion() {
            HcpcsIndex index = index(
                    release("2020-JAN", row().says("one").added("2020-06-01")),
                    release("2020-APR", row().says("two").added("2020-06-01").acted("A", "2020-05-01")),
                    release("2020-JUL", row().says("two").added("2020-04-15").acted("A", "2020-05-01")));

            assertThat(versions(index, CODE)).containsExactly("1: 2020-04-15 STATED, 2020-05-01/2020-09-30, two");
        }

        @Test
        void replacesNothingOfAnEarlierLife() {
            HcpcsIndex index = index(
                    release("2018-JAN", row().says("one").added("2011-04-01").terminated("2017-12-31")),
                    release("2019-JAN", row().says("two").added("2019-02-01")),
                    release("2019-APR", row().says("three").added("2019-02-01").acted("C", "2019-01-15")));

            assertThat(versions(index, CODE)).extracting(line -> line.substring(0, 13))
                    .containsExactly("1: 2011-04-01", "2: 2019-02-01");
            assertThat(textOn(index, CODE, "2019-02-01")).isEqualTo("three");
        }

        @Test
        void theDayItStartsOnBelongsToIt() {
            HcpcsIndex index = index(first,
                    release("2020-JAN", row().says("two").added("2011-04-01").acted("C", "2019-08-15")));

            assertThat(textOn(index, CODE, "2019-08-14")).isEqualTo("one");
            assertThat(textOn(index, CODE, "2019-08-15")).isEqualTo("two");
        }

        @Test
        void aTerminatedCodeMayChangeItsContentToo() {
            HcpcsIndex index = index(
                    release("2018-JAN", row().says("one").added("2011-04-01").terminated("2017-12-31")),
                    release("2019-JAN", row().says("two").added("2011-04-01").terminated("2017-12-31")));

            assertThat(textOn(index, CODE, "2018-12-31")).isEqualTo("one");
            assertThat(textOn(index, CODE, "2019-01-01")).isEqualTo("two");
            assertThat(on(index, CODE, "2019-01-01")).isEqualTo("TERMINATED CONFIRMED");
        }
    }

    @Nested
    class EvidenceOfAnAnswer {

        private final HcpcsIndex index = index(
                release("2018-JAN", row().says("one").added("2011-04-01").acted("C", "2016-07-01"), code("G9976"),
                        code("A2000").added("2011-04-01").terminated("2018-02-28"),
                        code("A3000").added("2011-04-01").acted("R", "2016-07-01")),
                release("2019-JUL", row().says("one").added("2011-04-01").acted("C", "2016-07-01"),
                        code("A4000").added("2030-01-01")));

        @ParameterizedTest
        @CsvSource({"2016-06-30, ASSUMED", "2016-07-01, CONFIRMED", "2018-12-31, CONFIRMED", "2019-09-30, CONFIRMED",
            "2019-10-01, ASSUMED"})
        void activeIsConfirmedFromTheVersionsDateToTheLastSightsQuarterEnd(String date, String evidence) {
            assertThat(on(index, CODE, date)).isEqualTo("ACTIVE " + evidence);
        }

        /** The code's last sight counts, not the latest loaded release. */
        @ParameterizedTest
        @CsvSource({"2018-03-31, CONFIRMED", "2018-04-01, ASSUMED", "2019-06-30, ASSUMED"})
        void activeUntilWithdrawnIsConfirmedToTheLastSight(String date, String evidence) {
            assertThat(on(index, "G9976", date)).isEqualTo("ACTIVE " + evidence);
        }

        @ParameterizedTest
        @ValueSource(strings = {"2019-07-01", "2019-09-30", "2025-01-01"})
        void withdrawnIsAlwaysAssumed(String date) {
            assertThat(on(index, "G9976", date)).isEqualTo("WITHDRAWN ASSUMED");
        }

        /** The latest loaded release need not carry the code any more. */
        @ParameterizedTest
        @CsvSource({"2018-03-01, CONFIRMED", "2019-09-30, CONFIRMED", "2019-10-01, ASSUMED"})
        void terminatedIsConfirmedToTheLatestLoadedQuartersEnd(String date, String evidence) {
            assertThat(on(index, "A2000", date)).isEqualTo("TERMINATED " + evidence);
        }

        @ParameterizedTest
        @CsvSource({"1990-01-01, CONFIRMED", "2019-09-30, CONFIRMED", "2019-10-01, ASSUMED", "2029-12-31, ASSUMED"})
        void notYetEffectiveIsConfirmedToTheLatestLoadedQuartersEnd(String date, String evidence) {
            assertThat(on(index, "A4000", date)).isEqualTo("NOT_YET_EFFECTIVE " + evidence);
        }

        @ParameterizedTest
        @ValueSource(strings = {"2011-04-01", "2016-06-30"})
        void indeterminateIsAlwaysAssumed(String date) {
            assertThat(on(index, "A3000", date)).isEqualTo("INDETERMINATE ASSUMED");
        }

        @Test
        void aVersionThatWasReplacedIsConfirmedToItsOwnLastSight() {
            HcpcsIndex changed = index(
                    release("2018-JAN", row().says("one").added("2011-04-01")),
                    release("2019-JAN", row().says("two").added("2011-04-01")));

            assertThat(on(changed, CODE, "2018-03-31")).isEqualTo("ACTIVE CONFIRMED");
            assertThat(on(changed, CODE, "2018-12-31")).isEqualTo("ACTIVE ASSUMED");
            assertThat(on(changed, CODE, "2019-01-01")).isEqualTo("ACTIVE CONFIRMED");
        }
    }

    @Nested
    class AscPaymentGroup {

        @Test
        void appliesFromItsEffectiveDateOn() {
            HcpcsIndex index = index(release("2026-JAN", row().added("2011-04-01").with(record -> record
                    .ascPaymentGroup("YY").ascEffectiveDate(Optional.of(LocalDate.of(2026, 1, 1))))));

            assertThat(groupOn(index, "2025-12-31")).isEmpty();
            assertThat(groupOn(index, "2026-01-01")).contains("YY");
        }

        @Test
        void aBlankDateHidesNothing() {
            HcpcsIndex index = index(release("2026-JAN", row().added("2011-04-01").with(record -> record
                    .ascPaymentGroup("YY"))));

            assertThat(groupOn(index, "1990-01-01")).contains("YY");
        }

        private Optional<String> groupOn(HcpcsIndex index, String date) {
            return index.lookup(CODE, LocalDate.parse(date)).ascPaymentGroup().map(CodedValue::code);
        }
    }

    @Nested
    class DatesThatRunBackwards {

        @Test
        void aReactivationAheadThatIsMovedLeavesNoOverlap() {
            HcpcsIndex index = index(release("2019-JAN", row()),
                    release("2019-APR", row().acted("R", "2019-07-02")),
                    release("2019-JUL", row().acted("R", "2019-09-30")));

            assertThat(periods(index, CODE)).containsExactly("1: 2019-01-01/2019-03-31 ACTIVE, TERMINATED",
                    "1: 2019-04-01/2019-06-30 INDETERMINATE, TERMINATED",
                    "1: 2019-07-01/2019-09-29 INDETERMINATE, TERMINATED", "1: 2019-09-30/open ACTIVE");
        }

        /** The page says every version that starts on or after the new one's own start, those of an earlier life too. */
        @Test
        void aVersionReplacesThoseOfAnEarlierLifeThatStartLater() {
            HcpcsIndex index = index(
                    release("2012-JAN", row().says("A").added("2000-01-01").acted("N", "2005-01-01").terminated("2012-12-31")),
                    release("2016-JAN", row().says("B").added("2000-01-01").acted("N", "2005-01-01").terminated("2012-12-31")),
                    release("2019-JAN", row().says("C").added("2019-01-01")),
                    release("2020-JAN", row().says("D").added("2019-01-01").acted("C", "2015-06-01")));

            assertThat(textOn(index, CODE, "2017-05-01")).isEqualTo("A");
            assertThat(textOn(index, CODE, "2019-01-01")).isEqualTo("D");
            assertThat(index.history(CODE).versions()).extracting(Version::start)
                    .containsExactly(LocalDate.of(2000, 1, 1), LocalDate.of(2019, 1, 1));
        }

        @Test
        void versionsAscendAfterATerminationBeforeTheStart() {
            HcpcsIndex index = index(release("2019-JAN", row().added("2018-09-30").terminated("2018-06-30")),
                    release("2019-APR", row().added("2018-10-01")),
                    release("2019-JUL", row().terminated("2018-06-30")),
                    release("2019-OCT", row().acted("N", "2018-09-30")));

            assertThat(index.history(CODE).versions()).extracting(Version::start).doesNotHaveDuplicates().isSorted();
        }
    }

    @Nested
    class ManyVersions {

        @Test
        void aCodeThatChangesWithEveryReleaseHasAVersionForEach() {
            ReleaseContent[] releases = IntStream.range(0, 40)
                    .mapToObj(year -> release(1980 + year + "-JAN", row().says("text " + year).added("1980-01-01")))
                    .toArray(ReleaseContent[]::new);
            HcpcsIndex index = index(releases);

            assertThat(index.history(CODE).versions()).hasSize(40);
            for (int year = 0; year < 40; year++) {
                assertThat(textOn(index, CODE, 1980 + year + "-06-01")).isEqualTo("text " + year);
            }
        }
    }

    @Nested
    class AsKnownAt {

        private final HcpcsIndex index = index(
                release("2019-JAN", row().says("one").added("2011-04-01")),
                release("2020-JAN", row().says("two").added("2010-01-01").acted("C", "2018-06-01")
                        .terminated("2018-12-31")));

        @Test
        void laterReleasesDoNotCount() {
            HcpcsIndex then = index.asKnownAt(Quarter.parse("2019-JAN"));

            assertThat(on(then, CODE, "2019-02-01")).isEqualTo("ACTIVE CONFIRMED");
            assertThat(textOn(then, CODE, "2019-02-01")).isEqualTo("one");
            assertThat(on(index, CODE, "2019-02-01")).isEqualTo("TERMINATED CONFIRMED");
        }

        @Test
        void evidenceEndsWithTheReleaseOfThatTime() {
            HcpcsIndex then = index.asKnownAt(Quarter.parse("2019-JAN"));

            assertThat(on(then, CODE, "2019-04-01")).isEqualTo("ACTIVE ASSUMED");
        }
    }
}
