/**
 * Reads CMS's HCPCS Level II releases, in every form they come in, for a {@link dev.hcpcs.lookup.HcpcsIndex}.
 *
 * <p>{@link dev.hcpcs.loader.ReleaseLoader} is the entry. Data flows one way:
 *
 * <ol>
 * <li>{@code ReleaseFinder} finds the release files among all in folders and ZIPs ({@code FoundFile}), by their names
 *     ({@code ReleaseName}), and {@code ReleaseChoice} settles which one is the release of its quarter;
 * <li>{@code TextReader} and {@code SheetReader} (for what {@code Workbooks} and {@code CsvSheet} read) turn a file
 *     into {@code SourceRow}s, whose fields {@code Field} declares;
 * <li>{@code RecordAssembler} joins the rows of one record, {@code RecordParser} types its fields;
 * <li>what is wrong on the way becomes a {@link dev.hcpcs.loader.Diagnostic}, and the whole a
 *     {@link dev.hcpcs.loader.ReadFile}.
 * </ol>
 *
 * <p>Nothing is read without a {@link dev.hcpcs.loader.ReadLimit}: {@code ZipArchive} opens ZIPs, {@code LoadBudget} counts
 * what one load holds in memory.
 *
 * <p>{@code CompanionReader} finds and reads CMS's lists of codes not otherwise classified, and its processing notes.
 *
 * <p>{@link dev.hcpcs.loader.TransactionReport} reads what CMS says it changed; {@code dev.hcpcs.loader.change} finds what did,
 * and {@code dev.hcpcs.loader.verify} whether a release can be trusted. {@code CorrectionFiles} reads CMS's corrections, and
 * {@code dev.hcpcs.loader.correction} tells what releases contain of them. {@code dev.hcpcs.loader.fetch} downloads releases,
 * and {@code dev.hcpcs.loader.publish} adds them to a published snapshot.
 *
 * <p>Nothing is {@code null} unless a method says so.
 */
@NullMarked
package dev.hcpcs.loader;

import org.jspecify.annotations.NullMarked;
