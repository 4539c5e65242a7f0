package dev.hcpcs.lookup.search;

import java.util.List;

/**
 * What a search found.
 *
 * @param total how many there are
 * @param first the best of them in order, as many as were asked for
 * @param <T>   an {@link dev.hcpcs.lookup.Answer} for a date, a {@link dev.hcpcs.lookup.Version} over all lives
 */
public record Found<T>(int total, List<T> first) {

    /** Copies the list. */
    public Found {
        first = List.copyOf(first);
    }
}
