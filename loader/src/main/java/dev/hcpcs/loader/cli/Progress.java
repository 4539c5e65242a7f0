package dev.hcpcs.loader.cli;

import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jline.nativ.CLibrary;

/** Progress on standard error. */
final class Progress {

    private static final int STANDARD_ERROR = 2;

    private Progress() {
    }

    /** Whether standard error is a terminal; where that cannot be found out, it is none. */
    static boolean isShown() {
        try {
            return CLibrary.isatty(STANDARD_ERROR) == 1;
        } catch (LinkageError | RuntimeException e) {
            return false;
        }
    }

    static ProgressBarBuilder bar(String task) {
        return new ProgressBarBuilder().setTaskName(task).setStyle(ProgressBarStyle.ASCII).setUpdateIntervalMillis(200)
                .clearDisplayOnFinish();
    }
}
