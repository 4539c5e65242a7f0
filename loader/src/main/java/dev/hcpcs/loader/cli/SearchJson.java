package dev.hcpcs.loader.cli;

import dev.hcpcs.lookup.Answer;
import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.HcpcsRecord;
import dev.hcpcs.lookup.Version;
import dev.hcpcs.lookup.search.DescriptionSearch;
import dev.hcpcs.lookup.search.Found;
import java.time.LocalDate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a search found as programs read it: {@code total} counts all, {@code found} has the best in order, perhaps none. */
final class SearchJson {

    private SearchJson() {
    }

    static String on(Found<Answer> found, String words, LocalDate date, DescriptionSearch search) {
        ObjectNode json = AnswerJson.MAPPER.createObjectNode().put("words", words).put("date", date.toString())
                .put("total", found.total());
        ArrayNode hits = json.putArray("found");
        for (Answer answer : found.first()) {
            ObjectNode hit = AnswerJson.answer(answer);
            hit.set("version", AnswerJson.version(answer.version()));
            hits.add(describe(hit, answer.record(), words, search));
        }
        return AnswerJson.text(json) + "\n";
    }

    /** {@code lastDay} is left out where the version applies still; see {@link dev.hcpcs.lookup.CodeHistory#lastDay}. */
    static String ever(Found<Version> found, String words, HcpcsIndex index, DescriptionSearch search) {
        ObjectNode json = AnswerJson.MAPPER.createObjectNode().put("words", words).put("total", found.total());
        ArrayNode hits = json.putArray("found");
        for (Version version : found.first()) {
            HcpcsRecord record = version.record();
            ObjectNode hit = hits.addObject().put("code", record.code().value());
            index.history(record.code()).lastDay(version).ifPresent(last -> hit.put("lastDay", last.toString()));
            hit.set("version", AnswerJson.version(version));
            describe(hit, record, words, search);
        }
        return AnswerJson.text(json) + "\n";
    }

    private static ObjectNode describe(ObjectNode hit, HcpcsRecord record, String words, DescriptionSearch search) {
        hit.put("shortDescription", record.shortDescription()).put("longDescription", record.longDescription());
        search.matched(words, record).forEach(hit.putArray("foundBy")::add);
        return hit;
    }
}
