package dev.hcpcs.loader.cli;

import dev.hcpcs.lookup.CodeEvent;
import dev.hcpcs.lookup.RecordField;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Iterator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVPrinter;

/**
 * Codes and their answers with the columns of {@code check}; events with what happened and what changed besides.
 *
 * <pre>
 * code,date,status,evidence,effective_from,…
 * code,date,event,changed,status,evidence,effective_from,…
 * </pre>
 */
final class ListCsv {

    private ListCsv() {
    }

    static long write(Stream<ListedCode> codes, boolean events, PrintWriter out) throws IOException {
        CSVPrinter csv = Csv.WRITE.print(out);
        AnswerColumns columns = new AnswerColumns();
        csv.print("code");
        csv.print("date");
        if (events) {
            csv.print("event");
            csv.print("changed");
        }
        end(csv, String.join(",", AnswerColumns.NAMES));
        Iterator<ListedCode> all = codes.iterator();
        long written = 0;
        while (all.hasNext()) {
            ListedCode listed = all.next();
            csv.print(listed.answer().code());
            csv.print(listed.answer().date());
            if (listed.event().isPresent()) {
                csv.print(listed.event().get().kind());
                csv.print(changed(listed.event().get()));
            }
            end(csv, columns.of(listed.answer()));
            written++;
        }
        return written;
    }

    /** Keys of fields, separated by one blank as all values of a column. */
    private static String changed(CodeEvent event) {
        return event.kind() == CodeEvent.Kind.CHANGED
                ? event.changedFields().stream().map(RecordField::key).collect(Collectors.joining(" ")) : "";
    }

    /** Columns that are CSV already. */
    private static void end(CSVPrinter csv, String columns) throws IOException {
        csv.getOut().append(Csv.WRITE.getDelimiterString()).append(columns);
        csv.println();
    }
}
