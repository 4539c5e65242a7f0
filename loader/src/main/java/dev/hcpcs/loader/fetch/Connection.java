package dev.hcpcs.loader.fetch;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** HTTP as the JDK speaks it; turns what can go wrong before an answer into messages. */
final class Connection {

    private final HttpClient client;
    private final Duration timeout;

    /** @param timeout for a connection, for an answer, and for each next byte of it */
    Connection(Duration timeout) {
        this.timeout = timeout;
        this.client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(timeout)
                // All but those from https to http.
                .followRedirects(HttpClient.Redirect.NORMAL)
                .proxy(new EnvironmentProxy(System.getenv())).build();
    }

    /** How long it waits for the next byte, for messages. */
    String patience() {
        return timeout.toSeconds() + " s";
    }

    /**
     * Sends a request and waits for the head of the answer.
     *
     * @throws BrokenTransferException if the connection broke off
     * @throws FetchException          if there was none, or no answer in time
     * @throws IllegalArgumentException if the environment names a proxy that is none
     */
    HttpResponse<ResponseBytes> send(HttpRequest request) throws IOException {
        // Not the request's own timeout: in some Java versions that includes the answer's body, in others it does not.
        CompletableFuture<HttpResponse<ResponseBytes>> answer =
                client.sendAsync(request, head -> new ResponseBytes(timeout));
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new FetchException(request.uri() + ": no answer within " + patience() + "; try again later");
        } catch (InterruptedException e) {
            answer.cancel(true);
            throw interrupted();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IllegalArgumentException mistake) {
                throw mistake;
            }
            throw failure(request.uri(), requireNonNull(e.getCause()));
        }
    }

    /** What to throw where a wait was interrupted. */
    static InterruptedIOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("the download was interrupted");
    }

    private IOException failure(URI address, Throwable cause) {
        String noConnection = address + ": no connection to " + address.getHost() + " or to the proxy for it (";
        String behindProxy = "); behind a proxy, name that in the environment variable HTTPS_PROXY;"
                + " or download it with a browser";
        if (cause instanceof HttpConnectTimeoutException) {
            return new FetchException(noConnection + "none within " + patience() + behindProxy);
        }
        if (cause instanceof ConnectException) {
            return new FetchException(noConnection + reason(cause) + behindProxy);
        }
        if (cause instanceof SSLException) {
            return new FetchException(address + ": no secure connection (" + cause.getMessage() + "); a certificate authority"
                    + " of your own is trusted by java -Djavax.net.ssl.trustStore=FILE -jar ...");
        }
        return cause instanceof IOException ? new BrokenTransferException(cause) : new IOException(cause);
    }

    /** The JDK's own exception has no message; what it is caused by may have. */
    private static String reason(Throwable failure) {
        String reason = failure.getMessage();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException) {
                return "its name is not known";
            }
            reason = cause.getMessage() == null ? reason : cause.getMessage();
        }
        return reason == null ? "refused" : reason;
    }
}
