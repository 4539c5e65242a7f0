package dev.hcpcs.loader;

import java.io.IOException;
import java.io.InputStream;

/** What may still be read in one load. Counts what comes, and believes no size that a file states. */
final class LoadBudget {

    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final ReadLimits limits;
    private long read;

    LoadBudget(ReadLimits limits) {
        this.limits = limits;
    }

    ReadLimits limits() {
        return limits;
    }

    /**
     * Reads all of a file.
     *
     * @param title names the file in messages
     */
    byte[] readAll(InputStream in, String title) throws IOException {
        long most = Math.min(limits.get(ReadLimit.FILE_BYTES), limits.get(ReadLimit.LOAD_BYTES) - read);
        byte[] bytes = in.readNBytes((int) Math.min(most + 1, LARGEST_ARRAY));
        if (bytes.length == LARGEST_ARRAY) {
            throw new ReleaseException(title + " has 2 GiB or more, which is more than can be read");
        }
        limits.check(ReadLimit.FILE_BYTES, bytes.length, title);
        read += bytes.length;
        limits.check(ReadLimit.LOAD_BYTES, read, title + " is one file too many: all that is read at once");
        return bytes;
    }
}
