package dev.hcpcs.loader.correction;

import static java.util.Objects.requireNonNull;

import dev.hcpcs.lookup.Release;
import java.util.Optional;

/**
 * One thing that a correction states, and whether a release says it.
 *
 * @param expected what the release should say
 * @param verdict  whether it does
 * @param has      what the release has in that field, several values separated by one blank; empty where the field is blank,
 *                 or the release does not carry the code, or is none
 * @param reason   why it cannot be told; empty where it can
 * @param later    the first later loaded release that says it, where the release does not
 */
public record JudgedValue(Expected expected, Verdict verdict, String has, String reason, Optional<Release> later) {

    /** Checks that nothing is null. */
    public JudgedValue {
        requireNonNull(expected, "expected");
        requireNonNull(verdict, "verdict");
        requireNonNull(has, "has");
        requireNonNull(reason, "reason");
        requireNonNull(later, "later");
    }
}
