package dev.tenure.scim;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.simulators.scim.ScimSimulator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Simulated services of one test, and targets for them. */
final class Services implements AutoCloseable {

    private final ManualTime time = new ManualTime();
    private final List<ScimSimulator> started = new ArrayList<>();

    ManualTime time() {
        return time;
    }

    ScimSimulator start(UnaryOperator<ScimSimulator.Builder> settings) {
        ScimSimulator service = settings.apply(ScimSimulator.builder(time)).start();
        started.add(service);
        return service;
    }

    ScimTargetBuilder builder(ScimSimulator service) {
        return ScimTarget.builder(service.url())
                .token(service.token())
                .clock(time)
                .waiter(time);
    }

    ScimTarget target(ScimSimulator service) {
        return builder(service).build();
    }

    /** Makes a user, and forgets the calls that it took. */
    AccountRef ann(ScimTarget target, ScimSimulator service) {
        AccountRef ann = target.create(People.account("ann@example.com")).ref();
        service.forgetCalls();
        return ann;
    }

    @Override
    public void close() {
        started.forEach(ScimSimulator::close);
    }
}
