package dev.tenure.lifecycle.internal.run.insight;

import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.internal.decide.Decider;
import dev.tenure.lifecycle.internal.plan.Fingerprinter;
import dev.tenure.lifecycle.internal.run.session.Outstanding;
import dev.tenure.lifecycle.internal.run.setup.Bindings;
import dev.tenure.lifecycle.internal.run.setup.Settings;
import dev.tenure.lifecycle.internal.run.subject.Glance;
import dev.tenure.lifecycle.internal.run.subject.Spells;
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
import java.util.Optional;

/** Answers questions without writing anything. Safe for use by several threads. */
public final class Insight {

    private static final int MOST_DAYS = 3650;

    private final Settings settings;
    private final Fingerprinter hashes;
    private final Bindings.Lazy bindings;
    private final Outstanding outstanding;
    private final Decider decider;

    /**
     * Looks at what one engine looks at.
     *
     * @param settings what the host gave
     * @param bindings what is known of sources and targets
     */
    public Insight(Settings settings, Bindings.Lazy bindings) {
        this.settings = settings;
        this.decider = new Decider(settings.policy());
        this.hashes = new Fingerprinter(settings.store().secret());
        this.bindings = bindings;
        this.outstanding = new Outstanding(settings.store());
    }

    /**
     * Explains one worker.
     *
     * @param worker the worker
     * @return why it is what it is, and why each attribute has its value
     */
    public Explanation explain(WorkerRef worker) {
        return new Explainer(settings, glance(), bindings.get()).explain(worker, now());
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
        return new Shadow(
                        settings, glance(), new Spells(decider), bindings.get().targets(), now())
                .report();
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
        Bindings bound = boundAsFarAsPossible();
        Glance glance = new Glance(settings, decider, bound.identity());
        return new Diagnoser(settings, glance, hashes, bound.targets()).diagnose(worker, attribute, now());
    }

    /** A diagnosis says that a system is down, and what the store knows all the same. */
    private Bindings boundAsFarAsPossible() {
        try {
            return bindings.get();
        } catch (ConnectorException down) {
            return Bindings.none(settings);
        }
    }

    /**
     * Tests every connection.
     *
     * @return what was found
     */
    public ConnectionTest test() {
        return ConnectionTests.run(settings);
    }

    private Glance glance() {
        return new Glance(settings, decider, bindings.get().identity());
    }

    private Instant now() {
        return settings.clock().instant();
    }
}
