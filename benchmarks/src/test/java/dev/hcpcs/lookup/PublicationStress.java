package dev.hcpcs.lookup;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/** An index that is handed over by a data race, and what an opened one makes when it is first asked. */
public class PublicationStress {

    @JCStressTest
    @Outcome(id = {"0", "1"}, expect = ACCEPTABLE, desc = "None yet, or a whole one.")
    @State
    public static class Made {

        private HcpcsIndex index;

        @Actor
        public void make() {
            index = StressedReleases.index(1);
        }

        @Actor
        public void read(I_Result result) {
            HcpcsIndex seen = index;
            result.r1 = seen == null ? 0 : StressedReleases.quarters(seen);
        }
    }

    @JCStressTest
    @Outcome(id = {"0", "1"}, expect = ACCEPTABLE, desc = "None yet, or a whole one.")
    @State
    public static class Opened {

        private HcpcsIndex index;

        @Actor
        public void open() {
            index = StressedReleases.opened();
        }

        @Actor
        public void read(I_Result result) {
            HcpcsIndex seen = index;
            result.r1 = seen == null ? 0 : StressedReleases.quarters(seen);
        }
    }

    @JCStressTest
    @Outcome(id = "true", expect = ACCEPTABLE, desc = "The contents are made once, for both.")
    @State
    public static class Contents {

        private final HcpcsIndex index = StressedReleases.opened();
        private Object first;
        private Object second;

        @Actor
        public void first() {
            first = index.contents();
        }

        @Actor
        public void second() {
            second = index.contents();
        }

        @Arbiter
        public void compare(Z_Result result) {
            result.r1 = first == second && first != null;
        }
    }

    @JCStressTest
    @Outcome(id = {"0", "1"}, expect = ACCEPTABLE, desc = "Nothing yet, or a value that is whole.")
    @State
    public static class MadeOnce {

        private final Once<int[]> once = new Once<>(() -> new int[] {1});
        private Once<int[]> handed;

        @Actor
        public void hand() {
            once.get();
            handed = once;
        }

        @Actor
        public void get(I_Result result) {
            result.r1 = handed == null ? 0 : once.get()[0];
        }
    }
}
