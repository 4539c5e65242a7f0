package dev.hcpcs.lookup;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One release with all of its records: what an index is made from.
 *
 * @param release where the records come from
 * @param records in order of code, each code once
 */
public record ReleaseContent(Release release, List<HcpcsRecord> records) {

    /**
     * Copies and sorts the records.
     *
     * @throws IllegalArgumentException if there are none, or two of one code: a release is never half of one
     */
    public ReleaseContent {
        if (records.isEmpty()) {
            throw new IllegalArgumentException(release + " has no records");
        }
        HcpcsRecord[] sorted = records.toArray(HcpcsRecord[]::new);
        // Snapshots hold them in order already, and opening one is to be fast.
        if (!isAscending(sorted)) {
            Arrays.sort(sorted, Comparator.comparing(HcpcsRecord::code));
            for (int i = 1; i < sorted.length; i++) {
                if (sorted[i - 1].code().equals(sorted[i].code())) {
                    throw new IllegalArgumentException(release + " has more than one record of " + sorted[i].code());
                }
            }
        }
        records = List.of(sorted);
    }

    private static boolean isAscending(HcpcsRecord[] records) {
        for (int i = 1; i < records.length; i++) {
            if (records[i - 1].code().compareTo(records[i].code()) >= 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * The same content, holding the record of another release wherever that is equal. Most records of a quarter are those of the
     * quarter before, so that many releases fit into little memory if each is shared with the one before as soon as it is read.
     */
    public ReleaseContent sharing(ReleaseContent other) {
        HcpcsRecord[] shared = records.toArray(HcpcsRecord[]::new);
        int place = 0;
        for (int i = 0; i < shared.length; i++) {
            while (place < other.records.size() && other.records.get(place).code().compareTo(shared[i].code()) < 0) {
                place++;
            }
            if (place < other.records.size() && other.records.get(place).equals(shared[i])) {
                shared[i] = other.records.get(place);
            }
        }
        return new ReleaseContent(release, List.of(shared));
    }

    /** What the release says of a code; empty where it does not carry it. */
    public Optional<HcpcsRecord> find(HcpcsCode code) {
        int low = 0;
        int high = records.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = records.get(middle).code().compareTo(code);
            if (order == 0) {
                return Optional.of(records.get(middle));
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }
}
