package dev.hcpcs.loader;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hcpcs.loader.verify.Check;
import dev.hcpcs.loader.verify.Finding;
import dev.hcpcs.loader.verify.Finding.Severity;
import dev.hcpcs.loader.verify.ReleaseVerifier;
import dev.hcpcs.loader.verify.Verification;
import dev.hcpcs.lookup.HcpcsCode;
import dev.hcpcs.lookup.HcpcsRecord;
import dev.hcpcs.lookup.Quarter;
import dev.hcpcs.lookup.RecordField;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Every field of the text altered in every record, to what the next record has that has something else: a value like any other,
 * so that only what CMS publishes beside the text can tell. All records of a file are altered at once where {@code verify} looks
 * at each for itself, and one at a time where an alteration can spoil its neighbours.
 */
class AlteredFieldTest {

    private static final Quarter QUARTER = Quarter.parse("2026-JAN");
    /** Of the records of a release, about so many are altered one at a time. */
    private static final int ONE_AT_A_TIME = 25;

    @ParameterizedTest
    @FieldSource("dev.hcpcs.loader.Samples#NAMES")
    void alterationInASampleIsFound(String name) throws IOException {
        String workbook = name + ".xlsx";
        SourceFile text = Damage.file(name + ".txt", Files.readAllBytes(Samples.text(name)));
        Map<HcpcsCode, String> actions = read(text).records().stream()
                .collect(Collectors.toMap(HcpcsRecord::code, RecordField.ACTION::text));

        alterEachField(new RealText(text, read(Damage.file(workbook,
                Files.readAllBytes(Samples.FOLDER.resolve(workbook)))),
                Optional.of(new TransactionReport("report", new TreeMap<>(actions)))));
    }

    @ParameterizedTest
    @CsvSource({"2016", "2019-Alpha-Numeric-HCPCS-File.zip"})
    void alterationInARealReleaseIsFound(String name) throws IOException {
        RealReleases.assumePresent();
        alterEachField(RealText.of(name));
    }

    private static void alterEachField(RealText release) {
        AlteredText text = new AlteredText(release.text());
        Judge judge = new Judge(release);
        for (Field field : Field.values()) {
            Tally tally = new Tally();
            switch (field) {
                case CODE -> oneAtATime(text, record -> {
                    judge.one(text.with(record, field, false, AlteredFieldTest::otherCode), tally);
                    judge.one(text.with(record, field, true, AlteredFieldTest::otherCode), tally);
                });
                case SEQUENCE_NUMBER -> oneAtATime(text,
                        record -> judge.one(text.with(record, field, false, number -> "00111"), tally));
                case RECORD_IDENTIFICATION -> oneAtATime(text, record -> {
                    for (String other : List.of("3", "4", "7", "8")) {
                        judge.one(text.with(record, field, false, own -> other), tally);
                    }
                });
                case LONG_DESCRIPTION -> judge.all(text.withAnotherLetter(), tally);
                default -> {
                    for (int occurrence = 0; occurrence < field.occurrences(); occurrence++) {
                        judge.all(text.withValueOfAnother(field, occurrence), tally);
                    }
                }
            }
            tally.print(release.text().name(), field);
            assertThat(tally.altered).as("alterations of %s", field).isPositive();
            assertThat(tally.unseen).as("unseen alterations of %s", field)
                    .isLessThanOrEqualTo(field == Field.ACTION_EFFECTIVE_DATE ? judge.withoutActionDateInWorkbook() : 0);
            if (field == Field.SEQUENCE_NUMBER) {
                assertThat(tally.byWorkbook).isZero();
            }
            if (field == Field.ACTION && release.report().isPresent()) {
                assertThat(tally.byReport).isGreaterThanOrEqualTo(tally.altered - 1);
            }
        }
    }

    private static void oneAtATime(AlteredText text, IntConsumer alteration) {
        for (int record = 0; record < text.records(); record += Math.max(1, text.records() / ONE_AT_A_TIME)) {
            alteration.accept(record);
        }
    }

    /** With another last digit. */
    private static String otherCode(String code) {
        return code.substring(0, 4) + (code.charAt(4) == '7' ? '8' : '7');
    }

