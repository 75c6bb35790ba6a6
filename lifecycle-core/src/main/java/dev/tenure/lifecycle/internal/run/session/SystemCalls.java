package dev.tenure.lifecycle.internal.run.session;

import dev.tenure.lifecycle.internal.apply.Retries;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Calls systems for one run: before each call it says that the run lives. Safe for use by several threads. */
public final class SystemCalls {

    private final Leases leases;
    private final InstantSource clock;
    private final Retries retries;

    public SystemCalls(Leases leases, InstantSource clock, Retries retries) {
        this.leases = leases;
        this.clock = clock;
        this.retries = retries;
    }

    /** Makes a call, again if the system asks for it and the host lets the engine wait. */
    public <T> T make(Supplier<T> call) {
        leases.keep(clock.instant());
        return retries.call(call);
    }
}
