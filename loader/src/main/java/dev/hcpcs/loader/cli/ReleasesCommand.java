package dev.hcpcs.loader.cli;

import dev.hcpcs.loader.publish.SnapshotStore;
import dev.hcpcs.lookup.HcpcsIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hcpcs releases}. */
@Command(name = "releases", mixinStandardHelpOptions = true,
        description = "What a snapshot was made from, how old the newest release is, which quarters are missing in between, and"
                + " with --snapshot the earlier snapshots that are kept.")
final class ReleasesCommand implements Callable<Integer> {

    @Mixin
    private DataOptions data;

    @Option(names = "--snapshot", paramLabel = "FILE",
            description = "A published snapshot, instead of --data; tells of the earlier ones kept beside it too.")
    private Path snapshot;

    @Option(names = "--on", paramLabel = "DATE", converter = DateConverter.class,
            description = "The day for which to tell how old the newest release is, YYYY-MM-DD or YYYYMMDD (default: today)")
    private LocalDate day = LocalDate.now();

    @Mixin
    private FormatOption output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (snapshot != null && spec.commandLine().getParseResult().hasMatchedOption("--data")) {
            throw new ParameterException(spec.commandLine(), "--snapshot and --data both name what to list; give one of them");
        }
        if (snapshot != null && spec.commandLine().getParseResult().hasMatchedOption("--as-known-at")) {
            throw new ParameterException(spec.commandLine(), "--snapshot lists what is published; --as-known-at is for --data");
        }
        Optional<SnapshotStore> store = snapshot == null ? Optional.empty() : Optional.of(SnapshotOption.store(snapshot));
        HcpcsIndex index = store.isEmpty() ? data.index() : published(store.get());
        Output.write(switch (output.format()) {
            case TEXT -> ReleasesText.write(index, day, store);
            case JSON -> ReleasesJson.write(index, day, store);
        }, null, spec.commandLine());
        return Hcpcs.DONE;
    }

    private HcpcsIndex published(SnapshotStore store) throws IOException {
        Optional<HcpcsIndex> published = store.publishedOrWayBack();
        if (published.isEmpty()) {
            throw SnapshotOption.absent(snapshot, store);
        }
        return published.get();
    }
}
