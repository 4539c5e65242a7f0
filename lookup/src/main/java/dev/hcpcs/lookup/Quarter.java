package dev.hcpcs.lookup;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * The calendar quarter for which CMS publishes a release, written {@code 2020-OCT}. An annual file (until 2019) is that
 * of its January quarter.
 *
 * @param year   the calendar year, four digits
 * @param number 1 (January to March) to 4 (October to December)
 */
public record Quarter(int year, int number) implements Comparable<Quarter> {

    private static final List<String> NAMES = List.of("JAN", "APR", "JUL", "OCT");

    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException if the year has not four digits or the number is not 1 to 4
     */
    public Quarter {
        if (year < 1000 || year > 9999 || number < 1 || number > 4) {
            throw new IllegalArgumentException("no quarter: year " + year + ", number " + number);
        }
    }

    /**
     * The quarter that begins on a date.
     *
     * @throws IllegalArgumentException if the date is not the first day of a quarter
     */
    public static Quarter startingOn(LocalDate effectiveDate) {
        Quarter quarter = new Quarter(effectiveDate.getYear(), (effectiveDate.getMonthValue() + 2) / 3);
        if (!quarter.effectiveDate().equals(effectiveDate)) {
            throw new IllegalArgumentException(effectiveDate + " is not the first day of a quarter (" + quarter
                    + " begins on " + quarter.effectiveDate() + ")");
        }
        return quarter;
    }

    /**
     * Parses {@code 2020-OCT}, in any letter case.
     *
     * @throws IllegalArgumentException if the text is not a year, a hyphen and JAN, APR, JUL or OCT
     */
    public static Quarter parse(String text) {
        String quarter = text.strip().toUpperCase(Locale.ROOT);
        int number = quarter.matches("[1-9]\\d{3}-[A-Z]{3}") ? NAMES.indexOf(quarter.substring(5)) + 1 : 0;
        if (number == 0) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a quarter: expected for example 2020-OCT (JAN, APR, JUL or OCT)");
        }
        return new Quarter(Integer.parseInt(quarter.substring(0, 4)), number);
    }

    /** The first day: a release of this quarter is in force from here on. */
    public LocalDate effectiveDate() {
        return LocalDate.of(year, number * 3 - 2, 1);
    }

    /** The last day, inclusive. */
    public LocalDate lastDay() {
        return effectiveDate().plusMonths(3).minusDays(1);
    }

    @Override
    public int compareTo(Quarter other) {
        return effectiveDate().compareTo(other.effectiveDate());
    }

    /** For example {@code 2020-OCT}; {@link #parse} reads it. */
    @Override
    public String toString() {
        return year + "-" + NAMES.get(number - 1);
    }
}
