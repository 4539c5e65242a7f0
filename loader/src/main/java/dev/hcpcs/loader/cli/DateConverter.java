package dev.hcpcs.loader.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a date as {@code 2024-03-01} or {@code 20240301}; a day that does not exist is refused. */
final class DateConverter implements ITypeConverter<LocalDate> {

    @Override
    public LocalDate convert(String text) {
        return find(text).orElseThrow(
                () -> new TypeConversionException("'" + text + "' is not a date (YYYY-MM-DD or YYYYMMDD)"));
    }

    /**
     * By hand, because a claims file has a date in every line and a formatter takes longer than all the rest of it.
     *
     * @return empty if the text is no date
     */
    static Optional<LocalDate> find(String text) {
        String date = text.strip();
        boolean basic = date.length() == 8;
        if (!basic && (date.length() != 10 || date.charAt(4) != '-' || date.charAt(7) != '-')) {
            return Optional.empty();
        }
        int year = number(date, 0, 4);
        int month = basic ? number(date, 4, 6) : number(date, 5, 7);
        int day = basic ? number(date, 6, 8) : number(date, 8, 10);
        try {
            return year < 0 || month < 0 || day < 0 ? Optional.empty() : Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** -1 where a character is no digit. */
    private static int number(String text, int begin, int end) {
        int number = 0;
        for (int i = begin; i < end; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
