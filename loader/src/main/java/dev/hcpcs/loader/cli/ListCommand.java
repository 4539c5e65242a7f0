package dev.hcpcs.loader.cli;

import dev.hcpcs.lookup.CodeEvent;
import dev.hcpcs.lookup.CodeEvents;
import dev.hcpcs.lookup.CodedField;
import dev.hcpcs.lookup.DayView;
import dev.hcpcs.lookup.HcpcsCode;
import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.NotOtherwiseClassifiedList;
import dev.hcpcs.lookup.Status;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hcpcs list}. */
@Command(name = "list", mixinStandardHelpOptions = true, sortOptions = false,
        customSynopsis = {"hcpcs list [-hV] [--on=DATE] [--status=STATUS[,STATUS...]] [CODES]",
            "           [FIELDS] [--as-known-at=QUARTER] [--format=text|json|csv] [--data PATH...]",
            "       hcpcs list [-hV] --added=FROM..TO [CODES] [FIELDS]",
            "           [--as-known-at=QUARTER] [--format=text|json|csv] [--data PATH...]"},
        description = {"The codes that were active on a date, or to which something happened between two dates (--added,"
            + " --terminated, --withdrawn, --reactivated, --changed; several list all of it), one a line, in order of code.",
            "CODES are the options --prefix to --not-otherwise-classified, FIELDS those that are named like a field; all of them"
            + " must hold."
            + " What happened stands with its day, and with what the code was on that day."})
final class ListCommand implements Callable<Integer> {

    private enum Format {
        TEXT, JSON, CSV
    }

    /** Before and behind all codes. */
    private static final String FIRST_CODE = "A0";
    private static final String LAST_CODE = "ZZ";

    @Mixin
    private DateOption on;

    @Mixin
    private StatusOption status;

    @Mixin
    private EventOptions events;

    @Option(names = "--prefix", paramLabel = "TEXT", description = "Codes that begin so: J9 for the modifier J9 and J9000 to J9999")
    private String prefix;

    @Option(names = "--from", paramLabel = "CODE", description = "The first code, inclusive; a modifier stands before the"
            + " procedures that begin like it")
    private String from;

    @Option(names = "--to", paramLabel = "CODE", description = "The last code, inclusive")
    private String to;

    @Option(names = "--procedures", description = "Procedures only")
    private boolean procedures;

    @Option(names = "--modifiers", description = "Modifiers only")
    private boolean modifiers;

    @Option(names = "--not-otherwise-classified", description = "Codes that CMS's lists of NOC codes have for the day")
    private boolean notOtherwiseClassified;

    @Mixin
    private FieldOptions fields;

    @Option(names = "--format", defaultValue = "text", paramLabel = "text|json|csv",
            description = "text to be read, json for programs, csv with the columns of check (default: ${DEFAULT-VALUE})")
    private Format format;

