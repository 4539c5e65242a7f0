package dev.hcpcs.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.hcpcs.lookup.CodedValue;
import dev.hcpcs.lookup.HcpcsCode;
import dev.hcpcs.lookup.HcpcsRecord;
import dev.hcpcs.lookup.RecordField;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CMS's own releases: the two formats of one release agree, and the actions are those of its transaction report. */
class RealReleasesTest {

    /** The codes whose action effective date the workbooks of 2016 and of 2019 leave blank; the text has it. */
    private static final List<String> WITHOUT_ACTION_DATE_IN_WORKBOOK = List.of("""
            A0130 A0180 A0190 A0200 A0210 A4580 A4590 A4635 A4640 C1883 E0500 E0565 G0118 L0810 L0820 L0830 \
            L1080 L1310 L2250 L2260 L2270 L2280 L2300 L2310 L2335 L2340 L2350 L2360 L2375 L2380 L2385 L2390 \
            L2395 L2520 L2530 L2540 L2550 L5632 L5636 L5638 L5640 L5642 L5643 L5644 L5647 L5649 L5651 L5652 \
            L5653 L5654 L5655 L5656 L5658 L5670 L5672 L5680 L5682 L5684 L5686 L5688 L5690 L5692 L5694 L5696 \
            L5697 L5698 L5710 L5712 L5714 L5716 L5718 L5722 L5724 L5726 L5728 L5780 L5850 L5910 L5940 L5950 \
            L5960 L6615 L6623 L6625 L6628 L6629 L6630 L6632 L6635 L6637 L6641 L6642 L6645 L6650 L6655 L6660 \
            L6665 L6670 L6672 L6680 L6682 L6684 L6686 L6689 L6690 L6691 V2102 V2109 V2209 V2210 V2219 V2303 \
            V2314 V2502 V2522""".split(" +"));

    @TempDir
    private Path folder;

    @BeforeEach
    void onlyWithRealReleases() {
        RealReleases.assumePresent();
    }

    @Test
    void textAndWorkbookOf2012() throws IOException {
        Path zip = RealReleases.cms("2012-12anweb.zip");
        List<Difference> differences = differences(RealReleases.extract(zip, "12anweb.txt", folder),
                RealReleases.extract(zip, "12anweb.xls", folder));

        // TP's line is one character short, so that all behind its long description stands one column to the left.
        assertThat(differences).extracting(Difference::toString).containsExactly(
                "E2201 short description: Man w/ch acc seat w>=20ö<24ö | Man w/ch acc seat w>=20\"<24\"",
                "G8479 short description: MD rxÆd ACE/ARB thxpy | MD rx'd ACE/ARB thxpy",
                "TP long description: MEDICAL TRANSPORT, UNLOADED VEHICLE M | MEDICAL TRANSPORT, UNLOADED VEHICLE",
                "TP short description: ed transprt unloaded vehicl | Med transprt unloaded vehicl",
                "TP coverage:  | I",
                "TP cross references: I | ",
                "TP anesthesia base units: 2 | 0",
                "TP added date:  | 2002-04-01",
                "TP action effective date:  | 2002-04-01",
                "TP action:  | N");
    }

    @Test
    void textAndWorkbookOf2016() throws IOException {
        List<Difference> differences = differences(RealReleases.cms("2016/HCPC2016_CONTR_ANWEB.txt"),
                RealReleases.cms("2016/HCPC2016_CONTR_ANWEB.xlsx"));

        assertThat(differences).allMatch(Difference::isActionDateThatTheWorkbookLeavesBlank)
                .extracting(difference -> difference.code().value())
                .containsExactlyElementsOf(WITHOUT_ACTION_DATE_IN_WORKBOOK);
    }

    @Test
    void textAndWorkbookOf2017() throws IOException {
        Path zip = RealReleases.cms("2017-Alpha-Numeric-HCPCS-File.zip");
        List<Difference> differences = differences(RealReleases.extract(zip, "HCPC17_CONTR_ANWEB.txt", folder),
                RealReleases.extract(zip, "HCPC17_CONTR_ANWEB.xlsx", folder));

        assertThat(differences).extracting(Difference::toString).containsExactly(
                "L5638 action effective date: 1996-01-01 | 1986-01-01",
                "L5640 action effective date: 1996-01-01 | 1986-01-01",
                "L5643 action effective date: 1986-01-01 | 1988-01-01");
    }

    @Test
    void textAndWorkbookOf2019() throws IOException {
        Path zip = RealReleases.cms("2019-Alpha-Numeric-HCPCS-File.zip");
        List<Difference> differences = differences(RealReleases.extract(zip, "HCPC2019_CONTR_ANWEB.txt", folder),
                RealReleases.extract(zip, "HCPC2019_CONTR_ANWEB.xlsx", folder));

        assertThat(differences).filteredOn(difference -> !difference.isActionDateThatTheWorkbookLeavesBlank())
                .extracting(Difference::toString).containsExactly(
                        "E0210 types of service: A L P | A L P R",
                        "E0776 types of service: A E P | A E P R");
        assertThat(differences).filteredOn(Difference::isActionDateThatTheWorkbookLeavesBlank)
                .extracting(difference -> difference.code().value())
                .containsExactlyElementsOf(WITHOUT_ACTION_DATE_IN_WORKBOOK);
    }

