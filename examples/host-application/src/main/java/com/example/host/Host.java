package com.example.host;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.engine.LifecycleEngineBuilder;
import dev.tenure.lifecycle.engine.Pause;
import dev.tenure.lifecycle.listener.LifecycleListener;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.store.jdbc.JdbcStore;
import dev.tenure.okta.OktaTarget;
import dev.tenure.workday.WorkdayNotifications;
import dev.tenure.workday.WorkdaySource;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One instance of the application, put together. Instances on the same database share the work. */
public final class Host implements AutoCloseable {

    /** What {@link WorkdaySource} is called unless it is given another name. */
    static final String SOURCE = "workday";

    private static final Logger LOG = LoggerFactory.getLogger(Host.class);

    /** Connections for the scheduler's own work, health and metrics, beside one for each thread that does something. */
    private static final int SPARE_CONNECTIONS = 4;

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

    private final String name;
    private final HikariDataSource database;
    private final ExecutorService threads;
    private final Schedule schedule;
    private final Web web;

    private Host(Settings settings, InstantSource clock, List<LifecycleListener> listeners) throws IOException {
        this.name = settings.text("host.name", "host-1");
        int atOnce = settings.number("threads", 4);
        this.database = database(settings, atOnce + Schedule.THREADS + SPARE_CONNECTIONS);
        this.threads = Executors.newFixedThreadPool(atOnce);
        try {
            JdbcStore store = JdbcStore.open(database);
            PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
            Metrics metrics = new Metrics(registry);
            LifecycleEngineBuilder builder = LifecycleEngine.builder()
                    .name(name)
                    .source(workday(settings, clock))
                    .target(okta(settings, clock))
                    .policy(policy())
                    .store(store)
                    .clock(clock)
                    .executor(threads)
                    .pause(Pause.sleeping(clock, LONGEST_PAUSE))
                    .takeover(settings.duration("takeover", "PT15M"))
                    .listener(metrics)
                    .listener(new RunLog(name));
            listeners.forEach(builder::listener);
            LifecycleEngine engine = builder.build();
            this.schedule = new Schedule(settings, name, engine, store, database, clock, registry);
            Health health = new Health(name, database, store, engine, schedule);
            metrics.watch(engine, store, clock);
            WorkdayNotifications notifications = WorkdayNotifications.of(
                    settings.required("notifications.user"), settings.required("notifications.password"));
            this.web = new Web(settings, health::report, registry::scrape, notifications, schedule::readNow);
        } catch (IOException | RuntimeException problem) {
            threads.shutdown();
            database.close();
            throw problem;
        }
    }

    /**
     * Starts an instance.
     *
     * @param settings what it is told
     * @param clock the time by which everything goes
     * @param listeners who else hears what is done
     * @return the running instance
     * @throws IOException if its port is taken
     */
    public static Host start(Settings settings, InstantSource clock, LifecycleListener... listeners)
            throws IOException {
        Host host = new Host(settings, clock, List.of(listeners));
        host.schedule.start();
        LOG.atInfo()
                .addKeyValue("event", "host.started")
                .addKeyValue("host", host.name)
                .addKeyValue("port", host.port())
                .log("Host started");
        return host;
    }

    private static HikariDataSource database(Settings settings, int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(settings.text("database.url", "jdbc:h2:file:./data/tenure"));
        config.setUsername(settings.text("database.user", "sa"));
        config.setPassword(settings.text("database.password", ""));
        config.setMaximumPoolSize(connections);
        return new HikariDataSource(config);
    }

    private static WorkdaySource workday(Settings settings, InstantSource clock) {
        return WorkdaySource.builder(settings.required("workday.url"))
                .credentials(settings.required("workday.user"), settings.required("workday.password"))
                .clock(clock)
                .build();
    }

    private static OktaTarget okta(Settings settings, InstantSource clock) {
        return OktaTarget.builder(settings.required("okta.url"))
                .token(settings.required("okta.token"))
                .clock(clock)
                .build();
    }

    /** How this company wants it. */
    private static LifecyclePolicy policy() {
        return LifecyclePolicy.recommended()
                .with(change -> change.preStartDays(1).immediateReasons("Terminate_.*_Involuntary_.*"));
    }

    /**
     * Gives the port that it listens on.
     *
     * @return the port
     */
    public int port() {
        return web.port();
    }

    /** Takes no more notifications, finishes what is under way, and gives everything back. */
    @Override
    public void close() {
        web.close();
        schedule.close();
        threads.shutdown();
        database.close();
        LOG.atInfo()
                .addKeyValue("event", "host.stopped")
                .addKeyValue("host", name)
                .log("Host stopped");
    }
}
