package dev.hcpcs.loader.cli;

import dev.hcpcs.loader.fetch.FetchProgress;
import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;

/** Shows on standard error how far a download is, where that is a terminal, and says everywhere that it broke off. */
final class FetchProgressBar implements FetchProgress, AutoCloseable {

    private final String task;
    private final PrintWriter remarks;
    private ProgressBar bar;

    FetchProgressBar(String task, PrintWriter remarks) {
        this.task = task;
        this.remarks = remarks;
    }

    @Override
    public void started(long received, long total) {
        if (Progress.isShown()) {
            bar = Progress.bar(task).setInitialMax(total).setUnit("KiB", 1 << 10).build();
            bar.stepTo(received);
        }
    }

    @Override
    public void received(long received) {
        if (bar != null) {
            bar.stepTo(received);
        }
    }

    @Override
    public void brokeOff(String message) {
        close();
        remarks.println("hcpcs: " + message);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
