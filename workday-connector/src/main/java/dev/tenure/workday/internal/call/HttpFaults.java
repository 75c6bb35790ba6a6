package dev.tenure.workday.internal.call;

import dev.tenure.http.HttpAnswer;
import dev.tenure.http.RetryAfter;
import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.failure.CredentialsRejected;
import dev.tenure.lifecycle.failure.PermissionMissing;
import dev.tenure.lifecycle.failure.ProtocolViolation;
import dev.tenure.lifecycle.failure.RetryLater;

/** Says what an HTTP status means where there is nothing better to go by. The body is not looked at: it may be anybody's. */
final class HttpFaults {

    private final String system;

    HttpFaults(String system) {
        this.system = system;
    }

    static boolean isBusy(HttpAnswer answer) {
        return answer.status() == 429 || answer.status() == 503;
    }

    RetryLater busy(String operation, HttpAnswer answer) {
        String why = answer.status() == 429 ? "too many calls" : "Workday is not available, perhaps for maintenance";
        return new RetryLater(
                system,
                RetryAfter.read(answer.headers(), answer.at()).orElse(null),
                failed(operation) + why + " (HTTP " + answer.status() + "); try again later");
    }

    /** What comes without the thing that Workday itself would say comes from something in between. */
    ConnectorException without(String thing, String operation, HttpAnswer answer) {
        String kind = answer.headers().get("Content-Type");
        String what = "HTTP " + answer.status() + " without " + thing
                + (kind == null ? "" : " (" + kind.replaceAll("[^A-Za-z0-9/;=+. -]", "") + ")");
        return switch (answer.status()) {
            case 401 ->
                new CredentialsRejected(
                        system, failed(operation) + what + "; check the user and password, or the token");
            case 403 ->
                new PermissionMissing(
                        system,
                        failed(operation) + what + "; check that the user may call web services from this address");
            case 301, 302, 303, 307, 308, 400, 404, 405, 410, 415 ->
                new ProtocolViolation(system, failed(operation) + what + "; check setting 'endpoint'");
            default ->
                answer.status() >= 400 && answer.status() < 500 && answer.status() != 408
                        ? new ProtocolViolation(
                                system,
                                failed(operation) + what + "; see what stands between here and Workday, since Workday"
                                        + " itself answers otherwise")
                        : new RetryLater(system, null, failed(operation) + what + "; try again later");
        };
    }

    private String failed(String operation) {
        return system + ": " + operation + " failed: ";
    }
}
