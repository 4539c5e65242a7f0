/**
 * Downloads a quarter's release file from CMS.
 *
 * <p>{@link dev.hcpcs.loader.fetch.ReleaseFetch} is the entry: it asks the {@link dev.hcpcs.loader.fetch.ReleaseAddress} of the
 * quarter, checks what came ({@code ReleaseCheck}), and keeps it with its checksum ({@code KeptFile}). {@code Download} is one
 * transfer into a {@code PartFile}, with its retries; {@code Connection} is HTTP, whose answers are {@code Answer} and
 * {@code ResponseBytes}.
 *
 * <p>Nothing is {@code null} unless a method says so.
 */
@NullMarked
package dev.hcpcs.loader.fetch;

import org.jspecify.annotations.NullMarked;
