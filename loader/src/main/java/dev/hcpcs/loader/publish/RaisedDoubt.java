package dev.hcpcs.loader.publish;

import static java.util.Objects.requireNonNull;

import dev.hcpcs.lookup.Release;

/**
 * A doubt about one release, or one list of NOC codes or processing notes.
 *
 * @param doubt   what it is
 * @param release the release or list that is to be added
 * @param message the figures; may have several lines
 */
public record RaisedDoubt(Doubt doubt, Release release, String message) {

    /** Checks that nothing is null. */
    public RaisedDoubt {
        requireNonNull(doubt, "doubt");
        requireNonNull(release, "release");
        requireNonNull(message, "message");
    }
}
