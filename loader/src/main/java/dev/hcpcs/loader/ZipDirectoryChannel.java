package dev.hcpcs.loader;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/**
 * A ZIP's bytes, of which its directory may have no more than so many entries need: they are all made objects of before anyone
 * can count them.
 */
final class ZipDirectoryChannel implements SeekableByteChannel {

    /** Of an entry in the directory: 46 bytes, its name, and what programs add. */
    private static final int BYTES_PER_ENTRY = 512;
    /** The search for the directory, from the end of the file. */
    private static final int BYTES_OF_SEARCH = 1 << 19;

    private final SeekableByteChannel channel;
    private final String location;
    private final ReadLimits limits;
    private boolean open;
    private long left;

    ZipDirectoryChannel(SeekableByteChannel channel, String location, ReadLimits limits) {
        this.channel = channel;
        this.location = location;
        this.limits = limits;
        long entries = Math.min(limits.get(ReadLimit.ARCHIVE_ENTRIES), Integer.MAX_VALUE);
        this.left = BYTES_OF_SEARCH + entries * BYTES_PER_ENTRY;
    }

    /** From now on anything may be read. */
    void isRead() {
        open = true;
    }

    @Override
    public int read(ByteBuffer buffer) throws IOException {
        int count = channel.read(buffer);
        left -= open ? 0 : count;
        if (left < 0) {
            throw new ReleaseException(location + " has a directory of too many bytes: it "
                    + ReadLimit.ARCHIVE_ENTRIES.exceeded(limits.get(ReadLimit.ARCHIVE_ENTRIES)));
        }
        return count;
    }

    @Override
    public int write(ByteBuffer buffer) {
        throw new NonWritableChannelException();
    }

    @Override
    public long position() throws IOException {
        return channel.position();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
        channel.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return channel.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
