package dev.hcpcs.loader.cli;

import org.apache.commons.csv.CSVFormat;

/** How this program reads and writes CSV. */
final class Csv {

    static final CSVFormat READ = CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).get();
    static final CSVFormat WRITE = CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

    private Csv() {
    }
}
