package dev.tenure.benchmarks.okta;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Answers HTTP/1.1 on loopback with bytes that were made before, so that what is measured is the client. One thread for each
 * connection.
 */
final class CannedServer implements AutoCloseable {

    private static final String LENGTH = "Content-Length:";

    private final ServerSocket socket;
    private final Function<String, byte[]> answers;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger calls = new AtomicInteger();

    /** Starts; what is made for its address is given the request lines. */
    CannedServer(Function<String, Function<String, byte[]>> answers) throws IOException {
        this.socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        this.answers = answers.apply("http://127.0.0.1:" + socket.getLocalPort());
        threads.execute(this::accept);
    }

    /** Gives a whole response; a further header ends with its line. */
    static byte[] response(String header, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n" + header + "Content-Length: "
                + body.length + "\r\n\r\n";
        ByteArrayOutputStream whole = new ByteArrayOutputStream(head.length() + body.length);
        whole.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        whole.writeBytes(body);
        return whole.toByteArray();
    }

    String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    int calls() {
        return calls.get();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                client.setTcpNoDelay(true);
                threads.execute(() -> serve(client));
            } catch (SocketException closed) {
                return;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            Requests in = new Requests(client.getInputStream());
            OutputStream out = client.getOutputStream();
            while (true) {
                String request = in.line();
                int length = 0;
                for (String header = in.line(); !header.isEmpty(); header = in.line()) {
                    if (header.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
                        length = Integer.parseInt(
                                header.substring(LENGTH.length()).strip());
                    }
                }
                in.skip(length);
                calls.incrementAndGet();
                out.write(answers.apply(request));
                out.flush();
            }
        } catch (EOFException | SocketException gone) {
            // The client is done.
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What a client sends. Read in blocks, so that the server costs as little as can be beside what is measured. */
    private static final class Requests {

        private final InputStream in;
        private final byte[] block = new byte[1 << 14];
        private int from;
        private int to;

        Requests(InputStream in) {
            this.in = in;
        }

        /** Reads a line, which a block has room for. */
        String line() throws IOException {
            int end = from;
            while (true) {
                while (end < to && block[end] != '\n') {
                    end++;
                }
                if (end < to) {
                    String line = new String(block, from, end - 1 - from, StandardCharsets.ISO_8859_1);
                    from = end + 1;
                    return line;
                }
                end -= from;
                System.arraycopy(block, from, block, 0, to - from);
                to -= from;
                from = 0;
                fill();
            }
        }

        void skip(int bytes) throws IOException {
            int left = bytes;
            while (left > to - from) {
                left -= to - from;
                from = 0;
                to = 0;
                fill();
            }
            from += left;
        }

        private void fill() throws IOException {
            int read = in.read(block, to, block.length - to);
            if (read < 0) {
                throw new EOFException();
            }
            to += read;
        }
    }
}
