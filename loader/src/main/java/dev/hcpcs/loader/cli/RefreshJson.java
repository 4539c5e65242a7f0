package dev.hcpcs.loader.cli;

import dev.hcpcs.loader.publish.RaisedDoubt;
import dev.hcpcs.loader.publish.RefreshOutcome;
import dev.hcpcs.lookup.Release;
import dev.hcpcs.lookup.ReleaseContent;
import java.nio.file.Path;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What came of a refresh, as programs read it. Lists are always there. */
final class RefreshJson {

    private RefreshJson() {
    }

    static String write(RefreshOutcome outcome, Path snapshot) {
        ObjectNode json = AnswerJson.MAPPER.createObjectNode().put("result", outcome.result().name())
                .put("snapshot", snapshot.toString());
        ArrayNode added = json.putArray("added");
        outcome.added().forEach(content -> added.add(added(outcome, content)));
        ArrayNode companions = json.putArray("companions");
        outcome.companions().forEach(file -> companions.add(AnswerJson.release(file)));
        ArrayNode unchanged = json.putArray("unchanged");
        outcome.unchanged().forEach(release -> unchanged.add(AnswerJson.release(release)));
        ArrayNode doubts = json.putArray("doubts");
        for (RaisedDoubt raised : outcome.doubts()) {
            doubts.addObject().put("doubt", raised.doubt().key()).put("accepted", !outcome.refusals().contains(raised))
                    .put("message", raised.message()).set("release", AnswerJson.release(raised.release()));
        }
        return AnswerJson.text(json) + "\n";
    }

    /** Without {@code changes} where no release is before it. */
    private static ObjectNode added(RefreshOutcome outcome, ReleaseContent content) {
        Release release = content.release();
        ObjectNode json = AnswerJson.release(release).put("records", content.records().size());
        outcome.changes().stream().filter(changes -> changes.to().equals(release)).forEach(changes -> json.putObject("changes")
                .put("since", changes.from().quarter().toString()).set("counts", DiffJson.counts(changes.counts())));
        return json;
    }
}
