package dev.hcpcs.loader.cli;

import dev.hcpcs.loader.LoadedReleases;
import dev.hcpcs.loader.ReleaseLoader;
import dev.hcpcs.lookup.Companions;
import dev.hcpcs.lookup.ReleaseContent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The sample releases on the class path; {@code releases.list} beside them names one a line. */
final class BundledReleases {

    private static final String FOLDER = "/dev/hcpcs/samples/";

    private BundledReleases() {
    }

    static LoadedReleases load() throws IOException {
        String names;
        try (InputStream list = open("releases.list")) {
            names = new String(list.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<ReleaseContent> releases = new ArrayList<>();
        for (String name : names.lines().toList()) {
            try (InputStream release = open(name)) {
                releases.addAll(ReleaseLoader.strict().load(name, release).releases());
            }
        }
        return new LoadedReleases(releases, Companions.NONE, List.of(), List.of(), List.of(), List.of());
    }

    private static InputStream open(String name) throws IOException {
        InputStream in = BundledReleases.class.getResourceAsStream(FOLDER + name);
        if (in == null) {
            throw new IOException("no releases are bundled with this program (" + FOLDER + name + " is missing); give --data");
        }
        return in;
    }
}
