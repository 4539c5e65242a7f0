package dev.hcpcs.loader.change;

import static dev.hcpcs.loader.change.SmallReleases.changes;
import static dev.hcpcs.loader.change.SmallReleases.code;
import static dev.hcpcs.loader.change.SmallReleases.index;
import static dev.hcpcs.loader.change.SmallReleases.release;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hcpcs.lookup.HcpcsCode;
import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.Quarter;
import dev.hcpcs.lookup.Release;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every kind of change, each from releases that show nothing else. */
class ReleaseChangesTest {

    @Test
    void historyIsThatOfAllReleasesOfBothIndexes() {
        HcpcsIndex older = index(release("2019-JAN", code("A1234").says("one")), release("2020-JAN", code("A1234").says("two")));
        HcpcsIndex newer = index(release("2020-APR", code("A1234").says("three")), release("2020-JUL", code("A1234").says("four")),
                release("2020-OCT", code("A1234").says("five")));
        ReleaseChanges changes = ReleaseChanges.between(older, Quarter.parse("2020-JAN"), newer, Quarter.parse("2020-JUL"));

        assertThat(changes.known()).extracting(Release::name).containsExactly("2019-JAN.txt");
        assertThat(changes.loaded()).extracting(Release::name).containsExactly("2019-JAN.txt", "2020-JAN.txt", "2020-APR.txt",
                "2020-JUL.txt", "2020-OCT.txt");
        assertThat(changes.findHistory(HcpcsCode.parse("A1234")).orElseThrow().versions())
                .extracting(version -> version.record().longDescription())
                .containsExactly("one", "two", "three", "four", "five");
        assertThat(changes.findHistory(HcpcsCode.parse("A4321"))).isEmpty();
    }

    @Test
    void releasesThatCarryACodeAreToldApart() {
        ReleaseChanges changes = changes(release("2019-JAN", code("A1234")), release("2020-JAN"), release("2020-APR", code("A1234")));

        assertThat(changes.carrying(HcpcsCode.parse("A1234"))).extracting(Release::name)
                .containsExactly("2019-JAN.txt", "2020-APR.txt");
        assertThat(changes.carrying(HcpcsCode.parse("A4321"))).isEmpty();
    }

    @Test
    void codeThatNoEarlierReleaseCarriesIsAdded() {
        assertThat(kinds(changes(release("2020-JAN"), release("2020-APR", code("A1234").added("2020-04-01")))))
                .isEqualTo("[added]");
    }

    @Test
    void codeThatCameAndWentBetweenTheReleasesIsAdded() {
        assertThat(kinds(changes(release("2019-JAN"),
                release("2020-APR", code("A1234").added("2019-07-01").terminated("2019-12-31"))))).isEqualTo("[added]");
    }

    @Test
    void terminationDateWhereThereWasNoneIsATermination() {
        CodeChange change = only(changes(release("2020-JAN", code("A1234").added("2010-01-01")),
                release("2020-APR", code("A1234").added("2010-01-01").terminated("2020-03-31"))));

        assertThat(change.kinds()).containsExactly(ChangeKind.TERMINATED);
        assertThat(change.fields()).extracting(field -> field.field().key() + " " + field.before() + "/" + field.after())
                .containsExactly("terminationDate /2020-03-31");
    }

    @Test
    void activeAgainInTheSameLifeIsReactivated() {
        assertThat(kinds(changes(release("2020-JAN", code("A1234").added("2010-01-01").terminated("2019-12-31")),
                release("2020-APR", code("A1234").added("2010-01-01").acted("R", "2020-04-01"))))).isEqualTo("[reactivated]");
    }

    @Test
    void terminationTakenBackIsAReactivation() {
        assertThat(kinds(changes(
                release("2020-JAN", code("A1234").added("2010-01-01").acted("D", "2020-01-01").terminated("2019-12-31")),
                release("2020-APR", code("A1234").added("2010-01-01").acted("N", "2010-01-01"))))).isEqualTo("[reactivated]");
    }

    @Test
    void terminatedAndReactivatedUnseenIsReactivated() {
        assertThat(kinds(changes(release("2020-OCT", code("A1234").added("2010-01-01")),
                release("2023-JAN", code("A1234").added("2010-01-01").acted("R", "2023-01-01"))))).isEqualTo("[reactivated]");
    }

