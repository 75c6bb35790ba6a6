package com.example.host;

import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.store.jdbc.JdbcStore;
import dev.tenure.lifecycle.testkit.SettableClock;
import dev.tenure.okta.OktaTarget;
import dev.tenure.simulators.okta.OktaSimulator;
import dev.tenure.simulators.okta.UserStatus;
import dev.tenure.simulators.workday.Site;
import dev.tenure.simulators.workday.Termination;
import dev.tenure.simulators.workday.WorkdaySimulator;
import dev.tenure.workday.WorkdaySource;
import java.time.LocalDate;
import org.h2.jdbcx.JdbcDataSource;

/** Somebody is hired and leaves: Workday in, Okta out, the state in a database. */
public final class Host {

    private Host() {}

    public static void main(String[] arguments) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:host;DB_CLOSE_DELAY=-1");
        SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
        try (WorkdaySimulator workday = WorkdaySimulator.builder(clock).start();
                OktaSimulator okta = OktaSimulator.builder(clock).passwordOptional().start()) {
            LifecycleEngine engine = LifecycleEngine.builder()
                    .source(WorkdaySource.builder(workday.endpoint())
                            .credentials(workday.user(), workday.password())
                            .clock(clock)
                            .build())
                    .target(OktaTarget.builder(okta.url())
                            .token(okta.token())
                            .clock(clock)
                            .waiter(clock::set)
                            .build())
                    .store(JdbcStore.open(database))
                    .clock(clock)
                    .build();
            workday.hire(
                    "100",
                    LocalDate.of(2024, 1, 8),
                    worker -> worker.name("Jo", "Álvarez")
                            .userName("jo@example.com")
                            .email("jo@example.com")
                            .site(Site.SYDNEY));
            expect(engine.run(ImportKind.FULL), okta, UserStatus.ACTIVE);

            workday.terminate("100", Termination.on(LocalDate.of(2026, 2, 27)));
            expect(engine.run(ImportKind.INCREMENTAL), okta, UserStatus.DEPROVISIONED);
        }
        String where = Host.class.getModule().isNamed() ? "module path" : "class path";
        System.out.println("Hired and left, on the " + where);
        // An HTTP client keeps its threads for a minute.
        System.exit(0);
    }

    private static void expect(ImportRun run, OktaSimulator okta, UserStatus status) {
        UserStatus found = okta.user("jo@example.com").orElseThrow().status();
        if (!run.succeeded() || found != status) {
            throw new IllegalStateException(run + ": the user is " + found + ", and should be " + status);
        }
    }
}
