/**
 * What changed between two releases, and whether CMS says so.
 *
 * <p>{@link dev.hcpcs.loader.change.ReleaseChanges} is the entry: it compares two releases of an index, code by code, and
 * {@link dev.hcpcs.loader.change.ChangeKind} defines what each kind of change is.
 * {@link dev.hcpcs.loader.change.Reconciliation} holds the outcome against CMS's own
 * {@link dev.hcpcs.loader.TransactionReport}.
 *
 * <p>Nothing is {@code null} unless a method says so.
 */
@NullMarked
package dev.hcpcs.loader.change;

import org.jspecify.annotations.NullMarked;
