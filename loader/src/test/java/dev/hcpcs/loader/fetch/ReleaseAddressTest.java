package dev.hcpcs.loader.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hcpcs.lookup.Quarter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From a pattern to a quarter's address. */
class ReleaseAddressTest {

    @ParameterizedTest
    @CsvSource({
        "2026-OCT, https://www.cms.gov/files/zip/october-2026-alpha-numeric-hcpcs-file.zip",
        "2025-JAN, https://www.cms.gov/files/zip/january-2025-alpha-numeric-hcpcs-file.zip",
        "2024-APR, https://www.cms.gov/files/zip/april-2024-alpha-numeric-hcpcs-file.zip",
        "2023-JUL, https://www.cms.gov/files/zip/july-2023-alpha-numeric-hcpcs-file.zip"})
    void asCmsNamesThem(String quarter, String address) {
        assertThat(new ReleaseAddress(ReleaseAddress.CMS).of(Quarter.parse(quarter))).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "october.zip", "ftp://cms.gov/{month}.zip", "https:///{month}.zip",
        "https://cms.gov/{quarter}.zip", "https://cms.gov/a b.zip", "mailto:cms"})
    void whatIsNoAddressIsRefused(String pattern) {
        assertThatThrownBy(() -> new ReleaseAddress(pattern)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'" + pattern + "' is no address of a file");
    }
}
