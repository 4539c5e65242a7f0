package dev.hcpcs.loader.publish;

import java.util.Set;

/**
 * What a refresh raises doubts by, what it publishes in spite of, and how much it keeps.
 *
 * @param leastShareOfCodes a release with fewer codes than this share of those of the release before is doubted; 0 to 1
 * @param mostShareChanged  a release is doubted where the codes that changed since the release before, added ones among them, are
 *                          more than this share of those that it had; 0 or more
 * @param accepted          the doubts that keep nothing from being published
 * @param keep              how many earlier snapshots to keep, at least 1
 */
public record RefreshRules(double leastShareOfCodes, double mostShareChanged, Set<Doubt> accepted, int keep) {

    /**
     * Checks the numbers and copies the set.
     *
     * @throws IllegalArgumentException if a number is out of its range
     */
    public RefreshRules {
        if (!(leastShareOfCodes >= 0 && leastShareOfCodes <= 1) || !(mostShareChanged >= 0)) {
            throw new IllegalArgumentException("a share is a number such as 0.98: the least share of codes is "
                    + leastShareOfCodes + ", the most share changed " + mostShareChanged);
        }
        if (keep < 1) {
            throw new IllegalArgumentException("at least 1 earlier snapshot must be kept, not " + keep);
        }
        accepted = Set.copyOf(accepted);
    }
}
