package dev.hcpcs.loader.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a date as {@code 2024-03-01} or {@code 20240301}; a day that does not exist is refused. */
final class DateConverter implements ITypeConverter<LocalDate> {

    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    @Override
    public LocalDate convert(String text) {
        try {
            return parse(text);
        } catch (DateTimeException e) {
            throw new TypeConversionException("'" + text + "' is not a date (YYYY-MM-DD or YYYYMMDD)");
        }
    }

    /** @throws DateTimeException if the text is no date */
    static LocalDate parse(String text) {
        String date = text.strip();
        return date.length() == 8 ? LocalDate.parse(date, BASIC) : LocalDate.parse(date);
    }
}
