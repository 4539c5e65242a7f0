package dev.hcpcs.loader.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a date as {@code 2024-03-01} or {@code 20240301}; a day that does not exist is refused. */
final class DateConverter implements ITypeConverter<LocalDate> {

    @Override
    public LocalDate convert(String text) {
        try {
            return parse(text);
        } catch (DateTimeException e) {
            throw new TypeConversionException("'" + text + "' is not a date (YYYY-MM-DD or YYYYMMDD)");
        }
    }

    /**
     * By hand, because a claims file has a date in every line and a formatter takes longer than all the rest of it.
     *
     * @throws DateTimeException if the text is no date
     */
    static LocalDate parse(String text) {
        String date = text.strip();
        if (date.length() == 8) {
            return LocalDate.of(number(date, 0, 4), number(date, 4, 6), number(date, 6, 8));
        }
        if (date.length() == 10 && date.charAt(4) == '-' && date.charAt(7) == '-') {
            return LocalDate.of(number(date, 0, 4), number(date, 5, 7), number(date, 8, 10));
        }
        throw new DateTimeException("'" + date + "' has neither of the forms YYYY-MM-DD and YYYYMMDD");
    }

    private static int number(String text, int begin, int end) {
        int number = 0;
        for (int i = begin; i < end; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new DateTimeException("'" + text + "' has a character that is no digit");
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
