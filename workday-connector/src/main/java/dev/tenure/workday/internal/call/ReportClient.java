package dev.tenure.workday.internal.call;

import dev.tenure.http.HttpAnswer;
import dev.tenure.http.HttpCall;
import dev.tenure.http.HttpChannel;
import dev.tenure.http.Urgency;
import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.failure.CredentialsRejected;
import dev.tenure.lifecycle.failure.PermissionMissing;
import dev.tenure.lifecycle.failure.ProtocolViolation;
import dev.tenure.lifecycle.failure.RetryLater;
import dev.tenure.workday.internal.wire.ReportQuery;
import dev.tenure.workday.internal.wire.ReportReader;
import dev.tenure.workday.internal.wire.UnreadableAnswerException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** Reads custom reports as a service (rule M8). Safe for use by several threads. */
public final class ReportClient {

    private static final String OPERATION = "read report";

    private final String system;
    private final Endpoint endpoint;
    private final Credentials credentials;
    private final HttpChannel channel;
    private final HttpFaults http;
    private final ReportReader reader = new ReportReader();

    /**
     * Makes a client.
     *
     * @param system the source's name, for messages
     * @param endpoint where the tenant is
     * @param credentials how to show who asks
     * @param channel makes the calls
     */
    public ReportClient(String system, Endpoint endpoint, Credentials credentials, HttpChannel channel) {
        this.system = system;
        this.endpoint = endpoint;
        this.credentials = credentials;
        this.channel = channel;
        this.http = new HttpFaults(system);
    }

    /**
     * Reads a report.
     *
     * @param report which one
     * @param urgency whether it goes ahead of calls that wait
     * @param rows takes each row; says no to end the reading before the end of the report
     * @throws ConnectorException if it cannot be read; what the rows were before that is not to be used
     */
    public void read(ReportQuery report, Urgency urgency, Predicate<Map<String, List<String>>> rows) {
        HttpCall call = new HttpCall(OPERATION, "reports", urgency, request(report));
        channel.call(call, answer -> {
            read(report, answer, rows);
            return true;
        });
    }

    private Request request(ReportQuery report) {
        HttpUrl.Builder url = endpoint.report(report.owner(), report.name()).newBuilder();
        if (report.json()) {
            url.addQueryParameter("format", "json");
        }
        report.prompts().forEach(url::addQueryParameter);
        return new Request.Builder()
                .url(url.build())
                .header("Authorization", authorization(report.tenantInUser()))
                .build();
    }

    private String authorization(boolean tenantInUser) {
        if (credentials instanceof Credentials.User user) {
            String name = user.user();
            return okhttp3.Credentials.basic(
                    tenantInUser ? name : name.substring(0, name.lastIndexOf('@')),
                    user.password().reveal(),
                    StandardCharsets.UTF_8);
        }
        return ((Credentials.Bearer) credentials).header(system);
    }

    private void read(ReportQuery report, HttpAnswer answer, Predicate<Map<String, List<String>>> rows)
            throws IOException {
        if (HttpFaults.isBusy(answer)) {
            throw http.busy(OPERATION + " '" + report.name() + "'", answer);
        }
        if (!answer.ok()) {
            throw refused(report, answer);
        }
        try {
            if (report.json()) {
                reader.json(answer.body(), rows);
            } else {
                reader.xml(answer.body(), rows);
            }
        } catch (UnreadableAnswerException unreadable) {
            throw new ProtocolViolation(
                    system,
                    failed(report) + "the answer cannot be read: " + unreadable.getMessage()
                            + "; nothing of it was used; look at the report in Workday, and try again");
        }
    }

    private ConnectorException refused(ReportQuery report, HttpAnswer answer) {
        String failed = failed(report) + "HTTP " + answer.status() + "; ";
        return switch (answer.status()) {
            case 401 ->
                new CredentialsRejected(
                        system,
                        failed + "check the user and password, or the token; some tenants want user@tenant for reports:"
                                + " then set 'withTenantInUser' of the report");
            case 403 ->
                new PermissionMissing(
                        system,
                        failed + "share the report with the integration user, and grant Get on the domains of its data"
                                + " source and fields to its security group");
            case 400, 404, 405 ->
                new ProtocolViolation(
                        system,
                        failed + "check the report's owner, name and prompts, that it is of type 'Advanced' and that"
                                + " 'Enable As Web Service' is set");
            case 500 ->
                // Some tenants answer so for a report that there is not; others for what is over in a moment.
                new RetryLater(
                        system,
                        null,
                        failed
                                + "try again later; if it stays, check the report's owner, name and prompts, and run it in"
                                + " Workday");
            default -> http.without("a report", OPERATION + " '" + report.name() + "'", answer);
        };
    }

    private String failed(ReportQuery report) {
        return system + ": " + OPERATION + " '" + report.name() + "' failed: ";
    }
}
