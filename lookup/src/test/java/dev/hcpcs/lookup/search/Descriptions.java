package dev.hcpcs.lookup.search;

import dev.hcpcs.lookup.HcpcsCode;
import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.HcpcsRecord;
import dev.hcpcs.lookup.Quarter;
import dev.hcpcs.lookup.Release;
import dev.hcpcs.lookup.ReleaseContent;
import dev.hcpcs.lookup.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Records and releases to search in. */
final class Descriptions {

    static final LocalDate TODAY = LocalDate.of(2020, 2, 2);

    private Descriptions() {
    }

    /** Of a code that exists since 2015. */
    static HcpcsRecord record(String code, String shortDescription, String longDescription) {
        return builder(code, shortDescription, longDescription, "2015-01-01").build();
    }

    /** @param lastDay the termination date */
    static HcpcsRecord ended(String code, String shortDescription, String longDescription, String added, String lastDay) {
        return builder(code, shortDescription, longDescription, added)
                .terminationDate(Optional.of(LocalDate.parse(lastDay))).action("D").build();
    }

    static HcpcsRecord added(String code, String shortDescription, String longDescription, String added) {
        return builder(code, shortDescription, longDescription, added).build();
    }

    private static HcpcsRecord.Builder builder(String code, String shortDescription, String longDescription, String added) {
        return HcpcsRecord.builder(HcpcsCode.parse(code)).shortDescription(shortDescription).longDescription(longDescription)
                .addedDate(Optional.of(LocalDate.parse(added))).actionEffectiveDate(Optional.of(LocalDate.parse(added)));
    }

    static ReleaseContent release(String quarter, HcpcsRecord... records) {
        return release(quarter, List.of(records));
    }

    static ReleaseContent release(String quarter, List<HcpcsRecord> records) {
        return new ReleaseContent(new Release(Quarter.parse(quarter), quarter + ".txt", "0".repeat(64)), records);
    }

    /** A search over one release of 2020. */
    static DescriptionSearch search(HcpcsRecord... records) {
        return DescriptionSearch.of(HcpcsIndex.of(List.of(release("2020-JAN", records))));
    }

    /** The codes found on {@link #TODAY}, best first. */
    static List<String> found(DescriptionSearch search, String words) {
        return found(search, words, TODAY);
    }

    static List<String> found(DescriptionSearch search, String words, LocalDate date) {
        return search.on(words, date, Integer.MAX_VALUE).first().stream().map(answer -> answer.code().value()).toList();
    }

    /** Versions as {@code Q2040 from 2011-04-01}. */
    static List<String> ever(DescriptionSearch search, String words) {
        return search.ever(words, Integer.MAX_VALUE).first().stream().map(Descriptions::name).toList();
    }

    static String name(Version version) {
        return version.record().code() + " from " + version.start();
    }
}
