package dev.hcpcs.loader.publish;

import static java.util.Objects.requireNonNull;

import dev.hcpcs.lookup.Quarter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A snapshot that was published before, and is kept.
 *
 * @param path   its file
 * @param until  when another one took its place, in milliseconds
 * @param newest the quarter of its newest release
 */
public record EarlierSnapshot(Path path, Instant until, Quarter newest) {

    private static final String ENDING = ".snapshot";
    /** As a file may be named on every system, so that names sort by time. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmss.SSSX").withZone(ZoneOffset.UTC);
    private static final String UNREADABLE = "unreadable";
    private static final Pattern NAME = Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT\\d{6}\\.\\d{3}Z)-(\\d{4}-[A-Z]{3}|" + UNREADABLE
            + ")" + Pattern.quote(ENDING));

    /** Checks that nothing is null. */
    public EarlierSnapshot {
        requireNonNull(path, "path");
        requireNonNull(until, "until");
        requireNonNull(newest, "newest");
    }

    /** @param newest empty where the snapshot cannot be opened; {@link #find} passes over such a file */
    static Path file(Path folder, Instant until, Optional<Quarter> newest) {
        return folder.resolve(TIME.format(until) + "-" + newest.map(Quarter::toString).orElse(UNREADABLE) + ENDING);
    }

    /** Empty where the file is not named like an earlier snapshot. */
    public static Optional<EarlierSnapshot> find(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (!name.matches() || name.group(2).equals(UNREADABLE)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new EarlierSnapshot(file, TIME.parse(name.group(1), Instant::from), Quarter.parse(name.group(2))));
        } catch (DateTimeException | IllegalArgumentException e) {
            // Not a name of ours: a 13th month, or no quarter.
            return Optional.empty();
        }
    }

    /** Whether a file is what was published when another one took its place, though it could not be opened. */
    static boolean isUnreadable(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        return name.matches() && name.group(2).equals(UNREADABLE);
    }

    /** Whether a person means it: by its name, its file's name, or its newest quarter, in any letter case. */
    boolean isCalled(String nameOrQuarter) {
        return name().equalsIgnoreCase(nameOrQuarter) || (name() + ENDING).equalsIgnoreCase(nameOrQuarter)
                || newest.toString().equalsIgnoreCase(nameOrQuarter);
    }

    /** What it is called: when it was replaced and its newest quarter, {@code 2026-11-21T151230.123Z-2026-OCT}. */
    public String name() {
        String file = path.getFileName().toString();
        return file.substring(0, file.length() - ENDING.length());
    }
}