    @Test
    void addedDateAfterTheTerminationIsAReuse() {
        assertThat(kinds(changes(release("2012-JAN", code("A1234").says("one").added("2010-01-01").terminated("2011-12-31")),
                release("2019-JAN", code("A1234").says("other").added("2018-01-01").acted("A", "2018-01-01")))))
                .isEqualTo("[reused, changed]");
    }

    @Test
    void codeThatOnlyAnOlderReleaseCarriesIsReusedOrReturnedNotAdded() {
        assertThat(kinds(changes(release("2012-JAN", code("A1234").added("2010-01-01").terminated("2011-12-31")),
                release("2018-JAN"), release("2019-JAN", code("A1234").added("2018-01-01"))))).isEqualTo("[reused]");
        assertThat(kinds(changes(release("2018-JAN", code("A1234").added("2010-01-01")), release("2019-JAN"),
                release("2020-JAN", code("A1234").added("2010-01-01"))))).isEqualTo("[returned]");
        assertThat(kinds(changes(release("2012-JAN", code("A1234").added("2010-01-01").terminated("2011-12-31")),
                release("2018-JAN"), release("2019-JAN", code("A1234").added("2010-01-01").acted("R", "2019-01-01")))))
                .isEqualTo("[returned]");
    }

    @Test
    void goneWithoutTerminationIsWithdrawnAndAfterItDropped() {
        assertThat(kinds(changes(release("2020-JAN", code("A1234")), release("2020-APR")))).isEqualTo("[withdrawn]");
        assertThat(kinds(changes(release("2020-JAN", code("A1234").terminated("2016-12-31")), release("2020-APR"))))
                .isEqualTo("[dropped]");
    }

    @Test
    void contentThatDiffersIsAChangeWithBothValuesOfEveryField() {
        CodeChange change = only(changes(release("2020-JAN", code("A1234").says("one").acted("N", "2010-01-01")),
                release("2020-APR", code("A1234").says("other").with(record -> record.pricingIndicators(List.of("11", "51")))
                        .acted("C", "2020-04-01"))));

        assertThat(change.kinds()).containsExactly(ChangeKind.CHANGED);
        assertThat(change.silent()).isFalse();
        assertThat(change.fields()).extracting(field -> field.field().key() + " " + field.before() + "/" + field.after())
                .containsExactly("longDescription one/other", "pricingIndicators /11 51",
                        "actionEffectiveDate 2010-01-01/2020-04-01", "action N/C");
    }

    @Test
    void changeIsSilentWhereTheActionEffectiveDateDidNotMoveOn() {
        for (String action : List.of("2010-01-01", "2009-01-01")) {
            CodeChange change = only(changes(release("2020-JAN", code("A1234").says("one").acted("N", "2010-01-01")),
                    release("2020-APR", code("A1234").says("other").acted("C", action))));
            assertThat(change.kinds()).containsExactly(ChangeKind.CHANGED);
            assertThat(change.silent()).isTrue();
        }
    }

    @Test
    void anEarlierReleaseMayHaveStatedALaterDate() {
        ReleaseChanges changes = changes(release("2019-OCT", code("A1234").says("one").acted("N", "2019-10-01")),
                release("2020-JAN", code("A1234").says("one").acted("N", "2010-01-01")),
                release("2020-APR", code("A1234").says("other").acted("C", "2019-07-01")));
        assertThat(changes.counts()).containsEntry(ChangeKind.SILENT, 1);
    }

    @Test
    void terminatedCodeMayBeChangedToo() {
        assertThat(kinds(changes(release("2020-JAN", code("A1234").says("one")),
                release("2020-APR", code("A1234").says("other").acted("D", "2020-04-01").terminated("2020-03-31")))))
                .isEqualTo("[terminated, changed]");
    }

    @Test
    void letterCaseAndBookkeepingAreNoChange() {
        assertThat(changes(release("2020-JAN", code("A1234").says("one").acted("A", "2010-01-01")),
                release("2020-APR", code("A1234").says("ONE").acted("N", "2020-04-01"))).all()).isEmpty();
    }

