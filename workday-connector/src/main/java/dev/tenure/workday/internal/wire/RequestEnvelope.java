package dev.tenure.workday.internal.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Puts the body of a request into an envelope. */
public final class RequestEnvelope {

    private static final String START =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><soapenv:Envelope xmlns:soapenv=\"" + Namespaces.SOAP + "\">";
    private static final String PASSWORD_TEXT =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText";

    private RequestEnvelope() {}

    /**
     * Wraps a body.
     *
     * @param header the security header, null where the credentials travel outside the envelope
     * @param body the body
     * @return the envelope in UTF-8
     */
    public static byte[] wrap(@Nullable String header, byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length + 1024);
        out.writeBytes(START.getBytes(StandardCharsets.UTF_8));
        if (header != null) {
            out.writeBytes(("<soapenv:Header>" + header + "</soapenv:Header>").getBytes(StandardCharsets.UTF_8));
        }
        out.writeBytes("<soapenv:Body>".getBytes(StandardCharsets.UTF_8));
        out.writeBytes(body);
        out.writeBytes("</soapenv:Body></soapenv:Envelope>".getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    /**
     * Writes a security header with a user name token.
     *
     * @param user the user with the tenant
     * @param password the password
     * @return the header
     */
    public static String usernameToken(String user, String password) {
        StringBuilder header = new StringBuilder("<wsse:Security xmlns:wsse=\"")
                .append(Namespaces.SECURITY)
                .append("\" soapenv:mustUnderstand=\"1\"><wsse:UsernameToken><wsse:Username>");
        RequestXml.escape(user, header);
        header.append("</wsse:Username><wsse:Password Type=\"")
                .append(PASSWORD_TEXT)
                .append("\">");
        RequestXml.escape(password, header);
        return header.append("</wsse:Password></wsse:UsernameToken></wsse:Security>")
                .toString();
    }
}
