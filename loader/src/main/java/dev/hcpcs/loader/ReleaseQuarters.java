package dev.hcpcs.loader;

import dev.hcpcs.lookup.Quarter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Tells by the names of files of which quarters releases are, without loading them. */
public final class ReleaseQuarters {

    private ReleaseQuarters() {
    }

    /** What the name of a file tells; empty where it tells no quarter. */
    public static Optional<Quarter> ofName(String name) {
        return new ReleaseName(name).quarter();
    }

    /**
     * The quarters that the names of the releases in a ZIP tell by themselves, without the ZIP's own name.
     *
     * @return in order; empty where none tells
     * @throws IOException if it cannot be read
     */
    public static Set<Quarter> ofNamesInZip(Path zip) throws IOException {
        Set<Quarter> quarters = new TreeSet<>();
        for (SourceFile file : releases(zip)) {
            new ReleaseName(file.name()).quarter().ifPresent(quarters::add);
        }
        return quarters;
    }

    private static List<SourceFile> releases(Path zip) throws IOException {
        return new ReleaseFinder(new LoadBudget(ReadLimits.configured())).findInZip(zip);
    }

    /**
     * The quarters of the releases that a ZIP holds. Its own name counts where those in it do not tell; how it ends does not
     * matter.
     *
     * @return in order, at least one
     * @throws ReleaseException if it is no readable ZIP, holds no release, or one of an unknown quarter
     * @throws IOException      if it cannot be read
     */
    public static Set<Quarter> inZip(Path zip) throws IOException {
        return ReleaseChoice.among(releases(zip), Optional.empty()).chosen().keySet();
    }
}
