package dev.hcpcs.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks that somebody made to do harm, and CSV exports and texts alike: each is refused with a word, in little memory. */
@Timeout(120)
class HostileWorkbookTest {

    /** Enough for what is honest, and for hardly more. */
    private static final int MEGABYTES = 96;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("HCPC2026_JAN_ANWEB.xlsx");
    }

    @Test
    @Tag(SmallProcess.TAG)
    void anHonestOneIsReadToItsEnd() throws Exception {
        assertThat(refusal(new HostileWorkbook())).contains("its first row is 'HCPC'");
    }

    @Test
    @Tag(SmallProcess.TAG)
    void aSheetThatIsABomb() throws Exception {
        assertThat(refusal(new HostileWorkbook().rows(" ".repeat(40 << 20)))).contains(
                "the workbook!xl/worksheets/sheet1.xml has more than 100 bytes for each compressed one",
                "-Dhcpcs.limit.compression-ratio=200");
    }

    @Test
    void partsOfTooManyBytesTogether() throws IOException {
        new HostileWorkbook().strings("<si><t>HCPC</t></si><!--" + noise(3 << 20) + "-->")
                .rows("<!--" + noise(3 << 20) + "-->").write(file);
        ReadLimits limits = ReadLimits.defaults().with(ReadLimit.FILE_BYTES, 5 << 20);

        assertRefused(limits, "the workbook has more than 5,242,880 bytes", "-Dhcpcs.limit.file-bytes=10485760");
    }

    @ParameterizedTest
    @Tag(SmallProcess.TAG)
    @ValueSource(strings = {HostileWorkbook.CONTENT_TYPES, HostileWorkbook.RELATIONS, HostileWorkbook.WORKBOOK,
            HostileWorkbook.WORKBOOK_RELATIONS, HostileWorkbook.STYLES})
    void aDescriptionOfTooManyBytes(String part) throws Exception {
        assertThat(refusal(new HostileWorkbook().with(part, "", "<!--" + noise(5 << 20) + "-->")))
                .contains("the workbook has more than 4,194,304 bytes", "-Dhcpcs.limit.workbook-description-bytes=8388608");
    }

    /** Of parts that nothing else reads, too. */
    @ParameterizedTest
    @ValueSource(strings = {HostileWorkbook.SHEET, "customXml/item1.xml"})
    void tooManyBytesBeforeARootElement(String part) throws Exception {
        assertThat(refusal(new HostileWorkbook().with(part, "<!--" + noise(5 << 20) + "-->", "")))
                .contains("the workbook has more than 4,194,304 bytes");
        assertThat(refusal(new HostileWorkbook().with(part, " ".repeat(40 << 20), "")))
                .contains("the workbook!" + part + " has more than 100 bytes for each compressed one");
    }

    @ParameterizedTest
    @Tag(SmallProcess.TAG)
    @ValueSource(strings = {HostileWorkbook.CONTENT_TYPES, HostileWorkbook.RELATIONS, HostileWorkbook.WORKBOOK,
            HostileWorkbook.WORKBOOK_RELATIONS, HostileWorkbook.STYLES, HostileWorkbook.STRINGS, HostileWorkbook.SHEET})
    void aBillionLaughs(String part) throws Exception {
        String entities = "<!ENTITY a0 \"ha\">" + IntStream.range(1, 30)
                .mapToObj(i -> "<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1)).collect(Collectors.joining());

        assertThat(refusal(new HostileWorkbook().with(part, "<!DOCTYPE x [" + entities + "]>", "&a29;")))
                .contains("has a document type, which no workbook of Excel's has");
    }

    @ParameterizedTest
    @ValueSource(strings = {HostileWorkbook.CONTENT_TYPES, HostileWorkbook.RELATIONS, HostileWorkbook.WORKBOOK,
            HostileWorkbook.WORKBOOK_RELATIONS, HostileWorkbook.STYLES, HostileWorkbook.STRINGS, HostileWorkbook.SHEET})
    void anExternalEntity(String part) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "the secret");

        String entity = "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>";
        new HostileWorkbook().with(part, entity, "&e;").write(file);

        assertRefused(ReadLimits.defaults(), "has a document type, which no workbook of Excel's has")
                .doesNotContain("the secret");
    }

    @Test
    @Tag(SmallProcess.TAG)
    void aSheetThatLiesElsewhere() throws Exception {
        assertThat(refusal(new HostileWorkbook().replace(HostileWorkbook.WORKBOOK_RELATIONS, "Target=\"worksheets/sheet1.xml\"",
                "TargetMode=\"External\" Target=\"file:///etc/passwd\""))).contains("cannot be read as a workbook");
    }

    @ParameterizedTest
    @Tag(SmallProcess.TAG)
    @ValueSource(strings = {"XFE1", "ZZZZZZ1", "ZZZZZZZZZZZZ1"})
    void aCellFarOff(String reference) throws Exception {
        assertThat(refusal(new HostileWorkbook().rows("<row r=\"1\"><c r=\"" + reference + "\"><v>1</v></c></row>")))
                .contains("the sheet has more than 16,384 columns");
    }

    @Test
    @Tag(SmallProcess.TAG)
    void aMillionColumns() throws Exception {
        assertThat(refusal(new HostileWorkbook().rows("<row r=\"1\">" + "<c><v>1</v></c>".repeat(1_000_000) + "</row>")))
                .contains("the sheet has more than 16,384 columns", "-Dhcpcs.limit.sheet-columns=32768");
        file = Files.writeString(folder.resolve("HCPC2026_JAN_ANWEB.csv"), "HCPC" + ",".repeat(1_000_000));
        assertThat(SmallProcess.refusal(MEGABYTES, file)).contains("the sheet has more than 16,384 columns");
        Files.writeString(file, ",".repeat(60 << 20));
        assertThat(SmallProcess.refusal(320, file)).contains("a row has more than 1,048,576 characters",
                "-Dhcpcs.limit.row-characters=2097152");
    }

    @Test
    @Tag(SmallProcess.TAG)
    void rowsAndCellsOutOfOrder() throws Exception {
        assertThat(refusal(new HostileWorkbook().rows("<row r=\"2\"/><row r=\"1\"/>"))).contains("row 1 follows row 2");
        assertThat(refusal(new HostileWorkbook().rows("<row r=\"2\"/><row r=\"2\"/>"))).contains("row 2 follows row 2");
        assertThat(refusal(new HostileWorkbook().rows("<row r=\"99999999999\"/>"))).contains("cannot be read as a workbook");
        assertThat(refusal(new HostileWorkbook()
                .rows("<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row>")))
                .contains("a row has column 2 twice");
    }

    @ParameterizedTest
    @CsvSource({"1, Cannot get item at 1", "-1, out of bounds", "99999999999, cell A1 in row 1 has no shared string",
            "one, cell A1 in row 1 has no shared string", "'', cell A1 in row 1 has no shared string"})
    void aSharedStringThatIsNotThere(String index, String word) throws IOException {
        new HostileWorkbook().rows("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>" + index + "</v></c></row>").write(file);

        assertRefused(ReadLimits.defaults(), "cannot be read as a workbook", word);
    }

    @Test
    @Tag(SmallProcess.TAG)
    void tooManySharedStrings() throws Exception {
        assertThat(refusal(new HostileWorkbook().strings(IntStream.range(0, 1_000_001).mapToObj(i -> "<si><t>" + i + "</t></si>")
                .collect(Collectors.joining())))).contains("the workbook has more than 1,000,000 shared strings",
                "-Dhcpcs.limit.shared-strings=2000000");
    }

    @Test
    @Tag(SmallProcess.TAG)
    void aNumberOfSharedStringsThatIsALie() throws Exception {
        assertThat(refusal(new HostileWorkbook()
                .replace(HostileWorkbook.STRINGS, "<sst ", "<sst count=\"2147483647\" uniqueCount=\"2147483647\" ")))
                .contains("its first row is 'HCPC'");
    }

    @Test
    @Tag(SmallProcess.TAG)
    void aSharedStringOfTooManyCharacters() throws Exception {
        assertThat(refusal(new HostileWorkbook().strings("<si><t>" + "x".repeat(32_768) + "</t></si>")))
                .contains("a cell has more than 32,767 characters", "-Dhcpcs.limit.cell-characters=65534");
    }

    @Test
    @Tag(SmallProcess.TAG)
    void sharedStringsThatExplode() throws Exception {
        String rows = IntStream.range(1, 3_000).mapToObj(i -> "<row r=\"" + i + "\"><c t=\"s\"><v>0</v></c></row>")
                .collect(Collectors.joining());

        assertThat(refusal(new HostileWorkbook().strings("<si><t>" + "x".repeat(32_767) + "</t></si>").rows(rows)))
                .contains("the text of the cells has more than 67,108,864 bytes");
    }

    @Test
    void encryptedWorkbooks() throws Exception {
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("password");
            Path plain = new HostileWorkbook().write(folder.resolve("plain"));
            try (OutputStream out = encryptor.getDataStream(files)) {
                Files.copy(plain, out);
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                files.writeFilesystem(out);
            }
        }
        Path old = folder.resolve("HCPC2012_ANWEB.xls");
        Biff8EncryptionKey.setCurrentUserPassword("password");
        try (HSSFWorkbook workbook = new HSSFWorkbook(); OutputStream out = Files.newOutputStream(old)) {
            workbook.createSheet("A").createRow(0).createCell(0).setCellValue("HCPC");
            workbook.write(out);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        String word = ": is encrypted; open it with its password, and save it without one";

        assertRefused(ReadLimits.defaults(), word);
        file = old;
        assertRefused(ReadLimits.defaults(), word);
    }

    @Test
    @Tag(SmallProcess.TAG)
    void anOldWorkbookThatLiesAboutItsStrings() throws Exception {
        byte[] bytes = oldWorkbook();
        ByteBuffer records = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int strings = indexOf(bytes, new byte[] {1, 0, 0, 0, 1, 0, 0, 0, 4, 0, 0, 'H', 'C', 'P', 'C'});
        records.putInt(strings + 4, Integer.MAX_VALUE);
        file = Files.write(folder.resolve("HCPC2012_ANWEB.xls"), bytes);

        assertThat(SmallProcess.refusal(MEGABYTES, file))
                .contains("the workbook has more than 2,000,000 cells and shared strings", "-Dhcpcs.limit.xls-cells=4000000");
    }

    @Test
    void anOldWorkbookOfTooManyCells() throws IOException {
        file = Files.write(folder.resolve("HCPC2012_ANWEB.xls"), oldWorkbook());

        assertRefused(ReadLimits.defaults().with(ReadLimit.XLS_CELLS, 50), "the workbook has more than 50 cells");
    }

    @Test
    @Tag(SmallProcess.TAG)
    void aQuoteThatIsNeverClosed() throws Exception {
        file = Files.writeString(folder.resolve("HCPC2026_JAN_ANWEB.csv"), "HCPC,\"" + "x,\n".repeat(1 << 20));

        assertThat(SmallProcess.refusal(MEGABYTES, file)).contains("HCPC2026_JAN_ANWEB.csv: cannot be read as CSV: a row has more"
                + " than 1,048,576 characters");
    }

    @Test
    void aTextWithMoreFaultsThanLines() throws Exception {
        file = Files.writeString(folder.resolve("HCPC2026_JAN_ANWEB.txt"), "A0001\n".repeat(2 << 20));

        assertThatThrownBy(() -> ReleaseLoader.lenient().load(file)).isInstanceOfSatisfying(ReleaseException.class, refused ->
                assertThat(refused.diagnostics()).hasSize(10_001).last().asString()
                        .contains("has more than 10,000 diagnostics", "-Dhcpcs.limit.file-diagnostics=20000"));
    }

    /** Such as an export of which Excel has changed all dates, and none of which alone would be an error. */
    @Test
    void aRefusalForTooManyRemarksSaysOneOfThem() throws IOException {
        file = Path.of("src/test/resources/dev/hcpcs/loader/bad/short-line.txt");

        assertThatThrownBy(() -> ReleaseLoader.lenient().effective(LocalDate.of(2026, 1, 1))
                .limits(ReadLimits.defaults().with(ReadLimit.FILE_DIAGNOSTICS, 2)).load(file))
                .isInstanceOf(ReleaseException.class).message().startsWith("short-line.txt: has more than 2 diagnostics; if")
                .contains("; the first is: short-line.txt line ");
    }

    @ParameterizedTest
    @CsvSource({"HCPC2026_JAN_Trans.prn, HCPCS  CHANGE", "NOC_codes_JAN2026.txt, HCPCS LONG DESCRIPTION",
            "HCPC2026_JAN_Corrections.prn, CODE ACTION", "proc_notes_JAN2026.txt, 0001--NOTE"})
    void aLineOfTooManyCharacters(String name, String header) throws IOException {
        Path text = Files.writeString(folder.resolve(name), header + "\nA0001 " + "x".repeat(2_000) + "\n");

        assertThat(said(text)).contains("line 2: has more than 2,000 characters", "-Dhcpcs.limit.line-characters=4000");
    }

    /** A pattern that tries each blank with every other would take minutes. */
    @ParameterizedTest
    @CsvSource({"HCPC2026_JAN_Trans.prn, HCPCS  CHANGE", "NOC_codes_JAN2026.txt, HCPCS LONG DESCRIPTION",
            "HCPC2026_JAN_Corrections.prn, CODE ACTION", "proc_notes_JAN2026.txt, 0001--NOTE"})
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void linesOfBlanks(String name, String header) throws IOException {
        String line = "A0001" + " ".repeat(1_900) + "x\u0085\n";
        Path text = Files.writeString(folder.resolve(name), header + "\n" + line.repeat(5_000), StandardCharsets.ISO_8859_1);

        said(text);
    }

    @Test
    void aNoteOfTooManyCharacters() throws IOException {
        Path notes = Files.writeString(folder.resolve("proc_notes_JAN2026.txt"),
                "0001--NOTE\n" + "      IT GOES ON\n".repeat(1 << 20));

        assertThat(said(notes)).contains("note 0001 has more than 32,767 characters", "-Dhcpcs.limit.cell-characters=65534");
    }

    /** What is said of a companion. */
    private static String said(Path companion) throws IOException {
        try {
            ReleaseName name = new ReleaseName(companion.toString());
            if (name.isTransactionReport()) {
                return TransactionReport.read(companion).toString();
            }
            if (name.isCorrections()) {
                return CorrectionFiles.read(List.of(companion), Optional.empty()).toString();
            }
            return ReleaseLoader.lenient().load(Samples.text("HCPC2026_JAN_ANWEB"), companion).diagnostics().toString();
        } catch (ReleaseException e) {
            return e.getMessage();
        }
    }

    private String refusal(HostileWorkbook workbook) throws IOException, InterruptedException {
        return SmallProcess.refusal(MEGABYTES, workbook.write(file));
    }

    private AbstractStringAssert<?> assertRefused(ReadLimits limits, String... words) {
        return assertThatThrownBy(() -> ReleaseLoader.lenient().limits(limits).load(file))
                .isInstanceOf(ReleaseException.class).message().contains(words).startsWith(file.getFileName() + ": ");
    }

    private static byte[] oldWorkbook() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            workbook.createSheet("A").createRow(0).createCell(0).setCellValue("HCPC");
            workbook.write(bytes);
        }
        return bytes.toByteArray();
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(new String(part, StandardCharsets.ISO_8859_1));
    }

    /** Letters that cannot be compressed much. */
    private static String noise(int length) {
        return new Random(1).ints(length, 'A', 'Z' + 1).mapToObj(Character::toString).collect(Collectors.joining());
    }
}
