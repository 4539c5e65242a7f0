package dev.hcpcs.lookup;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import java.nio.file.Path;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.LLL_Result;
import org.openjdk.jcstress.infra.results.LL_Result;

/** A live index that is reloaded, asked and closed at once. Outcomes that are not named are forbidden. */
public class LiveIndexStress {

    private final Path file = StressedReleases.newFile();
    /** Of one quarter; two are in the file. */
    final LiveIndex live = StressedReleases.liveBeforeReload(file);

    /** For the arbiters. */
    final void end() {
        StressedReleases.end(live, file);
    }

    @JCStressTest
    @Outcome(id = {"1, 1", "1, 2", "2, 2"}, expect = ACCEPTABLE, desc = "The old or the new one, whole, and never back.")
    @State
    public static class Swap extends LiveIndexStress {

        @Actor
        public void reload() {
            live.checkNow();
        }

        @Actor
        public void read(II_Result result) {
            result.r1 = StressedReleases.quarters(live.index());
            result.r2 = StressedReleases.quarters(live.index());
        }

        @Arbiter
        public void close() {
            end();
        }
    }

    @JCStressTest
    @Outcome(id = {"0, 1", "0, 2", "1, 2"}, expect = ACCEPTABLE, desc = "What is counted is there.")
    @State
    public static class CountOfReloads extends LiveIndexStress {

        @Actor
        public void reload() {
            live.checkNow();
        }

        @Actor
        public void read(II_Result result) {
            result.r1 = (int) live.reloads();
            result.r2 = StressedReleases.quarters(live.index());
        }

        @Arbiter
        public void close() {
            end();
        }
    }

    @JCStressTest
    @Outcome(id = "1, 2", expect = ACCEPTABLE, desc = "Two looks open the new file once.")
    @State
    public static class TwoLooks extends LiveIndexStress {

        @Actor
        public void first() {
            live.checkNow();
        }

        @Actor
        public void second() {
            live.checkNow();
        }

        @Arbiter
        public void close(II_Result result) {
            result.r1 = (int) live.reloads();
            result.r2 = StressedReleases.quarters(live.index());
            end();
        }
    }

    @JCStressTest
    @Outcome(id = "ACTIVE, ACTIVE, 2", expect = ACCEPTABLE, desc = "No question is lost from the count.")
    @State
    public static class CountOfLookups extends LiveIndexStress {

        @Actor
        public void first(LLL_Result result) {
            result.r1 = StressedReleases.ask(live);
        }

        @Actor
        public void second(LLL_Result result) {
            result.r2 = StressedReleases.ask(live);
        }

        @Arbiter
        public void close(LLL_Result result) {
            result.r3 = live.lookups(Status.ACTIVE);
            end();
        }
    }

    @JCStressTest
    @Outcome(id = "ACTIVE, 1", expect = ACCEPTABLE, desc = "It answers on after it is closed.")
    @State
    public static class Close extends LiveIndexStress {

        @Actor
        public void close() {
            live.close();
        }

        @Actor
        public void ask(LL_Result result) {
            result.r1 = StressedReleases.ask(live);
        }

        @Arbiter
        public void read(LL_Result result) {
            result.r2 = StressedReleases.quarters(live.index());
            end();
        }
    }
}
