package dev.hcpcs.loader.publish;

import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.Quarter;
import dev.hcpcs.lookup.Release;
import dev.hcpcs.lookup.ReleaseContent;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What an index was made from, how old the newest of it is, and what is missing. */
public final class SnapshotReleases {

    /** Until then CMS published one release a year, that of January. */
    private static final int LAST_ANNUAL_YEAR = 2019;

    private SnapshotReleases() {
    }

    /** The quarter of the newest release. */
    public static Quarter newest(HcpcsIndex index) {
        List<Release> releases = index.releases();
        return releases.get(releases.size() - 1).quarter();
    }

    /** The release of a quarter; empty where the index does not have it. */
    static Optional<ReleaseContent> find(HcpcsIndex index, Quarter quarter) {
        return index.contents().stream().filter(content -> content.release().quarter().equals(quarter)).findFirst();
    }

    /**
     * The quarters between the first release and the newest one of which the index has none, in order. Until 2019, when CMS
     * published a release a year, only January is missed.
     */
    public static List<Quarter> missing(HcpcsIndex index) {
        Set<Quarter> present = index.releases().stream().map(Release::quarter).collect(Collectors.toSet());
        List<Quarter> missing = published(index.releases().get(0).quarter(), newest(index));
        missing.removeAll(present);
        return missing;
    }

    /** The quarters after the newest release that have begun by a day, in order: a release of each should be out. */
    public static List<Quarter> due(HcpcsIndex index, LocalDate day) {
        Quarter newest = newest(index);
        Quarter present = Quarter.startingOn(LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1));
        List<Quarter> due = published(newest, present);
        due.remove(newest);
        return due;
    }

    /** How many days before a day the newest release took effect; negative where it has not yet. */
    public static long ageInDays(HcpcsIndex index, LocalDate day) {
        return ChronoUnit.DAYS.between(newest(index).effectiveDate(), day);
    }

    /** The quarters of which CMS published a release, both bounds inclusive. */
    private static List<Quarter> published(Quarter first, Quarter last) {
        List<Quarter> quarters = new ArrayList<>();
        for (Quarter quarter = first; quarter.compareTo(last) <= 0;
                quarter = Quarter.startingOn(quarter.effectiveDate().plusMonths(3))) {
            if (quarter.year() > LAST_ANNUAL_YEAR || quarter.number() == 1) {
                quarters.add(quarter);
            }
        }
        return quarters;
    }
}
