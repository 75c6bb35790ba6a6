package dev.tenure.simulators.internal.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** HTTP/1.1 as far as a simulator needs it: bytes to requests, answers to bytes. */
final class HttpWire {

    private static final int LONGEST_LINE = 64 * 1024;
    private static final int LARGEST_BODY = 64 << 20;

    private HttpWire() {}

    /** Reads the next request of a connection; null if the other side closed it. */
    static @Nullable SimRequest read(InputStream in) throws IOException {
        String first = line(in);
        if (first == null) {
            return null;
        }
        String[] parts = first.split(" ", 3);
        if (parts.length != 3 || !parts[1].startsWith("/")) {
            throw new IOException("the first line is no request");
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.merge(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip(),
                        (one, two) -> one + "," + two);
            }
        }
        int question = parts[1].indexOf('?');
        String path = question < 0 ? parts[1] : parts[1].substring(0, question);
        String query = question < 0 ? "" : parts[1].substring(question + 1);
        return new SimRequest(parts[0], path, query, headers, body(in, headers));
    }

    static void write(OutputStream out, SimReply reply) throws IOException {
        if (reply.arrives() == SimReply.Arrives.NOTHING) {
            return;
        }
        StringBuilder head = new StringBuilder(256);
        head.append("HTTP/1.1 ").append(reply.status()).append(" .\r\n");
        for (SimReply.Header header : reply.headers()) {
            head.append(header.name()).append(": ").append(header.value()).append("\r\n");
        }
        if (reply.status() != 204) {
            head.append("Content-Length: ").append(reply.body().size()).append("\r\n");
        }
        head.append("\r\n");
        out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        ByteString body = reply.body();
        (reply.arrives() == SimReply.Arrives.HALF ? body.substring(0, body.size() / 2) : body).write(out);
        out.flush();
    }

    private static ByteString body(InputStream in, Map<String, String> headers) throws IOException {
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            return chunks(in);
        }
        String length = headers.get("content-length");
        if (length == null) {
            return ByteString.EMPTY;
        }
        return ByteString.of(exactly(in, Integer.parseInt(length)));
    }

    private static ByteString chunks(InputStream in) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        while (true) {
            String size = line(in);
            if (size == null) {
                throw new EOFException("a chunk is missing");
            }
            int semicolon = size.indexOf(';');
            int length = Integer.parseInt((semicolon < 0 ? size : size.substring(0, semicolon)).strip(), 16);
            if (length == 0) {
                for (String trailer = line(in); trailer != null && !trailer.isEmpty(); trailer = line(in)) {
                    // Trailers say nothing that a simulator needs.
                }
                return ByteString.of(whole.toByteArray());
            }
            whole.write(exactly(in, length));
            line(in);
        }
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        if (length < 0 || length > LARGEST_BODY) {
            throw new IOException("the body is too large for a simulator");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the body is cut short");
        }
        return bytes;
    }

    private static @Nullable String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder(96);
        for (int c = in.read(); ; c = in.read()) {
            if (c < 0) {
                return line.isEmpty() ? null : line.toString();
            }
            if (c == '\n') {
                int end = line.length();
                return end > 0 && line.charAt(end - 1) == '\r' ? line.substring(0, end - 1) : line.toString();
            }
            if (line.length() == LONGEST_LINE) {
                throw new IOException("a line is too long for a simulator");
            }
            line.append((char) c);
        }
    }
}
