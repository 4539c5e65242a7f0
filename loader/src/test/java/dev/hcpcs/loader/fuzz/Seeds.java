package dev.hcpcs.loader.fuzz;

import dev.hcpcs.loader.ReleaseLoader;
import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.ReleaseContent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** What fuzzing starts from: the bundled samples, in every format, and small companions. */
final class Seeds {

    static final String SHEET = "xl/worksheets/sheet1.xml";
    static final String STRINGS = "xl/sharedStrings.xml";
    /** The stream of an {@code .xls} that has its records. */
    static final String XLS_STREAM = "Workbook";

    private static final List<String> SAMPLES =
            List.of("HCPC2012_ANWEB", "HCPC2020_OCT_ANWEB", "HCPC2023_JAN_ANWEB", "HCPC2026_JAN_ANWEB");

    static final byte[] LIST = """
            NOC CODES - HCPCS 2026

              HCPCS  LONG DESCRIPTION                                            ADD DATE  TERM DATE

              A0001  Ambulance ride, not otherwise classified                    19990101
              A0002  Ambulance supply, miscellaneous                             20010101  20101231
              J0003  Drug whose description is cut where the date begins, not oth19990401
              L0005* Without a date
            """.getBytes(StandardCharsets.US_ASCII);
    static final byte[] LIST_CSV = """
            NOC CODES,,
            HCPCS,LONG DESCRIPTION,ADD DATE
            A0001,"Ambulance ride, not otherwise classified",1/1/1999
            J3490,Unclassified drugs,19990101
            """.getBytes(StandardCharsets.US_ASCII);
    static final byte[] NOTES = """
                                                    PROCESSING NOTES

                      0001--THIS NOTE STANDS ON ONE LINE.                                  *
                                                                                           *
                      0002--THIS ONE  IS CONTINUED                                         *
                            WITH DASHES -- AND 2003-2004.                                  *
            \t  0003--NO STAR HERE,\t\t\t
            """.getBytes(StandardCharsets.US_ASCII);
    static final byte[] REPORT = """
            HCPCS/MOD      TYPE OF CHANGE             SHORT DESCRIPTION
               JZ          ADD                        No drug discarded
            Q4257          Long Description Change    Release, per sq cm
            G0504          Discontinued               Psychiatric care
            """.getBytes(StandardCharsets.US_ASCII);
    static final byte[] CORRECTIONS = """
              CODE   ACTION  EFF DATE        SHORT DESC                LONG DESC          TOBETOCOPRICXREF COD
             Q4257  Change Co01/01/2019                                                         C  39
             Q4258  ADD CODE 01/01/201Release, per sq cm        Release, per square centime9,O1E D  53
            """.getBytes(StandardCharsets.US_ASCII);
    static final byte[] CORRECTIONS_CSV = """
            CODE,ACTION,EFF DATE,SHORT DESC,LONG DESC,TOS,BETOS,COV,PRICE,XREF CODE,ASC IND,ASC DATE,COMMENTS
            Q4257,Change Cov to C and Price to 39,01/01/2019,,,,,C,39,,,,
            Q4258,ADD CODE,01/01/2019,Release,Release,"9,F",O1E,D,53,,YY,01/01/2019,
            """.getBytes(StandardCharsets.US_ASCII);

    private Seeds() {
    }

    static List<byte[]> texts() {
        return SAMPLES.stream().map(name -> sample(name + ".txt")).toList();
    }

    static List<byte[]> workbooks() {
        return SAMPLES.stream().map(name -> sample(name + ".xlsx")).toList();
    }

    /** Workbooks of the older format, with the rows of the newer ones. */
    static List<byte[]> oldWorkbooks() {
        return workbooks().stream().map(workbook -> {
            try (HSSFWorkbook old = new HSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
                Sheet sheet = old.createSheet("A");
                List<List<String>> rows = rows(workbook);
                for (int row = 0; row < rows.size(); row++) {
                    Row to = sheet.createRow(row);
                    for (int column = 0; column < rows.get(row).size(); column++) {
                        put(to.createCell(column), rows.get(row).get(column));
                    }
                }
                old.write(out);
                return out.toByteArray();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }).toList();
    }

    /** The same as CSV. */
    static List<byte[]> csvs() {
        return workbooks().stream().map(workbook -> {
            StringBuilder csv = new StringBuilder();
            try (CSVPrinter printer = CSVFormat.EXCEL.print(csv)) {
                printer.printRecords(rows(workbook));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return csv.toString().getBytes(StandardCharsets.UTF_8);
        }).toList();
    }

    /** The stream of records within each of the older workbooks. */
    static List<byte[]> streamsOfOldWorkbooks() {
        return oldWorkbooks().stream().map(workbook -> {
            try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(workbook));
                    InputStream stream = files.createDocumentInputStream(XLS_STREAM)) {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }).toList();
    }

    /** One part of each of the workbooks. */
    static List<byte[]> parts(String name) {
        return workbooks().stream().map(workbook -> unzipped(workbook).get(name)).toList();
    }

    /** Snapshots of one release and of all. */
    static List<byte[]> snapshots() {
        return Stream.of(SAMPLES.subList(0, 1), SAMPLES).map(names -> {
            try {
                List<ReleaseContent> releases = new ArrayList<>();
                for (String name : names) {
                    releases.addAll(ReleaseLoader.strict()
                            .load(name + ".txt", new ByteArrayInputStream(sample(name + ".txt"))).releases());
                }
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                HcpcsIndex.of(releases).write(out);
                return out.toByteArray();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }).toList();
    }

    /** A workbook of the older format whose records are those of a stream. */
    static byte[] oldWorkbook(byte[] stream) {
        try (POIFSFileSystem files = new POIFSFileSystem(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            files.createDocument(new ByteArrayInputStream(stream), XLS_STREAM);
            files.writeFilesystem(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] zipped(Map<String, byte[]> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static Map<String, byte[]> unzipped(byte[] bytes) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static List<List<String>> rows(byte[] workbook) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (XSSFWorkbook sheets = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            for (Row row : sheets.getSheetAt(0)) {
                List<String> cells = new ArrayList<>();
                for (int column = 0; column < row.getLastCellNum(); column++) {
                    Cell cell = row.getCell(column);
                    cells.add(cell == null ? "" : cell.toString());
                }
                rows.add(cells);
            }
        }
        return rows;
    }

    private static void put(Cell cell, String text) {
        if (text.matches("(19|20)\\d{6}")) {
            cell.setCellValue(Integer.parseInt(text));
        } else if (!text.isEmpty()) {
            cell.setCellValue(text);
        }
    }

    private static byte[] sample(String name) {
        try (InputStream in = Seeds.class.getResourceAsStream("/dev/hcpcs/samples/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
