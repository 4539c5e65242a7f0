package dev.hcpcs.lookup;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a code was on a date. Immutable; two answers are equal if they say the same. An index makes them: to test with one, build a
 * small index.
 *
 * <p>No Java record, because it keeps what its version has already; the constructor says why it is not checked.
 */
public final class Answer {

    private final LocalDate date;
    private final Status status;
    private final Evidence evidence;
    private final Version version;
    /** That of the version: who asks for it alone need not wait until the version is fetched. */
    private final HcpcsRecord record;

    /**
     * Nothing is null. That is not checked: a check between the making of an answer and the writing of its fields would have each
     * of them written with all that a collector asks of an object in use.
     *
     * @param record that of the version
     */
    Answer(LocalDate date, Status status, Evidence evidence, Version version, HcpcsRecord record) {
        this.date = date;
        this.status = status;
        this.evidence = evidence;
        this.version = version;
        this.record = record;
    }

    /** The day asked for. */
    public LocalDate date() {
        return date;
    }

    /** One of those that {@linkplain Status#isAnswered are answered}. */
    public Status status() {
        return status;
    }

    /** How far the loaded releases bear the answer out. */
    public Evidence evidence() {
        return evidence;
    }

    /** The attributes that applied. Past a code's end these are its last, before its start its first. */
    public Version version() {
        return version;
    }

    /** The code asked for. */
    public HcpcsCode code() {
        return record.code();
    }

    /** The record of the version: every attribute of the code on that date. */
    public HcpcsRecord record() {
        return record;
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

    @Override
    public boolean equals(Object other) {
        return other instanceof Answer that && date.equals(that.date) && status == that.status && evidence == that.evidence
                && version.equals(that.version);
    }

    @Override
    public int hashCode() {
        return Objects.hash(date, status, evidence, version);
    }

    /** For example {@code Q4257 on 2024-03-01: ACTIVE, ASSUMED}. */
    @Override
    public String toString() {
        return code() + " on " + date + ": " + status + ", " + evidence;
    }
}
