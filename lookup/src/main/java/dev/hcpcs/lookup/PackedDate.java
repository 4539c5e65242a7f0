package dev.hcpcs.lookup;

import java.time.LocalDate;
import java.time.YearMonth;

/** A day as one int that sorts as the day does: year, month and day side by side, which is cheaper than an epoch day. */
final class PackedDate {

    /** Beyond any day of a release; years past it are as good as it, and the days up to it fit a {@link StatusWord}. */
    private static final int LAST_YEAR = 100_000;

    private PackedDate() {
    }

    static int of(LocalDate date) {
        int year = date.getYear();
        if (year > LAST_YEAR || year < -LAST_YEAR) {
            year = year > 0 ? LAST_YEAR : -LAST_YEAR;
        }
        return year << 9 | date.getMonthValue() << 5 | date.getDayOfMonth();
    }

    /** Whether an int is one that {@link #of} gives for a date. */
    static boolean isDate(int packed) {
        int year = packed >> 9;
        int month = packed >> 5 & 0xF;
        int day = packed & 0x1F;
        return Math.abs(year) <= LAST_YEAR && month >= 1 && month <= 12 && day >= 1
                && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth());
    }

    /** Days since 1970-01-01; beyond all days of a {@link StatusWord} where {@link #of} has cut the date off. */
    static int toEpochDay(int packed) {
        int year = packed >> 9;
        return Math.abs(year) >= LAST_YEAR ? Integer.MAX_VALUE : (int) toDate(packed).toEpochDay();
    }

    static LocalDate toDate(int packed) {
        return LocalDate.of(packed >> 9, packed >> 5 & 0xF, packed & 0x1F);
    }
}
