package dev.tenure.simulators.internal.http;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import okio.ByteString;

/** Listens on a free port of the loopback address, one daemon thread for each connection. */
public final class LoopbackServer implements AutoCloseable {

    private static final int BACKLOG = 256;

    private final SimHandler handler;
    private final ServerSocket listener;
    private final ExecutorService threads;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private LoopbackServer(String name, SimHandler handler, ServerSocket listener) {
        this.handler = handler;
        this.listener = listener;
        AtomicInteger count = new AtomicInteger();
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Starts a server.
     *
     * @param name begins the names of its threads
     * @param handler answers the requests
     * @return the running server
     */
    public static LoopbackServer start(String name, SimHandler handler) {
        try {
            LoopbackServer server = new LoopbackServer(
                    name, handler, new ServerSocket(0, BACKLOG, InetAddress.getByAddress(new byte[] {127, 0, 0, 1})));
            server.threads.execute(server::accept);
            return server;
        } catch (IOException noPort) {
            throw new UncheckedIOException("no port of the loopback address can be opened", noPort);
        }
    }

    /**
     * Gives the address.
     *
     * @return such as {@code http://127.0.0.1:40123}
     */
    public String url() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    /** Stops listening and cuts what is open. Safe to call twice. */
    @Override
    public void close() {
        threads.shutdownNow();
        closeQuietly(listener);
        open.forEach(LoopbackServer::closeQuietly);
    }

    private void accept() {
        try {
            while (!listener.isClosed()) {
                begin(listener.accept());
            }
        } catch (IOException closing) {
            // There is nobody to tell.
        }
    }

    /** Whoever got in at the very moment of closing is put out, and does not wait for an answer that nobody gives. */
    private void begin(Socket socket) {
        open.add(socket);
        try {
            threads.execute(() -> serve(socket));
        } catch (RejectedExecutionException closing) {
            open.remove(socket);
            closeQuietly(socket);
        }
    }

    private void serve(Socket socket) {
        try (socket;
                InputStream in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
                OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 32 * 1024)) {
            socket.setTcpNoDelay(true);
            for (SimRequest request = HttpWire.read(in); request != null; request = HttpWire.read(in)) {
                SimReply reply = answer(request);
                if (reply.arrives() == SimReply.Arrives.NEVER) {
                    in.transferTo(OutputStream.nullOutputStream());
                    return;
                }
                HttpWire.write(out, reply);
                if (reply.arrives() != SimReply.Arrives.WHOLE
                        || request.header("connection")
                                .filter("close"::equalsIgnoreCase)
                                .isPresent()) {
                    return;
                }
            }
        } catch (IOException | NumberFormatException broken) {
            // The other side went away or does not speak HTTP; there is nobody left to tell.
        } finally {
            open.remove(socket);
        }
    }

    private SimReply answer(SimRequest request) {
        try {
            return handler.answer(request);
        } catch (RuntimeException bug) {
            return SimReply.of(500, "text/plain", ByteString.encodeUtf8("simulator: " + bug));
        }
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception alreadyGone) {
            // Closing is all that was wanted.
        }
    }
}
