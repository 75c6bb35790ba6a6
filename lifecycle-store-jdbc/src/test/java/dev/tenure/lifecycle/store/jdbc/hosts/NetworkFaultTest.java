package dev.tenure.lifecycle.store.jdbc.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.plan.NoticeKind;
import dev.tenure.lifecycle.store.jdbc.JdbcStore;
import dev.tenure.simulators.okta.Fault;
import dev.tenure.simulators.workday.WorkdayFault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;

/**
 * S4 on a bad network: answers that are lost after the call acted, cut, never come or are no answers, calls that are
 * refused for a while, notifications that come twice, and a clock that jumps. The story ends as on a good network. A build
 * tries the same ten bad networks; {@code fault.rounds} and {@code fault.seed} try more, and others.
 */
final class NetworkFaultTest {

    private static final Instant LATER = Instant.parse("2026-03-11T12:00:00Z");
    private static final Duration PATIENCE = Duration.ofMillis(400);
    private static final int ROUNDS = Integer.getInteger("fault.rounds", 10);
    private static final long SEED = 20_260_302;
    private static final int MOST_TRIES = 8;

    private static final List<Fault> OKTA_FAULTS = List.of(
            Fault.loseAnswer(),
            Fault.loseAnswer(),
            Fault.cutWithinAnswer(),
            Fault.cutWithinAnswer(),
            Fault.noAnswer(),
            Fault.garbage(),
            Fault.error(500, "E0000009"),
            Fault.unavailable(Duration.ofSeconds(2)),
            Fault.quotaUsedUp(),
            Fault.crowded());
    private static final List<WorkdayFault> WORKDAY_FAULTS = List.of(
            WorkdayFault.loseAnswer(),
            WorkdayFault.cutWithinAnswer(),
            WorkdayFault.noAnswer(),
            WorkdayFault.truncated(),
            WorkdayFault.noSoap(502),
            WorkdayFault.processingFailed(),
            WorkdayFault.tooManyCalls(Duration.ofSeconds(2)));
    private static final List<String> WRITES = List.of(
            "POST /users",
            "POST /users/{id}",
            "POST /users/{id}/lifecycle/deactivate",
            "POST /users/{id}/lifecycle/activate",
            "POST /users/{id}/lifecycle/reactivate",
            "POST /groups",
            "PUT /groups/{id}/users/{id}",
            "DELETE /groups/{id}/users/{id}",
            "GET /users",
            "*");

    @Test
    void s4_faultsOfTheNetwork_endAsTheUndisturbedRun() {
        long seed = Long.getLong("fault.seed", SEED);
        System.out.println("fault.seed=" + seed + " fault.rounds=" + ROUNDS);
        Random random = new Random(seed);
        String calm = tell(new Random(0), 0);
        for (int round = 1; round <= ROUNDS; round++) {
            assertThat(Ending.difference(calm, tell(random, 3)))
                    .as("the end of the story in round " + round + ", fault.seed=" + seed)
                    .isEmpty();
        }
    }

    private static String tell(Random random, int faults) {
        JdbcConnectionPool pool =
                JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
        try (Company company = new Company()) {
            JdbcStore store = JdbcStore.open(pool);
            StoryClock ours = new StoryClock(Company.BEGIN, company.clock()::pass);
            LifecycleEngine engine = company.systems().engine("host", store, ours, Policies.CAREFUL.policy(), PATIENCE);
            for (Company.Step step : company.story()) {
                company.clock().set(step.request().at());
                ours.set(step.request().at());
                step.before().run();
                for (int i = 0; i < faults; i++) {
                    company.okta().failNext(any(WRITES, random), 1 + random.nextInt(2), any(OKTA_FAULTS, random));
                    company.workday().failAfter("*", random.nextInt(12), any(WORKDAY_FAULTS, random));
                }
                ask(engine, ours, company.clock(), step.request(), random, faults > 0);
                company.okta().failNoMore();
                company.workday().heal();
            }
            return Ending.of(company, store, Policies.CAREFUL, LATER);
        } finally {
            pool.dispose();
        }
    }

    /** Asks as a host does: until nothing has failed, the next times for whatever failed, and later. */
    private static void ask(
            LifecycleEngine engine, StoryClock ours, StoryClock theirs, Request request, Random random, boolean twice) {
        ImportRun run = request.ask(engine);
        if (twice && request.kind() == Request.Kind.REAL_TIME) {
            run = request.ask(engine);
        }
        for (int attempt = 1; isLeftUndone(run) || !engine.failures().isEmpty(); attempt++) {
            assertThat(attempt).as("tries of " + request + ": " + run.failure()).isLessThan(MOST_TRIES);
            // A minute passes for everybody, or a limit that is used up would stay so; our clock is set ahead or back
            // besides.
            theirs.pass(Duration.ofMinutes(1));
            ours.set(request.at().plus(Duration.ofMinutes(attempt)).minusSeconds(random.nextInt(90)));
            run = request.ask(engine);
            if (run.succeeded()) {
                engine.retry(engine.failures().stream()
                        .map(failure -> failure.worker())
                        .toList());
            }
        }
    }

    /** A group that could not be handled is a notice; the next import does what is left. */
    private static boolean isLeftUndone(ImportRun run) {
        return !run.succeeded()
                || run.notices().stream().anyMatch(notice -> notice.kind() == NoticeKind.GROUP_NOT_OWNED);
    }

    private static <T> T any(List<T> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }
}
