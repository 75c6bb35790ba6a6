package dev.tenure.http;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Call;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Knows of the calls that are under way whether anything of them may have been sent: each passes here when it has a connection,
 * once the name is resolved, the other side has accepted and TLS is agreed on.
 */
final class Sendings implements Interceptor {

    private final Map<Call, Boolean> sent = new ConcurrentHashMap<>();

    @Override
    public Response intercept(Chain chain) throws IOException {
        sent.replace(chain.call(), true);
        return chain.proceed(chain.request());
    }

    void begin(Call call) {
        sent.put(call, false);
    }

    boolean isSent(Call call) {
        return sent.getOrDefault(call, true);
    }

    void end(Call call) {
        sent.remove(call);
    }
}
