package dev.hcpcs.loader;

import dev.hcpcs.lookup.Release;

/** Told how far a load is; called from the loading thread. */
public interface LoadProgress {

    /** For who does not care. */
    LoadProgress NONE = new LoadProgress() {
        @Override
        public void found(int releases) {
            // nothing to show
        }

        @Override
        public void read(Release release) {
            // nothing to show
        }
    };

    /** Called once, before the first release is read. */
    void found(int releases);

    /** Called after each release that was read. */
    void read(Release release);
}
