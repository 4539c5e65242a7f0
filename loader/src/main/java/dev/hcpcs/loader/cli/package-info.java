/**
 * The command line: a thin layer that reads options, calls the loader and the index, and writes answers as text or JSON.
 *
 * <p>Answers go to standard output, everything else to standard error. Exit status: 0 done, 1 the answer is negative,
 * 2 wrong usage or input that cannot be read.
 */
package dev.hcpcs.loader.cli;
