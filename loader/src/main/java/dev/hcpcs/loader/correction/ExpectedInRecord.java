package dev.hcpcs.loader.correction;

import dev.hcpcs.lookup.HcpcsRecord;
import dev.hcpcs.lookup.RecordField;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a record says what is expected of it. Letter case, the amount of white space and typographic quotes make no difference,
 * nor does the order of several values.
 *
 * @param verdict the answer
 * @param has     the field as the record has it; empty where it is blank or there is no record
 * @param reason  why it cannot be told; empty where it can
 */
record ExpectedInRecord(Verdict verdict, String has, String reason) {

    private static final Set<RecordField> DATES = Set.of(RecordField.ADDED_DATE, RecordField.ACTION_EFFECTIVE_DATE,
            RecordField.TERMINATION_DATE, RecordField.ASC_EFFECTIVE_DATE);

    /**
     * @param record     empty where the release does not carry the code
     * @param ownQuarter whether the release is the one that is corrected
     */
    static ExpectedInRecord judge(Expected expected, Optional<HcpcsRecord> record, Correction correction,
            boolean ownQuarter) {
        if (expected.kind() == Expected.Kind.CARRIED) {
            return told(record.isPresent(), "");
        }
        RecordField field = expected.field().orElseThrow();
        if (DATES.contains(field) && date(expected).isEmpty()) {
            return cannotBeTold("", expected.value().isEmpty() ? "no date is given" : "it is not a date");
        }
        if (record.isEmpty()) {
            return expected.kind() == Expected.Kind.VALUE ? told(false, "")
                    : cannotBeTold("", "the release does not carry the code");
        }
        String has = field.text(record.get());
        return switch (expected.kind()) {
            case TERMINATED -> {
                LocalDate effective = date(expected).orElseThrow();
                yield told(record.get().terminationDate().filter(
                        last -> last.equals(effective) || last.equals(effective.minusDays(1))).isPresent(), has);
            }
            case REMOVED -> removed(expected, record.get(), correction, has);
            default -> value(expected, record.get(), correction, ownQuarter, has);
        };
    }

    private static ExpectedInRecord value(Expected expected, HcpcsRecord record, Correction correction, boolean ownQuarter,
            String has) {
        RecordField field = expected.field().orElseThrow();
        // Every release tells the action of its own quarter: only with its date is it still the same one.
        if (field == RecordField.ACTION && !ownQuarter && (correction.effectiveDate().isEmpty()
                || !record.actionEffectiveDate().equals(correction.effectiveDate()) || !isSame(field, expected.value(), has))) {
            return cannotBeTold(has, "a later release tells its own action");
        }
        return told(isSame(field, expected.value(), has), has);
    }

    private static ExpectedInRecord removed(Expected expected, HcpcsRecord record, Correction correction, String has) {
        boolean there = values(expected.field().orElseThrow(), has)
                .containsAll(values(expected.field().orElseThrow(), expected.value()));
        boolean newerStart = expected.field().equals(Optional.of(RecordField.ASC_PAYMENT_GROUP))
                && record.ascEffectiveDate().filter(start -> correction.effectiveDate().filter(start::isAfter).isPresent())
                        .isPresent();
        if (there && newerStart) {
            return cannotBeTold(has, "its start is later, " + record.ascEffectiveDate().orElseThrow()
                    + ", so it may have been removed and given anew");
        }
        return told(!there, has);
    }

    private static boolean isSame(RecordField field, String stated, String has) {
        return values(field, stated).equals(values(field, has));
    }

    /** In order of text where there may be several. */
    private static List<String> values(RecordField field, String text) {
        String plain = Typography.plain(text).strip().toUpperCase(Locale.ROOT);
        return field.isList() ? Arrays.stream(plain.split("[\\s,;/]+")).sorted().toList() : List.of(plain);
    }

    private static Optional<LocalDate> date(Expected expected) {
        return CorrectionDates.find(expected.value());
    }

    private static ExpectedInRecord told(boolean contained, String has) {
        return new ExpectedInRecord(contained ? Verdict.CONTAINED : Verdict.NOT_CONTAINED, has, "");
    }

    private static ExpectedInRecord cannotBeTold(String has, String reason) {
        return new ExpectedInRecord(Verdict.CANNOT_BE_TOLD, has, reason);
    }
}
