package dev.hcpcs.loader.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcpcs.lookup.HcpcsCode;
import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.HcpcsRecord;
import dev.hcpcs.lookup.Quarter;
import dev.hcpcs.lookup.Release;
import dev.hcpcs.lookup.ReleaseContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether a release that is exported for FHIR is taken for a whole one. */
class CodeSystemContentTest {

    @Test
    void fewCodesAreAFragment() throws IOException {
        assertThat(content(release("2023-JAN", 4_999))).isEqualTo("fragment");
        assertThat(content(release("2023-JAN", 5_000))).isEqualTo("complete");
    }

    @Test
    void muchFewerCodesThanInTheReleaseBeforeAreAFragment() throws IOException {
        ReleaseContent longAgo = release("2012-JAN", 9_000);
        ReleaseContent before = release("2023-JAN", 6_000);
        ReleaseContent after = release("2024-JAN", 9_000);

        assertThat(content(release("2023-APR", 5_399), after, longAgo, before)).isEqualTo("fragment");
        assertThat(content(release("2023-APR", 5_400), after, longAgo, before)).isEqualTo("complete");
    }

    private static String content(ReleaseContent exported, ReleaseContent... others) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<ReleaseContent> all = IntStream.rangeClosed(0, others.length)
                .mapToObj(i -> i < others.length ? others[i] : exported).toList();
        CodeSystemJson.write(exported, HcpcsIndex.of(all), out);
        JsonNode codeSystem = JsonMapper.shared().readTree(out.toByteArray());
        assertThat(codeSystem.has("count")).isEqualTo(codeSystem.get("content").asString().equals("complete"));
        return codeSystem.get("content").asString();
    }

    private static ReleaseContent release(String quarter, int codes) {
        return new ReleaseContent(new Release(Quarter.parse(quarter), quarter + ".txt", "0".repeat(64)),
                IntStream.range(0, codes).mapToObj(CodeSystemContentTest::record).toList());
    }

    private static HcpcsRecord record(int number) {
        return HcpcsRecord.builder(HcpcsCode.parse(String.format("A%04d", number))).longDescription("Supply " + number).build();
    }
}
