package dev.hcpcs.loader;

import dev.hcpcs.lookup.CodedField;
import dev.hcpcs.lookup.CodedValue;
import dev.hcpcs.lookup.HcpcsCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the rows of a transaction report: the code, and what CMS calls the type of change. */
final class TransactionReportReader implements SheetRows {

    /** A line of the text; descriptions may follow behind a wide gap. */
    private static final Pattern LINE = Pattern.compile("\\s*(\\S+)\\s+(\\S.*?)(?:(?:\\s{2,}|\\t).*)?", Pattern.DOTALL);
    private static final Pattern GAP = Pattern.compile("\\s{2,}");
    /** How wordings begin, of which each year has its own, and the action that each stands for; the first that fits counts. */
    private static final List<Wording> WORDINGS = List.of(new Wording("add", "A"), new Wording("no change", "N"),
            new Wording("discontinued", "D"), new Wording("reactivated", "R"), new Wording("coverage and long desc", "B"),
            new Wording("coverage", "F"), new Wording("payment", "P"), new Wording("long desc", "C"),
            new Wording("short desc", "S"), new Wording("misc", "T"));

    private final SourceFile file;
    private final Diagnostics diagnostics;
    private final SortedMap<HcpcsCode, String> actions = new TreeMap<>();
    /** Where the header row has the code; the type of change stands in the next column. -1 before the header. */
    private int codeColumn = -1;

    private record Wording(String beginning, String action) {
    }

    private TransactionReportReader(SourceFile file, Diagnostics diagnostics) {
        this.file = file;
        this.diagnostics = diagnostics;
    }

    /** @throws ReleaseException if the file cannot be read as a report */
    static TransactionReport read(SourceFile file) throws ReleaseException {
        Diagnostics diagnostics = new Diagnostics(file);
        TransactionReportReader reader = new TransactionReportReader(file, diagnostics);
        switch (new ReleaseName(file.name()).companionFormat().orElseThrow()) {
            case XLSX -> Workbooks.readXlsx(file, reader, diagnostics);
            case XLS -> Workbooks.readXls(file, reader, diagnostics);
            default -> reader.readText();
        }
        if (!diagnostics.errors().isEmpty()) {
            throw new ReleaseException(diagnostics.errors());
        }
        return new TransactionReport(file.title(), reader.actions);
    }

    private void readText() {
        TextLines.read(file, new String(file.bytes(), StandardCharsets.ISO_8859_1), diagnostics, (place, line) -> {
            // Gaps are narrowed, because the pattern would try each blank of a wide one with every other.
            Matcher cells = LINE.matcher(GAP.matcher(line).replaceAll("  "));
            if (cells.matches()) {
                row(place.number(), List.of(cells.group(1), cells.group(2)));
            }
        });
        finish();
    }

    @Override
    public void row(int number, List<String> cells) {
        if (codeColumn < 0) {
            for (int column = 0; column < cells.size() && codeColumn < 0; column++) {
                codeColumn = cells.get(column).strip().toUpperCase(Locale.ROOT).matches("HCPCS?(/.*)?") ? column : -1;
            }
        } else if (codeColumn + 1 < cells.size()) {
            String code = cells.get(codeColumn).strip();
            String change = cells.get(codeColumn + 1).strip();
            // In capitals only: an "if" in a footnote is no modifier.
            HcpcsCode.find(code).filter(found -> found.value().equals(code) && !change.isEmpty())
                    .ifPresent(found -> actions.put(found, action(change)));
        }
    }

    @Override
    public void finish() {
        if (actions.isEmpty()) {
            diagnostics.error(Place.file(file.title()), "", codeColumn < 0
                    ? "is no transaction report: it has no header row, which would begin with HCPC"
                    : "is no transaction report: no row has a code and its type of change");
        }
    }

    private static String action(String change) {
        if (new CodedValue(CodedField.ACTION, change).label().isPresent()) {
            return change;
        }
        String wording = change.toLowerCase(Locale.ROOT).replace("change in ", "").replace("-", "").replace("&", "and");
        return WORDINGS.stream().filter(each -> wording.startsWith(each.beginning)).map(Wording::action).findFirst()
                .orElse(change);
    }
}
