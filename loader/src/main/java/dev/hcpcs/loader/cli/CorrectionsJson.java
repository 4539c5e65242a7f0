package dev.hcpcs.loader.cli;

import dev.hcpcs.loader.correction.Correction;
import dev.hcpcs.loader.correction.JudgedCorrection;
import dev.hcpcs.loader.correction.JudgedList;
import dev.hcpcs.loader.correction.JudgedValue;
import dev.hcpcs.loader.correction.Outcome;
import dev.hcpcs.lookup.RecordField;
import dev.hcpcs.lookup.Release;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Corrections as programs read them. Every name is always there; what is blank is an empty text, and no release is null. */
final class CorrectionsJson {

    private CorrectionsJson() {
    }

    static String write(List<JudgedList> lists) {
        ObjectNode json = AnswerJson.MAPPER.createObjectNode();
        ArrayNode nodes = json.putArray("lists");
        lists.forEach(list -> nodes.add(list(list)));
        return AnswerJson.text(json) + "\n";
    }

    private static ObjectNode list(JudgedList judged) {
        ObjectNode json = AnswerJson.MAPPER.createObjectNode().put("file", judged.list().file())
                .put("quarter", judged.list().quarter().toString()).put("cutShort", judged.list().cutShort());
        json.set("heldAgainst", judged.release().map(AnswerJson::release).orElse(null));
        ObjectNode counts = json.putObject("counts");
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome.name(), judged.count(outcome));
        }
        ArrayNode corrections = json.putArray("corrections");
        judged.corrections().forEach(correction -> corrections.add(correction(correction)));
        ArrayNode remarks = json.putArray("remarks");
        judged.list().remarks().forEach(remark -> remarks.add(remark.toString()));
        return json;
    }

    private static ObjectNode correction(JudgedCorrection judged) {
        Correction correction = judged.correction();
        ObjectNode json = AnswerJson.MAPPER.createObjectNode().put("place", correction.place()).put("line", correction.line())
                .put("code", correction.code()).put("action", correction.action()).put("effective", correction.effective())
                .put("effectiveIsDate", correction.effectiveDate().isPresent());
        ObjectNode stated = json.putObject("stated");
        correction.stated().forEach((field, value) -> stated.put(field.key(), value));
        json.put("comments", correction.comments()).put("outcome", judged.outcome().name());
        later(json, judged.later());
        json.put("carried", judged.carried());
        ArrayNode values = json.putArray("values");
        judged.values().forEach(value -> values.add(value(value)));
        ArrayNode toBeRead = json.putArray("toBeRead");
        judged.toBeRead().forEach(toBeRead::add);
        return json;
    }

    private static ObjectNode value(JudgedValue judged) {
        ObjectNode json = AnswerJson.MAPPER.createObjectNode()
                .put("field", judged.expected().field().map(RecordField::key).orElse("code"))
                .put("expected", judged.expected().kind().name()).put("value", judged.expected().value())
                .put("verdict", judged.verdict().name()).put("has", judged.has()).put("reason", judged.reason());
        later(json, judged.later());
        return json;
    }

    private static void later(ObjectNode json, Optional<Release> release) {
        json.put("later", release.map(later -> later.quarter().toString()).orElse(null));
    }
}
