package dev.hcpcs.loader.cli;

import java.time.LocalDate;
import picocli.CommandLine.Option;

/** {@code --on}: the date of service. */
final class DateOption {

    @Option(names = "--on", paramLabel = "DATE", converter = DateConverter.class,
            description = "The date of service, YYYY-MM-DD or YYYYMMDD (default: today)")
    private LocalDate date;

    /** Always the same day, even past midnight. */
    LocalDate date() {
        if (date == null) {
            date = LocalDate.now();
        }
        return date;
    }
}
