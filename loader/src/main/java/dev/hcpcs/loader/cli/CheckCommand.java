package dev.hcpcs.loader.cli;

import dev.hcpcs.lookup.HcpcsIndex;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import me.tongfei.progressbar.ProgressBar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hcpcs check}. */
@Command(name = "check", mixinStandardHelpOptions = true,
        customSynopsis = {"hcpcs check [-hV] CLAIMS.csv [--code=COLUMN] [--date=COLUMN]",
            "           [--as-known-at=QUARTER] [--out=FILE] [--data PATH...]"},
        description = {"Answers every line of a CSV in one pass.",
            "The input's columns are kept, and these are appended: status,evidence,effective_from,basis,short_description,"
            + "pricing_indicators,multiple_pricing,coverage,betos,type_of_service,asc_group,added,action_effective,terminated,"
            + "action_code.",
            "A line without an answer has the status UNKNOWN_CODE, INVALID_CODE, INVALID_DATE or NOT_LEVEL_II (CPT and dental"
            + " codes); no line is lost."})
final class CheckCommand implements Callable<Integer> {

    @Parameters(paramLabel = "CLAIMS.csv", description = "A CSV in UTF-8 with a header row.")
    private Path claims;

    @Option(names = "--code", defaultValue = "code", paramLabel = "COLUMN",
            description = "The column of the code (default: ${DEFAULT-VALUE})")
    private String codeColumn;

    @Option(names = "--date", defaultValue = "date", paramLabel = "COLUMN",
            description = "The column of the date of service, YYYY-MM-DD or YYYYMMDD (default: ${DEFAULT-VALUE})")
    private String dateColumn;

    @Mixin
    private OutOption out;

    @Mixin
    private DataOptions data;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(claims)) {
            throw new IllegalArgumentException(claims + (Files.exists(claims) ? " is no file" : " does not exist"));
        }
        out.check(Stream.concat(Stream.of(claims), data.paths().stream()).toList());
        HcpcsIndex index = data.index();
        ClaimsCheck check = new ClaimsCheck(index, claims.getFileName().toString(), codeColumn, dateColumn);
        out.write(answers -> answer(check, answers));
        check.remarks().forEach(remark -> spec.commandLine().getErr().println("hcpcs: " + remark));
        return Hcpcs.DONE;
    }

    private void answer(ClaimsCheck check, OutputStream answers) throws IOException {
        InputStream file = Files.newInputStream(claims);
        try (InputStream in = Progress.isShown() && out.isGiven()
                ? ProgressBar.wrap(file, Progress.bar("Answering").setInitialMax(Files.size(claims)).setUnit("MiB", 1 << 20))
                : file) {
            check.answer(in, answers);
        }
    }
}
