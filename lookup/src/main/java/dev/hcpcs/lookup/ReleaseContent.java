package dev.hcpcs.lookup;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
        Set<HcpcsCode> codes = new HashSet<>();
        for (HcpcsRecord record : records) {
            if (!codes.add(record.code())) {
                throw new IllegalArgumentException(release + " has more than one record of " + record.code());
            }
        }
        records = records.stream().sorted(Comparator.comparing(HcpcsRecord::code)).toList();
    }
}
