/**
 * Metrics of a {@link dev.hcpcs.lookup.LiveIndex} for Micrometer. Nothing else refers to this package, so that an application
 * which does not use it needs no Micrometer.
 */
@NullMarked
package dev.hcpcs.lookup.micrometer;

import org.jspecify.annotations.NullMarked;