    @Test
    void correctedDatesAreOfNoKindButTold() {
        ReleaseChanges changes = changes(
                release("2020-JAN", code("A1234").terminated("2019-12-31"), code("G1234").added("2020-01-01")),
                release("2020-APR", code("A1234").terminated("2020-02-29"), code("G1234").added("2019-12-01")));

        assertThat(changes.all()).hasSize(2).allMatch(change -> change.kinds().isEmpty());
        assertThat(changes.counts().values()).containsOnly(0);
        assertThat(changes.countsByLetter()).isEmpty();
    }

    @Test
    void releasesBetweenTheTwoAreLeftOut() {
        HcpcsIndex index = index(release("2016-JAN"), release("2017-JAN", code("A1234")), release("2018-JAN"),
                release("2019-JAN", code("A1234")));

        assertThat(kinds(ReleaseChanges.between(index, Quarter.parse("2016-JAN"), Quarter.parse("2019-JAN"))))
                .isEqualTo("[added]");
        assertThat(kinds(ReleaseChanges.between(index, Quarter.parse("2018-JAN"), Quarter.parse("2019-JAN"))))
                .isEqualTo("[returned]");
    }

    @Test
    void newestReleasesOfTwoIndexesAreComparedAndBothKnowOlderOnes() {
        HcpcsIndex older = index(release("2016-JAN", code("A1234")), release("2018-JAN"));
        HcpcsIndex newer = index(release("2017-JAN", code("G1234")), release("2019-JAN", code("A1234"), code("G1234")),
                release("2020-JAN", code("A1234"), code("G1234")));

        ReleaseChanges changes = ReleaseChanges.between(older, newer);

        assertThat(changes.from().quarter()).hasToString("2018-JAN");
        assertThat(changes.to().quarter()).hasToString("2020-JAN");
        assertThat(changes.known()).extracting(Release::quarter).hasToString("[2016-JAN, 2017-JAN]");
        assertThat(changes.of(ChangeKind.RETURNED)).hasSize(2);
    }

    @Test
    void countsByKindAndByFirstLetter() {
        ReleaseChanges changes = changes(release("2020-JAN", code("A1234").says("one"), code("AX").says("one"), code("Q1234")),
                release("2020-APR", code("A1234").says("other"), code("AX").says("other").acted("C", "2020-04-01"),
                        code("J1234")));

        assertThat(changes.counts()).hasToString("{ADDED=1, TERMINATED=0, REACTIVATED=0, REUSED=0, WITHDRAWN=1, RETURNED=0,"
                + " DROPPED=0, CHANGED=2, SILENT=1}");
        assertThat(changes.countsByLetter()).containsOnlyKeys("A", "J", "Q");
        assertThat(changes.countsByLetter().get("A")).containsEntry(ChangeKind.CHANGED, 2).containsEntry(ChangeKind.SILENT, 1)
                .containsEntry(ChangeKind.ADDED, 0);
        assertThat(changes.find(HcpcsCode.parse("J1234"))).get().extracting(CodeChange::before).isEqualTo(Optional.empty());
        assertThat(changes.find(HcpcsCode.parse("V9999"))).isEmpty();
    }

    @Test
    void releasesInTheWrongOrderAreRefused() {
        HcpcsIndex index = index(release("2020-JAN"), release("2020-APR"));
        Quarter april = Quarter.parse("2020-APR");

        assertThatIllegalArgumentException().isThrownBy(() -> ReleaseChanges.between(index, index))
                .withMessageContaining("the newer release, 2020-APR (2020-APR.txt), is not later than the older one, 2020-APR");
        assertThatIllegalArgumentException().isThrownBy(() -> ReleaseChanges.between(index, april, Quarter.parse("2020-JAN")))
                .withMessageContaining("name the older one first");
        assertThatThrownBy(() -> ReleaseChanges.between(index, april, Quarter.parse("2020-OCT")))
                .isInstanceOf(NoSuchElementException.class).hasMessageContaining("loaded are [2020-JAN, 2020-APR]");
    }

    private static CodeChange only(ReleaseChanges changes) {
        assertThat(changes.all()).hasSize(1);
        return changes.all().iterator().next();
    }

    private static String kinds(ReleaseChanges changes) {
        return only(changes).kinds().stream().map(ChangeKind::key).toList().toString();
    }
}
