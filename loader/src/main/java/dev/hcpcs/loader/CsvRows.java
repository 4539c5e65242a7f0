package dev.hcpcs.loader;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** The characters of a CSV, of which no row may have too many: a quote that is never closed would take in all that follows. */
final class CsvRows extends FilterReader {

    /** What a parser reads ahead of the row that it is at. */
    private static final int AHEAD = 1 << 13;

    private final ReadLimits limits;
    private long count;

    CsvRows(Reader characters, ReadLimits limits) {
        super(characters);
        this.limits = limits;
    }

    /** To be called after each row. */
    void next() {
        count = 0;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] characters, int begin, int length) throws IOException {
        int more = super.read(characters, begin, Math.min(length, AHEAD));
        count += more;
        limits.check(ReadLimit.ROW_CHARACTERS, count - AHEAD, "a row");
        return more;
    }
}
