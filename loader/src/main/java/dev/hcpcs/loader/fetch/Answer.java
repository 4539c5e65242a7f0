package dev.hcpcs.loader.fetch;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the head of a server's answer says of a file.
 *
 * @param status       the HTTP status
 * @param contentType  blank where it does not tell
 * @param lastModified empty where it does not tell
 * @param validator    what tells this file from a later one at the same address; empty where nothing does
 * @param start        where in the file the bytes begin that follow; -1 where they are none of its
 * @param total        bytes of the whole file; -1 where it does not tell
 * @param location     the address that it points to instead; blank where to none
 */
record Answer(int status, String contentType, Optional<Instant> lastModified, Optional<String> validator, long start, long total,
        String location) {

    static final int WHOLE = 200;
    static final int PARTIAL = 206;
    static final int NOT_MODIFIED = 304;
    static final int NOT_FOUND = 404;
    static final int PROXY_PASSWORD_REQUIRED = 407;
    static final int GONE = 410;
    static final int RANGE_NOT_SATISFIABLE = 416;

    private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,18})-\\d+/(\\d{1,18})");
    /** The JDK's own format writes a day before the tenth with one digit, which HTTP does not know. */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    static Answer of(HttpResponse<?> response) {
        HttpHeaders headers = response.headers();
        long start = response.statusCode() == WHOLE ? 0 : -1;
        long total = response.statusCode() == WHOLE ? headers.firstValueAsLong("Content-Length").orElse(-1) : -1;
        Matcher range = RANGE.matcher(headers.firstValue("Content-Range").orElse(""));
        if (response.statusCode() == PARTIAL && range.matches()) {
            start = Long.parseLong(range.group(1));
            total = Long.parseLong(range.group(2));
        }
        // A weak ETag does not promise that every byte is the same.
        Optional<String> validator = headers.firstValue("ETag").filter(tag -> !tag.startsWith("W/"))
                .or(() -> headers.firstValue("Last-Modified"));
        return new Answer(response.statusCode(), headers.firstValue("Content-Type").orElse(""),
                headers.firstValue("Last-Modified").flatMap(Answer::instant), validator, start, total,
                headers.firstValue("Location").orElse(""));
    }

    /** An instant as HTTP writes it. */
    static String date(Instant instant) {
        return DATE.format(instant);
    }

    private static Optional<Instant> instant(String date) {
        try {
            return Optional.of(DATE.parse(date, Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
