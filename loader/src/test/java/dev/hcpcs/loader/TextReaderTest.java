package dev.hcpcs.loader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcpcs.lookup.HcpcsCode;
import dev.hcpcs.lookup.HcpcsRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a line may be, to the character. */
class TextReaderTest {

    private static final String WHOLE = line("A9900001003", "A thing", "Thing", "1999090920110101        N");
    private static final String CONTINUED = line("A9901001003", "A thing of which there is more to say", "Thing",
            "2010010120110101        N");
    private static final String CONTINUATION = "A990100200" + "4" + "x".repeat(80);

    @TempDir
    private Path folder;

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

    private ReadFile read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("HCPC2020_JAN_ANWEB.txt"), text, StandardCharsets.ISO_8859_1);
        return ReleaseLoader.lenient().read(List.of(file)).releases().get(0).file();
    }

    /** Nothing, or a warning, or an error and no record of the code; no code is named where the record keeps its other lines. */
    private static void assertTold(String told, String code, ReadFile file) {
        if (told == null) {
            assertThat(file.diagnostics()).isEmpty();
            return;
        }
        Diagnostic first = file.diagnostics().get(0);
        assertThat(first.severity() + " " + first).startsWith(told.replaceFirst(" line ", " HCPC2020_JAN_ANWEB.txt line "));
        if (told.startsWith("ERROR")) {
            assertThat(file.records()).extracting(record -> record.code().value()).doesNotContain(code);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "nothing", value = {
        "320 | nothing",
        "293 | nothing",
        "292 | WARNING line 1: A9900: has 292 characters where a record has at least 293",
        "276 | WARNING line 1: A9900: has 276 characters where a record has at least 293",
        "275 | ERROR line 1: A9900: is cut off after 275 characters, before its dates"})
    void aLineReachesToItsDates(int length, String told) throws IOException {
        assertTold(told, "A9900", read(WHOLE.substring(0, length) + "\n" + WHOLE.replace("A9900", "A9902") + "\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "nothing", value = {
        "293 | WARNING line 1: A9900: is the last line and has no line end",
        "292 | ERROR line 1: A9900: is cut off after 292 characters: the file ends in the middle of a record"})
    void aFileEndsBehindARecord(int length, String told) throws IOException {
        assertTold(told, "A9900", read(WHOLE.substring(0, length)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "nothing", value = {
        "91 | WARNING line 2: A9901: is the last line and has no line end",
        "90 | ERROR line 2: A9901: is cut off after 90 characters: the file ends in the middle of a record"})
    void aFileEndsBehindAContinuation(int length, String told) throws IOException {
        assertTold(told, "", read(CONTINUED + "\n" + CONTINUATION.substring(0, length)));
    }

    @Test
    void fieldsStandInTheirColumnsAndPiecesOfADescriptionFollowOneAnother() throws IOException {
        ReadFile file = read(WHOLE + "\n" + CONTINUED + "\n" + CONTINUATION + "\n");

        assertThat(file.diagnostics()).isEmpty();
        HcpcsRecord whole = file.records().get(0);
        assertThat(whole.longDescription()).isEqualTo("A thing");
        assertThat(whole.shortDescription()).isEqualTo("Thing");
        assertThat(whole.addedDate()).contains(LocalDate.of(1999, 9, 9));
        assertThat(whole.actionEffectiveDate()).contains(LocalDate.of(2011, 1, 1));
        assertThat(whole.terminationDate()).isEmpty();
        assertThat(file.records().get(1).longDescription())
                .isEqualTo("A thing of which there is more to say " + "x".repeat(80));
    }

    @Test
    void emptyLinesMayStandBeforeTheFirstRecord() throws IOException {
        ReadFile file = read("\n\r\n" + WHOLE + "\r\n");

        assertThat(file.diagnostics()).isEmpty();
        assertThat(file.place(HcpcsCode.parse("A9900"))).isEqualTo("HCPC2020_JAN_ANWEB.txt line 3");
    }

    @Test
    void nothingStandsBehindTheLastColumn() throws IOException {
        assertTold(null, "A9900", read(WHOLE + "    \n"));
        assertTold("ERROR line 1: A9900: has 321 characters where a record has at most 320", "A9900", read(WHOLE + "x\n"));
    }

    @Test
    void fortyCharactersShowALine() throws IOException {
        String forty = "x".repeat(40);
        assertTold("ERROR line 2: is no HCPCS record: '" + forty + "' has no code", "", read(WHOLE + "\n" + forty + "\n"));
        assertTold("ERROR line 2: is no HCPCS record: '" + forty + "...' has no code", "",
                read(WHOLE + "\n" + forty + "x\n"));
    }

    @Test
    void aDateThatCannotBeUnderstoodIsToldOfEveryRecord() throws IOException {
        String faulty = WHOLE.replace("19990909", "19990931");
        ReadFile file = read(faulty + "\n" + faulty.replace("A9900", "A9902") + "\n" + WHOLE.replace("A9900", "A9903") + "\n");

        assertThat(file.diagnostics()).extracting(Diagnostic::code).containsExactly("A9900", "A9902");
        assertThat(file.records()).extracting(HcpcsRecord::addedDate)
                .containsExactly(Optional.empty(), Optional.empty(), Optional.of(LocalDate.of(1999, 9, 9)));
    }

    @ParameterizedTest
    @CsvSource({"276, false", "284, true", "292, true"})
    void aFieldBehindTheEndOfALineIsBlankWhateverTheRecordBeforeHas(int length, boolean dated) throws IOException {
        HcpcsRecord second = read(WHOLE + "\n" + WHOLE.replace("A9900", "A9902").substring(0, length) + "\n").records().get(1);

        assertThat(second.actionEffectiveDate().isPresent()).isEqualTo(dated);
        assertThat(second.action()).isEmpty();
    }

    /** Each is one byte in Windows-1252. */
    @Test
    void quotesAndOtherSignsAreThoseOfWindows() throws IOException {
        String signs = line("A9900001003", "A \u0093thing\u0094 for 1 \u0080", "Thing\u0092s", "1999090920110101        N");
        HcpcsRecord record = read(signs + "\n").records().get(0);

        assertThat(record.longDescription()).isEqualTo("A \u201cthing\u201d for 1 \u20ac");
        assertThat(record.shortDescription()).isEqualTo("Thing\u2019s");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"A990200100", "A99020010", "?????xxxxx3 Thing"})
    void aLineWithoutCodeOrNumberOrIdentificationIsNoRecord(String line) throws IOException {
        assertTold("ERROR line 2: is no HCPCS record: '" + line + "' has no code, sequence number and record identification",
                "A9902", read(WHOLE + "\n" + line));
    }

    /** A blank in the last column is lost by trimming, and a piece that is blank altogether is a blank too. */
    @ParameterizedTest
    @CsvSource({"80, '', 0", "79, ' ', 0", "80, ' ', 1"})
    void piecesJoinAsTheyStandInTheirColumns(int length, String between, int blankPieces) throws IOException {
        StringBuilder text = new StringBuilder(line("A9901001003", "y".repeat(length), "Thing", "2010010120110101        N"));
        for (int piece = 0; piece <= blankPieces; piece++) {
            text.append("\nA990100").append(2 + piece).append("004").append(piece < blankPieces ? "" : "z");
        }

        assertThat(read(text + "\n").records().get(0).longDescription()).isEqualTo("y".repeat(length) + between + "z");
    }
}