    @Test
    void actionsOf2016AreThoseOfItsTransactionReport() throws IOException {
        Map<String, Long> reported =
                reportedActions(RealReleases.cms("2016/HCPC2016_TransReport_Changes_by_Action_Code.txt"));
        // The report misses one unchanged code.
        reported.merge("N", 1L, Long::sum);
        assertThat(actions(RealReleases.cms("2016"))).isEqualTo(reported);
    }

    @Test
    void actionsOf2017AreThoseOfItsTransactionReport() throws IOException {
        Path zip = RealReleases.cms("2017-Alpha-Numeric-HCPCS-File.zip");
        assertThat(actions(zip)).isEqualTo(reportedActions(
                RealReleases.extract(zip, "HCPCS2017_Trans Report_ChangesbyAction.prn", folder)));
    }

    @Test
    void actionsOf2019AreThoseOfItsTransactionReport() throws IOException {
        Path zip = RealReleases.cms("2019-Alpha-Numeric-HCPCS-File.zip");
        assertThat(actions(zip)).isEqualTo(reportedActions(
                RealReleases.extract(zip, "Changes_by_ActionCode.prn", folder)));
    }

    @Test
    void actionsOf2020AprilAreThoseOfItsTransactionReport() throws IOException {
        assertThat(actions(RealReleases.cms("HCPC2020_APR_ANWEB.xlsx")))
                .isEqualTo(reportedActions(RealReleases.cms("HCPC2020_APR_Trans_Alpha.xlsx")));
    }

    @Test
    void actionsOf2020OctoberAreThoseOfItsTransactionReport() throws IOException {
        assertThat(actions(RealReleases.cms("HCPC2020_OCT_ANWEB.xlsx")))
                .isEqualTo(reportedActions(RealReleases.cms("HCPC2020_OCT_Trans_Alpha.xlsx")));
    }

    @Test
    void wholeFolderLoadsEachReleaseOnce() throws IOException {
        LoadedReleases loaded = ReleaseLoader.lenient().load(RealReleases.cms("."));

        assertThat(loaded.releases()).extracting(content -> content.release().quarter().toString(),
                content -> content.records().size()).containsExactly(
                        tuple("2012-JAN", 5821), tuple("2016-JAN", 6293),
                        tuple("2017-JAN", 6498), tuple("2019-JAN", 6800),
                        tuple("2020-APR", 7097), tuple("2020-JUL", 7158),
                        tuple("2020-OCT", 7196), tuple("2025-OCT", 8846));
        assertThat(loaded.diagnostics()).extracting(Diagnostic::code).containsOnly("TP");
    }

    private record Difference(HcpcsCode code, RecordField field, String text, String workbook) {

        boolean isActionDateThatTheWorkbookLeavesBlank() {
            return field == RecordField.ACTION_EFFECTIVE_DATE && !text.isEmpty() && workbook.isEmpty();
        }

        @Override
        public String toString() {
            return code + " " + field.title() + ": " + text + " | " + workbook;
        }
    }

    private static List<Difference> differences(Path text, Path workbook) throws IOException {
        Map<HcpcsCode, HcpcsRecord> inWorkbook = records(workbook).stream()
                .collect(Collectors.toMap(HcpcsRecord::code, Function.identity()));
        List<HcpcsRecord> inText = records(text);
        assertThat(inText).extracting(HcpcsRecord::code).containsExactlyInAnyOrderElementsOf(inWorkbook.keySet());
        List<Difference> differences = new ArrayList<>();
        for (HcpcsRecord record : inText) {
            HcpcsRecord other = inWorkbook.get(record.code());
            for (RecordField field : RecordField.values()) {
                if (!field.values(record).equals(field.values(other))) {
                    differences.add(new Difference(record.code(), field, field.text(record), field.text(other)));
                }
            }
        }
        return differences;
    }

    private static List<HcpcsRecord> records(Path release) throws IOException {
        return ReleaseLoader.lenient().load(release).releases().get(0).records();
    }

    private static Map<String, Long> actions(Path release) throws IOException {
        return records(release).stream().collect(Collectors.groupingBy(
                record -> record.action().map(CodedValue::code).orElse("none"), TreeMap::new, Collectors.counting()));
    }

    private static Map<String, Long> reportedActions(Path report) throws IOException {
        return TransactionReport.read(report).actions().values().stream().collect(Collectors.groupingBy(
                Function.identity(), TreeMap::new, Collectors.counting()));
    }
}
