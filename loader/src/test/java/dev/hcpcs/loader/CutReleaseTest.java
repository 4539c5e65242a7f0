package dev.hcpcs.loader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcpcs.loader.publish.Doubt;
import dev.hcpcs.loader.publish.Doubts;
import dev.hcpcs.loader.verify.Check;
import dev.hcpcs.loader.verify.Finding;
import dev.hcpcs.loader.verify.ReleaseVerifier;
import dev.hcpcs.lookup.HcpcsRecord;
import dev.hcpcs.lookup.Quarter;
import dev.hcpcs.lookup.RecordField;
import dev.hcpcs.lookup.Release;
import dev.hcpcs.lookup.ReleaseContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Releases that end early. What the loader lets pass without a word looks whole, and is found by the workbook and by the release
 * before, and unless only a description is broken off by the transaction report. Of real releases, {@code -Dcuts.step=1} cuts
 * every line instead of some.
 */
class CutReleaseTest {

    private static final String REFUSED = "refused";
    private static final String WARNED = "loaded with a warning";
    private static final String NOTHING_LOST = "without a record or value lost";
    private static final String RECORDS_LOST = "between records, found by workbook, report and refresh";
    private static final String BROKEN_OFF = "within a description, found by workbook and refresh";
    private static final int STEP = Integer.getInteger("cuts.step", 500);
    private static final Quarter QUARTER = Quarter.parse("2026-JAN");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @FieldSource("dev.hcpcs.loader.Samples#NAMES")
    void textOfASampleCutAtEveryByte(String name) throws IOException {
        byte[] text = Files.readAllBytes(Samples.text(name));
        String workbook = name + ".xlsx";
        Whole whole = new Whole(name + ".txt", text, read(workbook, Files.readAllBytes(Samples.FOLDER.resolve(workbook))));
        Damage damage = new Damage().cut(text, Damage.everyByte(text), whole::outcome);

        damage.print(name + ".txt");
        assertThat(damage.count(REFUSED) + damage.count(WARNED)).isGreaterThan(text.length * 9 / 10);
        assertThat(damage.count(RECORDS_LOST)).isPositive();
    }

    @ParameterizedTest
    @FieldSource("dev.hcpcs.loader.Samples#NAMES")
    void exportAsCsvCutAtEveryByte(String name) throws IOException {
        Path text = Samples.text(name);
        byte[] csv = Files.readAllBytes(SheetFixtures.write(folder.resolve(name + ".csv"),
                SheetFixtures.rows(text, SheetFixtures.Era.OF_2012)));
        Whole whole = new Whole(name + ".csv", csv, read(name + ".txt", Files.readAllBytes(text)));
        Damage damage = new Damage().cut(csv, Damage.everyByte(csv), whole::outcome);

        damage.print(name + ".csv");
        assertThat(damage.count(REFUSED)).isGreaterThan(csv.length * 9 / 10);
        assertThat(damage.count(RECORDS_LOST)).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {".xlsx", ".xls"})
    void workbookCutAnywhereIsRefused(String ending) throws IOException {
        String name = "HCPC2026_JAN_ANWEB" + ending;
        byte[] workbook = Files.readAllBytes(SheetFixtures.write(folder.resolve(name),
                SheetFixtures.rows(Samples.text("HCPC2026_JAN_ANWEB"), SheetFixtures.Era.FROM_2016)));
        Damage damage = new Damage().cut(workbook, everyFewBytes(workbook), cut -> {
            ReadFile read = read(name, cut);
            return !read.isWhole() ? REFUSED : read.records().equals(read(name, workbook).records()) ? NOTHING_LOST : "silent";
        });

        damage.print(name);
        assertThat(damage.count("silent")).isZero();
        assertThat(damage.count(REFUSED)).isGreaterThan(100);
    }

