package dev.hcpcs.loader;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.xml.sax.SAXException;

/** The strings that an {@code .xlsx} keeps once for all cells, counted while they are read: it may state any number. */
final class SharedTexts extends ReadOnlySharedStringsTable {

    private static final byte[] NONE = "<sst/>".getBytes(StandardCharsets.US_ASCII);

    private final ReadLimits limits;
    private long strings;

    /** A workbook without any. */
    static SharedTexts none(ReadLimits limits) throws IOException, SAXException {
        return new SharedTexts(new ByteArrayInputStream(NONE), limits);
    }

    /** @param part not closed */
    SharedTexts(InputStream part, ReadLimits limits) throws IOException, SAXException {
        super(new ByteArrayInputStream(NONE));
        this.limits = limits;
        readFrom(part);
    }

    @Override
    public void endElement(String uri, String localName, String name) throws SAXException {
        super.endElement(uri, localName, name);
        if (localName.equals("si")) {
            try {
                limits.check(ReadLimit.SHARED_STRINGS, ++strings, "the workbook");
            } catch (ReleaseException e) {
                throw new SAXException(e);
            }
        }
    }
}
