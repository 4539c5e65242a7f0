package dev.hcpcs.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One ZIP, and each limit to what is read of it, up to which it is read. */
class ZipArchiveTest {

    private static final byte[] TEXT = "some text".getBytes(StandardCharsets.US_ASCII);

    @Test
    void entriesUpToTheLimit() throws IOException {
        byte[] zip = HostileZip.of(Map.of("a", TEXT, "b", TEXT));
        ReadLimits limits = ReadLimits.defaults();

        assertThat(open(zip, limits.with(ReadLimit.ARCHIVE_ENTRIES, 2)).entries()).hasSize(2);
        assertRefused(zip, limits.with(ReadLimit.ARCHIVE_ENTRIES, 1)).hasMessageContaining("it has more than 1 entries");
    }

    @Test
    void twoEntriesOfOneName() throws IOException {
        assertRefused(HostileZip.renamed(HostileZip.of(Map.of("a", TEXT, "b", TEXT)), "b", "a"), ReadLimits.defaults())
                .hasMessageContaining("it has two entries named a");
    }

    @Test
    void entriesThatLieWithinOneAnother() throws IOException {
        assertRefused(HostileZip.repeated(HostileZip.of(Map.of("a", new byte[1 << 20])), List.of("b", "c", "d", "e", "f", "g",
                "h")), ReadLimits.defaults()).hasMessageContaining("they lie within one another");
    }

    @Test
    void anEntryIsReadByteByByteOrAtOnce() throws IOException {
        byte[] bytes = {(byte) 0xFF, 0};
        try (ZipArchive zip = open(HostileZip.of(Map.of("a", bytes)), ReadLimits.defaults())) {
            try (InputStream in = zip.open(zip.entries().get(0))) {
                assertThat(List.of(in.read(), in.read(), in.read())).containsExactly(0xFF, 0, -1);
            }
            assertThat(zip.open(zip.entries().get(0)).readAllBytes()).isEqualTo(bytes);
            assertThat(zip.title(zip.entries().get(0))).isEqualTo("it!a");
        }
    }

    @Test
    void bytesOfAnEntryUpToTheLimit() throws IOException {
        byte[] zip = HostileZip.of(Map.of("a", TEXT));

        assertThat(read(zip, ReadLimits.defaults().with(ReadLimit.FILE_BYTES, TEXT.length))).isEqualTo(TEXT);
        assertThatThrownBy(() -> read(zip, ReadLimits.defaults().with(ReadLimit.FILE_BYTES, TEXT.length - 1)))
                .isInstanceOf(ReleaseException.class).hasMessageContaining("it!a has more than 8 bytes");
    }

