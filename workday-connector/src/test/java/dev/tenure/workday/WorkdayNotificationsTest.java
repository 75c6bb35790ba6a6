package dev.tenure.workday;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.tenure.simulators.workday.WorkdaySimulator;
import dev.tenure.workday.WorkdayNotifications.Receipt;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What comes in is verified, bounded, and believed no further than the ids. */
final class WorkdayNotificationsTest {

    private static final String SOAP = "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'"
            + " xmlns:wd='urn:com.workday/bsvc'>%s<e:Body><wd:Any><wd:Worker_Reference>"
            + "<wd:ID wd:type='WID'>3aa5550b7fe348b98d7b5741afc65534</wd:ID><wd:ID wd:type='Employee_ID'>10417</wd:ID>"
            + "</wd:Worker_Reference><wd:Other><wd:ID wd:type='Position_ID'>P-1</wd:ID></wd:Other></wd:Any></e:Body></e:Envelope>";

    private final WorkdayNotifications notifications = WorkdayNotifications.of("notifier", "s3cret:with colon");

    @Test
    void simulatedNotification_namesTheWorker() throws IOException {
        List<Receipt> receipts = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/workday", exchange -> {
            Receipt receipt = notifications.receive(
                    Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")),
                    Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type")),
                    exchange.getRequestBody());
            receipts.add(receipt);
            byte[] answer = receipt.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(receipt.status(), answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        try (WorkdaySimulator workday = WorkdaySimulator.builder(
                        new MovableClock(Instant.parse("2026-03-02T18:00:00Z")))
                .start()) {
            workday.hire("E1", LocalDate.of(2024, 1, 8), edit -> edit.name("A", "B"));
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/workday";
            workday.notifyTo(url, "notifier", "s3cret:with colon");
            assertThat(workday.notifyOf("E1", "Terminate Employee")).isEqualTo(200);
            workday.notifyTo(url, "notifier", "forged");
            assertThat(workday.notifyOf("E1", "Terminate Employee")).isEqualTo(401);
        } finally {
            server.stop(0);
        }
        assertThat(receipts.get(0).workers()).containsExactly("E1");
        assertThat(receipts.get(1).workers()).isEmpty();
    }

    @Test
    void securityHeader_isTakenInsteadOfBasic() throws IOException {
        String header = "<e:Header><w:Security xmlns:w='urn:x'><w:UsernameToken><w:Username>notifier</w:Username>"
                + "<w:Password>%s</w:Password></w:UsernameToken></w:Security></e:Header>";
        assertThat(receive(Optional.empty(), SOAP.formatted(header.formatted("s3cret:with colon")))
                        .workers())
                .containsExactly("10417");
        assertThat(receive(Optional.empty(), SOAP.formatted(header.formatted("wrong")))
                        .status())
                .isEqualTo(401);
        assertThat(receive(Optional.empty(), SOAP.formatted("")).status()).isEqualTo(401);
    }

    @Test
    void json_isReadInItsUsualForms() throws IOException {
        assertThat(json("{\"worker\":{\"Employee_ID\":\"1\"}}")).containsExactly("1");
        assertThat(
                        json(
                                "{\"refs\":[{\"type\":\"Contingent_Worker_ID\",\"id\":\"C-1\"},{\"type\":\"Position_ID\",\"id\":\"P\"}]}"))
                .containsExactly("C-1");
        assertThat(json("[]")).isEmpty();
    }

    @Test
    void plainElements_areRead() throws IOException {
        assertThat(receive(right(), "<n><Employee_ID> 7 </Employee_ID><WID>abc</WID></n>")
                        .workers())
                .containsExactlyInAnyOrder("7", "abc");
    }

    @Test
    void whatIsNoNotification_isRefused() throws IOException {
        assertThat(receive(right(), "not xml").status()).isEqualTo(400);
        assertThat(receive(right(), "<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>").status())
                .isEqualTo(400);
        assertThat(receive(right(), "<a>" + "<b>".repeat(500) + "</b>".repeat(500) + "</a>")
                        .status())
                .isEqualTo(400);
        assertThat(receive(right(), " ".repeat(300_000)).status()).isEqualTo(413);
        assertThat(receive(Optional.of("Bearer x"), SOAP.formatted("")).status())
                .isEqualTo(401);
        assertThat(receive(Optional.of("Basic %%%"), SOAP.formatted("")).status())
                .isEqualTo(401);
    }

    @Test
    void tooManyWorkers_areRefused() throws IOException {
        StringBuilder many = new StringBuilder("<n>");
        for (int i = 0; i < 2000; i++) {
            many.append("<WID>").append(i).append("</WID>");
        }
        assertThat(receive(right(), many + "</n>").status()).isEqualTo(400);
    }

    private Set<String> json(String text) throws IOException {
        Receipt receipt = notifications.receive(
                right(),
                Optional.of("application/json"),
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        assertThat(receipt.accepted()).isTrue();
        return receipt.workers();
    }

    private Receipt receive(Optional<String> authorization, String text) throws IOException {
        return notifications.receive(
                authorization,
                Optional.of("text/xml"),
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Optional<String> right() {
        return Optional.of("Basic "
                + Base64.getEncoder().encodeToString("notifier:s3cret:with colon".getBytes(StandardCharsets.UTF_8)));
    }
}
