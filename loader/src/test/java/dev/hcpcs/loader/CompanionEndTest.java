package dev.hcpcs.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hcpcs.lookup.Companions;
import dev.hcpcs.lookup.HcpcsCode;
import dev.hcpcs.lookup.HcpcsRecord;
import dev.hcpcs.lookup.ProcessingNotes;
import dev.hcpcs.lookup.Quarter;
import dev.hcpcs.lookup.Release;
import dev.hcpcs.lookup.ReleaseContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompanionEndTest {

    private static final String HEADER = "  HCPCS  LONG DESCRIPTION  ADD DATE\n";
    private static final String WARNING = "NOC_codes_JAN2026.txt: ends with A0999, and 2026-JAN (HCPC2026_JAN_ANWEB.txt) describes"
            + " as not otherwise classified or the like: J3490; the file may be cut short; get it anew";

    @TempDir
    private Path folder;

    @Test
    void listThatEndsBeforeACodeSoDescribedIsWarnedOf() throws IOException {
        Path release = Samples.text("HCPC2026_JAN_ANWEB");
        Path list = Files.writeString(folder.resolve("NOC_codes_JAN2026.txt"), HEADER + "  A0999  Unlisted service  19870101\n");

        assertThat(ReleaseLoader.lenient().load(release, list).diagnostics()).extracting(Diagnostic::toString)
                .containsExactly(WARNING);
        assertThatThrownBy(() -> ReleaseLoader.strict().load(release, list)).hasMessageContaining(WARNING);
        Files.writeString(list, "  J3490  Drugs, not otherwise classified  19860101\n", StandardOpenOption.APPEND);
        assertThat(ReleaseLoader.strict().load(release, list).diagnostics()).isEmpty();
    }

    @Test
    void notesThatEndBeforeOneThatARecordNames() {
        assertThat(CompanionEnd.early(List.of(release("2025-OCT", "0002")), notes("2026-JAN", "0001"))).singleElement()
                .extracting(CompanionEnd::problem).isEqualTo("ends with note 0001, and 2025-OCT (2025-OCT.txt) gives a later"
                        + " note: A0001; the file may be cut short");
        assertThat(CompanionEnd.early(List.of(release("2025-OCT", "0002")), notes("2026-JAN", "0002"))).isEmpty();
    }

    @Test
    void onlyTheNewestReleaseUpToTheFilesQuarterTells() {
        assertThat(CompanionEnd.early(List.of(release("2025-OCT", "0002"), release("2026-JAN", "0001"),
                release("2026-APR", "0002")), notes("2026-JAN", "0001"))).isEmpty();
    }

    private static ReleaseContent release(String quarter, String note) {
        return new ReleaseContent(new Release(Quarter.parse(quarter), quarter + ".txt", "0".repeat(64)),
                List.of(HcpcsRecord.builder(HcpcsCode.parse("A0001")).processingNote(note).build()));
    }

    private static Companions notes(String quarter, String last) {
        return new Companions(List.of(), List.of(new ProcessingNotes(new Release(Quarter.parse(quarter), "notes.txt",
                "0".repeat(64)), new TreeMap<>(Map.of(last, "SEE THE MANUAL.")))));
    }
}
