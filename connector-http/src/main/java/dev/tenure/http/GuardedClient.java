package dev.tenure.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/**
 * Makes the OkHttp client with which connectors call: it sets TCP_NODELAY, follows no redirect (so that credentials stay
 * with the host they were given for), and keeps neither cookies nor answers. TLS is checked as the platform, or the host's
 * own client, does it; there is no setting that turns the checks off.
 */
public final class GuardedClient {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofSeconds(60);
    private static final Duration IDLE = Duration.ofMinutes(5);

    private GuardedClient() {}

    /**
     * Makes a client with the usual timeouts: 10 seconds to connect, 60 of silence. It keeps as many connections open as
     * calls are made at once; OkHttp's own pool keeps five, so that more would connect, and shake hands for TLS, again and
     * again.
     *
     * @param concurrency how many calls are made at once, at least 1
     * @return a client
     */
    public static OkHttpClient standard(int concurrency) {
        Dispatcher dispatcher = new Dispatcher(daemons());
        dispatcher.setMaxRequests(concurrency);
        dispatcher.setMaxRequestsPerHost(concurrency);
        return from(new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(concurrency, IDLE.toMinutes(), TimeUnit.MINUTES))
                .connectTimeout(CONNECT)
                .readTimeout(SILENCE)
                .writeTimeout(SILENCE)
                .build());
    }

    /**
     * OkHttp's own threads for calls that are made ahead would keep a program from ending for a minute. How many there are
     * is for the dispatcher to say.
     */
    private static ExecutorService daemons() {
        return new ThreadPoolExecutor(0, Integer.MAX_VALUE, 5, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
            Thread thread = new Thread(task, "OkHttp Dispatcher");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Makes a client from one that a host configured: its proxy, timeouts, trust and connection pool stay.
     *
     * @param host the host's client, which stays as it is
     * @return a client that shares the pools of {@code host}
     */
    public static OkHttpClient from(OkHttpClient host) {
        OkHttpClient.Builder builder = host.newBuilder()
                .followRedirects(false)
                .followSslRedirects(false)
                .cookieJar(CookieJar.NO_COOKIES)
                .cache(null);
        if (host.socketFactory() == SocketFactory.getDefault()) {
            builder.socketFactory(new NoDelaySocketFactory(host.socketFactory()));
        }
        return builder.build();
    }

    /** Without TCP_NODELAY a small request waits some 40 ms for the acknowledgement of the one before. */
    private static final class NoDelaySocketFactory extends SocketFactory {

        private final SocketFactory delegate;

        NoDelaySocketFactory(SocketFactory delegate) {
            this.delegate = delegate;
        }

        @Override
        public Socket createSocket() throws IOException {
            return noDelay(delegate.createSocket());
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return noDelay(delegate.createSocket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return noDelay(delegate.createSocket(host, port, local, localPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return noDelay(delegate.createSocket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return noDelay(delegate.createSocket(host, port, local, localPort));
        }

        private static Socket noDelay(Socket socket) throws IOException {
            socket.setTcpNoDelay(true);
            return socket;
        }
    }
}
