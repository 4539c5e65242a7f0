package com.example.codes;

import dev.hcpcs.lookup.Answer;
import dev.hcpcs.lookup.CodedValue;
import dev.hcpcs.lookup.Evidence;
import dev.hcpcs.lookup.HcpcsRecord;
import dev.hcpcs.lookup.Status;
import java.time.LocalDate;
import java.util.List;

public record CodeAnswer(String code, LocalDate date, Status status, Evidence evidence, LocalDate versionFrom,
        String shortDescription, String longDescription, List<Value> pricingIndicators, Value coverage,
        LocalDate terminationDate) {

    public record Value(String code, String label) {

        static Value of(CodedValue value) {
            return new Value(value.code(), value.label().orElse(null));
        }
    }

    static CodeAnswer of(Answer answer) {
        HcpcsRecord record = answer.record();
        return new CodeAnswer(answer.code().value(), answer.date(), answer.status(), answer.evidence(),
                answer.version().start(), record.shortDescription(), record.longDescription(),
                record.pricingIndicators().stream().map(Value::of).toList(),
                record.coverage().map(Value::of).orElse(null), record.terminationDate().orElse(null));
    }
}
