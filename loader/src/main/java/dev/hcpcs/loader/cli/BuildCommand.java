package dev.hcpcs.loader.cli;

import dev.hcpcs.loader.Diagnostic;
import dev.hcpcs.loader.LoadedReleases;
import dev.hcpcs.loader.ReleaseLoader;
import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.ReleaseContent;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hcpcs build}. */
@Command(name = "build", mixinStandardHelpOptions = true,
        description = "Reads releases and writes a snapshot, which the other commands and the library open.")
final class BuildCommand implements Callable<Integer> {

    @Option(names = "--out", required = true, paramLabel = "SNAPSHOT", description = "The file to write.")
    private Path out;

    @Mixin
    private EffectiveOption effective;

    @Option(names = "--strict", description = "Refuse releases with any remark.")
    private boolean strict;

    @Mixin
    private ReleaseParameters releases;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        OutputFile.check(out);
        LoadedReleases loaded;
        try (LoadProgressBar progress = new LoadProgressBar()) {
            ReleaseLoader loader = (strict ? ReleaseLoader.strict() : ReleaseLoader.lenient()).onProgress(progress);
            loaded = effective.of(loader).load(releases.paths());
        }
        HcpcsIndex index = loaded.index();
        OutputFile.write(out, index::write);

        PrintWriter remarks = spec.commandLine().getErr();
        NotLoaded.tell(loaded.replaced(), loaded.passedOver(), loaded.corrections(), remarks);
        for (Diagnostic diagnostic : loaded.diagnostics()) {
            remarks.println(diagnostic);
        }
        PrintWriter answer = spec.commandLine().getOut();
        int width = loaded.releases().stream().mapToInt(content -> content.release().name().length()).max().orElseThrow();
        for (ReleaseContent content : loaded.releases()) {
            long modifiers = content.records().stream().filter(record -> record.code().isModifier()).count();
            answer.printf(Locale.ROOT, "%s  %-" + width + "s  procedures %,6d  modifiers %,4d%n",
                    content.release().quarter(), content.release().name(), content.records().size() - modifiers, modifiers);
        }
        answer.print(CompanionsText.lines(loaded.companions()));
        answer.printf(Locale.ROOT, "%s: %s, %,d codes and modifiers, %,d KiB%n", out,
                Numbers.count(loaded.releases().size(), "release"),
                index.codes().size(), Files.size(out) / 1024);
        Output.flush(answer);
        return Hcpcs.DONE;
    }
}
