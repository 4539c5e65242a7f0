package dev.hcpcs.loader.cli;

import dev.hcpcs.loader.TransactionReport;
import dev.hcpcs.loader.change.ChangeKind;
import dev.hcpcs.loader.change.CodeChange;
import dev.hcpcs.loader.change.FieldChange;
import dev.hcpcs.loader.change.Reconciliation;
import dev.hcpcs.loader.change.ReleaseChanges;
import dev.hcpcs.lookup.HcpcsCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes as programs read them: {@code counts} by kind, {@code byLetter} the same for each first letter, {@code changes} with
 * every code, and {@code transactionReport}, null where there is none. Lists are always there; a blank value is an empty text.
 */
final class DiffJson {

    private DiffJson() {
    }

    static String write(ReleaseChanges changes, Optional<TransactionReport> report) {
        return AnswerJson.text(tree(changes, report)) + "\n";
    }

    static ObjectNode tree(ReleaseChanges changes, Optional<TransactionReport> report) {
        ObjectNode json = AnswerJson.MAPPER.createObjectNode();
        json.set("from", AnswerJson.release(changes.from()));
        json.set("to", AnswerJson.release(changes.to()));
        ArrayNode known = json.putArray("known");
        changes.known().forEach(release -> known.add(AnswerJson.release(release)));
        json.set("counts", counts(changes.counts()));
        ObjectNode byLetter = json.putObject("byLetter");
        changes.countsByLetter().forEach((letter, counts) -> byLetter.set(letter, counts(counts)));
        ArrayNode all = json.putArray("changes");
        changes.all().forEach(change -> all.add(change(change)));
        json.putNull("transactionReport");
        report.ifPresent(found -> json.set("transactionReport", reconciliation(changes, found)));
        return json;
    }

    static ObjectNode counts(Map<ChangeKind, Integer> counts) {
        ObjectNode json = AnswerJson.MAPPER.createObjectNode();
        counts.forEach((kind, count) -> json.put(kind.key(), count));
        return json;
    }

    private static ObjectNode change(CodeChange change) {
        ObjectNode json = AnswerJson.MAPPER.createObjectNode().put("code", change.code().value());
        putKinds(json, change.kinds());
        json.put("silent", change.silent()).put("shortDescription", change.latest().shortDescription());
        ArrayNode fields = json.putArray("fields");
        for (FieldChange field : change.fields()) {
            fields.addObject().put("field", field.field().key()).put("old", field.before()).put("new", field.after());
        }
        return json;
    }

    private static void putKinds(ObjectNode json, List<ChangeKind> kinds) {
        ArrayNode keys = json.putArray("kinds");
        kinds.forEach(kind -> keys.add(kind.key()));
    }

    private static ObjectNode reconciliation(ReleaseChanges changes, TransactionReport report) {
        ObjectNode json = AnswerJson.MAPPER.createObjectNode().put("file", report.file()).put("codes", report.actions().size());
        ObjectNode kinds = json.putObject("kinds");
        for (Reconciliation kind : Reconciliation.of(changes, report)) {
            ObjectNode node = kinds.putObject(kind.kind().key());
            ArrayNode actions = node.putArray("actions");
            kind.kind().actions().forEach(actions::add);
            node.put("compared", kind.compared()).put("reported", kind.reported()).put("both", kind.both());
            ArrayNode onlyCompared = node.putArray("onlyCompared");
            kind.onlyCompared().forEach((code, action) -> onlyCompared.add(action(code, action)));
            ArrayNode onlyReported = node.putArray("onlyReported");
            kind.onlyReported().forEach((code, action) -> {
                ObjectNode reported = action(code, action);
                putKinds(reported, changes.find(code).map(CodeChange::kinds).orElse(List.of()));
                onlyReported.add(reported);
            });
        }
        return json;
    }

    private static ObjectNode action(HcpcsCode code, String action) {
        return AnswerJson.MAPPER.createObjectNode().put("code", code.value()).put("action", action);
    }
}
