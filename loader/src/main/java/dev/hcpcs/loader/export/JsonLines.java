package dev.hcpcs.loader.export;

import dev.hcpcs.lookup.Answer;
import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.HcpcsRecord;
import dev.hcpcs.lookup.ReleaseContent;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One JSON object a line, in UTF-8. How an answer and a record look is that of whoever shows them one by one. */
public final class JsonLines {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private JsonLines() {
    }

    /**
     * All releases: a line for each {@link Stretch}, in order of code and day. {@code validFrom} and {@code validThrough}
     * (inclusive) take the place of the answer's {@code date}; one that is open is left out.
     *
     * @param answer what is told of an answer, with a {@code code} and a {@code date}
     * @return how many lines there were
     * @throws IOException if the stream cannot be written
     */
    public static long writeHistory(HcpcsIndex index, Function<Answer, ObjectNode> answer, OutputStream out)
            throws IOException {
        return write(Stretch.all(index).map(stretch -> line(stretch, answer.apply(stretch.answer()))), out);
    }

    private static ObjectNode line(Stretch stretch, ObjectNode answer) {
        ObjectNode line = MAPPER.createObjectNode();
        line.set("code", answer.get("code"));
        stretch.from().ifPresent(day -> line.put("validFrom", day.toString()));
        stretch.through().ifPresent(day -> line.put("validThrough", day.toString()));
        answer.remove("date");
        line.setAll(answer);
        return line;
    }

    /**
     * One release: a line for each of its records, in order of code, with {@code code}, {@code release} and {@code record}.
     *
     * @param record what is told of a record
     * @return how many lines there were
     * @throws IOException if the stream cannot be written
     */
    public static long writeRelease(ReleaseContent release, Function<HcpcsRecord, ObjectNode> record, OutputStream out)
            throws IOException {
        String quarter = release.release().quarter().toString();
        return write(release.records().stream().map(each -> {
            ObjectNode line = MAPPER.createObjectNode().put("code", each.code().value()).put("release", quarter);
            line.set("record", record.apply(each));
            return line;
        }), out);
    }

    private static long write(Stream<ObjectNode> lines, OutputStream out) throws IOException {
        BufferedOutputStream buffer = new BufferedOutputStream(out);
        long count = 0;
        for (Iterator<ObjectNode> all = lines.iterator(); all.hasNext(); count++) {
            buffer.write(MAPPER.writeValueAsBytes(all.next()));
            buffer.write('\n');
        }
        buffer.flush();
        return count;
    }
}
