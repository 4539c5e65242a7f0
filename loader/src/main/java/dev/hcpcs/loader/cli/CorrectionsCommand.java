package dev.hcpcs.loader.cli;

import dev.hcpcs.loader.correction.CorrectionJudge;
import dev.hcpcs.loader.correction.CorrectionList;
import dev.hcpcs.loader.correction.CorrectionReader;
import dev.hcpcs.loader.correction.JudgedList;
import dev.hcpcs.lookup.HcpcsIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hcpcs corrections}. */
@Command(name = "corrections", mixinStandardHelpOptions = true,
        description = {"CMS's corrections of a release, each with what the release contains of it already: value by value, the"
            + " release of that quarter, or where it is not loaded the next loaded one.",
            "CMS's corrections reach the next release. So for what that release does not contain, the first later loaded one that"
            + " does is named. What cannot safely be understood of CMS's words is marked to be read, and never guessed.",
            "--data must be given: the bundled samples are not CMS's releases.",
            "Exit status: 0 the corrections are listed, whatever is contained of them: that one is not yet is no fault, so there"
            + " is no 1; 2 wrong usage, or input that cannot be read."})
final class CorrectionsCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "CORRECTIONS",
            description = "A list as CMS publishes it: a workbook, a CSV export of one, or a print (.prn, .txt), whose columns"
                    + " are cut short; a ZIP, or a folder, where lists are found by their names (*Corrections*). All lists"
                    + " count; a print counts only without its workbook.")
    private List<Path> paths;

    @Option(names = "--effective", paramLabel = "DATE", converter = DateConverter.class,
            description = "The effective date of the release that is corrected, where the list's name does not tell its quarter:"
                    + " the quarter's first day.")
    private LocalDate effective;

    @Mixin
    private FormatOption output;

    @Mixin
    private OutOption out;

    @Mixin
    private DataOptions data;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (data.paths().isEmpty()) {
            throw new ParameterException(spec.commandLine(), "give the releases, or a snapshot of them, with --data: the bundled"
                    + " samples are not CMS's, and no list of CMS's can be held against them");
        }
        out.check(Stream.concat(paths.stream(), data.paths().stream()).toList());
        List<CorrectionList> lists = CorrectionReader.read(paths, Optional.ofNullable(effective));
        HcpcsIndex index = data.index();
        lists.forEach(list -> list.remarks().forEach(remark -> spec.commandLine().getErr().println("hcpcs: " + remark)));
        List<JudgedList> judged = lists.stream().map(list -> CorrectionJudge.judge(list, index)).toList();
        out.write(switch (output.format()) {
            case TEXT -> CorrectionsText.write(judged);
            case JSON -> CorrectionsJson.write(judged);
        }, spec.commandLine());
        return Hcpcs.DONE;
    }
}
