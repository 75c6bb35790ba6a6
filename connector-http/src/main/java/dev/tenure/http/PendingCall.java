package dev.tenure.http;

import dev.tenure.lifecycle.failure.ConnectorException;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import okhttp3.Call;
import okhttp3.Response;
import okio.Buffer;

/**
 * A call that is under way while its caller does something else. The answer is read into memory, within the bound of the
 * channel, by the threads of the HTTP client; no thread is made for it. For one thread; whoever does not want the answer
 * any more cancels it.
 */
public final class PendingCall {

    /** An answer that came whole. */
    static final class Received {

        private final Response head;
        private final Buffer body;
        private final Instant at;
        private final String correlationId;

        Received(Response head, Buffer body, Instant at, String correlationId) {
            this.head = head;
            this.body = body;
            this.at = at;
            this.correlationId = correlationId;
        }

        private HttpAnswer answer() {
            return new HttpAnswer(head.code(), head.headers(), body.inputStream(), at, correlationId);
        }
    }

    private final Call call;
    private final CompletableFuture<Received> received;
    private final Function<IOException, ConnectorException> faults;
    private final Function<InterruptedException, ConnectorException> interrupted;

    PendingCall(
            Call call,
            CompletableFuture<Received> received,
            Function<IOException, ConnectorException> faults,
            Function<InterruptedException, ConnectorException> interrupted) {
        this.call = call;
        this.received = received;
        this.faults = faults;
        this.interrupted = interrupted;
    }

    /**
     * Waits for the answer and reads it. To be called once.
     *
     * @param reader makes something of the answer, in the thread of the caller
     * @param <T> what is made of it
     * @return what the reader made
     * @throws ConnectorException if there is no whole answer, or the reader throws it
     */
    public <T> T answer(AnswerReader<T> reader) {
        try {
            return reader.read(received.get().answer());
        } catch (IOException broken) {
            throw faults.apply(broken);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw failed.getCause() instanceof IOException broken
                    ? faults.apply(broken)
                    : new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            cancel();
            throw interrupted.apply(stopped);
        }
    }

    /** Gives the call up. Safe to call twice, and when the answer is there. */
    public void cancel() {
        call.cancel();
    }
}
