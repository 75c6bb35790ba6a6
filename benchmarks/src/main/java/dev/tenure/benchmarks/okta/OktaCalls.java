package dev.tenure.benchmarks.okta;

import dev.tenure.benchmarks.Figure;
import dev.tenure.benchmarks.connid.ConnIdBundle;
import dev.tenure.benchmarks.measure.Effort;
import dev.tenure.benchmarks.measure.Goal;
import dev.tenure.benchmarks.measure.Measurement;
import dev.tenure.benchmarks.measure.Ratio;
import dev.tenure.benchmarks.measure.Results;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.engine.InMemoryStore;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.testkit.HrRecord;
import dev.tenure.lifecycle.testkit.InMemoryHrSource;
import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.okta.OktaTarget;
import dev.tenure.simulators.okta.OktaSimulator;
import dev.tenure.simulators.okta.RateLimits;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Figure 3: how many calls a worker costs, counted at the simulated organisation. Workers are new, then HR says of each that
 * it changed although nothing of its profile did, then each has another department.
 */
public final class OktaCalls implements Figure {

    private static final int WORKERS = 1_000;
    private static final int WORKERS_OF_A_BRIEF_RUN = 200;
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-02T18:00:00Z"));

    /** Prepares the figure. */
    public OktaCalls() {}

    /** Calls for all workers, by what became of these. */
    record Calls(int created, int unchanged, int changed) {}

    /** Does with each worker what has to be done, at an organisation of its own. */
    private interface Host {
        void create(int number) throws Exception;

        void look(int number) throws Exception;

        void change(int number) throws Exception;
    }

    @Override
    public String name() {
        return "calls";
    }

    @Override
    public void measure(Effort effort, Results results) throws Exception {
        int workers = effort.quick() ? WORKERS_OF_A_BRIEF_RUN : WORKERS;
        Calls ours = ours(workers);
        report("connid", ours, others(workers, OktaCalls::connId), workers, results);
        report("sdk", ours, others(workers, OktaCalls::sdk), workers, results);
    }

    private void report(String other, Calls ours, Calls theirs, int workers, Results results) {
        report("new-" + other, ours.created(), theirs.created(), workers, Goal.atMost(1.1), results);
        report("unchanged-" + other, ours.unchanged(), theirs.unchanged(), workers, Goal.atMost(0), results);
        report("changed-" + other, ours.changed(), theirs.changed(), workers, Goal.atMost(1.1), results);
    }

    private void report(String what, int ours, int theirs, int workers, Goal goal, Results results) {
        results.add(new Measurement(
                name() + "/" + what,
                "calls/worker",
                Ratio.of((double) ours / workers, (double) theirs / workers),
                goal));
    }

    /** What the engine asks for, everything included: attributes of the organisation, and whether a new worker is there. */
    private static Calls ours(int workers) {
        InMemoryHrSource hr =
                InMemoryHrSource.builder("hr", CLOCK).pageSize(200).build();
        try (OktaSimulator okta = organisation()) {
            LifecycleEngine engine = LifecycleEngine.builder()
                    .source(hr)
                    .target(OktaTarget.builder(okta.url())
                            .token(okta.token())
                            .clock(CLOCK)
                            .build())
                    .store(new InMemoryStore())
                    .policy(LifecyclePolicy.recommended().with(change -> change.importGroups(false)))
                    .clock(CLOCK)
                    .build();
            List<Integer> calls = new ArrayList<>();
            for (String department : List.of("Sales", "Sales", "Support")) {
                IntStream.range(0, workers).forEach(number -> hr.put(worker(number, department)));
                okta.forgetCalls();
                ImportRun run = engine.run(ImportKind.INCREMENTAL);
                if (!run.failed().isEmpty()) {
                    throw new IllegalStateException("Not everybody got through: " + run);
                }
                calls.add(okta.callCount());
            }
            check(okta, workers);
            return new Calls(calls.get(0), calls.get(1), calls.get(2));
        }
    }

    /** Makes a host for an organisation. */
    @FunctionalInterface
    private interface Hosting {
        Host at(OktaSimulator okta) throws Exception;
    }

    private static Calls others(int workers, Hosting hosting) throws Exception {
        try (OktaSimulator okta = organisation()) {
            Host host = hosting.at(okta);
            okta.forgetCalls();
            for (int number = 0; number < workers; number++) {
                host.create(number);
            }
            int created = okta.callCount();
            for (int number = 0; number < workers; number++) {
                host.look(number);
            }
            int looked = okta.callCount();
            for (int number = 0; number < workers; number++) {
                host.change(number);
            }
            check(okta, workers);
            return new Calls(created, looked - created, okta.callCount() - looked);
        }
    }

    private static void check(OktaSimulator okta, int workers) {
        long moved = okta.users().stream()
                .filter(user -> "Support".equals(user.profile().get("department")))
                .count();
        if (okta.size() != workers || moved != workers) {
            throw new IllegalStateException(
                    "Of " + workers + " there are " + okta.size() + ", and " + moved + " have the new department");
        }
    }

    /** A host that keeps ids and no fingerprints: it reads an account to see that nothing has to be done. */
    private static Host connId(OktaSimulator okta) throws Exception {
        System.setProperty("okta.testing.disableHttpsCheck", "true");
        ConnIdBundle bundle = ConnIdBundle.open(
                "net.tirasa.connid.bundles.okta", Map.of("domain", okta.url(), "oktaApiToken", okta.token()));
        List<String> ids = new ArrayList<>();
        return new Host() {
            @Override
            public void create(int number) {
                ids.add(bundle.create(profile(number, "Sales")));
            }

            @Override
            public void look(int number) {
                if (!bundle.read(ids.get(number))) {
                    throw new IllegalStateException("Somebody is not there");
                }
            }

            @Override
            public void change(int number) {
                bundle.update(ids.get(number), Map.of("department", "Support"));
            }
        };
    }

    private static Host sdk(OktaSimulator okta) {
        Sdk sdk = new Sdk(okta.url(), okta.token());
        List<String> ids = new ArrayList<>();
        return new Host() {
            @Override
            public void create(int number) throws Exception {
                ids.add(sdk.create(number).getId());
            }

            @Override
            public void look(int number) throws Exception {
                sdk.read(ids.get(number));
            }

            @Override
            public void change(int number) throws Exception {
                sdk.update(ids.get(number), "Support");
            }
        };
    }

    private static OktaSimulator organisation() {
        int plenty = 1_000_000;
        RateLimits none = new RateLimits(plenty, plenty, plenty, plenty, plenty, plenty, plenty, 75);
        return OktaSimulator.builder(CLOCK).passwordOptional().limits(none).start();
    }

    private static Map<String, String> profile(int number, String department) {
        return Map.of(
                "login", "user." + number + "@example.com",
                "email", "user." + number + "@example.com",
                "firstName", "First " + number,
                "lastName", "Last " + number,
                "department", department);
    }

    private static HrRecord worker(int number, String department) {
        LocalDate start = LocalDate.of(2024, 1, 1);
        Attributes.Builder attributes = Attributes.builder();
        attributes.put("userName", AttributeValue.of("user." + number + "@example.com"));
        attributes.put("email", AttributeValue.of("user." + number + "@example.com"));
        attributes.put("firstName", AttributeValue.of("First " + number));
        attributes.put("lastName", AttributeValue.of("Last " + number));
        attributes.put("businessUnit", AttributeValue.of(department));
        Employment employment = Employment.builder()
                .hireDate(start)
                .firstDayOfWork(start)
                .active(true)
                .build();
        return HrRecord.of("worker" + number, employment, attributes.build());
    }
}
