package dev.hcpcs.lookup;

import java.time.LocalDate;

/** A day as one int that sorts as the day does: year, month and day side by side, which is cheaper than an epoch day. */
final class PackedDate {

    /** Beyond any day; years past these are as good as these. */
    private static final int LAST_YEAR = 4_000_000;

    private PackedDate() {
    }

    static int of(LocalDate date) {
        int year = date.getYear();
        if (year > LAST_YEAR || year < -LAST_YEAR) {
            year = year > 0 ? LAST_YEAR : -LAST_YEAR;
        }
        return year << 9 | date.getMonthValue() << 5 | date.getDayOfMonth();
    }

    static LocalDate toDate(int packed) {
        return LocalDate.of(packed >> 9, packed >> 5 & 0xF, packed & 0x1F);
    }
}
