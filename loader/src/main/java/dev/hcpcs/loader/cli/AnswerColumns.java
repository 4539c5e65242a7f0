package dev.hcpcs.loader.cli;

import dev.hcpcs.lookup.Answer;
import dev.hcpcs.lookup.CodedValue;
import dev.hcpcs.lookup.Evidence;
import dev.hcpcs.lookup.HcpcsRecord;
import dev.hcpcs.lookup.RecordField;
import dev.hcpcs.lookup.Status;
import dev.hcpcs.lookup.Version;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code check} appends to a line, as CSV. The same answers come again and again in a file of claims, so each is made
 * once; there are as many as the index has, however long the file.
 */
final class AnswerColumns {

    static final List<String> NAMES = List.of("status", "evidence", "effective_from", "basis",
            "short_description", "pricing_indicators", "multiple_pricing", "coverage", "betos", "type_of_service",
            "asc_group", "added", "action_effective", "terminated", "action_code");

    private static final int PER_VERSION = Status.values().length * Evidence.values().length * 2;

    /** By identity: an index has each version once, and comparing them by content would take longer than writing them. */
    private final Map<Version, String[]> ofVersions = new IdentityHashMap<>();
    private final Map<String, String> withoutAnswer = new HashMap<>();

    String of(Answer answer) {
        String[] made = ofVersions.computeIfAbsent(answer.version(), version -> new String[PER_VERSION]);
        int place = (answer.status().ordinal() * Evidence.values().length + answer.evidence().ordinal()) * 2
                + (answer.ascPaymentGroup().isPresent() ? 1 : 0);
        if (made[place] == null) {
            made[place] = Csv.WRITE.format(values(answer).toArray());
        }
        return made[place];
    }

    /** A status instead of an answer; the rest stays blank. */
    String of(String status) {
        return withoutAnswer.computeIfAbsent(status, key -> key + ",".repeat(NAMES.size() - 1));
    }

    private static List<String> values(Answer answer) {
        HcpcsRecord record = answer.record();
        return List.of(
                answer.status().name(),
                answer.evidence().name(),
                answer.version().start().toString(),
                answer.version().basis().name(),
                record.shortDescription(),
                RecordField.PRICING_INDICATORS.text(record),
                RecordField.MULTIPLE_PRICING_INDICATOR.text(record),
                RecordField.COVERAGE.text(record),
                RecordField.BETOS.text(record),
                RecordField.TYPES_OF_SERVICE.text(record),
                answer.ascPaymentGroup().map(CodedValue::code).orElse(""),
                RecordField.ADDED_DATE.text(record),
                RecordField.ACTION_EFFECTIVE_DATE.text(record),
                RecordField.TERMINATION_DATE.text(record),
                RecordField.ACTION.text(record));
    }
}
