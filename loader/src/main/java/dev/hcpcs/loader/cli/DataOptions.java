package dev.hcpcs.loader.cli;

import dev.hcpcs.loader.LoadedReleases;
import dev.hcpcs.loader.ReleaseLoader;
import dev.hcpcs.lookup.Companions;
import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.Quarter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** {@code --data} and {@code --as-known-at}: what a command answers from. */
final class DataOptions {

    @Option(names = "--data", arity = "1..*", paramLabel = "PATH",
            description = "A snapshot, or releases: ZIP, text, workbook, CSV export, or a folder of them. Takes all words"
                    + " that follow, so put it last. Without it, the bundled samples answer.")
    private List<Path> paths = new ArrayList<>();

    @Option(names = "--as-known-at", paramLabel = "QUARTER", converter = QuarterConverter.class,
            description = "Answer as was known when the release of a quarter was the newest, for example 2020-OCT: from it and the"
                    + " earlier ones alone (default: from all)")
    private Quarter asKnownAt;

    @Spec(Target.MIXEE)
    private CommandSpec command;

    private Companions loaded = Companions.NONE;

    /** What is named; empty where the bundled samples answer. */
    List<Path> paths() {
        return List.copyOf(paths);
    }

    /** The quarter of {@code --as-known-at}; empty where all releases count. */
    Optional<Quarter> asKnownAt() {
        return Optional.ofNullable(asKnownAt);
    }

    HcpcsIndex index() throws IOException {
        HcpcsIndex all = all();
        loaded = all.companions();
        if (asKnownAt == null) {
            return all;
        }
        try {
            return all.asKnownAt(asKnownAt);
        } catch (NoSuchElementException e) {
            throw new IllegalArgumentException("--as-known-at: " + e.getMessage(), e);
        }
    }

    /** All companions of what {@link #index} has loaded, those that are later than {@code --as-known-at} too. */
    Companions loaded() {
        return loaded;
    }

    private HcpcsIndex all() throws IOException {
        if (paths.isEmpty()) {
            LoadedReleases samples = BundledReleases.load();
            warn(command.commandLine(), "no --data given, so the bundled samples answer (" + samples.releases().size()
                    + " small releases; they are not CMS's data)");
            return samples.index();
        }
        return open(paths, command.commandLine());
    }

    /** Opens a snapshot, or reads releases and says on standard error what is remarkable about them. */
    static HcpcsIndex open(List<Path> paths, CommandLine command) throws IOException {
        for (Path path : paths) {
            if (Files.isRegularFile(path) && HcpcsIndex.isSnapshot(path)) {
                if (paths.size() > 1) {
                    throw new IllegalArgumentException(path
                            + " is a snapshot, which answers alone; give it as the only --data, or"
                            + " build a snapshot of all releases");
                }
                return HcpcsIndex.open(path);
            }
        }
        LoadedReleases loaded;
        try (LoadProgressBar progress = new LoadProgressBar()) {
            loaded = ReleaseLoader.lenient().onProgress(progress).load(paths);
        }
        if (!loaded.diagnostics().isEmpty()) {
            warn(command, Numbers.count(loaded.diagnostics().size(), "remark") + " on the releases, the first one: "
                    + loaded.diagnostics().get(0) + " ('hcpcs build' lists them all)");
        }
        if (!loaded.passedOver().isEmpty()) {
            warn(command, Numbers.count(loaded.passedOver().size(), "file") + " not loaded, the first one: "
                    + loaded.passedOver().get(0) + " is not named like a release ('hcpcs build' lists them all)");
        }
        return loaded.index();
    }

    private static void warn(CommandLine command, String message) {
        command.getErr().println("hcpcs: " + message);
    }
}
