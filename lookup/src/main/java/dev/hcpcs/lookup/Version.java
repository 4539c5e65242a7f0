package dev.hcpcs.lookup;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;

/**
 * What a code's attributes were from a date on, until the next version starts.
 *
 * @param life          the life of the code it belongs to, see {@link Period#life}
 * @param start         the first day it applies
 * @param confirmedFrom the first day for which a loaded release states these attributes; not before the start
 * @param basis         where the start comes from
 * @param record        what the last release that carries this version says
 * @param releases      the releases that carry it, in order of effective date, never empty
 * @param notOtherwiseClassified what CMS's lists of such codes tell of this life of the code
 */
public record Version(int life, LocalDate start, LocalDate confirmedFrom, Basis basis, HcpcsRecord record,
        List<Release> releases, NotOtherwiseClassified notOtherwiseClassified) {

    /** Checks that nothing is null and copies the list. */
    public Version {
        requireNonNull(start, "start");
        requireNonNull(confirmedFrom, "confirmedFrom");
        requireNonNull(basis, "basis");
        requireNonNull(record, "record");
        requireNonNull(notOtherwiseClassified, "notOtherwiseClassified");
        releases = List.copyOf(releases);
    }

    /** The newest loaded release that carries this version. */
    public Release lastSeen() {
        return releases.get(releases.size() - 1);
    }
}
