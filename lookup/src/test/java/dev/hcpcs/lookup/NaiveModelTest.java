package dev.hcpcs.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.PerProperty;

/**
 * The index against {@link NaiveModel}, in every way to ask, from memory and from a snapshot. Ends with a table of how often
 * the run reached each rule of the page, and fails where it missed one: a rule that nothing reaches is not tested.
 */
class NaiveModelTest {

    private static final int FEWEST_QUESTIONS = 100_000;
    private static final String IN_NO_RELEASE = "E0100";

    private static final Map<PageRule, Integer> REACHED = new TreeMap<>();
    private static int questions;

    @Property(tries = 3000, shrinking = ShrinkingMode.BOUNDED)
    @PerProperty(EveryRuleWasReached.class)
    void theIndexAnswersAsThePageDoes(@ForAll("releases") List<ReleaseContent> releases,
            @ForAll("randomDates") List<LocalDate> randomDates) throws IOException {
        HcpcsIndex index = HcpcsIndex.of(releases);
        HcpcsIndex reopened = reopened(index);
        for (String code : codes(releases)) {
            NaiveModel model = new NaiveModel(releases, HcpcsCode.parse(code), NaiveModelTest::count);
            for (LocalDate date : dates(releases, code, randomDates)) {
                NaiveModel.Expected expected = model.on(date);
                questions++;
                compare("the index", index, releases, code, date, expected);
                compare("the reopened snapshot", reopened, releases, code, date, expected);
            }
        }
    }

    /** By the same rules, so that few releases are enough. */
    @Property(tries = 200, shrinking = ShrinkingMode.BOUNDED)
    void whatWasKnownAtAReleaseFollowsFromItAndTheEarlierOnes(@ForAll("releases") List<ReleaseContent> releases,
            @ForAll("randomDates") List<LocalDate> randomDates) {
        HcpcsIndex index = HcpcsIndex.of(releases);
        for (int loaded = 1; loaded <= releases.size(); loaded++) {
            List<ReleaseContent> known = releases.subList(0, loaded);
            HcpcsIndex knownThen = index.asKnownAt(known.get(loaded - 1).release().quarter());
            for (String code : codes(known)) {
                NaiveModel model = new NaiveModel(known, HcpcsCode.parse(code), rule -> { });
                for (LocalDate date : randomDates) {
                    compare("the index as known then", knownThen, known, code, date, model.on(date));
                }
            }
        }
    }

    @Provide
    Arbitrary<List<ReleaseContent>> releases() {
        return ReleaseSequences.releases();
    }

    @Provide
    Arbitrary<List<LocalDate>> randomDates() {
        long first = LocalDate.of(2017, 1, 1).toEpochDay();
        long last = LocalDate.of(2023, 12, 31).toEpochDay();
        return Arbitraries.longs().between(first, last).withDistribution(RandomDistribution.uniform())
                .map(LocalDate::ofEpochDay).list().ofSize(10);
    }

    /** Those that any of the releases carries, and one that none does. */
    private static Set<String> codes(List<ReleaseContent> releases) {
        Set<String> codes = new TreeSet<>();
        releases.forEach(content -> content.records().forEach(record -> codes.add(record.code().value())));
        codes.remove(Releases.BYSTANDER);
        codes.add(IN_NO_RELEASE);
        return codes;
    }

    /** Every date on which the answer for the code may change, the days beside it, and the random ones. */
    private static Set<LocalDate> dates(List<ReleaseContent> releases, String code, List<LocalDate> randomDates) {
        Set<LocalDate> changes = new TreeSet<>();
        for (ReleaseContent content : releases) {
            changes.add(content.release().quarter().effectiveDate());
            changes.add(content.release().quarter().lastDay());
            for (HcpcsRecord record : recordsOf(code, content)) {
                record.addedDate().ifPresent(changes::add);
                record.actionEffectiveDate().ifPresent(changes::add);
                record.terminationDate().ifPresent(changes::add);
                record.ascEffectiveDate().ifPresent(changes::add);
            }
        }
        Set<LocalDate> dates = new TreeSet<>(randomDates);
        for (LocalDate change : changes) {
            dates.add(change.minusDays(1));
            dates.add(change);
            dates.add(change.plusDays(1));
        }
        return dates;
    }

    /** One record, or none. */
    private static List<HcpcsRecord> recordsOf(String code, ReleaseContent content) {
        return content.records().stream().filter(record -> record.code().value().equals(code)).toList();
    }

    private static void compare(String what, HcpcsIndex index, List<ReleaseContent> releases, String code, LocalDate date,
            NaiveModel.Expected expected) {
        HcpcsCode parsed = HcpcsCode.parse(code);
        same(what + ".status of the text", index.status(code, date), expected.status(), releases, code, date);
        same(what + ".status of the code", index.status(parsed, date), expected.status(), releases, code, date);
        same(what + ".find of the text", expectable(index.find(code, date)), expected, releases, code, date);
        same(what + ".find of the code", expectable(index.find(parsed, date)), expected, releases, code, date);
    }

    private static NaiveModel.Expected expectable(Optional<Answer> found) {
        return found
                .map(answer -> new NaiveModel.Expected(answer.status(), answer.evidence(), answer.record(),
                        answer.version().start(), answer.version().basis(), answer.ascPaymentGroup().orElse(null)))
                .orElse(new NaiveModel.Expected(Status.UNKNOWN_CODE, null, null, null, null, null));
    }

    private static void same(String what, Object actual, Object expected, List<ReleaseContent> releases, String code,
            LocalDate date) {
        if (!Objects.equals(actual, expected)) {
            throw new AssertionError(difference(what, actual, expected, releases, code, date));
        }
    }

    /** All that is needed to ask the same again. */
    private static String difference(String what, Object actual, Object expected, List<ReleaseContent> releases, String code,
            LocalDate date) {
        StringBuilder message = new StringBuilder(code + " on " + date + " by " + what + "\n  is       " + actual
                + "\n  expected " + expected + "\nwhere the releases say of " + code + ":");
        for (ReleaseContent content : releases) {
            message.append("\n  ").append(content.release().quarter()).append("  ")
                    .append(recordsOf(code, content).stream().map(Releases::words).findAny().orElse("nothing"));
        }
        return message.toString();
    }

    private static HcpcsIndex reopened(HcpcsIndex index) throws IOException {
        ByteArrayOutputStream snapshot = new ByteArrayOutputStream();
        index.write(snapshot);
        return HcpcsIndex.open(new ByteArrayInputStream(snapshot.toByteArray()));
    }

    private static void count(PageRule rule) {
        REACHED.merge(rule, 1, Integer::sum);
    }

    /** After a run without a difference. */
    static final class EveryRuleWasReached implements PerProperty.Lifecycle {

        @Override
        public void onSuccess() {
            StringBuilder table = new StringBuilder(String.format("%n%,11d  questions compared%n", questions));
            for (PageRule rule : PageRule.values()) {
                table.append(String.format("%,11d  %s%n", REACHED.getOrDefault(rule, 0), rule));
            }
            System.out.print(table);
            assertThat(REACHED).as("rules that the run reached").containsKeys(PageRule.values());
            assertThat(questions).as("questions compared").isGreaterThanOrEqualTo(FEWEST_QUESTIONS);
        }
    }
}
