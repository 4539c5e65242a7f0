/**
 * Search by words over the descriptions of an {@link dev.hcpcs.lookup.HcpcsIndex};
 * {@link dev.hcpcs.lookup.search.DescriptionSearch} is the entry.
 *
 * <p>A description goes through {@code Tokenizer}, which cuts it into words, and {@code Terms}, which adds what
 * {@code Abbreviations} and {@code Inflections} know to be the same; {@code WordIndex} keeps which records have which, and
 * {@code Ranking} says which of those found come first. What matches what is told in {@code lookup/docs/search.md}.
 */
@NullMarked
package dev.hcpcs.lookup.search;

import org.jspecify.annotations.NullMarked;
