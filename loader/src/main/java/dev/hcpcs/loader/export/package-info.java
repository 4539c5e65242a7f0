/**
 * The loaded releases in the formats of others: CSV, JSON lines, a FHIR CodeSystem, Parquet.
 *
 * <pre>
 * HcpcsIndex ─ Stretch ─┬─ ExportTable ─┬─ CsvTable
 *                       │               └─ ParquetTable
 * ReleaseContent ───────┼─ JsonLines
 *                       └─ CodeSystemJson
 * </pre>
 *
 * <p>A {@link dev.hcpcs.loader.export.Stretch} is the days on end on which a code has one answer; the history is all of them.
 * The same releases give the same bytes. Nothing closes the stream it writes to, and nothing is {@code null}.
 */
package dev.hcpcs.loader.export;
