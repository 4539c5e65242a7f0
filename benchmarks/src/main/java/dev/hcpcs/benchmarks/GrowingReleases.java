package dev.hcpcs.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;

/**
 * Generated releases as fixed-width text in CMS's layout, one for each quarter from 2001-JAN on, with about the turnover of
 * CMS's own: each quarter one code comes for every hundred of the first release, one in a hundred changes (one change in five
 * without moving the action effective date), and one in 160 ends. An ended code stays in the releases for another four years.
 */
final class GrowingReleases {

    private static final LocalDate FIRST_QUARTER = LocalDate.of(2001, 1, 1);
    private static final String[] MONTHS = {"JAN", "APR", "JUL", "OCT"};
    private static final int QUARTERS_BETWEEN_CHANGES = 100;
    private static final int LONGEST_LIFE = 160;
    private static final int QUARTERS_KEPT = 16;
    private static final int LINE = 293;
    private static final int PIECE = 80;

    private final int firstCodes;

    /** @param firstCodes codes in the first release, at most 100,000 */
    GrowingReleases(int firstCodes) {
        this.firstCodes = firstCodes;
    }

    /** Writes the first so many releases into a folder, at most 50,000 codes coming after the first one. */
    void write(Path folder, int releases) throws IOException {
        for (int quarter = 0; quarter < releases; quarter++) {
            LocalDate date = start(quarter);
            Path file = folder.resolve("HCPC" + date.getYear() + "_" + MONTHS[(date.getMonthValue() - 1) / 3] + "_ANWEB.txt");
            try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
                for (int code = 0; begins(code) <= quarter; code++) {
                    if (quarter <= ends(code) + QUARTERS_KEPT) {
                        write(out, code, quarter);
                    }
                }
            }
        }
    }

    private static LocalDate start(int quarter) {
        return FIRST_QUARTER.plusMonths(3L * quarter);
    }

    /** The quarter in which a code comes; 0 for those of the first release, which are older. */
    private int begins(int code) {
        return code < firstCodes ? 0 : 1 + (code - firstCodes) / (firstCodes / 100);
    }

    /** The quarter before which a code is terminated. */
    private int ends(int code) {
        return begins(code) + 1 + scattered(code, LONGEST_LIFE);
    }

    /** A number from 0 that says nothing of its neighbours'. */
    private static int scattered(int code, int below) {
        return (int) ((code * 0x9E3779B97F4A7C15L >>> 33) % below);
    }

    private void write(BufferedWriter out, int code, int quarter) throws IOException {
        int sinceChange = (quarter + scattered(code, QUARTERS_BETWEEN_CHANGES)) % QUARTERS_BETWEEN_CHANGES;
        boolean changed = quarter - sinceChange > begins(code);
        LocalDate added = code < firstCodes ? LocalDate.of(1990 + code % 10, 1, 1) : start(begins(code));
        boolean terminated = quarter >= ends(code);
        LocalDate action = terminated ? start(ends(code)) : changed && code % 5 != 0 ? start(quarter - sinceChange) : added;
        String text = "ABCEGHJKLMPQRSTV".charAt(code % 16) + String.format("%04d", code / 16 * 7919 % 10_000);
        String description = "Supply or service number " + code + (changed ? ", described anew, " : ", ")
                + "as words go on for a hundred characters and some more in the descriptions that CMS gives";

        char[] line = new char[LINE];
        Arrays.fill(line, ' ');
        put(line, 1, text + "001003" + description.substring(0, PIECE));
        put(line, 92, "Supply " + code + (changed ? " anew" : ""));
        put(line, 120, changed ? "51" : "57");
        put(line, 128, "A");
        put(line, 230, "C");
        put(line, 257, "O1E");
        put(line, 261, "1");
        put(line, 269, compact(added));
        put(line, 277, compact(action));
        put(line, 285, terminated ? compact(start(ends(code)).minusDays(1)) : "");
        put(line, 293, terminated ? "D" : "N");
        out.write(line);
        out.write("\r\n" + text + "002004" + description.substring(PIECE) + "\r\n");
    }

    private static String compact(LocalDate date) {
        return date.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    /** @param position 1-based, as CMS's record layout prints it */
    private static void put(char[] line, int position, String value) {
        value.getChars(0, value.length(), line, position - 1);
    }
}
