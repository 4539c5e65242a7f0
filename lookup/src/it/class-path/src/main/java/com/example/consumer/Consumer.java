package com.example.consumer;

import dev.hcpcs.lookup.HcpcsCode;
import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.HcpcsRecord;
import dev.hcpcs.lookup.Quarter;
import dev.hcpcs.lookup.Release;
import dev.hcpcs.lookup.ReleaseContent;
import dev.hcpcs.lookup.search.DescriptionSearch;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Writes a snapshot, opens it and answers, as a program does that knows nothing but the artifact. */
final class Consumer {

    private Consumer() {
    }

    public static void main(String[] arguments) throws Exception {
        HcpcsRecord record = HcpcsRecord.builder(HcpcsCode.parse("Q4257")).longDescription("Relese, per square centimeter")
                .addedDate(Optional.of(LocalDate.of(2022, 4, 1))).build();
        Release release = new Release(new Quarter(2023, 1), "HCPC2023_JAN_ANWEB.txt", "0".repeat(64));
        Path snapshot = Path.of(arguments[0]);
        try (OutputStream out = Files.newOutputStream(snapshot)) {
            HcpcsIndex.of(List.of(new ReleaseContent(release, List.of(record)))).write(out);
        }

        HcpcsIndex index = HcpcsIndex.open(snapshot);
        LocalDate date = LocalDate.of(2024, 3, 1);
        System.out.println(HcpcsIndex.class.getModule().getName() + " " + index.lookup("Q4257", date).status() + " "
                + index.asKnownAt(new Quarter(2023, 1)).status("Q4257", date) + " " + DescriptionSearch.of(index).getClass().getSimpleName());
    }
}
