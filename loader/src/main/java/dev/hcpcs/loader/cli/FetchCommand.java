package dev.hcpcs.loader.cli;

import dev.hcpcs.loader.fetch.Fetched;
import dev.hcpcs.loader.fetch.NotFetchedException;
import dev.hcpcs.loader.fetch.ReleaseAddress;
import dev.hcpcs.loader.fetch.ReleaseFetch;
import dev.hcpcs.lookup.Quarter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hcpcs fetch}. */
@Command(name = "fetch", mixinStandardHelpOptions = true,
        description = {"Downloads quarters' ZIPs from CMS.",
            "The SHA-256 of each is recorded beside it in NAME.zip.sha256, and printed as sha256sum does. What an interrupted"
            + " download left in NAME.zip.part is continued. A file that is here is not downloaded again unless the server has"
            + " another one, and not replaced without --replace.",
            "The proxy is that of the system properties https.proxyHost, https.proxyPort and http.nonProxyHosts (java -D...),"
            + " else that of the environment variables HTTPS_PROXY, HTTP_PROXY and NO_PROXY. Certificates are trusted as Java"
            + " does: -Djavax.net.ssl.trustStore=FILE names a store of your own."},
        footer = {"", "CMS's address:", ReleaseAddress.CMS, "", "Exit status: 0 the files are here; 1 the server has no file of a"
            + " quarter, or another one than is here, or the one here is not as recorded; 2 wrong usage, or a file that cannot"
            + " be transferred or is no release of that quarter."})
final class FetchCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "QUARTER", converter = QuarterConverter.class,
            description = "For example 2026-OCT.")
    private List<Quarter> quarters;

    @Option(names = "--to", paramLabel = "FOLDER",
            description = "Where to put the files (default: the current folder)")
    private Path folder = Path.of("");

    @Option(names = "--from", paramLabel = "ADDRESS",
            defaultValue = "${sys:hcpcs.address:-${env:HCPCS_ADDRESS:-" + ReleaseAddress.CMS + "}}",
            description = "The files' address, in which {month} stands for january, april, july or october and {year} for the"
                    + " year; or that of one file (default: the system property hcpcs.address, else the environment variable"
                    + " HCPCS_ADDRESS, else that of CMS)")
    private String address;

    @Option(names = "--replace", description = "Download in any case, and replace a file that is here.")
    private boolean replace;

    @Option(names = "--timeout", defaultValue = "30", paramLabel = "SECONDS",
            description = "How long to wait for a connection, an answer, and each next byte (default: ${DEFAULT-VALUE})")
    private int timeout;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        ReleaseAddress from = new ReleaseAddress(address);
        Collection<Quarter> wanted = new LinkedHashSet<>(quarters);
        if (wanted.stream().map(from::of).distinct().count() < wanted.size()) {
            throw new IllegalArgumentException("'" + address + "' is the same for several of " + wanted
                    + "; write {month} and {year} where it names these");
        }
        if (timeout < 1) {
            throw new IllegalArgumentException("--timeout must be at least 1 second");
        }
        int exit = Hcpcs.DONE;
        for (Quarter quarter : wanted) {
            try {
                report(fetch(from, quarter));
            } catch (NotFetchedException e) {
                spec.commandLine().getErr().println("hcpcs: " + e.getMessage());
                exit = Hcpcs.NEGATIVE;
            }
        }
        return exit;
    }

    private Fetched fetch(ReleaseAddress from, Quarter quarter) throws IOException {
        try (FetchProgressBar progress = new FetchProgressBar("Fetching " + quarter, spec.commandLine().getErr())) {
            return ReleaseFetch.from(from).timeout(Duration.ofSeconds(timeout)).onProgress(progress)
                    .fetch(quarter, folder, replace);
        }
    }

    private void report(Fetched fetched) throws IOException {
        spec.commandLine().getErr().println("hcpcs: " + switch (fetched.outcome()) {
            case DOWNLOADED -> "downloaded " + fetched.address();
            case REPLACED -> "downloaded " + fetched.address() + ", which replaces another file";
            case UNCHANGED -> fetched.file() + " is there already, the same as " + fetched.address();
        });
        PrintWriter answer = spec.commandLine().getOut();
        answer.println(fetched.sha256() + "  " + fetched.file());
        Output.flush(answer);
    }
}
