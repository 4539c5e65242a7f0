package dev.hcpcs.loader.cli;

import dev.hcpcs.loader.ReadRelease;
import dev.hcpcs.loader.ReadReleases;
import dev.hcpcs.loader.ReleaseLoader;
import dev.hcpcs.loader.verify.ReleaseVerifier;
import dev.hcpcs.loader.verify.Verification;
import dev.hcpcs.lookup.HcpcsIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hcpcs verify}. */
@Command(name = "verify", mixinStandardHelpOptions = true,
        description = {"Whether releases can be trusted: what cannot be read in them, what differs between text and workbook or"
            + " from CMS's transaction report, contradicts itself, is unknown, or leads nowhere.",
            "An error is something to look at before the release is used; a remark is odd, but known of CMS's files or harmless."
            + " As text, long groups of remarks are cut short; JSON has everything.",
            "Exit status: 0 no error found; 1 an error found; 2 wrong usage, or input that cannot be read."})
final class VerifyCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "RELEASE",
            description = "A ZIP as CMS publishes it, a text file, a workbook, a CSV export, or a folder of them. Text and"
                    + " workbook of one release are compared; the transaction report is looked for there and beside.")
    private List<Path> paths;

    @Mixin
    private EffectiveOption effective;

    @Mixin
    private FormatOption output;

    @Mixin
    private OutOption out;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        out.check(paths);
        for (Path path : paths) {
            if (Files.isRegularFile(path) && HcpcsIndex.isSnapshot(path)) {
                throw new IllegalArgumentException(path + " is a snapshot; verify the releases that it was built from");
            }
        }
        ReadReleases read;
        try (LoadProgressBar progress = new LoadProgressBar()) {
            read = effective.of(ReleaseLoader.strict().onProgress(progress)).read(paths);
        }
        if (read.releases().isEmpty()) {
            throw new IllegalArgumentException("no release is named, only lists of NOC codes or processing notes: " + paths);
        }
        List<Verification> verifications = new ArrayList<>();
        for (ReadRelease release : read.releases()) {
            verifications.add(ReleaseVerifier.verify(release, paths));
        }
        NotLoaded.tell(read.replaced(), read.passedOver(), read.corrections(), spec.commandLine().getErr());
        read.remarks().forEach(spec.commandLine().getErr()::println);
        out.write(switch (output.format()) {
            case TEXT -> VerifyText.write(verifications);
            case JSON -> VerifyJson.write(verifications);
        }, spec.commandLine());
        return verifications.stream().allMatch(Verification::isVerified) ? Hcpcs.DONE : Hcpcs.NEGATIVE;
    }
}
