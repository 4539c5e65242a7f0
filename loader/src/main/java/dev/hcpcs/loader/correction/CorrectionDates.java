package dev.hcpcs.loader.correction;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.DateUtil;

/** Dates as corrections have them: {@code 01/01/2019}, a workbook's {@code 20190101}, or the bare day number {@code 43466}. */
final class CorrectionDates {

    private static final List<DateTimeFormatter> FORMS = List.of(
            DateTimeFormatter.ofPattern("M/d/uuuu").withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.BASIC_ISO_DATE.withResolverStyle(ResolverStyle.STRICT), DateTimeFormatter.ISO_LOCAL_DATE);

    private CorrectionDates() {
    }

    /** Empty for what is no date; a day that does not exist is none. */
    static Optional<LocalDate> find(String text) {
        // Five digits are days of the years from 1927 to 2173.
        if (text.matches("[1-9]\\d{4}")) {
            return Optional.of(DateUtil.getLocalDateTime(Integer.parseInt(text)).toLocalDate());
        }
        for (DateTimeFormatter form : FORMS) {
            try {
                return Optional.of(LocalDate.parse(text, form));
            } catch (DateTimeException e) {
                // another form, or no date
            }
        }
        return Optional.empty();
    }

    /** In ISO form where it is a date, else as it stands. */
    static String iso(String text) {
        return find(text).map(LocalDate::toString).orElse(text);
    }
}
