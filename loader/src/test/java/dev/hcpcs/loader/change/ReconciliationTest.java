package dev.hcpcs.loader.change;

import static dev.hcpcs.loader.change.SmallReleases.changes;
import static dev.hcpcs.loader.change.SmallReleases.code;
import static dev.hcpcs.loader.change.SmallReleases.release;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hcpcs.loader.TransactionReport;
import dev.hcpcs.lookup.HcpcsCode;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReconciliationTest {

    private final ReleaseChanges changes = changes(
            release("2020-JAN", code("A1234"), code("G1234").says("one"), code("G1235").says("one").acted("N", "2010-01-01")),
            release("2020-APR", code("G1234").says("other").acted("C", "2020-04-01"),
                    code("G1235").says("other").acted("N", "2010-01-01"), code("J1234"), code("J1235"), code("J1236")));

    @Test
    void everyKindIsHeldAgainstItsActions() {
        List<Reconciliation> all = Reconciliation.of(changes, report(Map.of("G1234", "C", "G1235", "N", "J1234", "A", "J1235",
                "D", "Q1234", "A")));

        assertThat(all).extracting(Reconciliation::kind).containsExactly(ChangeKind.values());
        Reconciliation added = all.get(ChangeKind.ADDED.ordinal());
        assertThat(List.of(added.compared(), added.reported(), added.both())).containsExactly(3, 2, 1);
        assertThat(added.onlyCompared()).hasToString("{J1235=D, J1236=}");
        assertThat(added.onlyReported()).hasToString("{Q1234=A}");
        Reconciliation terminated = all.get(ChangeKind.TERMINATED.ordinal());
        assertThat(terminated.onlyReported()).hasToString("{J1235=D}");
        Reconciliation changed = all.get(ChangeKind.CHANGED.ordinal());
        assertThat(List.of(changed.compared(), changed.reported(), changed.both())).containsExactly(2, 1, 1);
    }

    @Test
    void whatNoReportEverTellsIsOnlyCompared() {
        List<Reconciliation> all = Reconciliation.of(changes, report(Map.of("G1235", "N")));

        Reconciliation silent = all.get(ChangeKind.SILENT.ordinal());
        assertThat(List.of(silent.compared(), silent.reported(), silent.both())).containsExactly(1, 0, 0);
        assertThat(silent.onlyCompared()).hasToString("{G1235=N}");
        assertThat(all.get(ChangeKind.WITHDRAWN.ordinal()).onlyCompared()).hasToString("{A1234=}");
    }

    private static TransactionReport report(Map<String, String> actions) {
        SortedMap<HcpcsCode, String> byCode = new TreeMap<>();
        actions.forEach((code, action) -> byCode.put(HcpcsCode.parse(code), action));
        return new TransactionReport("report.txt", byCode);
    }
}