    @Test
    void zipCutAnywhereIsRefused() throws IOException {
        String name = "HCPC2026_JAN_ANWEB";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String entry : List.of(name + ".txt", name + ".xlsx")) {
                zip.putNextEntry(new ZipEntry(entry));
                Files.copy(Samples.FOLDER.resolve(entry), zip);
            }
        }
        Path cutFile = folder.resolve("january-2026-alpha-numeric-hcpcs-file.zip");
        Damage damage = new Damage().cut(bytes.toByteArray(), everyFewBytes(bytes.toByteArray()), cut -> {
            try {
                Files.write(cutFile, cut);
                ReleaseLoader.lenient().load(cutFile);
                return "loaded";
            } catch (ReleaseException e) {
                return REFUSED;
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });

        damage.print(cutFile.getFileName().toString());
        assertThat(damage.count("loaded")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"2012-12anweb.zip", "2016", "2017-Alpha-Numeric-HCPCS-File.zip", "2019-Alpha-Numeric-HCPCS-File.zip"})
    void realTextCutAtLines(String name) throws IOException {
        RealReleases.assumePresent();
        RealText real = RealText.of(name);
        Whole whole = new Whole(real.text().name(), real.text().bytes(), real.workbook(), real.report());
        byte[] text = real.text().bytes();
        Damage damage = new Damage().cut(text, Damage.everyLine(text, STEP), whole::outcome);

        damage.print(real.text().name());
        assertThat(damage.count(REFUSED)).isPositive();
        assertThat(damage.count(RECORDS_LOST)).isPositive();
    }

    private static IntStream everyFewBytes(byte[] whole) {
        return Damage.everyByte(whole).filter(length -> length % 16 == 0 || length > whole.length - 100);
    }

    private static ReadFile read(String name, byte[] bytes) {
        return ReleaseReader.read(Damage.file(name, bytes), QUARTER);
    }

    /** A release before the cut, with what tells of it: the same in another format, its report, and the release before. */
    private static final class Whole {

        private final String name;
        private final ReadFile file;
        private final ReadFile otherFormat;
        private final Optional<TransactionReport> report;
        private final ReleaseContent before;

        /** With a report as CMS makes it. */
        Whole(String name, byte[] bytes, ReadFile otherFormat) {
            this(name, bytes, otherFormat, Optional.of(new TransactionReport("report", read(name, bytes).records().stream()
                    .collect(Collectors.toMap(HcpcsRecord::code, RecordField.ACTION::text, (one, other) -> one, TreeMap::new)))));
        }

        Whole(String name, byte[] bytes, ReadFile otherFormat, Optional<TransactionReport> report) {
            this.name = name;
            this.file = read(name, bytes);
            this.otherFormat = otherFormat;
            this.report = report;
            before = new ReleaseContent(new Release(new Quarter(2025, 4), name, "0".repeat(64)), file.records());
        }

        String outcome(byte[] cut) {
            ReadFile left = read(name, cut);
            if (!left.isWhole()) {
                return REFUSED;
            }
            if (left.records().equals(file.records())) {
                return NOTHING_LOST;
            }
            if (!file.diagnostics().containsAll(left.diagnostics())) {
                return WARNED;
            }
            int count = left.records().size();
            boolean brokenOff = !left.records().get(count - 1).equals(file.records().get(count - 1));
            HcpcsRecord damaged = file.records().get(brokenOff ? count - 1 : count);
            assertThat(errors(left, Check.TEXT_AGAINST_WORKBOOK)).contains(damaged.code().value());
            assertThat(Doubts.about(new ReadRelease(left, List.of()), before)).as("cut at %s", damaged.code())
                    .contains(Doubt.ENDS_EARLY);
            // A report may leave a code out: that of 2016 does not list DA.
            if (!brokenOff && report.filter(told -> told.actions().containsKey(damaged.code())).isPresent()) {
                assertThat(errors(left, Check.ACTION_AGAINST_TRANSACTION_REPORT)).contains(damaged.code().value());
            }
            return brokenOff ? BROKEN_OFF : RECORDS_LOST;
        }

        private List<String> errors(ReadFile left, Check check) {
            return ReleaseVerifier.verify(new ReadRelease(left, List.of(otherFormat)), report).of(check).stream()
                    .filter(finding -> finding.severity() == Finding.Severity.ERROR).map(Finding::code).toList();
        }
    }
}
