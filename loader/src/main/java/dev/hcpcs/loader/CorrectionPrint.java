package dev.hcpcs.loader;

import dev.hcpcs.loader.CorrectionFile.Row;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the print of a corrections list. Its columns are too narrow for what they hold, and cut it off wherever the next column
 * begins; they lie elsewhere in every print, and not where the header has them. So the date is what tells them apart:
 *
 * <pre>
 *   CODE   ACTION  EFF DATE        SHORT DESC                LONG DESC          TOBETOCOPRICXREF COD
 *  Q4257  Change Co01/01/2019                                                         C  39
 *  Q4258  ADD CODE 01/01/201Release, per sq cm        Release, per square centime9,O1E D  53
 * </pre>
 */
final class CorrectionPrint {

    private static final Pattern HEADER = Pattern.compile("\\s*CODE\\s+ACTION(\\s.*)?");
    private static final Pattern LINE = Pattern.compile("\\s*(\\S+)(?:\\s+(\\S.*))?");
    private static final Pattern DATE = Pattern.compile("(?<!\\d)\\d{1,2}/\\d{1,2}/\\d{1,5}");
    /** What follows a whole date: otherwise its last digit may be cut off, or be the first of the next column. */
    private static final Pattern NOTHING_CLOSE = Pattern.compile("(\\s{2}.*|\\s*)");

    private CorrectionPrint() {
    }

    static List<Row> read(SourceFile file, Diagnostics diagnostics) {
        List<Row> rows = new ArrayList<>();
        AtomicBoolean header = new AtomicBoolean();
        TextLines.read(file, new String(file.bytes(), Charset.forName("windows-1252")), diagnostics, (place, line) -> {
            Matcher parts = LINE.matcher(line);
            if (header.get() && parts.matches()) {
                Map<String, String> cells = cells(parts.group(1), parts.group(2) == null ? "" : parts.group(2));
                rows.add(new Row(place.number(), place.toString(), cells));
            } else if (HEADER.matcher(line).matches()) {
                header.set(true);
            }
        });
        CorrectionFiles.checkComplete(file, header.get(), rows, diagnostics);
        return rows;
    }

    /** A date that may be cut off gets an ellipsis, so that nobody takes it for one. */
    private static Map<String, String> cells(String code, String rest) {
        Map<String, String> cells = new LinkedHashMap<>(Map.of("CODE", code));
        Matcher date = DATE.matcher(rest);
        String action = rest.split("\\s{2,}", 2)[0];
        if (date.find()) {
            action = rest.substring(0, date.start()).strip();
            boolean whole = NOTHING_CLOSE.matcher(rest.substring(date.end())).matches();
            cells.put("EFF DATE", date.group() + (whole ? "" : "..."));
        }
        if (!action.isEmpty()) {
            cells.put("ACTION", action);
        }
        return cells;
    }
}
