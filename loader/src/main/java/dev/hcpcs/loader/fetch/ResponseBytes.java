package dev.hcpcs.loader.fetch;

import java.io.Closeable;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The bytes of a response as they come, with a limit to the wait for the next: the JDK's own body streams wait forever. */
final class ResponseBytes implements BodySubscriber<ResponseBytes>, Closeable {

    /** Known by its identity: a client may deliver an empty list too. */
    private static final List<ByteBuffer> END = new ArrayList<>();

    private final Duration timeout;
    private final BlockingQueue<List<ByteBuffer>> arrived = new LinkedBlockingQueue<>();
    /** Null before the transfer has begun. */
    private volatile @Nullable Subscription subscription;
    /** Null while nothing has failed. */
    private volatile @Nullable Throwable failure;
    private volatile boolean closed;

    ResponseBytes(Duration timeout) {
        this.timeout = timeout;
    }

    /**
     * Waits for the next bytes.
     *
     * @return empty at the end
     * @throws HttpTimeoutException    if none came in time
     * @throws BrokenTransferException if the connection broke off before the end
     */
    List<ByteBuffer> next() throws IOException {
        List<ByteBuffer> next;
        try {
            next = arrived.poll(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw Connection.interrupted();
        }
        if (next == null) {
            throw new HttpTimeoutException("no byte came in time");
        }
        Throwable cause = failure;
        if (cause != null && next == END) {
            throw new BrokenTransferException(cause);
        }
        Subscription subscribed = subscription;
        if (next != END && subscribed != null) {
            subscribed.request(1);
        }
        return next;
    }

    /** Ends the transfer where it is, or as soon as it begins. */
    @Override
    public void close() {
        closed = true;
        Subscription subscribed = subscription;
        if (subscribed != null) {
            subscribed.cancel();
        }
    }

    /** There from the beginning, so that a response is, too, before its bytes have come. */
    @Override
    public CompletionStage<ResponseBytes> getBody() {
        return CompletableFuture.completedStage(this);
    }

    @Override
    public void onSubscribe(Subscription made) {
        subscription = made;
        if (closed) {
            made.cancel();
        } else {
            made.request(1);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> bytes) {
        arrived.add(bytes);
    }

    @Override
    public void onError(Throwable cause) {
        failure = cause;
        arrived.add(END);
    }

    @Override
    public void onComplete() {
        arrived.add(END);
    }
}
