package dev.hcpcs.loader.fetch;

import dev.hcpcs.lookup.Quarter;
import java.net.URI;
import java.util.Locale;

/**
 * Where a quarter's ZIP lies: an address in which {@code {month}} stands for the first month of the quarter and {@code {year}}
 * for its year.
 *
 * <pre>
 * https://www.cms.gov/files/zip/{month}-{year}-alpha-numeric-hcpcs-file.zip
 * https://www.cms.gov/files/zip/october-2026-alpha-numeric-hcpcs-file.zip
 * </pre>
 *
 * @param pattern an {@code https} address, or an {@code http} one; without a placeholder it is that of one file
 */
public record ReleaseAddress(String pattern) {

    /** How CMS names its quarterly files. */
    public static final String CMS = "https://www.cms.gov/files/zip/{month}-{year}-alpha-numeric-hcpcs-file.zip";

    /** Where people find what CMS has published, and how it is named. */
    static final String PAGE =
            "https://www.cms.gov/medicare/coding-billing/healthcare-common-procedure-system/quarterly-update";

    /** What to do where the file is not at its address. */
    static final String ADVICE = "Look at " + PAGE + " for the file's address, and state it with --from";

    /**
     * Checks the pattern.
     *
     * @throws IllegalArgumentException if it makes no address of a file
     */
    public ReleaseAddress {
        resolve(pattern, new Quarter(2026, 4));
    }

    /** The address of a quarter's file. */
    public URI of(Quarter quarter) {
        return resolve(pattern, quarter);
    }

    /** What a quarter's file is called here: as CMS does now, whatever the address calls it, so that a quarter has one. */
    static String fileName(Quarter quarter) {
        return fill("{month}-{year}-alpha-numeric-hcpcs-file.zip", quarter);
    }

    private static URI resolve(String pattern, Quarter quarter) {
        try {
            URI address = URI.create(fill(pattern.strip(), quarter));
            boolean web = "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
            if (web && address.getHost() != null) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // Told below.
        }
        throw new IllegalArgumentException("'" + pattern + "' is no address of a file: expected for example " + CMS);
    }

    private static String fill(String pattern, Quarter quarter) {
        return pattern.replace("{month}", quarter.effectiveDate().getMonth().name().toLowerCase(Locale.ROOT))
                .replace("{year}", Integer.toString(quarter.year()));
    }
}
