/**
 * HCPCS Level II codes as they were on any date.
 *
 * <p>{@link dev.hcpcs.lookup.HcpcsIndex} is the entry: it holds every loaded CMS release in memory, never changes, and
 * may be shared between threads. A release enters as a {@link dev.hcpcs.lookup.ReleaseContent}; the rules that turn
 * releases into periods and versions stand in {@code Timeline}.
 *
 * <p>Conventions of the whole package: a method or parameter is never {@code null}, and what may be absent is an
 * {@link java.util.Optional} or an empty list; dates are calendar days; a range names whether its end is inclusive, and
 * a termination date always is.
 */
@NullMarked
package dev.hcpcs.lookup;

import org.jspecify.annotations.NullMarked;
