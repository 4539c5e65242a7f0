package dev.hcpcs.loader.evidence;

import dev.hcpcs.lookup.Answer;
import dev.hcpcs.lookup.HcpcsRecord;
import dev.hcpcs.lookup.RecordField;
import dev.hcpcs.lookup.Status;
import java.time.LocalDate;
import java.util.List;

/**
 * One code on the effective date of a release that was left out.
 *
 * @param stated its record in the left-out release
 * @param before its records in the earlier releases, in order
 * @param after  its records in the later releases, in order
 * @param answer what these others answer
 */
record LeftOutAnswer(HcpcsRecord stated, List<HcpcsRecord> before, List<HcpcsRecord> after, Answer answer) {

    /**
     * What a record says of a day by itself, provided that its action had taken effect by then: the code begins on its added
     * date, else on its action effective date, and its termination date is the last day. A reactivation is over by then, too.
     */
    static Status says(HcpcsRecord record, LocalDate date) {
        if (record.addedDate().or(record::actionEffectiveDate).filter(date::isBefore).isPresent()) {
            return Status.NOT_YET_EFFECTIVE;
        }
        return record.terminationDate().filter(date::isAfter).isPresent() ? Status.TERMINATED : Status.ACTIVE;
    }

    /** A record states its last action only: what it says of a day before that is not known. */
    static boolean isActionStillToCome(HcpcsRecord record, LocalDate date) {
        return record.actionEffectiveDate().filter(date::isBefore).isPresent();
    }

    Status statedStatus() {
        return says(stated, answer.date());
    }

    boolean isStatusRight() {
        return answer.status() == statedStatus();
    }

    /** Of a code that had ended or had not begun, the attributes on the day are nobody's concern. */
    boolean isContentStated() {
        return statedStatus() == Status.ACTIVE;
    }

    boolean isContentRight() {
        return differingContent().isEmpty();
    }

    List<RecordField> differingContent() {
        return differingContent(stated, answer.record());
    }

    private static List<RecordField> differingContent(HcpcsRecord one, HcpcsRecord other) {
        return RecordField.differing(one, other).stream().filter(RecordField::isContent).toList();
    }

    /** Of a wrong status. An earlier release's open end is no word on a later day, so only later ones count. */
    Judgement judgeStatus() {
        LocalDate date = answer.date();
        if (!after.isEmpty() && after.get(0).addedDate().filter(date::isBefore).isPresent()) {
            return Judgement.LATER_LIFE;
        }
        return after.stream().anyMatch(record -> says(record, date) == answer.status()) ? Judgement.LATER_RELEASE
                : Judgement.NO_RELEASE;
    }

    /** Of wrong content. */
    Judgement judgeContent() {
        if (!before.isEmpty() && !after.isEmpty() && isAnswered(before.get(before.size() - 1)) && isAnswered(after.get(0))) {
            return Judgement.BOTH_NEIGHBOURS;
        }
        return after.stream().anyMatch(this::isAnswered) ? Judgement.LATER_RELEASE : Judgement.NO_RELEASE;
    }

    private boolean isAnswered(HcpcsRecord record) {
        return differingContent(record, answer.record()).isEmpty();
    }
}
