package dev.hcpcs.loader.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcpcs.loader.RealReleases;
import dev.hcpcs.loader.ReleaseLoader;
import dev.hcpcs.loader.TransactionReport;
import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.Quarter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What changed between CMS's own releases, and what CMS's reports say of it. */
class RealDiffTest {

    @BeforeEach
    void onlyWithRealReleases() {
        RealReleases.assumePresent();
    }

    @Test
    void from2016To2017() throws IOException {
        Path newer = RealReleases.cms("2017-Alpha-Numeric-HCPCS-File.zip");
        ReleaseChanges changes = ReleaseChanges.between(index(RealReleases.cms("2016")), index(newer));

        assertThat(counts(changes)).isEqualTo("303 added, 158 terminated, 1 reactivated, 0 reused, 2 withdrawn, 0 returned,"
                + " 96 dropped, 228 changed, 39 silent");
        assertThat(codes(changes, ChangeKind.REACTIVATED)).containsExactly("S3854");
        assertThat(codes(changes, ChangeKind.WITHDRAWN)).containsExactly("G0298", "G9668");

        Map<ChangeKind, Reconciliation> told = reconciliation(changes, newer);
        assertThat(told.get(ChangeKind.ADDED)).extracting(Reconciliation::reported, Reconciliation::both)
                .containsExactly(278, 278);
        assertThat(told.get(ChangeKind.TERMINATED)).extracting(Reconciliation::reported, Reconciliation::both)
                .containsExactly(147, 129);
        assertThat(told.get(ChangeKind.REACTIVATED)).extracting(Reconciliation::reported, Reconciliation::both)
                .containsExactly(1, 1);
        assertThat(told.get(ChangeKind.CHANGED)).extracting(Reconciliation::reported, Reconciliation::both)
                .containsExactly(170, 170);
        assertThat(told.get(ChangeKind.SILENT).onlyCompared().values()).hasSize(39).containsOnly("N");
    }

    @Test
    void from2019ToApril2020() throws IOException {
        Path newer = RealReleases.cms("HCPC2020_APR_ANWEB.xlsx");
        ReleaseChanges changes = ReleaseChanges.between(index(RealReleases.cms("2019-Alpha-Numeric-HCPCS-File.zip")),
                index(newer));

        assertThat(counts(changes)).isEqualTo("297 added, 89 terminated, 0 reactivated, 0 reused, 0 withdrawn, 0 returned,"
                + " 0 dropped, 106 changed, 11 silent");
        // The report tells of one quarter only.
        assertThat(reconciliation(changes, newer).get(ChangeKind.ADDED)).extracting(Reconciliation::reported,
                Reconciliation::both).containsExactly(18, 18);
    }

    @Test
    void quartersOf2020() throws IOException {
        HcpcsIndex april = index(RealReleases.cms("HCPC2020_APR_ANWEB.xlsx"));
        Path july = RealReleases.cms("HCPC2020_JUL_ANWEB.xlsx");
        Path october = RealReleases.cms("HCPC2020_OCT_ANWEB.xlsx");

        ReleaseChanges toJuly = ReleaseChanges.between(april, index(july));
        assertThat(counts(toJuly)).isEqualTo("61 added, 9 terminated, 0 reactivated, 0 reused, 0 withdrawn, 0 returned,"
                + " 0 dropped, 11 changed, 1 silent");
        assertThat(codes(toJuly, ChangeKind.SILENT)).containsExactly("CS");
        assertThat(TransactionReport.beside(july, toJuly.to().quarter())).isEmpty();

        ReleaseChanges toOctober = ReleaseChanges.between(index(july), index(october));
        assertThat(counts(toOctober)).isEqualTo("38 added, 4 terminated, 0 reactivated, 0 reused, 0 withdrawn, 0 returned,"
                + " 0 dropped, 13 changed, 0 silent");
        Map<ChangeKind, Reconciliation> told = reconciliation(toOctober, october);
        assertThat(List.of(told.get(ChangeKind.ADDED), told.get(ChangeKind.TERMINATED)))
                .allMatch(kind -> kind.onlyCompared().isEmpty() && kind.onlyReported().isEmpty());
        // Terminated, and changed at that.
        assertThat(told.get(ChangeKind.CHANGED).onlyCompared()).hasToString("{C9055=D, C9059=D, C9061=D, C9063=D}");
    }

    @Test
    void olderReleasesTellWhatIsBackAndWhatIsReused() throws IOException {
        HcpcsIndex all = ReleaseLoader.lenient().load(RealReleases.eight()).index();

        ReleaseChanges toApril = ReleaseChanges.between(all, Quarter.parse("2019-JAN"), Quarter.parse("2020-APR"));
        assertThat(codes(toApril, ChangeKind.RETURNED)).containsExactly("DA");
        assertThat(toApril.counts()).containsEntry(ChangeKind.ADDED, 296).containsEntry(ChangeKind.CHANGED, 106)
                .containsEntry(ChangeKind.SILENT, 11);
        ReleaseChanges to2019 = ReleaseChanges.between(all, Quarter.parse("2017-JAN"), Quarter.parse("2019-JAN"));
        assertThat(codes(to2019, ChangeKind.REUSED)).containsExactly("Q2040", "Q2041", "Q2042");
        assertThat(codes(to2019, ChangeKind.WITHDRAWN)).containsExactly("DA");
    }

    private static HcpcsIndex index(Path release) throws IOException {
        return ReleaseLoader.lenient().load(release).index();
    }

    private static String counts(ReleaseChanges changes) {
        return changes.counts().entrySet().stream().map(count -> count.getValue() + " " + count.getKey().key())
                .collect(Collectors.joining(", "));
    }

    private static List<String> codes(ReleaseChanges changes, ChangeKind kind) {
        return changes.of(kind).stream().map(change -> change.code().value()).toList();
    }

    private static Map<ChangeKind, Reconciliation> reconciliation(ReleaseChanges changes, Path newer) throws IOException {
        TransactionReport report = TransactionReport.beside(newer, changes.to().quarter()).orElseThrow();
        return Reconciliation.of(changes, report).stream().collect(Collectors.toMap(Reconciliation::kind, kind -> kind));
    }
}
