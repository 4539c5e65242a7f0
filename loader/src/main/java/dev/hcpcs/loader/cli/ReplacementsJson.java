package dev.hcpcs.loader.cli;

import dev.hcpcs.lookup.Replacement;
import java.time.LocalDate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What became of a code: a node for each reference, nested as they lead on, and the active codes among them. */
final class ReplacementsJson {

    private ReplacementsJson() {
    }

    static String write(Replacement root, LocalDate date) {
        ObjectNode json = AnswerJson.MAPPER.createObjectNode().put("code", root.reference()).put("date", date.toString());
        add(root, json);
        ArrayNode active = json.putArray("active");
        root.usable().forEach(answer -> active.add(answer.code().value()));
        return AnswerJson.text(json);
    }

    private static void add(Replacement node, ObjectNode json) {
        json.put("status", node.status().name());
        node.answer().ifPresent(answer -> json.put("evidence", answer.evidence().name())
                .put("shortDescription", answer.record().shortDescription()));
        node.end().ifPresent(end -> json.put("end", end.name()));
        ArrayNode references = json.putArray("references");
        for (Replacement reference : node.references()) {
            add(reference, references.addObject().put("reference", reference.reference()));
        }
    }
}
