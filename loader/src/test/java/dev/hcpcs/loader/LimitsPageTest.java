package dev.hcpcs.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The page on limits has each of them, with the default that it has in the code. */
class LimitsPageTest {

    @Test
    void pageHasEveryLimitWithItsDefault() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("docs/limits.md")).stream().filter(line -> line.startsWith("| `"))
                .toList();

        assertThat(rows).extracting(row -> row.substring(0, row.indexOf('|', row.indexOf('|', 2) + 1) + 1))
                .containsExactlyElementsOf(Arrays.stream(ReadLimit.values()).map(limit -> String.format(Locale.ROOT,
                        "| `%s` | %,d |", limit.property().replace("hcpcs.limit.", ""), limit.safe())).toList());
    }

    @Test
    void everyDefaultIsFarBeyondTheLargestOfCms() throws IOException {
        for (String line : Files.readAllLines(Path.of("docs/limits.md"))) {
            if (line.startsWith("| `")) {
                String[] cells = line.replace(",", "").split("\\s*\\|\\s*");
                long limit = Long.parseLong(cells[2]);
                assertThat(limit).as(line).isGreaterThanOrEqualTo(4 * Long.parseLong(cells[3]));
            }
        }
    }
}