    private static ReadFile read(SourceFile file) {
        return ReleaseReader.read(file, QUARTER);
    }

    /** How many alterations there were, and what found each first, in this order; or nothing but a remark did, or nothing. */
    private static final class Tally {

        int altered;
        int byLoader;
        int byWorkbook;
        int byReport;
        int byTextAlone;
        int remarked;
        int unseen;

        void print(String release, Field field) {
            System.out.println(String.format(Locale.ROOT, "ALTERED %s | %s | %,d | loader %,d | workbook %,d | report %,d"
                    + " | text alone %,d | remark only %,d | unseen %,d", release, field.title(), altered, byLoader, byWorkbook,
                    byReport, byTextAlone, remarked, unseen));
        }
    }

    /** Tells what is found in an altered text that was not found before. */
    private static final class Judge {

        private final RealText release;
        private final ReadFile whole;
        private final Map<HcpcsCode, HcpcsRecord> records;
        private final Set<String> known;

        Judge(RealText release) {
            this.release = release;
            whole = read(release.text());
            records = whole.records().stream().collect(Collectors.toMap(HcpcsRecord::code, record -> record));
            known = verify(whole).findings().stream().map(Judge::key).collect(Collectors.toCollection(HashSet::new));
        }

        int withoutActionDateInWorkbook() {
            return (int) release.workbook().records().stream()
                    .filter(record -> record.actionEffectiveDate().isEmpty()).count();
        }

        /** A text with one alteration. */
        void one(SourceFile text, Tally tally) {
            ReadFile altered = read(text);
            if (altered.records().equals(whole.records()) && altered.diagnostics().equals(whole.diagnostics())) {
                return;
            }
            tally.altered++;
            List<Finding> news = verify(altered).findings().stream().filter(each -> !known.contains(key(each))).toList();
            count(news, tally, !altered.diagnostics().equals(whole.diagnostics()));
        }

        /** A text with an alteration in every record. */
        void all(SourceFile text, Tally tally) {
            ReadFile altered = read(text);
            assertThat(altered.isWhole()).isTrue();
            // A remark that was there before tells nothing; an error is looked at in any case.
            Map<String, List<Finding>> news = verify(altered).findings().stream()
                    .filter(finding -> finding.severity() == Severity.ERROR || !known.contains(key(finding)))
                    .collect(Collectors.groupingBy(Finding::code));
            for (HcpcsRecord record : altered.records()) {
                if (!RecordField.differing(record, requireNonNull(records.get(record.code()))).isEmpty()) {
                    tally.altered++;
                    List<Finding> ofRecord = news.getOrDefault(record.code().value(), List.of());
                    count(ofRecord, tally, ofRecord.stream().anyMatch(finding -> finding.check() == Check.DIAGNOSTIC));
                }
            }
        }

        private static void count(List<Finding> news, Tally tally, boolean byLoader) {
            Set<Check> errors = news.stream().filter(each -> each.severity() == Severity.ERROR).map(Finding::check)
                    .collect(Collectors.toSet());
            tally.byLoader += byLoader ? 1 : 0;
            tally.byWorkbook += errors.contains(Check.TEXT_AGAINST_WORKBOOK) ? 1 : 0;
            tally.byReport += errors.contains(Check.ACTION_AGAINST_TRANSACTION_REPORT) ? 1 : 0;
            errors.removeAll(Set.of(Check.DIAGNOSTIC, Check.TEXT_AGAINST_WORKBOOK, Check.ACTION_AGAINST_TRANSACTION_REPORT));
            tally.byTextAlone += errors.isEmpty() ? 0 : 1;
            boolean error = byLoader || news.stream().anyMatch(each -> each.severity() == Severity.ERROR);
            tally.remarked += !error && !news.isEmpty() ? 1 : 0;
            tally.unseen += !error && news.isEmpty() ? 1 : 0;
        }

        private Verification verify(ReadFile file) {
            return ReleaseVerifier.verify(new ReadRelease(file, List.of(release.workbook())), release.report());
        }

        private static String key(Finding finding) {
            return finding.check() + " " + finding.severity() + " " + finding.code() + " " + finding.field() + " "
                    + finding.message();
        }
    }
}
