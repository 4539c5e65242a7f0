package dev.hcpcs.benchmarks;

import dev.hcpcs.benchmarks.Growth.Measured;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The figures of {@link Growth} as a page. */
final class GrowthPage {

    /** What is compared from size to size, and its name. */
    enum Measure {
        BUILD_TIME("time to build", Measured::buildMilliseconds),
        BUILD_ALLOCATED("memory allocated to build", Measured::buildAllocated),
        BUILD_HELD("memory held at the end of the build", Measured::buildHeld),
        SNAPSHOT("snapshot", Measured::snapshotBytes),
        OPEN_TIME("time to open", Measured::openMilliseconds),
        OPEN_KEPT("memory kept by the opened index", Measured::openKept),
        STATUS_TIME("time of a status", Measured::statusNanoseconds),
        LOOKUP_TIME("time of a lookup with record", Measured::lookupNanoseconds);

        private final String title;
        private final ToDoubleFunction<Measured> value;

        Measure(String title, ToDoubleFunction<Measured> value) {
            this.title = title;
            this.value = value;
        }

        String title() {
            return title;
        }

        /** How many times as much as on the first size. */
        double growth(List<Measured> series, Measured size) {
            return value.applyAsDouble(size) / value.applyAsDouble(series.get(0));
        }
    }

    private final List<Measured> moreQuarters;
    private final List<Measured> moreCodes;

    GrowthPage(List<Measured> moreQuarters, List<Measured> moreCodes) {
        this.moreQuarters = moreQuarters;
        this.moreCodes = moreCodes;
    }

    /** How many times as many records as the first size has. */
    static double input(List<Measured> series, Measured size) {
        return (double) size.records() / series.get(0).records();
    }

    String markdown(String chart) {
        StringBuilder page = new StringBuilder("# Growth\n\n").append(Machine.measuredBy(Growth.class)).append("""
                

                The input is generated (`GrowingReleases`): texts in CMS's layout, a record each quarter for every code, and about
                CMS's turnover.

                A build is all of `ReleaseLoader.load` and `index`: it reads the texts and merges them. Held at its end are the
                loaded records and the index; kept is what the index holds once it is opened from its snapshot. Both are heap
                in use after a collection. Each time is a mean over five seconds or more, with JMH's error.

                """)
                .append("![Growth of time and memory with the input](").append(chart)
                .append(")\n\n## More quarters, up to 25 years\n\n");
        table(page, moreQuarters);
        page.append("\n## More codes, up to 100,000 in the first of eight quarters\n\n");
        table(page, moreCodes);
        growth(page);
        return page.toString();
    }

    private static void table(StringBuilder page, List<Measured> series) {
        page.append("""
                | Releases | Codes known | Records | Texts, MB | Build, ms | allocated, MB | held, MB | Snapshot, MB | Open, ms \
                | kept, MB | Status, ns | Lookup, ns |
                |---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|
                """);
        for (Measured size : series) {
            page.append(String.format(Locale.ROOT, "| %d | %,d | %,d | %,.1f | %s | %,.0f | %,.0f | %,.1f |",
                    size.releases(), size.codes(), size.records(), size.textBytes() / 1e6, time(size.build()),
                    size.buildAllocated() / 1e6, size.buildHeld() / 1e6, size.snapshotBytes() / 1e6));
            page.append(String.format(Locale.ROOT, " %s | %,.1f | %s | %s |%n", time(size.open()), size.openKept() / 1e6,
                    time(size.status()), time(size.lookup())));
        }
    }

    private static String time(Results.Figure figure) {
        return String.format(Locale.ROOT, "%,.1f ± %,.1f", figure.time(), figure.error());
    }

    private void growth(StringBuilder page) {
        Measured quarters = moreQuarters.get(moreQuarters.size() - 1);
        Measured codes = moreCodes.get(moreCodes.size() - 1);
        page.append(String.format(Locale.ROOT, """

                ## From the smallest to the largest

                Nothing should grow faster than its input, the records. What did, by more than one part in twenty, is in bold.

                | Times as much | More quarters | More codes |
                |---|---:|---:|
                | records, the input | %.1f | %.1f |
                """, input(moreQuarters, quarters), input(moreCodes, codes)));
        for (Measure measure : Measure.values()) {
            page.append("| ").append(measure.title()).append(" | ")
                    .append(times(measure.growth(moreQuarters, quarters), input(moreQuarters, quarters))).append(" | ")
                    .append(times(measure.growth(moreCodes, codes), input(moreCodes, codes))).append(" |\n");
        }
    }

    private static String times(double growth, double input) {
        return String.format(Locale.ROOT, growth > 1.05 * input ? "**%.1f**" : "%.1f", growth);
    }
}
