package dev.hcpcs.loader.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow.Subscription;
import org.junit.jupiter.api.Test;

/** A response is there before its bytes, so it may be closed before they are on their way. */
class ResponseBytesTest {

    private static final class Transfer implements Subscription {

        private final List<String> calls = new ArrayList<>();

        @Override
        public void request(long number) {
            calls.add("request " + number);
        }

        @Override
        public void cancel() {
            calls.add("cancel");
        }
    }

    private final Transfer transfer = new Transfer();
    private final ResponseBytes bytes = new ResponseBytes(Duration.ofSeconds(1));

    @Test
    void closingEndsATransferThatBegan() {
        bytes.onSubscribe(transfer);
        bytes.close();

        assertThat(transfer.calls).containsExactly("request 1", "cancel");
    }

    @Test
    void closingEndsATransferThatBeginsLater() {
        bytes.close();
        bytes.onSubscribe(transfer);

        assertThat(transfer.calls).containsExactly("cancel");
    }
}
