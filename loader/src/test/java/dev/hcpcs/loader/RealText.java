package dev.hcpcs.loader;

import dev.hcpcs.lookup.Quarter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A release of CMS's that is there as text, with its companions.
 *
 * @param report empty where there is none
 */
record RealText(SourceFile text, ReadFile workbook, Optional<TransactionReport> report) {

    static RealText of(String name) throws IOException {
        Path path = RealReleases.cms(name);
        ReleaseFinder finder = new ReleaseFinder(new LoadBudget(ReadLimits.defaults()));
        ReleaseChoice choice = ReleaseChoice.among(finder.find(path), Optional.empty());
        Quarter quarter = choice.chosen().keySet().iterator().next();
        return new RealText(choice.chosen().get(quarter),
                ReleaseReader.read(choice.otherFormats().get(quarter).get(0), quarter), TransactionReport.beside(path, quarter));
    }
}
