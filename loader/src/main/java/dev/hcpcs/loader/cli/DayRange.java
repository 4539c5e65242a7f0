package dev.hcpcs.loader.cli;

import java.time.LocalDate;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The days of an option such as {@code --added}.
 *
 * @param from inclusive
 * @param to   inclusive
 */
record DayRange(LocalDate from, LocalDate to) {

    boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** Reads {@code 2024-01-01..2024-12-31}, or one day alone. */
    static final class Converter implements ITypeConverter<DayRange> {

        private static final String BETWEEN = "..";

        @Override
        public DayRange convert(String text) {
            int between = text.indexOf(BETWEEN);
            LocalDate from = date(between < 0 ? text : text.substring(0, between), text);
            LocalDate to = between < 0 ? from : date(text.substring(between + BETWEEN.length()), text);
            if (to.isBefore(from)) {
                throw new TypeConversionException("'" + text + "' runs backwards: the first day comes first");
            }
            return new DayRange(from, to);
        }

        private static LocalDate date(String text, String all) {
            return DateConverter.find(text).orElseThrow(() -> new TypeConversionException("'" + all + "' is neither a date nor"
                    + " two, such as 2024-01-01..2024-12-31"));
        }
    }
}
