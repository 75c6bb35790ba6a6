package dev.tenure.lifecycle.store.jdbc.hosts;

import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.okta.OktaTarget;
import dev.tenure.workday.WorkdaySource;
import java.time.Duration;
import java.util.List;
import okhttp3.OkHttpClient;

/**
 * Where Workday and Okta are, and who may call them: what a host has to know of them.
 *
 * @param workday the address of the tenant
 * @param user the integration user
 * @param password its password
 * @param okta the address of the organisation
 * @param token its token
 */
record Systems(String workday, String user, String password, String okta, String token) {

    /** After how long another host takes over, by the story's clock. */
    static final Duration TAKEOVER = Duration.ofMinutes(5);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    static Systems of(List<String> arguments) {
        return new Systems(arguments.get(0), arguments.get(1), arguments.get(2), arguments.get(3), arguments.get(4));
    }

    List<String> arguments() {
        return List.of(workday, user, password, okta, token);
    }

    LifecycleEngine engine(String name, LifecycleStore store, StoryClock clock, LifecyclePolicy policy) {
        return engine(name, store, clock, policy, PATIENCE);
    }

    LifecycleEngine engine(
            String name, LifecycleStore store, StoryClock clock, LifecyclePolicy policy, Duration patience) {
        OkHttpClient client = new OkHttpClient.Builder().readTimeout(patience).build();
        return LifecycleEngine.builder()
                .name(name)
                .source(WorkdaySource.builder(workday)
                        .credentials(user, password)
                        .client(client)
                        .pageSize(4)
                        .clock(clock)
                        .build())
                .target(OktaTarget.builder(okta)
                        .token(token)
                        .client(client)
                        .clock(clock)
                        .waiter(clock::waitUntil)
                        .build())
                .policy(policy)
                .takeover(TAKEOVER)
                .store(store)
                .clock(clock)
                .pause(clock::waitUntil)
                .build();
    }

    @Override
    public String toString() {
        return "Systems[" + workday + ", " + okta + "]";
    }
}
