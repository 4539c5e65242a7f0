package dev.hcpcs.loader.cli;

import dev.hcpcs.loader.LoadProgress;
import dev.hcpcs.lookup.Release;
import me.tongfei.progressbar.ProgressBar;

/** Shows on standard error how far a load is, where that is a terminal. */
final class LoadProgressBar implements LoadProgress, AutoCloseable {

    private ProgressBar bar;

    @Override
    public void found(int releases) {
        if (Progress.isShown()) {
            bar = Progress.bar("Reading releases").setInitialMax(releases).build();
        }
    }

    @Override
    public void read(Release release) {
        if (bar != null) {
            bar.setExtraMessage(release.quarter().toString());
            bar.step();
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
