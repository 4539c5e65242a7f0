package dev.hcpcs.loader.cli;

/** How an answer is written. */
enum OutputFormat {
    /** Made to be read. */
    TEXT,
    /** Stable, for programs. */
    JSON
}
