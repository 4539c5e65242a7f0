package dev.hcpcs.loader;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** Reads the first sheet of a workbook, row by row. */
final class Workbooks {

    private Workbooks() {
    }

    /** Streams the sheet, so that a large one needs little memory. */
    static void readXlsx(SourceFile file, SheetRows rows, Diagnostics diagnostics) {
        try (OPCPackage workbook = OPCPackage.open(new ByteArrayInputStream(file.bytes()))) {
            XSSFReader parts = new XSSFReader(workbook);
            Iterator<InputStream> sheets = parts.getSheetsData();
            try (InputStream sheet = sheets.next()) {
                XMLReader xml = XMLHelper.newXMLReader();
                xml.setContentHandler(new XSSFSheetXMLHandler(parts.getStylesTable(), null,
                        new ReadOnlySharedStringsTable(workbook), new Cells(rows), new CellText(), false));
                xml.parse(new InputSource(sheet));
            }
            rows.finish();
        } catch (IOException | OpenXML4JException | SAXException | ParserConfigurationException | RuntimeException e) {
            unreadable(file, e, diagnostics);
        }
    }

    /** Holds the whole workbook in memory; only the releases until 2020 come in this format. */
    static void readXls(SourceFile file, SheetRows rows, Diagnostics diagnostics) {
        CellText cellText = new CellText();
        try (HSSFWorkbook workbook = new HSSFWorkbook(new ByteArrayInputStream(file.bytes()))) {
            for (Row row : workbook.getSheetAt(0)) {
                List<String> cells = new ArrayList<>();
                for (Cell cell : row) {
                    put(cells, cell.getColumnIndex(), text(cell, cellText));
                }
                rows.row(row.getRowNum() + 1, cells);
            }
            rows.finish();
        } catch (IOException | RuntimeException e) {
            unreadable(file, e, diagnostics);
        }
    }

    /** POI has many exceptions for a broken file, most of them unchecked. */
    private static void unreadable(SourceFile file, Exception e, Diagnostics diagnostics) {
        diagnostics.error(Place.file(file.title()), "", "cannot be read as a workbook (" + e.getMessage()
                + "); it is damaged or no workbook, get it anew");
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

    private static void put(List<String> cells, int column, String text) {
        while (cells.size() <= column) {
            cells.add("");
        }
        cells.set(column, text);
    }

    /** Gathers the cells of a row. */
    private static final class Cells implements SheetContentsHandler {

        /** What POI puts before an error such as #N/A. */
        private static final String ERROR = "ERROR:";

        private final SheetRows rows;
        private final List<String> cells = new ArrayList<>();

        Cells(SheetRows rows) {
            this.rows = rows;
        }

        @Override
        public void startRow(int row) {
            cells.clear();
        }

        @Override
        public void cell(String reference, String text, XSSFComment comment) {
            if (text != null) {
                // A cell without a reference follows the one before it.
                put(cells, reference == null ? cells.size() : new CellAddress(reference).getColumn(),
                        text.startsWith(ERROR) ? text.substring(ERROR.length()) : text);
            }
        }

        @Override
        public void endRow(int row) {
            rows.row(row + 1, cells);
        }
    }
}
