package dev.tenure.simulators.workday;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Posts notifications to an external endpoint of a subscription. */
final class Notifier {

    private final String url;
    private final String authorization;

    Notifier(String url, String user, String password) {
        this.url = url;
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** Posts and gives the status of the answer. */
    int post(Person person, String event) {
        String body = new XmlText()
                .open("Notification")
                .reference("Event_Reference", event, "Business_Process_Type", event)
                .open("Worker_Reference")
                .leaf("ID", person.wid(), "type", "WID")
                .leaf("ID", person.id, "type", person.idType())
                .close()
                .close()
                .toString()
                .replaceFirst(">", " xmlns:wd=\"" + XmlText.NAMESPACE + "\">");
        String envelope = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + "<env:Envelope xmlns:env=\"http://schemas.xmlsoap.org/soap/envelope/\"><env:Body>" + body
                + "</env:Body></env:Envelope>";
        try {
            return send(envelope.getBytes(StandardCharsets.UTF_8));
        } catch (IOException unreachable) {
            throw new UncheckedIOException("the receiver of notifications cannot be reached", unreachable);
        }
    }

    private int send(byte[] body) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(url).toURL().openConnection();
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(body.length);
        connection.setRequestProperty("Content-Type", "text/xml; charset=UTF-8");
        connection.setRequestProperty("Authorization", authorization);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body);
        }
        int status = connection.getResponseCode();
        InputStream answer = status < 400 ? connection.getInputStream() : connection.getErrorStream();
        if (answer != null) {
            try (answer) {
                answer.readAllBytes();
            }
        }
        return status;
    }
}
