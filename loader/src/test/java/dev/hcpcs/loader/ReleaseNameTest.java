package dev.hcpcs.loader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcpcs.loader.ReleaseName.Format;
import dev.hcpcs.lookup.Quarter;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseNameTest {

    @ParameterizedTest
    @CsvSource({
        "12anweb.txt, 2012-JAN",
        "12anweb.zip, 2012-JAN",
        "HCPC2013_A-N.txt, 2013-JAN",
        "HCPC2016_CONTR_ANWEB.txt, 2016-JAN",
        "HCPC17_CONTR_ANWEB.txt, 2017-JAN",
        "HCPC2018_CONTR_ANWEB_disc.txt, 2018-JAN",
        "2019-Alpha-Numeric-HCPCS-File.zip, 2019-JAN",
        "HCPC2020_ANWEB_w_disclaimer.txt, 2020-JAN",
        "HCPC2020_APRIL_ANWEB_w_disclaimer_v5.xlsx, 2020-APR",
        "HCPC2020_JUL_ANWEB.xlsx, 2020-JUL",
        "HCPC2021_JULY_ANWEB_v2.xlsx, 2021-JUL",
        "HCPC2021_APR_CONTR_ANWEB.xlsx, 2021-APR",
        "HCPC2024_JAN_ANWEB_v4.xlsx, 2024-JAN",
        "HCPC2026_JAN_ANWEB_12082025.txt, 2026-JAN",
        "HCPC2026_OCT_ANWEB_v2.txt, 2026-OCT",
        "HCPC2026_JAN_ANWEB_20251208.txt, 2026-JAN",
        "HCPC2026_JAN_ANWEB 2025-12-08.txt, 2026-JAN",
        "HCPCS_October_2025.xlsx, 2025-OCT",
        "HCPC2024_OCTv2_ANWEB.txt, 2024-OCT",
        "january-2025-alpha-numeric-hcpcs-file.zip, 2025-JAN",
        "october-2026-alpha-numeric-hcpcs-file.zip, 2026-OCT"})
    void tellsTheQuarter(String name, String quarter) {
        assertThat(new ReleaseName(name).quarter()).contains(Quarter.parse(quarter));
    }

    /** From 2021 on every release names its month, so a name without one does not tell. */
    @ParameterizedTest
    @ValueSource(strings = {"release.txt", "HCPC2023_ANWEB.txt", "HCPC2024_JAN_OCT_ANWEB.txt", "2023_HCPC2024_JAN.txt",
        "HCPC_ANWEB_12082025.txt"})
    void doesNotGuess(String name) {
        assertThat(new ReleaseName(name).quarter()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HCPC2016_README.txt", "HCPCREAD_12.txt", "HCPC2016_TransReport_Changes_by_Action_Code.txt",
        "HCPC2016_TransactionReport_Alpha.xlsx", "HCPCS2016_recordlayout.txt", "proc_notes_2016.txt", "NOC codes_JUL2025.xlsx",
        "NOC_Codes_2019.xlsx", "HCPC2019_Corrections_ALPHA.xlsx", "2019-HCPCS-Alpha-Numeric-Corrections.zip",
        "2019-HCPCS-NOC-Codes.zip", "HCPC2026_JUL_NOC.xlsx", "NOCcodes2024.xlsx", "Processing Notes.txt",
        "HCPC2020_APR_Trans_Alpha.xlsx", "Changes_by_HCPCSCode.prn"})
    void knowsCompanions(String name) {
        assertThat(new ReleaseName(name).isCompanion()).isTrue();
        assertThat(new ReleaseName(name).isRelease()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"HCPC2019_Corrections_ALPHA.xlsx, true", "HCPC2019_Corrections_ALPHA_v2.prn, true",
        "2019-HCPCS-Alpha-Numeric-Corrections.zip, true", "HCPC2019_CONTR_ANWEB.txt, false",
        "HCPC2020_APR_Trans_Alpha.xlsx, false"})
    void knowsCorrections(String name, boolean corrections) {
        assertThat(new ReleaseName(name).isCorrections()).isEqualTo(corrections);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12anweb.txt", "HCPC2013_A-N.txt", "HCPC2018_CONTR_ANWEB_disc.txt", "HCPC2026_OCT_ANWEB_v2.txt",
        "HCPC2020_JUL_ANWEB_spreadsheet.xlsx"})
    void knowsReleases(String name) {
        assertThat(new ReleaseName(name).isRelease()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HCPC2020_APR.xlsx", "HCPCS 2023 JAN.csv", "HCPCS_October_2025.xlsx",
        "oct-2025-hcpcs-alpha-numeric-file.xlsx", "October 2025 Alpha-Numeric HCPCS File.xlsx"})
    void knowsWhatResemblesReleases(String name) {
        assertThat(new ReleaseName(name).resemblesRelease()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HCPC2026_OCT_ANWEB_v2.txt", "HCPCS2025_deleted.xlsx", "notes.txt", "HCPC2020_APR_Trans_Alpha.xlsx"})
    void knowsWhatDoesNot(String name) {
        assertThat(new ReleaseName(name).resemblesRelease()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"NOC.txt, TEXT", "NOC.prn, TEXT", "NOC.xlsx, XLSX", "NOC.xls, XLS", "NOC.csv, CSV", "NOC.zip,", "NOC.pdf,"})
    void aCompanionCanBeAPrintAndIsNoZip(String name, Format format) {
        assertThat(new ReleaseName(name).companionFormat()).isEqualTo(Optional.ofNullable(format));
    }

    @Test
    void laterVersionsComeLater() {
        assertThat(new String[] {"HCPC2024_JAN_ANWEB.xlsx", "HCPC2024_JAN_ANWEB_12082023.xlsx",
            "HCPC2024_JAN_ANWEB_20231210.xlsx", "HCPC2024_JAN_ANWEB_01022024.xlsx", "HCPC2024_JAN_ANWEB_v2.xlsx",
            "HCPC2024_JAN_ANWEB v3.xlsx", "HCPC2024_JAN_ANWEBv4.txt", "HCPC2024_JANv5_ANWEB.txt",
            "HCPC2024_JAN_ANWEB_v10.xlsx"})
                .isSortedAccordingTo((one, other) -> new ReleaseName(one).version().compareTo(new ReleaseName(other).version()));
    }
}
