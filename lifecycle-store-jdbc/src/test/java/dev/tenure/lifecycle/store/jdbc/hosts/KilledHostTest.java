package dev.tenure.lifecycle.store.jdbc.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.store.jdbc.JdbcStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * S4 for real: a host in a JVM of its own is killed with SIGKILL at random moments, started again, and told the rest of the
 * story. How often it is killed is the system property {@code kill.rounds}, 10 by default; the moments follow from
 * {@code kill.seed}, which is printed.
 */
final class KilledHostTest {

    private static final Instant LATER = Instant.parse("2026-03-11T12:00:00Z");
    private static final int ROUNDS = Integer.getInteger("kill.rounds", 10);

    @TempDir
    private Path folder;

    @Test
    void s4_killedAtRandomMoments_endsAsTheUndisturbedRun() {
        long seed = Long.getLong("kill.seed", new Random().nextLong());
        System.out.println("kill.seed=" + seed + " kill.rounds=" + ROUNDS);
        Random random = new Random(seed);
        Telling calm = tell(folder.resolve("calm"), new Random(0), 0);
        assertThat(calm.ending).contains("w16@acme.test ACTIVE").contains("w04@acme.test DEPROVISIONED");
        int killed = 0;
        for (int story = 1; killed < ROUNDS; story++) {
            Telling wild = tell(folder.resolve("wild-" + story), random, ROUNDS - killed);
            killed += wild.killed;
            assertThat(Ending.difference(calm.ending, wild.ending))
                    .as("the end of the story after " + wild.killed + " kills, kill.seed=" + seed)
                    .isEmpty();
        }
    }

    private record Telling(String ending, int killed) {}

    private static Telling tell(Path file, Random random, int kills) {
        String url = "jdbc:h2:file:" + file.toAbsolutePath();
        int killed = 0;
        try (Company company = new Company()) {
            HostProcess host = HostProcess.start("host", url, Policies.CAREFUL, company.systems())
                    .awaitReady();
            try {
                for (Company.Step step : company.story()) {
                    company.clock().set(step.request().at());
                    step.before().run();
                    Request request = step.request();
                    Optional<String> answer = Optional.empty();
                    while (answer.isEmpty()) {
                        company.clock().set(request.at());
                        host.ask(request);
                        if (killed < kills && random.nextInt(4) > 0) {
                            LockSupport.parkNanos(
                                    Duration.ofMillis(random.nextInt(600)).toNanos());
                            host.kill();
                            killed++;
                        }
                        answer = host.read();
                        if (answer.isEmpty()) {
                            request = request.afterTakeover();
                            host = HostProcess.start("host", url, Policies.CAREFUL, company.systems())
                                    .awaitReady();
                        }
                    }
                    assertThat(answer.get()).startsWith("DONE well");
                }
            } finally {
                host.close();
            }
            JdbcConnectionPool pool = JdbcConnectionPool.create(url, "", "");
            try {
                return new Telling(Ending.of(company, JdbcStore.open(pool), Policies.CAREFUL, LATER), killed);
            } finally {
                pool.dispose();
            }
        }
    }
}
