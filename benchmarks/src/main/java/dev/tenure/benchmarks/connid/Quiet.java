package dev.tenure.benchmarks.connid;

import org.identityconnectors.common.logging.Log;
import org.identityconnectors.common.logging.LogSpi;
import org.jspecify.annotations.Nullable;

/** Switches ConnId's log off, which by default goes to standard output with every step. Public, since ConnId makes it. */
public final class Quiet implements LogSpi {

    /** Makes one, as ConnId does. */
    public Quiet() {}

    @Override
    public void log(
            Class<?> where,
            @Nullable String method,
            Log.Level level,
            @Nullable String message,
            @Nullable Throwable why) {}

    @Override
    public void log(
            Class<?> where,
            @Nullable StackTraceElement caller,
            Log.Level level,
            @Nullable String message,
            @Nullable Throwable why) {}

    @Override
    public boolean isLoggable(Class<?> where, Log.Level level) {
        return false;
    }

    @Override
    public boolean needToInferCaller(Class<?> where, Log.Level level) {
        return false;
    }
}
