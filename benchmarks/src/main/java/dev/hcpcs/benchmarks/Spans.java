package dev.hcpcs.benchmarks;

import dev.hcpcs.lookup.Answer;
import dev.hcpcs.lookup.CodeHistory;
import dev.hcpcs.lookup.HcpcsCode;
import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.HcpcsRecord;
import dev.hcpcs.lookup.Period;
import dev.hcpcs.lookup.Status;
import dev.hcpcs.lookup.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The index's knowledge as plain rows, which every peer is filled with: from when on a code has a status and a record. */
final class Spans {

    /** Before the first day of any code; what holds before a code begins starts here. */
    static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);

    /**
     * One row.
     *
     * @param code   the code or modifier
     * @param start  the first day; the row holds until the code's next one starts
     * @param status the status from then on
     * @param record the record from then on
     */
    record Span(String code, LocalDate start, Status status, HcpcsRecord record) {
    }

    private Spans() {
    }

    /** By code and start. */
    static List<Span> of(HcpcsIndex index) {
        List<Span> spans = new ArrayList<>();
        for (HcpcsCode code : index.codes()) {
            CodeHistory history = index.history(code);
            Answer last = null;
            for (LocalDate day : days(history)) {
                Answer answer = history.on(day);
                if (last == null || last.status() != answer.status() || last.record() != answer.record()) {
                    spans.add(new Span(code.value(), day, answer.status(), answer.record()));
                }
                last = answer;
            }
        }
        return spans;
    }

    private static SortedSet<LocalDate> days(CodeHistory history) {
        SortedSet<LocalDate> days = new TreeSet<>();
        days.add(FIRST_DAY);
        for (Period period : history.periods()) {
            days.add(period.start());
            period.end().ifPresent(end -> days.add(end.plusDays(1)));
        }
        for (Version version : history.versions()) {
            days.add(version.start());
        }
        return days;
    }
}
