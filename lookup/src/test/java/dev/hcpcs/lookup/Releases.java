package dev.hcpcs.lookup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Releases in few words, and histories as short lines to compare with.
 *
 * <pre>{@code
 * index(release("2020-OCT", code("Q4236").says("Carepatch").added("2020-10-01")),
 *       release("2023-JAN", code("Q4236").says("Carepatch").acted("R", "2023-01-01")));
 * }</pre>
 */
final class Releases {

    /** A code that no test asks for: a release needs a record even where it carries none of a test's codes. */
    static final String BYSTANDER = "V9999";

    private Releases() {
    }

    /** One line of a release: blank but for what is set. */
    static final class Row {

        private final HcpcsRecord.Builder record;

        private Row(String code) {
            record = HcpcsRecord.builder(HcpcsCode.parse(code));
        }

        Row says(String longDescription) {
            record.longDescription(longDescription);
            return this;
        }

        Row added(String date) {
            record.addedDate(Optional.of(LocalDate.parse(date)));
            return this;
        }

        /** Action code and action effective date. */
        Row acted(String letter, String date) {
            record.actionEffectiveDate(Optional.of(LocalDate.parse(date)));
            return acted(letter);
        }

        /** Action code with a blank action effective date. */
        Row acted(String letter) {
            record.action(letter);
            return this;
        }

        Row terminated(String lastDay) {
            record.terminationDate(Optional.of(LocalDate.parse(lastDay)));
            return this;
        }

        Row with(Consumer<HcpcsRecord.Builder> more) {
            more.accept(record);
            return this;
        }

        HcpcsRecord record() {
            return record.build();
        }
    }

    static Row code(String code) {
        return new Row(code);
    }

    static ReleaseContent release(String quarter, Row... rows) {
        return release(Quarter.parse(quarter), Arrays.stream(rows).map(Row::record).toList());
    }

    /** The records and the bystander. */
    static ReleaseContent release(Quarter quarter, List<HcpcsRecord> records) {
        List<HcpcsRecord> all = new ArrayList<>(records);
        all.add(code(BYSTANDER).record());
        return new ReleaseContent(file(quarter, quarter + ".txt"), all);
    }

    private static Release file(Quarter quarter, String name) {
        String sha256 = String.format("%04d%d", quarter.year(), quarter.number()).repeat(13).substring(0, 64);
        return new Release(quarter, name, sha256);
    }

    /** A list of codes not otherwise classified, each as {@code J3490} or {@code J3490 1986-01-01}. */
    static NotOtherwiseClassifiedList list(String quarter, String... codes) {
        SortedMap<HcpcsCode, Optional<LocalDate>> addedDates = new TreeMap<>();
        for (String code : codes) {
            String[] words = code.split(" ");
            addedDates.put(HcpcsCode.parse(words[0]),
                    words.length == 1 ? Optional.empty() : Optional.of(LocalDate.parse(words[1])));
        }
        return new NotOtherwiseClassifiedList(file(Quarter.parse(quarter), "NOC.txt"), addedDates);
    }

    /** Processing notes, each as {@code 0042 TEXT}. */
    static ProcessingNotes notes(String quarter, String... notes) {
        SortedMap<String, String> texts = new TreeMap<>();
        for (String note : notes) {
            texts.put(note.substring(0, 4), note.substring(5));
        }
        return new ProcessingNotes(file(Quarter.parse(quarter), "proc_notes.txt"), texts);
    }

    static HcpcsIndex index(ReleaseContent... releases) {
        return HcpcsIndex.of(List.of(releases));
    }

    /** A record in which no field is blank. */
    static Row full(String code) {
        return code(code).says("Release, per square centimeter").added("2022-04-01").acted("F", "2026-01-01")
                .terminated("2026-06-30").with(record -> record
                        .sequenceNumber(200)
                        .shortDescription("Release, per sq cm")
                        .pricingIndicators(List.of("11", "51"))
                        .multiplePricingIndicator("A")
                        .coverageIssuesManualReferences(List.of("45-16", "60-9"))
                        .medicareCarriersManualReferences(List.of("2049"))
                        .statute("1833(t)")
                        .labCertifications(List.of("110", "120"))
                        .crossReferences(List.of("99494", "J0588"))
                        .coverage("C")
                        .ascPaymentGroup("YY")
                        .ascEffectiveDate(Optional.of(LocalDate.of(2026, 1, 1)))
                        .mogPaymentGroup("123")
                        .mogPaymentPolicyIndicator("1")
                        .mogEffectiveDate(Optional.of(LocalDate.of(2025, 1, 1)))
                        .processingNote("0042")
                        .betos("O1E")
                        .anesthesiaBaseUnits(OptionalInt.of(7))
                        .typesOfService(List.of("1", "9")));
    }

    /** Periods as {@code 1: 2011-04-01/2011-12-31 ACTIVE, TERMINATED}: life, days, status within and after. */
    static List<String> periods(HcpcsIndex index, String code) {
        return index.history(code).periods().stream()
                .map(period -> period.life() + ": " + period.start() + "/"
                        + period.end().map(end -> end + " " + period.during() + ", " + period.after())
                                .orElse("open " + period.during()))
                .toList();
    }

    /** Versions as {@code 1: 2022-04-01 STATED, 2022-04-01/2023-03-31, text}: life, start, basis, confirmed days. */
    static List<String> versions(HcpcsIndex index, String code) {
        return index.history(code).versions().stream()
                .map(version -> version.life() + ": " + version.start() + " " + version.basis() + ", "
                        + version.confirmedFrom() + "/" + version.lastSeen().quarter().lastDay() + ", "
                        + version.record().longDescription())
                .toList();
    }

    /** Every field that is not blank, as {@code long description 'Release', added date '2022-04-01'}. */
    static String words(HcpcsRecord record) {
        return Arrays.stream(RecordField.values())
                .filter(field -> !field.values(record).isEmpty())
                .map(field -> field.title() + " '" + field.text(record) + "'")
                .collect(Collectors.joining(", "));
    }

    /** The answer as {@code ACTIVE CONFIRMED}. */
    static String on(HcpcsIndex index, String code, String date) {
        Answer answer = index.lookup(code, LocalDate.parse(date));
        return answer.status() + " " + answer.evidence();
    }

    /** The long description on a date. */
    static String textOn(HcpcsIndex index, String code, String date) {
        return index.lookup(code, LocalDate.parse(date)).record().longDescription();
    }
}
