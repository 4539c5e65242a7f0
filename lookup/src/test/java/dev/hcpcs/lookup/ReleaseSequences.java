package dev.hcpcs.lookup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;

/**
 * Generates releases that tell a story: most of what a code's record says is what the release before said of it, as in CMS's
 * own files, and now and then a date or a text is another. All dates come from one small pool, so that they coincide, touch
 * and run backwards often.
 */
final class ReleaseSequences {

    private static final List<String> CODES = List.of("A1000", "CS", "G9999", "L1", "Q4257");

    private static final int MOST_RELEASES = 8;
    private static final List<Quarter> QUARTERS = Stream.iterate(LocalDate.of(2019, 1, 1), start -> start.plusMonths(3))
            .limit(12).map(Quarter::startingOn).toList();

    /** Begins and ends of quarters, days beside them, and some far from both. */
    private static final List<LocalDate> DATES = Stream.of("2018-07-01", "2018-12-31", "2019-01-01", "2019-04-01",
            "2019-06-30", "2019-07-01", "2019-07-02", "2019-12-31", "2020-01-01", "2020-02-14", "2020-06-30", "2020-07-01",
            "2020-10-01", "2020-10-02", "2021-01-01", "2021-05-05", "2021-12-31", "2022-04-01").map(LocalDate::parse)
            .toList();

    /** Texts that say the same, to CMS, in other letters and other white space; then texts that say something else. */
    private static final List<String> TEXTS = List.of("Release, per 2 cc", "RELEASE, PER 2 CC",
            " Release,\u00a0per  2\tcc ", "Release, per 2CC", "Relese, per 2 cc");

    /** Sets one more field, or none. Blank and zero base units stand here several times, to follow each other often. */
    private static final List<Consumer<HcpcsRecord.Builder>> DETAILS = List.of(
            record -> { },
            record -> { },
            record -> { },
            record -> { },
            record -> record.anesthesiaBaseUnits(OptionalInt.of(0)),
            record -> record.anesthesiaBaseUnits(OptionalInt.of(0)),
            record -> record.anesthesiaBaseUnits(OptionalInt.of(0)),
            record -> record.anesthesiaBaseUnits(OptionalInt.of(4)),
            record -> record.shortDescription("Release"),
            record -> record.pricingIndicators(List.of("11")),
            record -> record.pricingIndicators(List.of("11", "51")),
            record -> record.multiplePricingIndicator("A"),
            record -> record.coverageIssuesManualReferences(List.of("45-16")),
            record -> record.medicareCarriersManualReferences(List.of("2049")),
            record -> record.statute("1833(t)"),
            record -> record.statute("1833(T)"),
            record -> record.labCertifications(List.of("110")),
            record -> record.crossReferences(List.of("J0588")),
            record -> record.crossReferences(List.of("j0588")),
            record -> record.coverage("C"),
            record -> record.coverage("c"),
            record -> record.ascPaymentGroup("YY"),
            record -> record.ascPaymentGroup("YY").ascEffectiveDate(Optional.of(LocalDate.of(2020, 1, 1))),
            record -> record.ascPaymentGroup("YY").ascEffectiveDate(Optional.of(LocalDate.of(2020, 7, 1))),
            record -> record.mogPaymentGroup("123"),
            record -> record.mogPaymentPolicyIndicator("1"),
            record -> record.mogEffectiveDate(Optional.of(LocalDate.of(2020, 1, 1))),
            record -> record.processingNote("0042"),
            record -> record.betos("O1E"),
            record -> record.typesOfService(List.of("1")));

    private enum Part { ADDED_DATE, ACTION_EFFECTIVE_DATE, TERMINATION_DATE, TEXT, DETAIL, ACTION, SEQUENCE_NUMBER }

    /** What a release may say of a code. */
    private record Row(LocalDate addedDate, LocalDate actionEffectiveDate, LocalDate terminationDate, String text,
            Consumer<HcpcsRecord.Builder> detail, String action, int sequenceNumber) {

        private Row with(Set<Part> fromOther, Row other) {
            return new Row(
                    (fromOther.contains(Part.ADDED_DATE) ? other : this).addedDate,
                    (fromOther.contains(Part.ACTION_EFFECTIVE_DATE) ? other : this).actionEffectiveDate,
                    (fromOther.contains(Part.TERMINATION_DATE) ? other : this).terminationDate,
                    (fromOther.contains(Part.TEXT) ? other : this).text,
                    (fromOther.contains(Part.DETAIL) ? other : this).detail,
                    (fromOther.contains(Part.ACTION) ? other : this).action,
                    (fromOther.contains(Part.SEQUENCE_NUMBER) ? other : this).sequenceNumber);
        }

        private HcpcsRecord record(String code) {
            HcpcsRecord.Builder record = HcpcsRecord.builder(HcpcsCode.parse(code))
                    .longDescription(text)
                    .addedDate(Optional.ofNullable(addedDate))
                    .actionEffectiveDate(Optional.ofNullable(actionEffectiveDate))
                    .terminationDate(Optional.ofNullable(terminationDate))
                    .action(action)
                    .sequenceNumber(sequenceNumber);
            detail.accept(record);
            return record.build();
        }
    }

    /** What one release does to a code: leaves it out, or says something new in some parts of its record. */
    private record Step(boolean carried, Set<Part> changed, Row news) {
    }

    private ReleaseSequences() {
    }

    /** In order of effective date, 1 to 8, with gaps between. */
    static Arbitrary<List<ReleaseContent>> releases() {
        Arbitrary<Set<Quarter>> quarters = Arbitraries.of(QUARTERS).set().ofMinSize(1).ofMaxSize(MOST_RELEASES)
                .withSizeDistribution(RandomDistribution.uniform());
        Arbitrary<Map<String, List<Step>>> stories = Arbitraries.maps(Arbitraries.of(CODES), steps().list()
                .ofSize(MOST_RELEASES)).ofMinSize(1).ofMaxSize(CODES.size());
        return Combinators.combine(quarters, stories).as(ReleaseSequences::releases);
    }

    private static List<ReleaseContent> releases(Set<Quarter> quarters, Map<String, List<Step>> stories) {
        List<Quarter> ordered = List.copyOf(new TreeSet<>(quarters));
        List<List<HcpcsRecord>> records = new ArrayList<>();
        ordered.forEach(quarter -> records.add(new ArrayList<>()));
        stories.forEach((code, steps) -> {
            Row said = null;
            for (int i = 0; i < ordered.size(); i++) {
                Step step = steps.get(i);
                if (step.carried()) {
                    said = said == null ? step.news() : said.with(step.changed(), step.news());
                    records.get(i).add(said.record(code));
                }
            }
        });
        List<ReleaseContent> releases = new ArrayList<>();
        for (int i = 0; i < ordered.size(); i++) {
            releases.add(Releases.release(ordered.get(i), records.get(i)));
        }
        return releases;
    }

    private static Arbitrary<Step> steps() {
        return Combinators.combine(Arbitraries.of(true, true, true, true, false),
                Arbitraries.of(Part.class).set().ofMaxSize(5).withSizeDistribution(RandomDistribution.uniform()),
                rows()).as(Step::new);
    }

    private static Arbitrary<Row> rows() {
        return Combinators.combine(dates(0.2), dates(0.3), dates(0.5), Arbitraries.of(TEXTS), Arbitraries.of(DETAILS),
                Arbitraries.of("N", "A", "C", "D", "", "R", "R", "R"), Arbitraries.of(100, 200)).as(Row::new);
    }

    private static Arbitrary<LocalDate> dates(double blank) {
        return Arbitraries.of(DATES).injectNull(blank);
    }
}
