package dev.hcpcs.loader.cli;

import dev.hcpcs.lookup.Answer;
import dev.hcpcs.lookup.CodeHistory;
import dev.hcpcs.lookup.CodedValue;
import dev.hcpcs.lookup.HcpcsRecord;
import dev.hcpcs.lookup.NotOtherwiseClassified;
import dev.hcpcs.lookup.Period;
import dev.hcpcs.lookup.ProcessingNote;
import dev.hcpcs.lookup.RecordField;
import dev.hcpcs.lookup.Release;
import dev.hcpcs.lookup.Status;
import dev.hcpcs.lookup.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers as programs read them: names as in the Java API, dates in ISO form, absent values left out, lists always there. */
final class AnswerJson {

    static final JsonMapper MAPPER = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    /** What {@code status} tells of a record; {@code show} tells everything. */
    private static final List<RecordField> SUMMARY = List.of(RecordField.SHORT_DESCRIPTION, RecordField.PRICING_INDICATORS,
            RecordField.MULTIPLE_PRICING_INDICATOR, RecordField.COVERAGE, RecordField.BETOS, RecordField.TYPES_OF_SERVICE,
            RecordField.ASC_PAYMENT_GROUP, RecordField.ADDED_DATE, RecordField.ACTION_EFFECTIVE_DATE,
            RecordField.TERMINATION_DATE, RecordField.ACTION);

    private AnswerJson() {
    }

    static String status(Answer answer) {
        return text(summary(answer));
    }

    static ObjectNode summary(Answer answer) {
        ObjectNode json = answer(answer);
        json.set("version", version(answer.version()));
        for (RecordField field : SUMMARY) {
            putCodes(json, field, values(answer, field));
        }
        putNotOtherwiseClassified(json, answer);
        return json;
    }

    static String noAnswer(String code, Optional<LocalDate> date, Status status, String reason) {
        ObjectNode json = MAPPER.createObjectNode().put("code", code);
        date.ifPresent(day -> json.put("date", day.toString()));
        return text(json.put("status", status.name()).put("reason", reason));
    }

    /**
     * The whole record.
     *
     * @param note the record's processing note in words
     * @param list the list that tells whether the code was not otherwise classified
     */
    static String show(Answer answer, Optional<ProcessingNote> note, Optional<Release> list) {
        ObjectNode json = shown(answer, note);
        list.ifPresent(of -> json.withObject("record").put("notOtherwiseClassifiedList", of.quarter().toString()));
        return text(json);
    }

    /** What {@code show} tells. */
    static ObjectNode shown(Answer answer, Optional<ProcessingNote> note) {
        ObjectNode json = answer(answer);
        json.set("version", version(answer.version()));
        ObjectNode record = record(field -> values(answer, field));
        note.ifPresent(found -> record.put("processingNoteText", found.text()));
        putNotOtherwiseClassified(record, answer);
        json.set("record", record);
        return json;
    }

    /** A record as its release states it, every code explained. */
    static ObjectNode record(HcpcsRecord record) {
        return record(field -> field.values(record));
    }

    private static ObjectNode record(Function<RecordField, List<?>> values) {
        ObjectNode json = MAPPER.createObjectNode();
        for (RecordField field : RecordField.values()) {
            putExplained(json, field, values.apply(field));
        }
        return json;
    }

    static String history(CodeHistory history) {
        ObjectNode json = MAPPER.createObjectNode().put("code", history.code().value());
        json.set("periods", periods(history));
        json.set("notOtherwiseClassified", notOtherwiseClassified(history));
        ArrayNode versions = json.putArray("versions");
        Version before = null;
        for (Version version : history.versions()) {
            ObjectNode node = version(version);
            node.set("record", record(version.record()));
            ArrayNode changed = node.putArray("changed");
            if (before != null && before.life() == version.life()) {
                RecordField.differing(before.record(), version.record()).stream().filter(RecordField::isContent)
                        .forEach(field -> changed.add(field.key()));
            }
            versions.add(node);
            before = version;
        }
        return text(json);
    }

    static ArrayNode periods(CodeHistory history) {
        ArrayNode json = MAPPER.createArrayNode();
        for (Period period : history.periods()) {
            ObjectNode node = json.addObject().put("life", period.life()).put("start", period.start().toString());
            node.put("during", period.during().name());
            period.end().ifPresent(end -> node.put("end", end.toString()).put("after", period.after().name()));
        }
        return json;
    }

    /** From which day on the code is or is not: of each life of which a list tells, its beginning and each change. */
    private static ArrayNode notOtherwiseClassified(CodeHistory history) {
        ArrayNode json = MAPPER.createArrayNode();
        int life = 0;
        for (Version version : history.versions()) {
            NotOtherwiseClassified classified = version.notOtherwiseClassified();
            if (version.life() != life && classified.first().isPresent()) {
                Stream.concat(Stream.of(version.start()), classified.changes().stream()).forEach(from -> json.addObject()
                        .put("life", version.life()).put("from", from.toString()).put("value", classified.on(from).get()));
            }
            life = version.life();
        }
        return json;
    }

    private static void putNotOtherwiseClassified(ObjectNode json, Answer answer) {
        answer.notOtherwiseClassified().ifPresent(value -> json.put("notOtherwiseClassified", value.booleanValue()));
    }

    static ObjectNode answer(Answer answer) {
        return MAPPER.createObjectNode().put("code", answer.code().value()).put("date", answer.date().toString())
                .put("status", answer.status().name()).put("evidence", answer.evidence().name());
    }

    static ObjectNode version(Version version) {
        ObjectNode json = MAPPER.createObjectNode().put("life", version.life()).put("start", version.start().toString())
                .put("confirmedFrom", version.confirmedFrom().toString()).put("basis", version.basis().name());
        ArrayNode releases = json.putArray("releases");
        version.releases().forEach(release -> releases.add(release(release)));
        return json;
    }

    static ObjectNode release(Release release) {
        return MAPPER.createObjectNode().put("quarter", release.quarter().toString()).put("name", release.name())
                .put("sha256", release.sha256());
    }

    /** The ASC payment group is part of an answer only from its effective date on. */
    private static List<?> values(Answer answer, RecordField field) {
        return field == RecordField.ASC_PAYMENT_GROUP ? answer.ascPaymentGroup().stream().toList()
                : field.values(answer.record());
    }

    private static void putCodes(ObjectNode json, RecordField field, List<?> values) {
        put(json, field, values.stream().map(AnswerJson::plain).toList());
    }

    private static void putExplained(ObjectNode json, RecordField field, List<?> values) {
        put(json, field, values.stream().map(value -> value instanceof CodedValue coded ? explained(coded) : plain(value))
                .toList());
    }

    private static void put(ObjectNode json, RecordField field, List<?> values) {
        if (field.isList()) {
            json.set(field.key(), MAPPER.valueToTree(values));
        } else if (!values.isEmpty()) {
            json.set(field.key(), MAPPER.valueToTree(values.get(0)));
        }
    }

    private static Object plain(Object value) {
        return value instanceof Integer ? value : value.toString();
    }

    private static Object explained(CodedValue value) {
        ObjectNode json = MAPPER.createObjectNode().put("code", value.code());
        value.label().ifPresent(label -> json.put("label", label));
        value.heading().ifPresent(heading -> json.put("heading", heading));
        return json;
    }

    static String text(Object json) {
        return MAPPER.writeValueAsString(json);
    }
}
