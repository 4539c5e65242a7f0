package dev.hcpcs.loader;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.poi.openxml4j.util.ZipEntrySource;
import org.apache.poi.util.XMLHelper;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an {@code .xlsx}, which are a ZIP's entries. They are inflated as they are asked for, and all that were together
 * may have so many bytes: first as many as describe the workbook, which POI holds in memory as trees, then, for the sheet and its
 * shared strings, as many as a file. What stands before the root elements of the parts may be as much as a description.
 */
final class WorkbookParts implements ZipEntrySource {

    private static final String TITLE = "the workbook";

    private final ZipArchive zip;
    private final ReadLimits limits;
    private ReadLimit limit = ReadLimit.WORKBOOK_DESCRIPTION_BYTES;
    private long count;
    private boolean closed;
    private @Nullable ReleaseException breach;

    WorkbookParts(SourceFile file) throws IOException {
        this.limits = file.limits();
        this.zip = ZipArchive.open(file.bytes(), TITLE, limits);
    }

    /**
     * Refuses a document type, by which XML defines entities. POI reads none either, but does not always say so. Only what
     * stands before the root element is read.
     */
    void checkDocumentTypes() throws IOException {
        // Not kept: it holds its last reader, and by that all bytes of the workbook.
        XMLInputFactory factory = XMLHelper.newXMLInputFactory();
        for (ZipArchiveEntry entry : zip.entries()) {
            try (InputStream in = getInputStream(entry)) {
                XMLStreamReader xml = factory.createXMLStreamReader(in);
                while (xml.getEventType() != XMLStreamConstants.START_ELEMENT && xml.hasNext()) {
                    if (xml.next() == XMLStreamConstants.DTD) {
                        throw new ReleaseException(zip.title(entry) + " has a document type, which no workbook of Excel's has");
                    }
                }
            } catch (XMLStreamException e) {
                check();
                // No XML, such as a picture; or a damaged part, of which POI tells if it is read.
            }
        }
        count = 0;
    }

    /** What follows is read row by row. */
    void isDescribed() {
        limit = ReadLimit.FILE_BYTES;
    }

    /** A limit that was hit, even where XML's reader hides it or POI went on without the part. */
    void check() throws ReleaseException {
        if (breach != null) {
            throw breach;
        }
    }

    @Override
    public Enumeration<? extends ZipArchiveEntry> getEntries() {
        return Collections.enumeration(zip.entries());
    }

    /** Letter case makes no difference, as in POI's own. */
    @Override
    public @Nullable ZipArchiveEntry getEntry(String path) {
        Optional<ZipArchiveEntry> exact = zip.entries().stream().filter(entry -> entry.getName().equals(path)).findFirst();
        return exact.or(() -> zip.entries().stream().filter(entry -> entry.getName().equalsIgnoreCase(path)).findFirst())
                .orElse(null);
    }

    @Override
    public InputStream getInputStream(ZipArchiveEntry entry) throws IOException {
        InputStream in = noted(() -> zip.open(entry));
        return new InputStream() {

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] bytes, int begin, int length) throws IOException {
                return noted(() -> {
                    int more = in.read(bytes, begin, length);
                    count += Math.max(0, more);
                    limits.check(limit, count, TITLE);
                    return more;
                });
            }

            @Override
            public void close() throws IOException {
                in.close();
            }
        };
    }

    private interface Step<T> {
        T take() throws IOException;
    }

    private <T> T noted(Step<T> step) throws IOException {
        try {
            return step.take();
        } catch (ReleaseException e) {
            breach = e;
            throw e;
        }
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        zip.close();
    }
}
