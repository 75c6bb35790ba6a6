package dev.tenure.workday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.failure.FailureKind;
import dev.tenure.lifecycle.source.WorkerPages;
import dev.tenure.lifecycle.source.WorkerQuery;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Headers;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every documented error as it comes over the wire, status and body, and what is made of it. */
final class RecordedFaultsTest {

    private static final Headers XML = Headers.of("Content-Type", "text/xml;charset=utf-8");
    private static final Headers HTML = Headers.of("Content-Type", "text/html");
    private static final String SIGN_IN =
            "<!DOCTYPE html><html><head><title>Sign In</title></head><body>Zebediah</body></html>";

    private record Recorded(
            String name, int status, Headers headers, String body, FailureKind kind, List<String> words) {}

    private static final List<Recorded> ALL = List.of(
            new Recorded(
                    "wrong credentials",
                    500,
                    XML,
                    fault("SOAP-ENV:Client.authenticationError", "invalid username or password", ""),
                    FailureKind.CREDENTIALS_REJECTED,
                    List.of("user or the password", "@tenant", "locked")),
            new Recorded(
                    "wrong credentials with another prefix and HTTP 401",
                    401,
                    XML,
                    fault("wd:Client.authenticationError", "invalid username or password", ""),
                    FailureKind.CREDENTIALS_REJECTED,
                    List.of("Client.authenticationError")),
            new Recorded(
                    "no permission",
                    500,
                    XML,
                    fault(
                            "SOAP-ENV:Server.processingError",
                            "Processing error occurred. The task submitted is not authorized.",
                            "<wd:Processing_Fault xmlns:wd=\"urn:com.workday/bsvc\"><wd:Detail_Message>The task submitted is"
                                    + " not authorized.</wd:Detail_Message></wd:Processing_Fault>"),
                    FailureKind.PERMISSION_MISSING,
                    List.of("grant", "activate pending security policy changes")),
            new Recorded(
                    "no permission, told as the client's fault",
                    500,
                    XML,
                    fault("SOAP-ENV:Client", "The task submitted is not authorized.", ""),
                    FailureKind.PERMISSION_MISSING,
                    List.of("grant")),
            new Recorded(
                    "invalid request",
                    500,
                    XML,
                    fault(
                            "SOAP-ENV:Client.validationError",
                            "Validation error occurred. Updated Through date cannot be greater than the current date.",
                            "<wd:Validation_Fault xmlns:wd=\"urn:com.workday/bsvc\"><wd:Validation_Error><wd:Message>Updated"
                                    + " Through date cannot be greater than the current date.</wd:Message><wd:Xpath>/bsvc:Get"
                                    + "</wd:Xpath></wd:Validation_Error></wd:Validation_Fault>"),
                    FailureKind.INVALID_VALUE,
                    List.of("Updated Through date cannot be greater")),
            new Recorded(
                    "custom phone device type",
                    500,
                    XML,
                    fault(
                            "SOAP-ENV:Client.validationError",
                            "Validation error occurred. Invalid ID value.  'Mobile' is not a valid ID value for type ="
                                    + " 'Phone_Device_Type_ID'",
                            ""),
                    FailureKind.INVALID_VALUE,
                    List.of("'Mobile'", "'phoneDevices'", "Maintain Reference IDs")),
            new Recorded(
                    "custom phone device type, in other words",
                    500,
                    XML,
                    fault(
                            "SOAP-ENV:Client.validationError",
                            "Validation error occurred. Zebediah's Phone Device Type is not one of those of this tenant.",
                            ""),
                    FailureKind.INVALID_VALUE,
                    List.of("Phone Device Type", "'phoneDevices'", "Maintain Reference IDs")),
            new Recorded(
                    "unknown field override system",
                    400,
                    XML,
                    fault(
                            "SOAP-ENV:Client.validationError",
                            "Validation error occurred. Invalid ID value.  'X' is not a valid ID value for type ="
                                    + " 'Integration_System_ID'",
                            ""),
                    FailureKind.INVALID_VALUE,
                    List.of("'fieldOverrides'")),
            new Recorded(
                    "another action in progress",
                    500,
                    XML,
                    fault(
                            "SOAP-ENV:Client.validationError",
                            "Validation error occurred. Another pending or completed action for Zebediah Quill conflicts.",
                            ""),
                    FailureKind.RETRY_LATER,
                    List.of("another change of the same person")),
            new Recorded(
                    "wrong version",
                    500,
                    XML,
                    fault("SOAP-ENV:Client", "The web service or version is invalid for the requested operation", ""),
                    FailureKind.PROTOCOL_VIOLATION,
                    List.of("'apiVersion'")),
            new Recorded(
                    "processing failed",
                    500,
                    XML,
                    fault(
                            "SOAP-ENV:Server.processingError",
                            "Processing error occurred. A lock for Zebediah Quill could not be obtained.",
                            ""),
                    FailureKind.RETRY_LATER,
                    List.of("try again later")),
            new Recorded(
                    "maintenance window",
                    503,
                    HTML,
                    SIGN_IN,
                    FailureKind.RETRY_LATER,
                    List.of("not available", "maintenance")),
            new Recorded("too many calls", 429, XML, "", FailureKind.RETRY_LATER, List.of("too many calls")),
            new Recorded(
                    "sign-in page of something in between",
                    200,
                    HTML,
                    SIGN_IN,
                    FailureKind.PROTOCOL_VIOLATION,
                    List.of("nothing of it was used")),
            new Recorded("no such page", 404, HTML, SIGN_IN, FailureKind.PROTOCOL_VIOLATION, List.of("'endpoint'")),
            new Recorded("address not allowed", 403, HTML, SIGN_IN, FailureKind.PERMISSION_MISSING, List.of("address")),
            new Recorded("bad gateway", 502, HTML, SIGN_IN, FailureKind.RETRY_LATER, List.of("502", "text/html")));

    @TestFactory
    List<DynamicTest> recorded() {
        return ALL.stream()
                .map(each -> DynamicTest.dynamicTest(each.name(), () -> replay(each)))
                .toList();
    }

    private static void replay(Recorded recorded) throws IOException {
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            server.enqueue(new MockResponse(recorded.status(), recorded.headers(), recorded.body()));
            WorkdaySource source = WorkdaySource.builder(
                            server.url("/ccx/service/contoso").toString())
                    .credentials("ISU_Tenure", "a planted password")
                    .clock(new MovableClock(Instant.parse("2026-03-02T18:00:00Z")))
                    .build();
            try (WorkerPages pages = source.read(new WorkerQuery.All(Optional.empty()))) {
                ConnectorException failure = catchThrowableOfType(ConnectorException.class, pages::next);

                assertThat(failure.kind()).isEqualTo(recorded.kind());
                assertThat(failure)
                        .hasMessageStartingWith("workday: get server timestamp failed: ")
                        .hasMessageContainingAll(recorded.words().toArray(String[]::new))
                        .hasMessageNotContainingAny("Zebediah", "Quill", "a planted password");
            }
        }
    }

    private static String fault(String code, String text, String detail) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<SOAP-ENV:Envelope xmlns:SOAP-ENV=\"http://schemas.xmlsoap.org/soap/envelope/\"><SOAP-ENV:Body>"
                + "<SOAP-ENV:Fault xmlns:wd=\"urn:com.workday/bsvc\"><faultcode>" + code + "</faultcode><faultstring>"
                + text
                + "</faultstring>" + (detail.isEmpty() ? "" : "<detail>" + detail + "</detail>")
                + "</SOAP-ENV:Fault></SOAP-ENV:Body></SOAP-ENV:Envelope>";
    }
}
