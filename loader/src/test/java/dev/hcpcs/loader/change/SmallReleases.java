package dev.hcpcs.loader.change;

import dev.hcpcs.lookup.HcpcsCode;
import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.HcpcsRecord;
import dev.hcpcs.lookup.Quarter;
import dev.hcpcs.lookup.Release;
import dev.hcpcs.lookup.ReleaseContent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Releases of a few codes, in few words. Each carries V9999 too, which never changes: a release is never empty. */
public final class SmallReleases {

    private SmallReleases() {
    }

    /** One line of a release: blank but for what is set. */
    public static final class Row {

        private final HcpcsRecord.Builder record;

        private Row(String code) {
            record = HcpcsRecord.builder(HcpcsCode.parse(code));
        }

        public Row says(String longDescription) {
            return with(to -> to.longDescription(longDescription));
        }

        public Row added(String date) {
            return with(to -> to.addedDate(Optional.of(LocalDate.parse(date))));
        }

        public Row acted(String letter, String date) {
            return with(to -> to.action(letter).actionEffectiveDate(Optional.of(LocalDate.parse(date))));
        }

        public Row terminated(String lastDay) {
            return with(to -> to.terminationDate(Optional.of(LocalDate.parse(lastDay))));
        }

        public Row with(Consumer<HcpcsRecord.Builder> more) {
            more.accept(record);
            return this;
        }
    }

    public static Row code(String code) {
        return new Row(code);
    }

    public static ReleaseContent release(String quarter, Row... rows) {
        List<HcpcsRecord> records = new ArrayList<>(List.of(code("V9999").record.build()));
        for (Row row : rows) {
            records.add(row.record.build());
        }
        return new ReleaseContent(new Release(Quarter.parse(quarter), quarter + ".txt", "0".repeat(64)), records);
    }

    public static HcpcsIndex index(ReleaseContent... releases) {
        return HcpcsIndex.of(List.of(releases));
    }

    /** Between the last two of the releases; the ones before are known. */
    public static ReleaseChanges changes(ReleaseContent... releases) {
        return ReleaseChanges.between(index(releases), releases[releases.length - 2].release().quarter(),
                releases[releases.length - 1].release().quarter());
    }
}
