package dev.hcpcs.loader.cli;

import dev.hcpcs.lookup.Status;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** {@code --status}: the statuses of which a code must have one. */
final class StatusOption {

    private enum Wanted {
        ACTIVE, TERMINATED, WITHDRAWN, INDETERMINATE, NOT_YET_EFFECTIVE, ALL;

        private Set<Status> statuses() {
            return this == ALL ? EnumSet.range(Status.ACTIVE, Status.NOT_YET_EFFECTIVE) : EnumSet.of(Status.valueOf(name()));
        }
    }

    @Option(names = "--status", split = ",", paramLabel = "STATUS",
            description = "${COMPLETION-CANDIDATES} (default: ACTIVE for list, ALL for search)")
    private Wanted[] wanted = {};

    boolean isGiven() {
        return wanted.length > 0;
    }

    /** Empty where the option is not given. */
    Set<Status> statuses() {
        Set<Status> all = EnumSet.noneOf(Status.class);
        Stream.of(wanted).forEach(each -> all.addAll(each.statuses()));
        return all;
    }
}