    @Test
    void onlyALargeEntryMayNotBecomeManyTimesItsSize() throws IOException {
        byte[] small = new byte[1 << 20];
        byte[] large = new byte[(1 << 20) + 1];

        assertThat(read(HostileZip.of(Map.of("a", small)), ReadLimits.defaults())).hasSize(small.length);
        assertThatThrownBy(() -> read(HostileZip.of(Map.of("a", large)), ReadLimits.defaults()))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining("it!a has more than 100 bytes for each compressed one");
        assertThat(read(HostileZip.of(Map.of("a", large)), ReadLimits.defaults().with(ReadLimit.COMPRESSION_RATIO, 2_000)))
                .hasSize(large.length);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 10})
    void anEntryThatLiesAboutItsSize(int size) throws IOException {
        byte[] zip = HostileZip.withInt(HostileZip.of(Map.of("a", TEXT)), 24, size);

        assertThatThrownBy(() -> read(zip, ReadLimits.defaults())).isInstanceOf(ReleaseException.class)
                .hasMessage("it is damaged: it says that a has " + size + " bytes, but it has 9; download it again");
    }

    @Test
    void entriesThatAreNotRead() throws IOException {
        byte[] link = HostileZip.withInt(HostileZip.withShort(HostileZip.of(Map.of("a", TEXT)), 4, 3 << 8 | 20), 38,
                0120777 << 16);
        byte[] encrypted = HostileZip.withShort(HostileZip.of(Map.of("a", TEXT)), 8, 1 | 8);

        assertThatThrownBy(() -> read(link, ReadLimits.defaults())).hasMessageContaining("it!a is a symbolic link");
        assertThatThrownBy(() -> read(encrypted, ReadLimits.defaults())).hasMessageContaining("it!a is encrypted");
    }

    @Test
    void aDirectoryOfTooManyBytes() throws IOException {
        ReadLimits limits = ReadLimits.defaults().with(ReadLimit.ARCHIVE_ENTRIES, 2);
        int most = (1 << 19) + 2 * 512;
        ZipDirectoryChannel channel =
                new ZipDirectoryChannel(new SeekableInMemoryByteChannel(new byte[most + 1]), "it", limits);

        assertThat(channel.read(ByteBuffer.allocate(most))).isEqualTo(most);
        assertThatThrownBy(() -> channel.read(ByteBuffer.allocate(1))).isInstanceOf(ReleaseException.class)
                .hasMessageContaining("it has a directory of too many bytes: it has more than 2 entries");
    }

    @Test
    void anythingMayBeReadBehindTheDirectory() throws IOException {
        int size = 1 << 20;
        ZipDirectoryChannel channel = new ZipDirectoryChannel(new SeekableInMemoryByteChannel(new byte[size]), "it",
                ReadLimits.defaults().with(ReadLimit.ARCHIVE_ENTRIES, 0));
        channel.isRead();

        assertThat(channel.read(ByteBuffer.allocate(size))).isEqualTo(size);
        assertThat(channel.position()).isEqualTo(channel.size()).isEqualTo(size);
        assertThat(channel.position(7)).isSameAs(channel);
        assertThat(channel.position()).isEqualTo(7);
    }

    @Test
    void aChannelIsNeverWrittenAndCloses() throws IOException {
        ZipDirectoryChannel channel =
                new ZipDirectoryChannel(new SeekableInMemoryByteChannel(TEXT), "it", ReadLimits.defaults());

        assertThatThrownBy(() -> channel.write(ByteBuffer.allocate(1))).isInstanceOf(NonWritableChannelException.class);
        assertThatThrownBy(() -> channel.truncate(1)).isInstanceOf(NonWritableChannelException.class);
        assertThat(channel.isOpen()).isTrue();
        channel.close();
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void aFileOfWhichNothingIsReadAnyMoreIsClosed() throws IOException {
        boolean[] closed = new boolean[1];
        ZipArchiveEntry entry = new ZipArchiveEntry("a");
        entry.setMethod(ZipEntry.STORED);
        new ZipEntryStream(new ByteArrayInputStream(TEXT) {
            @Override
            public void close() {
                closed[0] = true;
            }
        }, entry, "it", ReadLimits.defaults()).close();

        assertThat(closed).containsExactly(true);
    }

    /** A part's name is found in any letter case, but first in its own. */
    @Test
    void partsOfAWorkbook() throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("XL/A.XML", TEXT);
        parts.put("xl/a.xml", new byte[] {(byte) 0xFF});
        WorkbookParts workbook = new WorkbookParts(Damage.file("it.xlsx", HostileZip.of(parts)));

        assertThat(name(workbook, "xl/a.xml")).isEqualTo("xl/a.xml");
        assertThat(name(workbook, "XL/A.XML")).isEqualTo("XL/A.XML");
        assertThat(name(workbook, "Xl/a.xml")).isEqualTo("XL/A.XML");
        assertThat(workbook.getEntry("xl/b.xml")).isNull();
        assertThat(workbook.getEntries().hasMoreElements()).isTrue();
        try (InputStream in = workbook.getInputStream(entry(workbook, "xl/a.xml"))) {
            assertThat(List.of(in.read(), in.read())).containsExactly(0xFF, -1);
        }
        assertThat(workbook.isClosed()).isFalse();
        workbook.close();
        assertThat(workbook.isClosed()).isTrue();
    }

    @Test
    void partsThatDescribeAWorkbookHaveTheirOwnLimit() throws IOException {
        ReadLimits limits = ReadLimits.defaults().with(ReadLimit.WORKBOOK_DESCRIPTION_BYTES, TEXT.length)
                .with(ReadLimit.FILE_BYTES, 2 * TEXT.length);
        WorkbookParts workbook = new WorkbookParts(
                new SourceFile("it.xlsx", "", "it.xlsx", HostileZip.of(Map.of("a", TEXT)), limits));

        assertThat(workbook.getInputStream(entry(workbook, "a")).readAllBytes()).isEqualTo(TEXT);
        workbook.check();
        assertThatThrownBy(() -> workbook.getInputStream(entry(workbook, "a")).readAllBytes())
                .isInstanceOf(ReleaseException.class).hasMessageContaining("the workbook has more than 9 bytes");
        assertThatThrownBy(workbook::check).isInstanceOf(ReleaseException.class);

        WorkbookParts described = new WorkbookParts(
                new SourceFile("it.xlsx", "", "it.xlsx", HostileZip.of(Map.of("a", TEXT)), limits));
        described.isDescribed();
        assertThat(described.getInputStream(entry(described, "a")).readAllBytes()).isEqualTo(TEXT);
        assertThat(described.getInputStream(entry(described, "a")).readAllBytes()).isEqualTo(TEXT);
        assertThatThrownBy(() -> described.getInputStream(entry(described, "a")).readAllBytes())
                .isInstanceOf(ReleaseException.class).hasMessageContaining("the workbook has more than 18 bytes");
    }

    private static String name(WorkbookParts workbook, String path) {
        return entry(workbook, path).getName();
    }

    private static ZipArchiveEntry entry(WorkbookParts workbook, String path) {
        ZipArchiveEntry entry = workbook.getEntry(path);
        assertThat(entry).as(path).isNotNull();
        return entry;
    }

    private static byte[] read(byte[] zip, ReadLimits limits) throws IOException {
        try (ZipArchive archive = open(zip, limits); InputStream in = archive.open(archive.entries().get(0))) {
            return in.readAllBytes();
        }
    }

    private static ZipArchive open(byte[] zip, ReadLimits limits) throws IOException {
        return ZipArchive.open(zip, "it", limits);
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(byte[] zip, ReadLimits limits) {
        return assertThatThrownBy(() -> open(zip, limits)).isInstanceOf(ReleaseException.class);
    }
}
