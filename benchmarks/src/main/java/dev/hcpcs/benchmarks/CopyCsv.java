package dev.hcpcs.benchmarks;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/** The least that a program can do with a CSV: Commons CSV reads each record and writes it again. */
public final class CopyCsv {

    private CopyCsv() {
    }

    /** Takes the file to read and the file to write. */
    public static void main(String[] args) throws IOException {
        try (Reader in = Files.newBufferedReader(Path.of(args[0]));
                CSVParser records = CSVFormat.DEFAULT.parse(in);
                CSVPrinter out = CSVFormat.DEFAULT.print(Files.newBufferedWriter(Path.of(args[1])))) {
            for (CSVRecord record : records) {
                out.printRecord(record);
            }
        }
    }
}
