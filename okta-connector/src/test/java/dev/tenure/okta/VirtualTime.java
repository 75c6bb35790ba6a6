package dev.tenure.okta;

import dev.tenure.http.Waiter;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.PriorityQueue;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Time that passes only while nobody works: calls take none, and once all threads wait and no call is under way, the clock
 * jumps to the first instant that somebody waits for. Put it into the client, so that it knows of the calls.
 */
final class VirtualTime implements InstantSource, Waiter, Interceptor {

    /** How long nothing must happen, by the machine's clock, before time moves on. */
    private static final long QUIET_MILLIS = 15;

    private final PriorityQueue<Instant> waiting = new PriorityQueue<>();
    private Instant now = ManualTime.START;
    private int underWay;
    private long activity;

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized void awaitUntil(Instant instant) throws InterruptedException {
        waiting.add(instant);
        try {
            while (now.isBefore(instant)) {
                long before = activity;
                wait(QUIET_MILLIS);
                if (before == activity && underWay == 0 && now.isBefore(instant)) {
                    now = waiting.element();
                    activity++;
                    notifyAll();
                }
            }
        } finally {
            waiting.remove(instant);
            activity++;
        }
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        count(1);
        try {
            return chain.proceed(chain.request());
        } finally {
            count(-1);
        }
    }

    private synchronized void count(int change) {
        underWay += change;
        activity++;
    }
}
