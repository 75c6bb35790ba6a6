package dev.tenure.http;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Call;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/**
 * Knows of the calls that are under way whether anything of them may have been sent: each passes here when it has a connection,
 * once the name is resolved, the other side has accepted and TLS is agreed on. What a host's own interceptor may have sent by
 * another way nobody knows. Safe for use by several threads.
 */
final class Sendings implements Interceptor {

    private final Map<Call, Boolean> sent = new ConcurrentHashMap<>();
    private final boolean hostMaySend;

    private Sendings(boolean hostMaySend) {
        this.hostMaySend = hostMaySend;
    }

    /** Watches a client that is being made, in front of whatever else sees its connections. */
    static Sendings of(OkHttpClient.Builder client) {
        Sendings sendings = new Sendings(!client.interceptors().isEmpty());
        client.networkInterceptors().add(0, sendings);
        return sendings;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        sent.replace(chain.call(), true);
        return chain.proceed(chain.request());
    }

    void begin(Call call) {
        sent.put(call, hostMaySend);
    }

    boolean isSent(Call call) {
        return sent.getOrDefault(call, true);
    }

    void end(Call call) {
        sent.remove(call);
    }
}
