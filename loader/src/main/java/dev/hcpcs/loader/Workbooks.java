package dev.hcpcs.loader;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.record.FilePassRecord;
import org.apache.poi.hssf.record.MulBlankRecord;
import org.apache.poi.hssf.record.MulRKRecord;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** Reads the first sheet of a workbook, row by row. */
final class Workbooks {

    /** How many characters of a library's reason a message shows. */
    private static final int REASON = 150;

    private Workbooks() {
    }

    /** Streams the sheet, so that a large one needs little memory. */
    static void readXlsx(SourceFile file, SheetRows rows, Diagnostics diagnostics) {
        try {
            checkNotEncrypted(file);
            try (WorkbookParts parts = new WorkbookParts(file)) {
                parts.checkDocumentTypes();
                try {
                    readSheet(parts, file.limits(), rows);
                } finally {
                    parts.check();
                }
            }
            rows.finish();
        } catch (IOException | OpenXML4JException | SAXException | ParserConfigurationException | RuntimeException e) {
            unreadable(file, e, diagnostics);
        }
    }

    private static void readSheet(WorkbookParts parts, ReadLimits limits, SheetRows rows)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        try (OPCPackage workbook = OPCPackage.open(parts)) {
            XSSFReader reader = new XSSFReader(workbook);
            StylesTable styles = reader.getStylesTable();
            Iterator<InputStream> sheets = reader.getSheetsData();
            parts.isDescribed();
            SharedStrings strings = sharedStrings(workbook, limits);
            try (InputStream sheet = sheets.next()) {
                XMLReader xml = XMLHelper.newXMLReader();
                xml.setContentHandler(
                        new XSSFSheetXMLHandler(styles, null, strings, new Cells(rows, limits), new CellText(), false));
                xml.parse(new InputSource(sheet));
            }
        }
    }

    private static SharedStrings sharedStrings(OPCPackage workbook, ReadLimits limits) throws IOException, SAXException {
        List<PackagePart> parts = workbook.getPartsByContentType(XSSFRelation.SHARED_STRINGS.getContentType());
        if (parts.isEmpty()) {
            return SharedTexts.none(limits);
        }
        try (InputStream part = parts.get(0).getInputStream()) {
            return new SharedTexts(part, limits);
        }
    }

    /** An encrypted .xlsx is no ZIP any more, but lies within the file system of an .xls. */
    private static void checkNotEncrypted(SourceFile file) throws IOException {
        if (FileMagic.valueOf(file.bytes()) == FileMagic.OLE2) {
            try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(file.bytes()))) {
                if (files.getRoot().hasEntry(Decryptor.DEFAULT_POIFS_ENTRY)) {
                    throw new EncryptedDocumentException("it is encrypted");
                }
            }
        }
    }

    /** Holds the whole workbook in memory; only the releases until 2020 come in this format. */
    static void readXls(SourceFile file, SheetRows rows, Diagnostics diagnostics) {
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(file.bytes()))) {
            checkCells(files, file.limits());
            readSheet(new HSSFWorkbook(files), file.limits(), rows);
            rows.finish();
        } catch (IOException | RuntimeException e) {
            unreadable(file, e, diagnostics);
        }
    }

    /** Before any cell becomes an object: a few bytes may stand for thousands of cells, and the strings state any number. */
    private static void checkCells(POIFSFileSystem files, ReadLimits limits) throws IOException {
        long count = 0;
        try (InputStream stream = files.createDocumentInputStream(HSSFWorkbook.getWorkbookDirEntryName(files.getRoot()))) {
            RecordInputStream records = new RecordInputStream(stream);
            while (records.hasNextRecord()) {
                records.nextRecord();
                if (records.getSid() == FilePassRecord.sid) {
                    throw new EncryptedDocumentException("it is encrypted");
                }
                count += switch (records.getSid()) {
                    case SSTRecord.sid -> uniqueStrings(records);
                    case MulBlankRecord.sid, MulRKRecord.sid -> records.remaining() / Short.BYTES;
                    default -> 1;
                };
                limits.check(ReadLimit.XLS_CELLS, count, "the workbook");
                records.readRemainder();
            }
        }
    }

    private static long uniqueStrings(RecordInputStream strings) {
        strings.readInt(); // How often they are used.
        return Integer.toUnsignedLong(strings.readInt());
    }

    private static void readSheet(HSSFWorkbook workbook, ReadLimits limits, SheetRows rows) {
        CellText cellText = new CellText();
        RowCells cells = new RowCells(limits);
        for (Row row : workbook.getSheetAt(0)) {
            cells.begin();
            for (Cell cell : row) {
                cells.put(cell.getColumnIndex(), text(cell, cellText));
            }
            rows.row(row.getRowNum() + 1, cells.texts());
        }
    }

    /** POI has many exceptions for a broken file, most of them unchecked. */
    private static void unreadable(SourceFile file, Exception e, Diagnostics diagnostics) {
        Optional<ReleaseException> known = ReleaseException.within(e);
        String problem = e instanceof EncryptedDocumentException
                ? "is encrypted; open it with its password, and save it without one"
                : "cannot be read as a workbook (" + known.map(Exception::getMessage).orElseGet(() -> reason(e)) + ")"
                        + (known.isPresent() ? "" : "; it is damaged or no workbook, get it anew");
        diagnostics.error(Place.file(file.title()), "", problem);
    }

    /** Some of POI's exceptions say nothing, others quote the file at length. */
    private static String reason(Exception e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return message.length() > REASON ? message.substring(0, REASON) + "..." : message;
    }

    private static String text(Cell cell, CellText cellText) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case STRING -> cell.getStringCellValue();
            case NUMERIC -> cellText.formatRawCellContents(cell.getNumericCellValue(), cell.getCellStyle().getDataFormat(),
                    cell.getCellStyle().getDataFormatString());
            case ERROR -> FormulaError.forInt(cell.getErrorCellValue()).getString();
            default -> "";
        };
    }

    /** Gathers the cells of a row. */
    private static final class Cells implements SheetContentsHandler {

        /** What POI puts before an error such as #N/A. */
        private static final String ERROR = "ERROR:";

        private final SheetRows rows;
        private final RowCells cells;
        private int last = -1;

        Cells(SheetRows rows, ReadLimits limits) {
            this.rows = rows;
            this.cells = new RowCells(limits);
        }

        @Override
        public void startRow(int row) {
            if (row <= last) {
                throw new IllegalArgumentException("row " + (row + 1) + " follows row " + (last + 1));
            }
            last = row;
            cells.begin();
        }

        @Override
        public void cell(String reference, String text, XSSFComment comment) {
            if (text == null) {
                throw new IllegalArgumentException("cell " + reference + " in row " + (last + 1) + " has no shared string");
            }
            // A cell without a reference follows the one before it.
            cells.put(reference == null ? cells.texts().size() : new CellAddress(reference).getColumn(),
                    text.startsWith(ERROR) ? text.substring(ERROR.length()) : text);
        }

        @Override
        public void endRow(int row) {
            rows.row(row + 1, cells.texts());
        }
    }
}
