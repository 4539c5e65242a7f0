package dev.hcpcs.loader.cli;

import dev.hcpcs.lookup.CodeEvent;
import java.io.PrintWriter;
import java.util.Iterator;
import java.util.stream.Stream;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An array with an object for each code, as {@code status} writes one; an event has {@code event} and {@code changed} too. */
final class ListJson {

    private ListJson() {
    }

    static long write(Stream<ListedCode> codes, PrintWriter out) {
        long written = 0;
        try (SequenceWriter json = AnswerJson.MAPPER.writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .writeValuesAsArray(out)) {
            Iterator<ListedCode> all = codes.iterator();
            while (all.hasNext()) {
                json.write(json(all.next()));
                written++;
            }
        }
        out.print(System.lineSeparator());
        return written;
    }

    private static ObjectNode json(ListedCode listed) {
        ObjectNode json = AnswerJson.summary(listed.answer());
        if (listed.event().isPresent()) {
            CodeEvent event = listed.event().get();
            json.put("event", event.kind().name());
            if (event.kind() == CodeEvent.Kind.CHANGED) {
                ArrayNode changed = json.putArray("changed");
                event.changedFields().forEach(field -> changed.add(field.key()));
            }
        }
        return json;
    }
}
