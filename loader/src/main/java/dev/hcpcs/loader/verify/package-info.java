/**
 * Whether a release can be trusted: what contradicts itself, its other formats or CMS's transaction report.
 *
 * <p>{@link dev.hcpcs.loader.verify.ReleaseVerifier} is the entry. Each {@link dev.hcpcs.loader.verify.Check} has a class of its
 * own, and the page {@code loader/docs/verify.md} defines what each of them finds; where code and page disagree, the code is
 * wrong.
 *
 * <p>Nothing is {@code null} unless a method says so.
 */
@NullMarked
package dev.hcpcs.loader.verify;

import org.jspecify.annotations.NullMarked;
