package com.example.host.demo;

import dev.tenure.simulators.okta.OktaSimulator;
import dev.tenure.simulators.workday.Site;
import dev.tenure.simulators.workday.Termination;
import dev.tenure.simulators.workday.WorkdaySimulator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A simulated Workday, a simulated Okta, and what happens in the one while the application sees to the other. */
final class Company implements AutoCloseable {

    static final Instant BEGIN = Instant.parse("2026-03-02T08:00:00Z");

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final LocalDate LONG_AGO = LocalDate.of(2023, 9, 1);
    private static final long GLANCE_MILLIS = 20;
    private static final String NOTIFIER = "workday";
    private static final String NOTIFIER_PASSWORD = "demo";

    private final FastClock clock;
    private final Stage stage;
    private final WorkdaySimulator workday;
    private final OktaSimulator okta;

    Company(FastClock clock, Stage stage) {
        this.clock = clock;
        this.stage = stage;
        this.workday = WorkdaySimulator.builder(clock).start();
        this.okta = OktaSimulator.builder(clock).passwordOptional().start();
        Cast.STAFF.forEach(one -> workday.hire(one.id(), LONG_AGO, one::enter));
    }

    /** Where the systems are, as an instance is told. */
    Map<String, String> settings() {
        return Map.of(
                "workday.url", workday.endpoint(),
                "workday.user", workday.user(),
                "workday.password", workday.password(),
                "okta.url", okta.url(),
                "okta.token", okta.token(),
                "notifications.user", NOTIFIER,
                "notifications.password", NOTIFIER_PASSWORD);
    }

    private record Event(String at, String what, Runnable happens) {}

    /** Lets it all happen, each at its time, once the first import has made users of everybody. */
    void live(int notifiedPort) throws InterruptedException {
        while (okta.size() < Cast.STAFF.size()) {
            Thread.sleep(GLANCE_MILLIS);
        }
        clock.goFast();
        workday.notifyTo("http://127.0.0.1:" + notifiedPort + "/workday/notifications", NOTIFIER, NOTIFIER_PASSWORD);
        for (Event event : story()) {
            clock.await(Instant.parse(event.at()));
            stage.line("");
            stage.says("HR", event.what());
            event.happens().run();
        }
    }

    private List<Event> story() {
        return List.of(
                new Event(
                        "2026-03-02T09:30:00Z",
                        "gives Ben Schulz, Berlin, a new title; the next hourly import will see it",
                        () -> workday.change(Cast.BEN.id(), edit -> edit.title("Team lead"))),
                new Event(
                        "2026-03-02T10:30:00Z",
                        "hires Olivia Nguyen in Sydney from Tuesday on; she is to have her account the day before",
                        () -> workday.hire(Cast.OLIVIA.id(), TUESDAY, Cast.OLIVIA::enter)),
                new Event(
                        "2026-03-02T14:30:00Z",
                        "dismisses Emil Novak at once, and Workday notifies the application",
                        () -> {
                            workday.terminate(
                                    Cast.EMIL.id(),
                                    Termination.on(MONDAY).withReason("Terminate_Employee_Involuntary_Conduct"));
                            workday.notifyOf(Cast.EMIL.id(), "Terminate Employee");
                        }),
                new Event(
                        "2026-03-02T15:30:00Z",
                        "enters Monday as the last day of Fiona Walsh, London; access is to end at London's midnight",
                        () -> workday.terminate(Cast.FIONA.id(), Termination.on(MONDAY))),
                new Event(
                        "2026-03-03T07:30:00Z",
                        "moves Grace Kim from San Francisco to Tokyo",
                        () -> workday.change(Cast.GRACE.id(), MONDAY, edit -> edit.site(Site.TOKYO))),
                new Event(
                        "2026-03-03T09:30:00Z",
                        "hires Fiona Walsh again, from today on",
                        () -> workday.rehire(Cast.FIONA.id(), TUESDAY)),
                new Event("2026-03-03T11:30:00Z", "has nothing more to tell", () -> {}));
    }

    @Override
    public void close() {
        workday.close();
        okta.close();
    }
}
