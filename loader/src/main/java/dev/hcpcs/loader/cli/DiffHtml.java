package dev.hcpcs.loader.cli;

import dev.hcpcs.loader.TransactionReport;
import dev.hcpcs.loader.change.ReleaseChanges;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Changes as one page to review a quarter by, which needs no other file and no network.
 *
 * <p>{@code review.html} is the page. Its style, its scripts and {@linkplain ReviewJson the data} are put into it here; the
 * scripts show the data. The page's content security policy names the hashes of style and scripts, so that a browser runs
 * nothing else and loads nothing.
 */
final class DiffHtml {

    /** In the order in which they rely on each other. */
    private static final List<String> SCRIPTS = List.of("elements.js", "kinds.js", "charts.js", "reconciliation.js", "fields.js",
            "timeline.js", "details.js", "table.js", "review.js");
    private static final Pattern PART = Pattern.compile("\\{\\{(\\w+)}}");

    private DiffHtml() {
    }

    static String write(ReleaseChanges changes, Optional<TransactionReport> report) throws IOException {
        String style = read("review.css");
        StringBuilder script = new StringBuilder();
        for (String name : SCRIPTS) {
            script.append(read(name));
        }
        Map<String, String> parts = Map.of("style", style, "styleHash", hash(style), "script", script.toString(), "scriptHash",
                hash(script.toString()), "data", data(changes, report));
        return PART.matcher(read("review.html"))
                .replaceAll(part -> Matcher.quoteReplacement(parts.get(part.group(1))));
    }

    /** No text of the data's can end the element that holds it. */
    private static String data(ReleaseChanges changes, Optional<TransactionReport> report) {
        return ReviewJson.write(changes, report).replace("<", "\\u003c");
    }

    private static String read(String name) throws IOException {
        try (InputStream in = DiffHtml.class.getResourceAsStream("review/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** As a content security policy names it. */
    private static String hash(String text) {
        try {
            return "sha256-" + Base64.getEncoder().encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
