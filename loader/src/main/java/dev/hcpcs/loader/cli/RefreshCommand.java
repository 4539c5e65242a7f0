package dev.hcpcs.loader.cli;

import dev.hcpcs.loader.ReleaseLoader;
import dev.hcpcs.loader.publish.Doubt;
import dev.hcpcs.loader.publish.Refresh;
import dev.hcpcs.loader.publish.RefreshOutcome;
import dev.hcpcs.loader.publish.RefreshOutcome.Result;
import dev.hcpcs.loader.publish.RefreshRules;
import dev.hcpcs.loader.publish.SnapshotStore;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code hcpcs refresh}. */
@Command(name = "refresh", mixinStandardHelpOptions = true,
        description = {"Adds releases to a published snapshot, or makes its first one.",
            "The releases are verified and compared with those before them. What looks wrong is refused, and the published file"
            + " left as it is, unless each doubt is accepted by its name:",
            "  findings       verification finds errors in a release",
            "  fewer-codes    it has too few of the codes of the release before",
            "  ends-early     it may be cut short: the last code of the release before is not in it",
            "  many-changed   too many codes changed since the release before",
            "  older-release  it is older than the newest release that is published",
            "  other-bytes    another file of its quarter is published",
            "The file is replaced in one step, so that whoever opens it finds the old or the new one, whole. A release that is"
            + " published already with the same bytes is left as it is."},
        footer = {"", "Exit status: 0 published, or nothing to do; 1 refused, or the snapshot is pinned or lost; 2 wrong usage, or"
            + " input that cannot be read."})
final class RefreshCommand implements Callable<Integer> {

    @Mixin
    private SnapshotOption snapshot;

    @Mixin
    private ReleaseParameters releases;

    @Mixin
    private EffectiveOption effective;

    @Option(names = "--accept", split = ",", paramLabel = "DOUBT", converter = DoubtConverter.class,
            description = "Publish in spite of these doubts, separated by commas.")
    private Set<Doubt> accepted = new HashSet<>();

    @Option(names = "--least-share-of-codes", defaultValue = "0.98", paramLabel = "SHARE",
            description = "Of the codes of the release before, how many a release must have at least (default: ${DEFAULT-VALUE};"
                    + " CMS's releases grow, and between two of them in a row at most 0.017 went)")
    private double leastShareOfCodes;

    @Option(names = "--most-share-changed", defaultValue = "0.15", paramLabel = "SHARE",
            description = "How many codes may be added, terminated, changed or gone, as a share of those of the release before"
                    + " (default: ${DEFAULT-VALUE}; CMS changes 0.01 in a quarter and 0.12 in a year)")
    private double mostShareChanged;

    @Option(names = "--keep", defaultValue = "8", paramLabel = "NUMBER",
            description = "How many earlier snapshots to keep (default: ${DEFAULT-VALUE}, two years of quarters)")
    private int keep;

    @Option(names = "--dry-run", description = "Do everything but publish.")
    private boolean dryRun;

    @Mixin
    private FormatOption output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        RefreshRules rules = new RefreshRules(leastShareOfCodes, mostShareChanged, accepted, keep);
        SnapshotStore store = snapshot.store();
        RefreshOutcome outcome;
        try (LoadProgressBar progress = new LoadProgressBar()) {
            ReleaseLoader loader = effective.of(ReleaseLoader.strict().onProgress(progress));
            outcome = Refresh.run(store, loader, releases.paths(), rules, !dryRun);
        }
        NotLoaded.tell(outcome.replaced(), outcome.passedOver(), outcome.corrections(),
                spec.commandLine().getErr());
        outcome.remarks().forEach(spec.commandLine().getErr()::println);
        Output.write(switch (output.format()) {
            case TEXT -> RefreshText.write(outcome, snapshot.file());
            case JSON -> RefreshJson.write(outcome, snapshot.file());
        }, null, spec.commandLine());
        return outcome.result() == Result.REFUSED ? Hcpcs.NEGATIVE : Hcpcs.DONE;
    }

    /** Reads a doubt as {@code other-bytes}. */
    static final class DoubtConverter implements ITypeConverter<Doubt> {

        @Override
        public Doubt convert(String text) {
            try {
                return Doubt.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
