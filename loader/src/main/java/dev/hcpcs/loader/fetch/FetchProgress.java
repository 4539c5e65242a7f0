package dev.hcpcs.loader.fetch;

/** Told how far a download is; called from the fetching thread. */
public interface FetchProgress {

    /** For who does not care. */
    FetchProgress NONE = new FetchProgress() {
        @Override
        public void started(long received, long total) {
            // nothing to show
        }

        @Override
        public void received(long received) {
            // nothing to show
        }

        @Override
        public void brokeOff(String message) {
            // nothing to show
        }
    };

    /**
     * Called before the first byte comes, and again after each break.
     *
     * @param received bytes that are here already
     * @param total    bytes of the whole file; -1 where the server does not tell
     */
    void started(long received, long total);

    /** Called when bytes came; with the number of all that are here. */
    void received(long received);

    /** Called when the transfer broke off and is tried again; the message is for people. */
    void brokeOff(String message);
}
