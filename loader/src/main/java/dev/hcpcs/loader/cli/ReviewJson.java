package dev.hcpcs.loader.cli;

import dev.hcpcs.loader.TransactionReport;
import dev.hcpcs.loader.change.CodeChange;
import dev.hcpcs.loader.change.FieldChange;
import dev.hcpcs.loader.change.ReleaseChanges;
import dev.hcpcs.loader.change.WordChanges;
import dev.hcpcs.lookup.CodeHistory;
import dev.hcpcs.lookup.CodedValue;
import dev.hcpcs.lookup.HcpcsRecord;
import dev.hcpcs.lookup.Quarter;
import dev.hcpcs.lookup.RecordField;
import dev.hcpcs.lookup.Release;
import dev.hcpcs.lookup.Version;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the page of {@link DiffHtml} shows: {@link DiffJson}'s data, with the changed words of each field marked, each code's
 * {@code record} and {@code history}, the {@code loaded} releases, and {@code fields} with every field's title and the labels
 * of its codes.
 */
final class ReviewJson {

    private final ReleaseChanges changes;
    private final ObjectNode fields = AnswerJson.MAPPER.createObjectNode();

    private ReviewJson(ReleaseChanges changes) {
        this.changes = changes;
        for (RecordField field : RecordField.values()) {
            fields.putObject(field.key()).put("title", field.title()).put("content", field.isContent()).putObject("labels");
        }
    }

    static String write(ReleaseChanges changes, Optional<TransactionReport> report) {
        ObjectNode json = new ReviewJson(changes).tree(report);
        return AnswerJson.MAPPER.writer().without(SerializationFeature.INDENT_OUTPUT).writeValueAsString(json);
    }

    private ObjectNode tree(Optional<TransactionReport> report) {
        ObjectNode json = DiffJson.tree(changes, report);
        ArrayNode loaded = json.putArray("loaded");
        changes.loaded().forEach(release -> loaded.add(release(release)));
        json.set("fields", fields);
        ArrayNode nodes = json.withArray("changes");
        int next = 0;
        for (CodeChange change : changes.all()) {
            ObjectNode node = (ObjectNode) nodes.get(next++);
            change.before().ifPresent(this::explain);
            node.set("fields", fields(change.fields()));
            node.put("recordOf", (change.after().isPresent() ? changes.to() : changes.from()).quarter().toString());
            node.set("record", record(change.latest()));
            ObjectNode history = history(changes.findHistory(change.code()).orElseThrow());
            history.set("releases", quarters(changes.carrying(change.code())));
            node.set("history", history);
        }
        return json;
    }

    private static ObjectNode release(Release release) {
        Quarter quarter = release.quarter();
        return AnswerJson.MAPPER.createObjectNode().put("quarter", quarter.toString()).put("name", release.name())
                .put("start", quarter.effectiveDate().toString()).put("end", quarter.lastDay().toString());
    }

    private static ArrayNode quarters(List<Release> releases) {
        ArrayNode json = AnswerJson.MAPPER.createArrayNode();
        releases.forEach(release -> json.add(release.quarter().toString()));
        return json;
    }

    private static ArrayNode fields(List<FieldChange> changed) {
        ArrayNode json = AnswerJson.MAPPER.createArrayNode();
        for (FieldChange change : changed) {
            WordChanges words = WordChanges.between(change.before(), change.after());
            ObjectNode node = json.addObject().put("field", change.field().key());
            node.set("old", AnswerJson.MAPPER.valueToTree(words.before()));
            node.set("new", AnswerJson.MAPPER.valueToTree(words.after()));
        }
        return json;
    }

    /** The fields that are not blank. */
    private ObjectNode record(HcpcsRecord record) {
        explain(record);
        ObjectNode json = AnswerJson.MAPPER.createObjectNode();
        for (RecordField field : RecordField.values()) {
            if (!field.values(record).isEmpty()) {
                json.put(field.key(), field.text(record));
            }
        }
        return json;
    }

    private ObjectNode history(CodeHistory history) {
        ObjectNode json = AnswerJson.MAPPER.createObjectNode();
        json.set("periods", AnswerJson.periods(history));
        ArrayNode versions = json.putArray("versions");
        Version before = null;
        for (Version version : history.versions()) {
            explain(version.record());
            ObjectNode node = versions.addObject().put("life", version.life()).put("start", version.start().toString())
                    .put("confirmedFrom", version.confirmedFrom().toString())
                    .put("confirmedTo", version.lastSeen().quarter().lastDay().toString())
                    .put("basis", version.basis().name())
                    .put("longDescription", version.record().longDescription());
            node.set("releases", quarters(version.releases()));
            boolean follows = before != null && before.life() == version.life();
            node.set("fields", fields(follows ? FieldChange.ofContentBetween(before.record(), version.record()) : List.of()));
            before = version;
        }
        return json;
    }

    /** Keeps the labels of a record's codes: each stands in the page once. */
    private void explain(HcpcsRecord record) {
        for (RecordField field : RecordField.values()) {
            for (Object value : field.values(record)) {
                if (value instanceof CodedValue coded) {
                    coded.label().ifPresent(
                            label -> fields.withObject("/" + field.key() + "/labels").put(coded.code(), label));
                }
            }
        }
    }
}
