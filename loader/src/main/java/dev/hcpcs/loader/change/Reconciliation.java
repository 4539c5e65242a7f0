package dev.hcpcs.loader.change;

import static java.util.Objects.requireNonNull;

import dev.hcpcs.loader.TransactionReport;
import dev.hcpcs.lookup.HcpcsCode;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far the changes of one kind are those that CMS's transaction report tells. A report tells of CMS's actions since its
 * last release, which may be a later one than the older of the two compared.
 *
 * @param kind         the kind of change
 * @param compared     how many codes the comparison found
 * @param reported     how many codes the report lists with one of the kind's {@linkplain ChangeKind#actions actions}
 * @param onlyCompared the codes that only the comparison found, each with the action that the report has for it; empty where
 *                     the report does not list the code
 * @param onlyReported the codes that only the report lists, each with its action
 */
public record Reconciliation(ChangeKind kind, int compared, int reported, SortedMap<HcpcsCode, String> onlyCompared,
        SortedMap<HcpcsCode, String> onlyReported) {

    /** Copies the maps. */
    public Reconciliation {
        requireNonNull(kind, "kind");
        onlyCompared = Collections.unmodifiableSortedMap(new TreeMap<>(onlyCompared));
        onlyReported = Collections.unmodifiableSortedMap(new TreeMap<>(onlyReported));
    }

    /** One reconciliation for every kind, in order. */
    public static List<Reconciliation> of(ReleaseChanges changes, TransactionReport report) {
        return Arrays.stream(ChangeKind.values()).map(kind -> of(kind, changes, report)).toList();
    }

    private static Reconciliation of(ChangeKind kind, ReleaseChanges changes, TransactionReport report) {
        SortedMap<HcpcsCode, String> reported = new TreeMap<>(report.actions());
        reported.values().removeIf(action -> !kind.actions().contains(action));
        SortedMap<HcpcsCode, String> onlyCompared = new TreeMap<>();
        SortedMap<HcpcsCode, String> onlyReported = new TreeMap<>(reported);
        for (CodeChange change : changes.of(kind)) {
            if (onlyReported.remove(change.code()) == null) {
                onlyCompared.put(change.code(), report.actions().getOrDefault(change.code(), ""));
            }
        }
        return new Reconciliation(kind, changes.of(kind).size(), reported.size(), onlyCompared, onlyReported);
    }

    /** How many codes both have. */
    public int both() {
        return compared - onlyCompared.size();
    }
}
