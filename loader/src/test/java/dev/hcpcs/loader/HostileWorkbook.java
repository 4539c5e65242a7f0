package dev.hcpcs.loader;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A small {@code .xlsx}, any of whose parts can be another one. */
final class HostileWorkbook {

    static final String CONTENT_TYPES = "[Content_Types].xml";
    static final String RELATIONS = "_rels/.rels";
    static final String WORKBOOK = "xl/workbook.xml";
    static final String WORKBOOK_RELATIONS = "xl/_rels/workbook.xml.rels";
    static final String STYLES = "xl/styles.xml";
    static final String STRINGS = "xl/sharedStrings.xml";
    static final String SHEET = "xl/worksheets/sheet1.xml";

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

    private final Map<String, String> parts = new LinkedHashMap<>();

    HostileWorkbook() {
        parts.put(CONTENT_TYPES, HEAD + """
                <Types xmlns="%1$scontent-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.\
                relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="%2$ssheet.main+xml"/>\
                <Override PartName="/xl/worksheets/sheet1.xml" ContentType="%2$sworksheet+xml"/>\
                <Override PartName="/xl/styles.xml" ContentType="%2$sstyles+xml"/>\
                <Override PartName="/xl/sharedStrings.xml" ContentType="%2$ssharedStrings+xml"/></Types>"""
                .formatted(PACKAGE, TYPE));
        parts.put(RELATIONS, HEAD + """
                <Relationships xmlns="%srelationships"><Relationship Id="rId1" Type="%s/officeDocument" \
                Target="xl/workbook.xml"/></Relationships>""".formatted(PACKAGE, OFFICE));
        parts.put(WORKBOOK, HEAD + """
                <workbook xmlns="%s" xmlns:r="%s"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>"""
                .formatted(MAIN, OFFICE));
        parts.put(WORKBOOK_RELATIONS, HEAD + """
                <Relationships xmlns="%1$srelationships"><Relationship Id="rId1" Type="%2$s/worksheet" \
                Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="%2$s/styles" Target="styles.xml"/>\
                <Relationship Id="rId3" Type="%2$s/sharedStrings" Target="sharedStrings.xml"/></Relationships>"""
                .formatted(PACKAGE, OFFICE));
        parts.put(STYLES, HEAD + "<styleSheet xmlns=\"" + MAIN + "\"></styleSheet>");
        strings("<si><t>HCPC</t></si>");
        rows("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>");
    }

    /** @param items what is within the part, {@code <si><t>TEXT</t></si>} for each string */
    HostileWorkbook strings(String items) {
        parts.put(STRINGS, HEAD + "<sst xmlns=\"" + MAIN + "\">" + items + "</sst>");
        return this;
    }

    /** @param rows what is within the sheet's data */
    HostileWorkbook rows(String rows) {
        parts.put(SHEET, HEAD + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData></worksheet>");
        return this;
    }

    /** Puts a text into a part, which may be a new one: behind the XML declaration or before the end of the root element. */
    HostileWorkbook with(String part, String behindTheDeclaration, String beforeTheEnd) {
        String text = parts.getOrDefault(part, HEAD + "<other></other>");
        int end = text.lastIndexOf("</");
        parts.put(part, HEAD + behindTheDeclaration + text.substring(HEAD.length(), end) + beforeTheEnd + text.substring(end));
        return this;
    }

    HostileWorkbook replace(String part, String target, String replacement) {
        parts.put(part, parts.get(part).replace(target, replacement));
        return this;
    }

    Path write(Path file) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }
}
