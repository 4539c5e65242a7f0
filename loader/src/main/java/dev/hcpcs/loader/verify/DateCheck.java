package dev.hcpcs.loader.verify;

import dev.hcpcs.loader.verify.Finding.Severity;
import dev.hcpcs.lookup.HcpcsRecord;
import dev.hcpcs.lookup.Quarter;
import dev.hcpcs.lookup.RecordField;
import dev.hcpcs.lookup.ReleaseContent;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Finds dates of a record that contradict one another, its action, or the release's quarter. */
final class DateCheck {

    /** Medicare's first day: no date of CMS's lies before it. */
    private static final LocalDate EARLIEST = LocalDate.of(1966, 7, 1);
    /** CMS announces quarters ahead, not years. */
    private static final int YEARS_AHEAD = 2;
    private static final List<RecordField> DATES = List.of(RecordField.ADDED_DATE, RecordField.ACTION_EFFECTIVE_DATE,
            RecordField.TERMINATION_DATE, RecordField.ASC_EFFECTIVE_DATE, RecordField.MOG_EFFECTIVE_DATE);

    private final Quarter quarter;
    private final Findings findings;

    private DateCheck(Quarter quarter, Findings findings) {
        this.quarter = quarter;
        this.findings = findings;
    }

    static void check(ReleaseContent release, Findings findings) {
        DateCheck check = new DateCheck(release.release().quarter(), findings);
        for (HcpcsRecord record : release.records()) {
            check.checkRange(record);
            check.checkLife(record);
            check.checkAction(record);
            check.checkGroup(record, RecordField.ASC_PAYMENT_GROUP, RecordField.ASC_EFFECTIVE_DATE);
            check.checkGroup(record, RecordField.MOG_PAYMENT_GROUP, RecordField.MOG_EFFECTIVE_DATE);
        }
    }

    private void checkRange(HcpcsRecord record) {
        for (RecordField field : DATES) {
            date(record, field).filter(date -> date.isBefore(EARLIEST)
                    || date.isAfter(quarter.lastDay().plusYears(YEARS_AHEAD))).ifPresent(date -> findings.error(record, field,
                            "lies before Medicare began (" + EARLIEST + "), or years after the release"));
        }
    }

    private void checkLife(HcpcsRecord record) {
        record.addedDate().ifPresent(added -> {
            if (isBefore(record.terminationDate(), added)) {
                add(Severity.ERROR, record, RecordField.TERMINATION_DATE, added, "lies before the added date");
            }
            if (isBefore(record.actionEffectiveDate(), added)) {
                add(Severity.REMARK, record, RecordField.ACTION_EFFECTIVE_DATE, added, "lies before the added date");
            }
            if (added.isAfter(quarter.lastDay())) {
                add(Severity.REMARK, record, RecordField.ADDED_DATE, quarter.lastDay(), "lies after the release's quarter");
            }
        });
    }

    /** A discontinuation takes effect on the day after the last one, and nothing is done to a code after its end. */
    private void checkAction(HcpcsRecord record) {
        boolean discontinued = record.action().filter(action -> action.code().equals("D")).isPresent();
        if (discontinued && record.terminationDate().isEmpty()) {
            findings.error(record, RecordField.TERMINATION_DATE, "is blank although the code is discontinued (action D)");
        }
        record.actionEffectiveDate().ifPresent(effective -> {
            if (effective.isAfter(quarter.lastDay())) {
                add(Severity.REMARK, record, RecordField.ACTION_EFFECTIVE_DATE, quarter.lastDay(),
                        "lies after the release's quarter");
            }
            record.terminationDate().ifPresent(last -> {
                if (effective.isAfter(last.plusDays(1))) {
                    add(Severity.ERROR, record, RecordField.ACTION_EFFECTIVE_DATE, last,
                            "lies more than a day after the termination date");
                } else if (discontinued && !effective.isAfter(last)) {
                    add(Severity.REMARK, record, RecordField.ACTION_EFFECTIVE_DATE, last,
                            "of a discontinuation does not lie after the termination date");
                }
            });
        });
    }

    private void checkGroup(HcpcsRecord record, RecordField group, RecordField effective) {
        boolean grouped = !group.values(record).isEmpty();
        Optional<LocalDate> from = date(record, effective);
        if (grouped != from.isPresent()) {
            findings.error(record, grouped ? effective : group, "is blank although the "
                    + (grouped ? group : effective).title() + " is not");
        }
        record.addedDate().filter(added -> isBefore(from, added)).ifPresent(added ->
                add(Severity.REMARK, record, effective, added, "lies before the added date"));
        record.terminationDate().filter(last -> from.isPresent() && from.get().isAfter(last)).ifPresent(last ->
                add(Severity.REMARK, record, effective, last, "lies after the termination date"));
    }

    private void add(Severity severity, HcpcsRecord record, RecordField field, LocalDate against, String message) {
        findings.add(severity, record, field, against.toString(), message);
    }

    private static boolean isBefore(Optional<LocalDate> date, LocalDate other) {
        return date.isPresent() && date.get().isBefore(other);
    }

    private static Optional<LocalDate> date(HcpcsRecord record, RecordField field) {
        return field.values(record).stream().map(LocalDate.class::cast).findFirst();
    }
}
