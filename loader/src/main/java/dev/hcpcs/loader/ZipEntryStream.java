package dev.hcpcs.loader;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.utils.InputStreamStatistics;

/** The bytes of a ZIP's entry, counted while they are inflated, and at the end held against what the ZIP says of them. */
final class ZipEntryStream extends InputStream {

    /** Below, even the most repetitive file does no harm. */
    private static final int SMALL = 1 << 20;

    private final InputStream inflated;
    private final ZipArchiveEntry entry;
    private final String location;
    private final ReadLimits limits;
    private final CRC32 sum = new CRC32();
    private long count;

    ZipEntryStream(InputStream inflated, ZipArchiveEntry entry, String location, ReadLimits limits) {
        this.inflated = inflated;
        this.entry = entry;
        this.location = location;
        this.limits = limits;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int begin, int length) throws IOException {
        int more = inflated.read(bytes, begin, length);
        if (more < 0) {
            checkWhole();
            return more;
        }
        sum.update(bytes, begin, more);
        count += more;
        check(ReadLimit.FILE_BYTES, count);
        if (count > SMALL && inflated instanceof InputStreamStatistics compressed) {
            check(ReadLimit.COMPRESSION_RATIO, count / Math.max(1, compressed.getCompressedCount()));
        }
        return more;
    }

    private void check(ReadLimit limit, long value) throws ReleaseException {
        limits.check(limit, value, location + "!" + ZipArchive.shown(entry));
    }

    private void checkWhole() throws ReleaseException {
        if (entry.getSize() != count) {
            throw new ReleaseException(location + " is damaged: it says that " + ZipArchive.shown(entry) + " has " + entry.getSize()
                    + " bytes, but it has " + count + "; download it again");
        }
        if (entry.getCrc() != sum.getValue()) {
            throw new ReleaseException(location + " is damaged: the checksum of " + ZipArchive.shown(entry)
                    + " does not match; download it again");
        }
    }

    @Override
    public void close() throws IOException {
        inflated.close();
    }
}
