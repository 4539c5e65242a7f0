package dev.hcpcs.loader.cli;

import dev.hcpcs.loader.LoadedReleases.Replaced;
import java.io.PrintWriter;
import java.util.List;

/** Tells of the files that were not loaded, so that none goes missing without a word. */
final class NotLoaded {

    private NotLoaded() {
    }

    static void tell(List<Replaced> replaced, List<String> passedOver, List<String> corrections, PrintWriter remarks) {
        for (Replaced file : replaced) {
            remarks.println(file.file() + ": not loaded, because " + file.by() + switch (file.why()) {
                case LATER_VERSION -> " is a later version";
                case BETTER_FORMAT -> " is the same release";
            });
        }
        for (String file : passedOver) {
            remarks.println(file + ": not loaded, because it is not named like a release; name it alone, or as CMS does");
        }
        for (String list : corrections) {
            remarks.println(list + ": not loaded: a list of corrections, see 'hcpcs corrections'");
        }
    }
}
