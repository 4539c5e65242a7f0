package dev.hcpcs.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a line may be, to the character. */
class TextReaderTest {

    private static final String WHOLE = line("A9900001003", "A thing", "Thing", "2010010120110101        N");
    private static final String CONTINUED = line("A9901001003", "A thing of which there is more to say", "Thing",
            "2010010120110101        N");
    private static final String CONTINUATION = "A990100200" + "4" + "x".repeat(80);

    private static String line(String beginning, String longDescription, String shortDescription, String dates) {
        StringBuilder line = new StringBuilder(" ".repeat(320));
        line.replace(0, beginning.length(), beginning);
        line.replace(Field.LONG_DESCRIPTION.begin(0) - 1, Field.LONG_DESCRIPTION.begin(0) - 1 + longDescription.length(),
                longDescription);
        line.replace(Field.SHORT_DESCRIPTION.begin(0) - 1, Field.SHORT_DESCRIPTION.begin(0) - 1 + shortDescription.length(),
                shortDescription);
        line.replace(Field.ADDED_DATE.begin(0) - 1, Field.ADDED_DATE.begin(0) - 1 + dates.length(), dates);
        return line.toString();
    }

    private static List<String> read(String text) {
        SourceFile file = new SourceFile("a.txt", "", "a.txt", text.getBytes(StandardCharsets.ISO_8859_1), ReadLimits.defaults());
        Diagnostics diagnostics = new Diagnostics(file);
        RecordAssembler assembler = new RecordAssembler(diagnostics);
        TextReader.read(file, assembler, diagnostics);
        assembler.finish();
        return diagnostics.all().stream().map(diagnostic -> diagnostic.severity() + " " + diagnostic).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "nothing", value = {
        "320 | nothing",
        "293 | nothing",
        "292 | WARNING a.txt line 1: A9900: has 292 characters where a record has at least 293",
        "276 | WARNING a.txt line 1: A9900: has 276 characters where a record has at least 293",
        "275 | ERROR a.txt line 1: A9900: is cut off after 275 characters, before its dates"})
    void aLineReachesToItsDates(int length, String beginning) {
        assertBegins(beginning, read(WHOLE.substring(0, length) + "\n" + WHOLE.replace("A9900", "A9902")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "nothing", value = {
        "293 | nothing",
        "292 | ERROR a.txt line 1: A9900: is cut off after 292 characters: the file ends in the middle of a record"})
    void aFileEndsBehindARecord(int length, String beginning) {
        assertBegins(beginning, read(WHOLE.substring(0, length)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "nothing", value = {
        "91 | nothing",
        "90 | ERROR a.txt line 2: A9901: is cut off after 90 characters: the file ends in the middle of a record"})
    void aFileEndsBehindAContinuation(int length, String beginning) {
        assertBegins(beginning, read(CONTINUED + "\n" + CONTINUATION.substring(0, length)));
    }

    @Test
    void nothingStandsBehindTheLastColumn() {
        assertThat(read(WHOLE + "    \n")).isEmpty();
        assertBegins("ERROR a.txt line 1: A9900: has 321 characters where a record has at most 320", read(WHOLE + "x\n"));
    }

    @Test
    void fortyCharactersShowALine() {
        String forty = "x".repeat(40);
        assertBegins("ERROR a.txt line 2: is no HCPCS record: '" + forty + "' has no code", read(WHOLE + "\n" + forty + "\n"));
        assertBegins("ERROR a.txt line 2: is no HCPCS record: '" + forty + "...' has no code",
                read(WHOLE + "\n" + forty + "x\n"));
    }

    private static void assertBegins(String beginning, List<String> told) {
        if (beginning == null) {
            assertThat(told).isEmpty();
        } else {
            assertThat(told).isNotEmpty();
            assertThat(told.get(0)).startsWith(beginning);
        }
    }
}
