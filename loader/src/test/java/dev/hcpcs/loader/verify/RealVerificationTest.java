package dev.hcpcs.loader.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcpcs.loader.ReadRelease;
import dev.hcpcs.loader.RealReleases;
import dev.hcpcs.loader.ReleaseLoader;
import dev.hcpcs.loader.verify.Finding.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found in CMS's own releases. */
class RealVerificationTest {

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

    private static final Map<String, Verification> VERIFIED = new HashMap<>();

    @BeforeEach
    void onlyWithRealReleases() {
        RealReleases.assumePresent();
    }

    /** Errors and remarks of each check; a dash where it could not be made. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2012-12anweb.zip                   | 5821 | false | 4+0 | 10+0  | -   | 3+2   | 0+7 | 0+0 | 1+17",
        "2016                               | 6293 | true  | 0+0 | 0+115 | 0+1 | 0+0   | 0+6 | 0+0 | 0+19",
        "2017-Alpha-Numeric-HCPCS-File.zip  | 6498 | false | 0+0 | 3+0   | 0+0 | 0+0   | 0+6 | 0+0 | 0+24",
        "2019-Alpha-Numeric-HCPCS-File.zip  | 6800 | false | 0+0 | 2+115 | 0+0 | 0+1   | 0+5 | 0+0 | 0+47",
        "HCPC2020_APR_ANWEB.xlsx            | 7097 | true  | 0+0 | -     | 0+0 | 0+116 | 0+5 | 0+0 | 0+47",
        "HCPC2020_JUL_ANWEB.xlsx            | 7158 | true  | 0+0 | -     | -   | 0+116 | 0+5 | 0+0 | 0+47",
        "HCPC2020_OCT_ANWEB.xlsx            | 7196 | true  | 0+0 | -     | 0+0 | 0+116 | 0+5 | 0+0 | 0+47",
        "HCPC2025_OCT_ANWEB.xlsx            | 8846 | true  | 0+0 | -     | -   | 0+117 | 0+5 | 0+0 | 0+66"})
    void countsOfEveryRelease(String release, int records, boolean verified, String diagnostics, String formats,
            String actions, String blanks, String dates, String values, String references) throws IOException {
        Verification verification = verify(release);

        assertThat(verification.records()).isEqualTo(records);
        assertThat(verification.isVerified()).isEqualTo(verified);
        assertThat(Stream.of(Check.values()).map(check -> counts(verification, check)))
                .containsExactly(diagnostics, formats, actions, blanks, dates, values, references);
        assertThat(verification.of(Check.CONTRADICTING_DATES)).extracting(Finding::code)
                .contains("E0910", "E1050", "S0091", "S0092", "S0093");
    }

    @Test
    void textAndWorkbookOf2012() throws IOException {
        // TP's line is one character short, so that all behind its long description stands one column to the left.
        assertThat(differences("2012-12anweb.zip")).containsExactly(
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
        assertThat(differences("2016")).isEmpty();
        assertThat(withoutActionDateInWorkbook("2016")).isEqualTo(WITHOUT_ACTION_DATE_IN_WORKBOOK);
    }

    @Test
    void textAndWorkbookOf2017() throws IOException {
        assertThat(differences("2017-Alpha-Numeric-HCPCS-File.zip")).containsExactly(
                "L5638 action effective date: 1996-01-01 | 1986-01-01",
                "L5640 action effective date: 1996-01-01 | 1986-01-01",
                "L5643 action effective date: 1986-01-01 | 1988-01-01");
    }

    @Test
    void textAndWorkbookOf2019() throws IOException {
        assertThat(differences("2019-Alpha-Numeric-HCPCS-File.zip")).containsExactly(
                "E0210 types of service: A L P | A L P R",
                "E0776 types of service: A E P | A E P R");
        assertThat(withoutActionDateInWorkbook("2019-Alpha-Numeric-HCPCS-File.zip"))
                .isEqualTo(WITHOUT_ACTION_DATE_IN_WORKBOOK);
    }

    @Test
    void reportOf2016MissesOneUnchangedCode() throws IOException {
        assertThat(verify("2016").of(Check.ACTION_AGAINST_TRANSACTION_REPORT)).singleElement()
                .extracting(Finding::code, Finding::value).containsExactly("DA", "N");
    }

    @Test
    void folderOfSeveralFindsEachReleaseAndItsReport() throws IOException {
        List<Path> folder = List.of(RealReleases.cms("."));
        int reports = 0;
        for (ReadRelease release : ReleaseLoader.strict().read(folder).releases()) {
            Verification verification = ReleaseVerifier.verify(release, folder);
            reports += verification.notMade().containsKey(Check.ACTION_AGAINST_TRANSACTION_REPORT) ? 0 : 1;
        }
        assertThat(reports).isEqualTo(5);
    }

    /** Each release is verified once for all tests. */
    private static Verification verify(String name) throws IOException {
        if (!VERIFIED.containsKey(name)) {
            List<Path> paths = List.of(RealReleases.cms(name));
            ReadRelease release = ReleaseLoader.strict().read(paths).releases().get(0);
            VERIFIED.put(name, ReleaseVerifier.verify(release, paths));
        }
        return VERIFIED.get(name);
    }

    private static String counts(Verification verification, Check check) {
        List<Finding> findings = verification.of(check);
        long errors = findings.stream().filter(finding -> finding.severity() == Severity.ERROR).count();
        return verification.notMade().containsKey(check) ? "-" : errors + "+" + (findings.size() - errors);
    }

    private static List<String> differences(String name) throws IOException {
        return verify(name).of(Check.TEXT_AGAINST_WORKBOOK).stream().filter(found -> found.severity() == Severity.ERROR)
                .map(found -> found.code() + " " + found.field() + ": " + found.value() + " | " + found.against()).toList();
    }

    private static List<String> withoutActionDateInWorkbook(String name) throws IOException {
        return verify(name).of(Check.TEXT_AGAINST_WORKBOOK).stream().filter(found -> found.severity() == Severity.REMARK)
                .map(found -> {
                    assertThat(found.field()).isEqualTo("action effective date");
                    assertThat(found.against()).isEmpty();
                    return found.code();
                }).toList();
    }
}
