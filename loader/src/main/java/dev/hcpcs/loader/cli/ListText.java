package dev.hcpcs.loader.cli;

import dev.hcpcs.lookup.Answer;
import dev.hcpcs.lookup.CodeEvent;
import dev.hcpcs.lookup.CodedValue;
import dev.hcpcs.lookup.HcpcsRecord;
import dev.hcpcs.lookup.RecordField;
import dev.hcpcs.lookup.Status;
import java.io.PrintWriter;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table whose columns have a width of their own, so that each line can be written as soon as it is known. */
final class ListText {

    private static final String CODE = "%-5s  ";
    private static final String FIELDS = "%-7s  %-8s  %-5s  %-5s  %-3s  %s";
    private static final Object[] FIELD_TITLES = {"Pricing", "Coverage", "BETOS", "Types", "ASC", "Short description"};

    private ListText() {
    }

    /** @param statuses those that can occur */
    static long writeCodes(Stream<ListedCode> codes, Set<Status> statuses, PrintWriter out) {
        int width = statuses.stream().mapToInt(status -> status.name().length()).max().orElse(0);
        String format = CODE + "%-" + width + "s  %-9s  %-12s  " + FIELDS;
        Iterator<ListedCode> all = codes.iterator();
        long written = 0;
        while (all.hasNext()) {
            if (written == 0) {
                print(out, format, new Object[] {"Code", "Status", "Evidence", "Version from"}, FIELD_TITLES);
            }
            Answer answer = all.next().answer();
            print(out, format, new Object[] {answer.code(), answer.status(), answer.evidence(), answer.version().start()},
                    fields(answer, ""));
            written++;
        }
        return written;
    }

    static long writeEvents(Stream<ListedCode> events, PrintWriter out) {
        String format = CODE + "%-11s  %-10s  %-9s  " + FIELDS;
        Iterator<ListedCode> all = events.iterator();
        long written = 0;
        while (all.hasNext()) {
            if (written == 0) {
                print(out, format, new Object[] {"Code", "Event", "Day", "Evidence"}, FIELD_TITLES);
            }
            CodeEvent event = all.next().event().orElseThrow();
            String changed = event.kind() == CodeEvent.Kind.CHANGED ? event.changedFields().stream().map(RecordField::title)
                    .collect(Collectors.joining(", ", "  (changed: ", ")")) : "";
            print(out, format, new Object[] {event.code(), event.kind(), event.date(), event.answer().evidence()},
                    fields(event.answer(), changed));
            written++;
        }
        return written;
    }

    private static Object[] fields(Answer answer, String behind) {
        HcpcsRecord record = answer.record();
        return new Object[] {RecordField.PRICING_INDICATORS.text(record), RecordField.COVERAGE.text(record),
            RecordField.BETOS.text(record), RecordField.TYPES_OF_SERVICE.text(record),
            answer.ascPaymentGroup().map(CodedValue::code).orElse(""), record.shortDescription() + behind};
    }

    private static void print(PrintWriter out, String format, Object[] first, Object[] fields) {
        out.print(String.format(Locale.ROOT, format, Stream.concat(Stream.of(first), Stream.of(fields)).toArray())
                .stripTrailing() + System.lineSeparator());
    }
}
