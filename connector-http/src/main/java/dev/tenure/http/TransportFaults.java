package dev.tenure.http;

import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.failure.ProtocolViolation;
import dev.tenure.lifecycle.failure.RetryLater;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Says what a broken connection means. The causes are kept: they name hosts, and nothing of a person. */
final class TransportFaults {

    private TransportFaults() {}

    static ConnectorException of(String system, String product, String operation, String host, IOException cause) {
        String failed = product + ": " + operation + " failed: ";
        if (cause instanceof BodyTooLargeException) {
            return new ProtocolViolation(system, failed + cause.getMessage() + "; ask for smaller pages", cause);
        }
        if (cause instanceof SSLHandshakeException || cause instanceof SSLPeerUnverifiedException) {
            return new ProtocolViolation(
                    system,
                    failed + "the TLS certificate of " + host
                            + " is not trusted; check the address, the machine's clock and the trust store",
                    cause);
        }
        if (cause instanceof UnknownHostException) {
            return retry(system, failed + "there is no host " + host + "; check the address and DNS", cause);
        }
        if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
            return retry(
                    system, failed + host + " cannot be reached; check the address, the proxy and the firewall", cause);
        }
        if (cause instanceof InterruptedIOException && Thread.currentThread().isInterrupted()) {
            return interrupted(system, product, operation, cause);
        }
        // A client's limit for whole calls is no SocketTimeoutException, but the kind above that.
        if (cause instanceof InterruptedIOException) {
            return retry(system, failed + host + " did not answer in time; try later, or allow more time", cause);
        }
        if (cause instanceof ProtocolException) {
            return retry(system, failed + "the answer of " + host + " is cut short or not HTTP; try later", cause);
        }
        return retry(system, failed + "the connection to " + host + " broke; try later", cause);
    }

    /** Of a call that another thread made: that one may have been stopped, this one was not. */
    static ConnectorException ofOtherThread(
            String system, String product, String operation, String host, IOException cause) {
        boolean stopped = cause instanceof InterruptedIOException && !(cause instanceof SocketTimeoutException);
        return stopped
                ? retry(
                        system,
                        product + ": " + operation + " failed: the call to " + host + " was stopped; try later",
                        cause)
                : of(system, product, operation, host, cause);
    }

    static ConnectorException interrupted(String system, String product, String operation, Exception cause) {
        Thread.currentThread().interrupt();
        return new RetryLater(
                system, null, product + ": " + operation + " was interrupted; run it again when that is wanted", cause);
    }

    private static RetryLater retry(String system, String message, IOException cause) {
        return new RetryLater(system, null, message, cause);
    }
}
