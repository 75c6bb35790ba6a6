package dev.tenure.lifecycle.internal.apply;

import dev.tenure.lifecycle.failure.RetryLater;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Tries a call again within a run where the system asked for it and the host lets the engine wait. Nothing else retries.
 * Where the system names no instant the waits double, each a little longer by chance, so that calls which failed together do
 * not come back together.
 */
public final class Retries {

    private static final int MOST_TRIES = 5;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final double MOST_LONGER = 0.5;

    private final InstantSource clock;
    private final Predicate<Instant> pause;
    private final DoubleSupplier chance;

    /**
     * Prepares retries.
     *
     * @param clock the host's clock
     * @param pause waits until an instant, or says that it will not
     * @param chance gives a number from 0 to 1, not 1 itself, that nobody can foresee
     */
    public Retries(InstantSource clock, Predicate<Instant> pause, DoubleSupplier chance) {
        this.clock = clock;
        this.pause = pause;
        this.chance = chance;
    }

    /**
     * Makes a call, again if need be.
     *
     * @param call the call
     * @param <T> what it returns
     * @return what it returned in the end
     * @throws RetryLater if the system still asks for another try and there is none left
     */
    public <T> T call(Supplier<T> call) {
        return call(call, later -> call.get());
    }

    /**
     * Makes a call, and another one if it has to be tried again.
     *
     * @param first the call
     * @param again what to do instead from the second try on, by what the one before failed of
     * @param <T> what they return
     * @return what was returned in the end
     * @throws RetryLater if the system still asks for another try and there is none left
     */
    public <T> T call(Supplier<T> first, Function<RetryLater, T> again) {
        Duration wait = FIRST_WAIT;
        Supplier<T> call = first;
        for (int tries = 1; ; tries++) {
            try {
                return call.get();
            } catch (RetryLater later) {
                Instant next = later.notBefore().orElse(clock.instant().plus(longer(wait)));
                if (tries == MOST_TRIES || !pause.test(next)) {
                    throw later;
                }
                wait = wait.multipliedBy(2);
                call = () -> again.apply(later);
            }
        }
    }

    private Duration longer(Duration wait) {
        return wait.plusMillis((long) (wait.toMillis() * MOST_LONGER * chance.getAsDouble()));
    }
}
