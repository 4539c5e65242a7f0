package dev.hcpcs.loader.cli;

import dev.hcpcs.loader.publish.EarlierSnapshot;
import dev.hcpcs.loader.publish.SnapshotReleases;
import dev.hcpcs.loader.publish.SnapshotStore;
import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.Quarter;
import dev.hcpcs.lookup.Release;
import dev.hcpcs.lookup.ReleaseContent;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a snapshot was made from, as programs read it. Lists are always there. */
final class ReleasesJson {

    private ReleasesJson() {
    }

    /** @param store empty where the releases are not those of a published snapshot: {@code earlier} is left out then */
    static String write(HcpcsIndex index, LocalDate day, Optional<SnapshotStore> store) throws IOException {
        ObjectNode json = AnswerJson.MAPPER.createObjectNode();
        ArrayNode releases = json.putArray("releases");
        for (ReleaseContent content : index.contents()) {
            releases.add(AnswerJson.release(content.release()).put("records", content.records().size()));
        }
        ArrayNode companions = json.putArray("companions");
        for (Release file : index.companions().files()) {
            companions.add(AnswerJson.release(file));
        }
        json.put("codes", index.codes().size()).put("newest", SnapshotReleases.newest(index).toString())
                .put("on", day.toString()).put("ageInDays", SnapshotReleases.ageInDays(index, day));
        putQuarters(json, "due", SnapshotReleases.due(index, day));
        putQuarters(json, "missing", SnapshotReleases.missing(index));
        if (store.isPresent()) {
            ArrayNode earlier = json.putArray("earlier");
            for (EarlierSnapshot each : store.get().earlier()) {
                earlier.addObject().put("name", each.name()).put("until", each.until().toString())
                        .put("newest", each.newest().toString());
            }
            store.get().pinnedSince().ifPresent(since -> json.put("pinnedSince", since.toString()));
        }
        return AnswerJson.text(json) + "\n";
    }

    private static void putQuarters(ObjectNode json, String name, List<Quarter> quarters) {
        ArrayNode array = json.putArray(name);
        quarters.forEach(quarter -> array.add(quarter.toString()));
    }
}
