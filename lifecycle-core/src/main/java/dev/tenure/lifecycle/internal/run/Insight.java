package dev.tenure.lifecycle.internal.run;

import dev.tenure.lifecycle.internal.decide.Decider;
import dev.tenure.lifecycle.internal.map.Mapper;
import dev.tenure.lifecycle.internal.plan.Fingerprinter;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.report.ConnectionTest;
import dev.tenure.lifecycle.report.Diagnosis;
import dev.tenure.lifecycle.report.Explanation;
import dev.tenure.lifecycle.report.Forecast;
import dev.tenure.lifecycle.report.PolicyComparison;
import dev.tenure.lifecycle.report.ShadowReport;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Answers questions without writing anything. Safe for use by several threads. */
public final class Insight {

    private static final int MOST_DAYS = 3650;

    private final Settings settings;
    private final Fingerprinter hashes;
    private final Mapper identityMapper;
    private final List<TargetBinding> bindings;
    private final Outstanding outstanding;
    private final Decider decider;
    private final Glance glance;

    Insight(
            Settings settings,
            Decider decider,
            Fingerprinter hashes,
            Mapper identityMapper,
            List<TargetBinding> bindings,
            Outstanding outstanding) {
        this.settings = settings;
        this.decider = decider;
        this.hashes = hashes;
        this.identityMapper = identityMapper;
        this.bindings = bindings;
        this.outstanding = outstanding;
        this.glance = new Glance(settings, decider, identityMapper);
    }

    /**
     * Explains one worker.
     *
     * @param worker the worker
     * @return why it is what it is, and why each attribute has its value
     */
    public Explanation explain(WorkerRef worker) {
        return new Explainer(settings, glance, identityMapper, bindings).explain(worker, now());
    }

    /**
     * Looks ahead.
     *
     * @param days how many days, 0 or more
     * @return who will start, change and end
     */
    public Forecast forecast(int days) {
        if (days < 0 || days > MOST_DAYS) {
            throw new IllegalArgumentException(
                    "A forecast of " + days + " days; it must be 0 or more and " + MOST_DAYS + " or less");
        }
        Instant now = now();
        return new Forecaster(settings, decider, outstanding).forecast(now, now.plus(days, ChronoUnit.DAYS));
    }

    /**
     * Compares the targets with what the engine would make of them.
     *
     * @return every person on whom the two differ
     */
    public ShadowReport shadow() {
        return new Shadow(settings, glance, bindings, now()).report();
    }

    /**
     * Compares the engine's policy with another.
     *
     * @param other the other policy
     * @return every worker for whom the two differ
     */
    public PolicyComparison compare(LifecyclePolicy other) {
        return new PolicyComparer(settings, other, now()).compare();
    }

    /**
     * Finds out why a worker was not updated.
     *
     * @param worker the worker
     * @param attribute the attribute in question; empty for all
     * @return the causes
     */
    public Diagnosis diagnose(WorkerRef worker, Optional<String> attribute) {
        return new Diagnoser(settings, glance, hashes, bindings).diagnose(worker, attribute, now());
    }

    /**
     * Tests every connection.
     *
     * @return what was found
     */
    public ConnectionTest test() {
        return ConnectionTests.run(settings);
    }

    private Instant now() {
        return settings.clock().instant();
    }
}
