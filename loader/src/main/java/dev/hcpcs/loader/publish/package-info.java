/**
 * Adds releases to a published snapshot, and brings earlier snapshots back.
 *
 * <p>{@link dev.hcpcs.loader.publish.Refresh} is the entry: it verifies what is to be added, raises every
 * {@link dev.hcpcs.loader.publish.Doubt} that {@code RefreshCheck} has, and publishes unless one of them is not accepted. A
 * {@link dev.hcpcs.loader.publish.SnapshotStore} is the published file with the earlier ones that are kept beside it; whoever
 * changes it does so through a {@link dev.hcpcs.loader.publish.StoreUpdate}, of which there is one at a time, and that through
 * {@code Disk}, whose steps each leave every file whole.
 *
 * <p>Nothing is {@code null} unless a method says so.
 */
@NullMarked
package dev.hcpcs.loader.publish;

import org.jspecify.annotations.NullMarked;
