package dev.hcpcs.loader.correction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcpcs.loader.Diagnostic;
import dev.hcpcs.loader.RealReleases;
import dev.hcpcs.loader.ReleaseLoader;
import dev.hcpcs.lookup.HcpcsIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** CMS's two lists of corrections to 2019, against the release of 2019 and that of April 2020; each verdict was looked up. */
class RealCorrectionsTest {

    private static final String ZIP = "2019-HCPCS-Alpha-Numeric-Corrections.zip";
    private static HcpcsIndex both;
    private static HcpcsIndex april;
    private static List<CorrectionList> lists;

    @BeforeAll
    static void read() throws IOException {
        RealReleases.assumePresent();
        Path release = RealReleases.cms("HCPC2020_APR_ANWEB.xlsx");
        both = ReleaseLoader.lenient().load(RealReleases.cms("2019-Alpha-Numeric-HCPCS-File.zip"), release).index();
        april = ReleaseLoader.lenient().load(release).index();
        lists = CorrectionReader.read(List.of(RealReleases.cms(ZIP)), Optional.empty());
    }

    @Test
    void bothListsCountAndTheWorkbooksAreTaken() {
        assertThat(lists).extracting(list -> list.file() + " " + list.quarter() + " " + list.corrections().size())
                .containsExactly(ZIP + "!HCPC2019_Corrections_ALPHA.xlsx 2019-JAN 11",
                        ZIP + "!HCPC2019_Corrections_ALPHA_v2.xlsx 2019-JAN 3");
        assertThat(lists.stream().flatMap(list -> list.remarks().stream())).extracting(Diagnostic::toString)
                .containsExactly(ZIP + "!HCPC2019_Corrections_ALPHA.xlsx row 14: Q5111: EFF DATE '01/0/12019' is not a date"
                        + " (MM/DD/YYYY), so nothing is judged by it");
    }

    /** N: not contained; C: cannot be told. The release of 2019 is the one before the corrections: it has none of them. */
    @Test
    void againstTheReleaseOf2019() {
        assertThat(judged(both)).containsExactly(
                "A5513 NOT_CONTAINED: action N, action effective date N in 2020-APR",
                "B4105 NOT_CONTAINED in 2020-APR: coverage N in 2020-APR, pricing indicators N in 2020-APR",
                "C1890 NOT_CONTAINED in 2020-APR: " + added("statute"),
                "C9034 NOT_CONTAINED in 2020-APR: termination date N in 2020-APR, cross references N in 2020-APR",
                "C9468 NOT_CONTAINED in 2020-APR: cross references N in 2020-APR",
                "J1095 NOT_CONTAINED in 2020-APR: " + added("ASC payment group", "ASC effective date"),
                "J2186 NOT_CONTAINED in 2020-APR: " + added("ASC payment group", "ASC effective date"),
                "J2787 NOT_CONTAINED in 2020-APR: " + added(),
                "Q2026 NOT_CONTAINED: ASC payment group N, ASC effective date N in 2020-APR",
                "Q5111 NOT_CONTAINED in 2020-APR: " + added("ASC payment group", "ASC effective date")
                        .replace("added date N in 2020-APR", "added date C"),
                "Q9994 NOT_CONTAINED in 2020-APR: coverage N in 2020-APR, pricing indicators N in 2020-APR",
                "DA NOT_CONTAINED in 2020-APR: code N in 2020-APR",
                "C1890 NOT_CONTAINED in 2020-APR: ASC payment group N in 2020-APR, ASC effective date N in 2020-APR",
                "J7329 NOT_CONTAINED in 2020-APR: ASC payment group N in 2020-APR, ASC effective date N in 2020-APR");
    }

    /**
     * What has not come by April 2020: the action of A5513, which no later release would tell; the removal from Q2026, which has
     * the group again from 2020-01-01; and the date of Q5111 that is none.
     */
    @Test
    void againstTheReleaseOfApril2020() {
        List<JudgedCorrection> others = all(april).stream()
                .filter(judged -> judged.outcome() != Outcome.CONTAINED).toList();

        assertThat(others).extracting(judged -> judged.correction().code() + " " + judged.outcome() + " " + judged.values()
                .stream().filter(value -> value.verdict() != Verdict.CONTAINED)
                .map(value -> value.expected().title() + " " + value.expected() + " has " + value.has() + ": " + value.reason())
                .toList()).containsExactly(
                        "A5513 CANNOT_BE_TOLD [action F has N: a later release tells its own action]",
                        "Q2026 CANNOT_BE_TOLD [ASC payment group not YY has YY: its start is later, 2020-01-01, so it may have"
                                + " been removed and given anew]",
                        "Q5111 CANNOT_BE_TOLD [added date 01/0/12019 has : it is not a date]");
        assertThat(others).allMatch(judged -> judged.toBeRead().isEmpty());
    }

    private static List<JudgedCorrection> all(HcpcsIndex index) {
        return lists.stream().flatMap(list -> CorrectionJudge.judge(list, index).corrections().stream()).toList();
    }

    private static List<String> judged(HcpcsIndex index) {
        return all(index).stream().map(judged -> judged.correction().code() + " " + judged.outcome()
                + judged.later().map(later -> " in " + later.quarter()).orElse("") + ": " + judged.values().stream()
                        .map(value -> value.expected().title() + " " + (value.verdict() == Verdict.NOT_CONTAINED ? "N" : "C")
                                + value.later().map(later -> " in " + later.quarter()).orElse(""))
                        .collect(Collectors.joining(", "))).toList();
    }

    private static String added(String... more) {
        List<String> titles = new ArrayList<>(List.of("code", "added date", "short description", "long description",
                "types of service", "BETOS", "coverage", "pricing indicators"));
        titles.addAll(List.of(more));
        return titles.stream().map(title -> title + " N in 2020-APR").collect(Collectors.joining(", "));
    }
}
