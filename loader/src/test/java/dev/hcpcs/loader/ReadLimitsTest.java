package dev.hcpcs.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

/** Limits to what is read: each is the most that is allowed, and a message names the one to set. */
class ReadLimitsTest {

    @Test
    void aLimitIsTheMostThatIsAllowed() {
        ReadLimits limits = ReadLimits.defaults().with(ReadLimit.SHEET_COLUMNS, 5);

        assertThatCode(() -> limits.check(ReadLimit.SHEET_COLUMNS, 5, "it")).doesNotThrowAnyException();
        assertThatThrownBy(() -> limits.check(ReadLimit.SHEET_COLUMNS, 6, "it")).isInstanceOf(ReleaseException.class)
                .hasMessage("it has more than 5 columns; if that is right and you trust the file, raise the limit"
                        + " (java -Dhcpcs.limit.sheet-columns=10)");
    }

    @Test
    void zeroIsALimitToo() {
        ReadLimits limits = ReadLimits.defaults().with(ReadLimit.ARCHIVE_DEPTH, 0);

        assertThatThrownBy(() -> limits.check(ReadLimit.ARCHIVE_DEPTH, 1, "it")).isInstanceOf(ReleaseException.class)
                .hasMessageContaining("(java -Dhcpcs.limit.archive-depth=1)");
        assertThatThrownBy(() -> limits.with(ReadLimit.ARCHIVE_DEPTH, -1)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the limit ARCHIVE_DEPTH is negative: -1");
    }

    @Test
    void aSystemPropertySetsOneAndLeavesTheOthers() {
        System.setProperty("hcpcs.limit.row-characters", "7");
        try {
            assertThat(ReadLimits.configured().get(ReadLimit.ROW_CHARACTERS)).isEqualTo(7);
            assertThat(ReadLimits.configured().get(ReadLimit.FILE_BYTES)).isEqualTo(ReadLimit.FILE_BYTES.safe());
        } finally {
            System.clearProperty("hcpcs.limit.row-characters");
        }
        assertThat(ReadLimits.configured().get(ReadLimit.ROW_CHARACTERS)).isEqualTo(1 << 20);
    }

    @Test
    void aFileOfAsManyBytesAsAreAllowed() throws IOException {
        LoadBudget budget = new LoadBudget(
                ReadLimits.defaults().with(ReadLimit.FILE_BYTES, 3).with(ReadLimit.LOAD_BYTES, 5));

        assertThat(budget.readAll(bytes(3), "it")).hasSize(3);
        assertThatThrownBy(() -> budget.readAll(bytes(4), "it")).hasMessageContaining("all that is read at once has more than 5");
        assertThatThrownBy(() -> new LoadBudget(budget.limits()).readAll(bytes(4), "it")).isInstanceOf(ReleaseException.class)
                .hasMessageContaining("it has more than 3 bytes");
    }

    /** Nobody fills the memory with a file to be told then that it is too large. */
    @Test
    void noMoreIsReadThanShowsThatItIsTooMuch() {
        ByteArrayInputStream in = bytes(100);

        assertThatThrownBy(() -> new LoadBudget(ReadLimits.defaults().with(ReadLimit.FILE_BYTES, 10)).readAll(in, "it"))
                .isInstanceOf(ReleaseException.class);
        assertThat(in.available()).isEqualTo(89);
    }

    @Test
    void aRowIsCountedByItself() throws IOException {
        int ahead = 1 << 13;
        CsvRows rows = new CsvRows(new StringReader("x".repeat(3 * ahead)),
                ReadLimits.defaults().with(ReadLimit.ROW_CHARACTERS, 5));

        assertThat(rows.read()).isEqualTo('x');
        assertThat(rows.read(new char[2 * ahead], 0, 2 * ahead)).isEqualTo(ahead);
        rows.next();
        assertThat(rows.read(new char[ahead], 0, ahead)).isEqualTo(ahead);
        assertThat(rows.read(new char[5], 0, 5)).isEqualTo(5);
        assertThatThrownBy(rows::read).isInstanceOf(ReleaseException.class)
                .hasMessageContaining("a row has more than 5 characters");
    }

    @Test
    void theCharactersOfACsvEnd() throws IOException {
        CsvRows rows = new CsvRows(new StringReader("x"), ReadLimits.defaults());

        assertThat(rows.read()).isEqualTo('x');
        assertThat(rows.read()).isEqualTo(-1);
    }

    private static ByteArrayInputStream bytes(int count) {
        return new ByteArrayInputStream(new byte[count]);
    }
}
