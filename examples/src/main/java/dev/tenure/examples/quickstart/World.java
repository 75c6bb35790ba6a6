package dev.tenure.examples.quickstart;

import dev.tenure.lifecycle.engine.InMemoryStore;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.engine.LifecycleEngineBuilder;
import dev.tenure.lifecycle.listener.LifecycleListener;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.okta.OktaTarget;
import dev.tenure.simulators.okta.OktaSimulator;
import dev.tenure.simulators.okta.RateLimits;
import dev.tenure.simulators.okta.UserStatus;
import dev.tenure.simulators.workday.WorkdaySimulator;
import dev.tenure.workday.WorkdaySource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A simulated Workday tenant, a simulated Okta organisation, and the engine between them, all by one clock. */
final class World implements AutoCloseable {

    /** How many changes may be under way at once. */
    private static final int THREADS = 8;

    private final SimulatedTime time;
    private final WorkdaySimulator workday;
    private final OktaSimulator okta;
    private final LifecycleStore store = new InMemoryStore();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final LifecycleEngine engine;

    World(Instant start, LifecyclePolicy policy, List<LifecycleListener> listeners) {
        this.time = new SimulatedTime(start);
        this.workday = WorkdaySimulator.builder(time).start();
        this.okta = OktaSimulator.builder(time)
                .limits(RateLimits.workforce())
                .passwordOptional()
                .start();
        this.engine = engine(policy, listeners);
    }

    /** What a host does with the real ones too, but for the clock, and for waiting, which sleeps there. */
    private LifecycleEngine engine(LifecyclePolicy policy, List<LifecycleListener> listeners) {
        WorkdaySource source = WorkdaySource.builder(workday.endpoint())
                .credentials(workday.user(), workday.password())
                .clock(time)
                .build();
        OktaTarget target = OktaTarget.builder(okta.url())
                .token(okta.token())
                .clock(time)
                .waiter(time::waitUntil)
                .build();
        LifecycleEngineBuilder builder = LifecycleEngine.builder()
                .source(source)
                .target(target)
                .store(store)
                .policy(policy)
                .clock(time)
                .executor(threads)
                .pause(instant -> {
                    time.waitUntil(instant);
                    return true;
                });
        listeners.forEach(builder::listener);
        return builder.build();
    }

    SimulatedTime time() {
        return time;
    }

    WorkdaySimulator workday() {
        return workday;
    }

    OktaSimulator okta() {
        return okta;
    }

    LifecycleEngine engine() {
        return engine;
    }

    LifecycleStore store() {
        return store;
    }

    /** Counts the calls that Workday had to answer so far. */
    int workdayCalls() {
        return workday.calls().values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Counts the users of Okta who have this status. */
    int count(UserStatus status) {
        return (int)
                okta.users().stream().filter(user -> user.status() == status).count();
    }

    /** Looks up the status of a person's user in Okta. */
    Optional<UserStatus> status(Person person) {
        return okta.user(person.login()).map(user -> user.status());
    }

    @Override
    public void close() {
        threads.shutdown();
        workday.close();
        okta.close();
    }
}
