package dev.hcpcs.lookup;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a code was on a date.
 *
 * @param date     the day asked for
 * @param status   one of those that {@linkplain Status#isAnswered are answered}
 * @param evidence how far the loaded releases bear the answer out
 * @param version  the attributes that applied. Past a code's end these are its last, before its start its first
 */
public record Answer(LocalDate date, Status status, Evidence evidence, Version version) {

    /** Checks that nothing is null. */
    public Answer {
        requireNonNull(date, "date");
        requireNonNull(status, "status");
        requireNonNull(evidence, "evidence");
        requireNonNull(version, "version");
    }

    /** The code asked for. */
    public HcpcsCode code() {
        return version.record().code();
    }

    /** The record of the version: every attribute of the code on that date. */
    public HcpcsRecord record() {
        return version.record();
    }

    /** The ASC payment group on the date: empty before the ASC effective date. */
    public Optional<CodedValue> ascPaymentGroup() {
        return record().ascPaymentGroupOn(date);
    }

    /**
     * Whether the code is not otherwise classified on the date, so that a claim must say what it stands for; empty where no
     * loaded list of such codes tells.
     *
     * @see NotOtherwiseClassifiedList
     */
    public Optional<Boolean> notOtherwiseClassified() {
        return version.notOtherwiseClassified().on(date);
    }

    /**
     * The values of a coded field on the date, in CMS's order; empty where the field is blank. The {@link #ascPaymentGroup} is
     * heeded only from its effective date on.
     */
    @SuppressWarnings("unchecked") // A coded field holds nothing else.
    public List<CodedValue> values(CodedField field) {
        return field == CodedField.ASC_PAYMENT_GROUP ? ascPaymentGroup().stream().toList()
                : (List<CodedValue>) field.recordField().values(record());
    }
}
