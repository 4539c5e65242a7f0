/**
 * CMS's corrections of a release, and what the loaded releases contain of them.
 *
 * <p>{@link dev.hcpcs.loader.correction.CorrectionReader} reads the lists that {@code dev.hcpcs.loader.CorrectionFiles} finds,
 * {@code ActionText} understands what it safely can of CMS's words, and {@link dev.hcpcs.loader.correction.CorrectionJudge}
 * holds each correction against an index.
 *
 * <p>Nothing is {@code null} unless a method says so.
 */
@NullMarked
package dev.hcpcs.loader.correction;

import org.jspecify.annotations.NullMarked;