    @Mixin
    private DataOptions data;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        refuseContradictions();
        HcpcsIndex index = data.index();
        if (notOtherwiseClassified && index.companions().notOtherwiseClassified().isEmpty()) {
            throw new IllegalArgumentException(withoutList(data.loaded().notOtherwiseClassified()));
        }
        PrintWriter out = spec.commandLine().getOut();
        boolean listsEvents = !events.chosen().isEmpty();
        long listed;
        try (Stream<ListedCode> codes = listsEvents ? happened(index) : codes(index)) {
            listed = switch (format) {
                case TEXT -> listsEvents ? ListText.writeEvents(codes, out) : ListText.writeCodes(codes, statuses(), out);
                case JSON -> ListJson.write(codes, out);
                case CSV -> ListCsv.write(codes, listsEvents, out);
            };
        }
        Output.flush(out);
        tell(Numbers.count(listed, listsEvents ? "event" : "code"));
        if (listed == 0 && !fields.unexplained().isEmpty()) {
            tell("CMS's record layout does not explain " + String.join(", ", fields.unexplained()) + "; is it mistyped?");
        }
        return Hcpcs.DONE;
    }

    /** @param later the lists that are loaded, but were not out at {@code --as-known-at} */
    private static String withoutList(List<NotOtherwiseClassifiedList> later) {
        return later.isEmpty()
                ? "no list of NOC codes is loaded, so nothing tells which codes are not otherwise classified; build the snapshot"
                        + " with one, or name it with --data"
                : "no list of NOC codes that is loaded was out at the release of --as-known-at, so nothing told which codes are"
                        + " not otherwise classified: the first one is " + later.get(0).file() + "; ask as known then or later,"
                        + " or add an earlier list";
    }

    private void refuseContradictions() {
        boolean events = !this.events.chosen().isEmpty();
        if (procedures && modifiers) {
            throw new ParameterException(spec.commandLine(), "--procedures and --modifiers exclude each other; without them, both"
                    + " are listed");
        }
        if (events && spec.commandLine().getParseResult().hasMatchedOption("--on")) {
            throw new ParameterException(spec.commandLine(), "--on is for codes as of a date; what happened between two dates"
                    + " stands as of its own day");
        }
        if (events && status.isGiven()) {
            throw new ParameterException(spec.commandLine(), "--status is for codes as of a date; what happened tells the status");
        }
    }

    private Set<Status> statuses() {
        return status.isGiven() ? status.statuses() : EnumSet.of(Status.ACTIVE);
    }

    private Stream<ListedCode> codes(HcpcsIndex index) {
        DayView view = index.on(on.date()).withStatus(statuses().toArray(Status[]::new));
        view = procedures ? view.procedures() : modifiers ? view.modifiers() : view;
        view = prefix == null ? view : view.startingWith(prefix);
        view = from == null && to == null ? view : view.between(first(), last());
        view = notOtherwiseClassified ? view.notOtherwiseClassified() : view;
        for (Map.Entry<CodedField, String[]> field : fields.chosen().entrySet()) {
            view = view.where(field.getKey(), field.getValue());
        }
        return view.stream().map(ListedCode::of);
    }

    private Stream<ListedCode> happened(HcpcsIndex index) {
        Map<CodeEvent.Kind, DayRange> days = events.chosen();
        LocalDate earliest = days.values().stream().map(DayRange::from).min(Comparator.naturalOrder()).orElseThrow();
        LocalDate latest = days.values().stream().map(DayRange::to).max(Comparator.naturalOrder()).orElseThrow();
        CodeEvent.Kind[] kinds = days.keySet().toArray(CodeEvent.Kind[]::new);
        CodeEvents chosen = index.changes(earliest, latest).of(kinds[0], Arrays.copyOfRange(kinds, 1, kinds.length));
        chosen = procedures ? chosen.procedures() : modifiers ? chosen.modifiers() : chosen;
        chosen = prefix == null ? chosen : chosen.startingWith(prefix);
        chosen = from == null && to == null ? chosen : chosen.between(first(), last());
        chosen = notOtherwiseClassified ? chosen.notOtherwiseClassified() : chosen;
        for (Map.Entry<CodedField, String[]> field : fields.chosen().entrySet()) {
            chosen = chosen.where(field.getKey(), field.getValue());
        }
        return chosen.stream().filter(event -> days.get(event.kind()).contains(event.date())).map(ListedCode::of);
    }

    private String first() {
        return from == null ? FIRST_CODE : code("--from", from);
    }

    private String last() {
        return to == null ? LAST_CODE : code("--to", to);
    }

    private String code(String option, String text) {
        return HcpcsCode.find(text).map(HcpcsCode::value).orElseThrow(() -> new ParameterException(spec.commandLine(), option + " '"
                + text + "' is not a HCPCS Level II code, such as J0100 or JW; --prefix takes how a code begins"));
    }

    private void tell(String message) {
        spec.commandLine().getErr().println("hcpcs: " + message);
    }
}
