package dev.tenure.lifecycle.store.jdbc.hosts;

import dev.tenure.simulators.okta.OktaSimulator;
import dev.tenure.simulators.okta.UserStatus;
import dev.tenure.simulators.workday.Site;
import dev.tenure.simulators.workday.Termination;
import dev.tenure.simulators.workday.WorkdaySimulator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Some days of a company, in simulated Workday and Okta over HTTP: hired, matched, changed, ended, held, come back. */
final class Company implements AutoCloseable {

    static final Instant BEGIN = Instant.parse("2026-03-02T09:00:00Z");

    private static final LocalDate LONG_AGO = LocalDate.of(2024, 1, 8);
    private static final int STAFF = 14;

    private final StoryClock clock = new StoryClock(BEGIN);
    private final WorkdaySimulator workday = WorkdaySimulator.builder(clock).start();
    private final OktaSimulator okta =
            OktaSimulator.builder(clock).passwordOptional().start();

    /**
     * One step of the story.
     *
     * @param before lets the world change; not repeated when the host is asked again
     * @param request what the host is asked for
     */
    record Step(Runnable before, Request request) {}

    List<Step> story() {
        return List.of(
                new Step(this::begin, Request.of(Request.Kind.FULL, "2026-03-02T09:00:00Z")),
                new Step(this::change, Request.of(Request.Kind.INCREMENTAL, "2026-03-03T09:00:00Z")),
                new Step(() -> {}, Request.of(Request.Kind.ADVANCE, "2026-03-05T09:00:00Z")),
                new Step(this::dismiss, Request.of(Request.Kind.REAL_TIME, "2026-03-05T10:00:00Z", "w06")),
                new Step(this::comeBack, Request.of(Request.Kind.INCREMENTAL, "2026-03-06T12:00:00Z")),
                new Step(this::closeDown, Request.of(Request.Kind.FULL, "2026-03-09T12:00:00Z")),
                new Step(() -> {}, Request.of(Request.Kind.APPROVE, "2026-03-09T13:00:00Z")),
                new Step(() -> {}, Request.of(Request.Kind.FULL, "2026-03-10T12:00:00Z")));
    }

    Systems systems() {
        return new Systems(workday.endpoint(), workday.user(), workday.password(), okta.url(), okta.token());
    }

    StoryClock clock() {
        return clock;
    }

    WorkdaySimulator workday() {
        return workday;
    }

    OktaSimulator okta() {
        return okta;
    }

    void begin() {
        workday.group("eng", "Engineering");
        for (int i = 1; i <= STAFF; i++) {
            hire(id(i), LONG_AGO);
            if (i % 3 == 0) {
                workday.assign(id(i), "eng");
            }
        }
        okta.addUser(
                Map.of("login", login("w03"), "email", login("w03"), "firstName", "First", "lastName", "Last"),
                UserStatus.ACTIVE);
    }

    private void change() {
        for (String id : List.of("w01", "w02", "w03")) {
            workday.change(id, worker -> worker.title("Head"));
        }
        workday.terminate("w04", Termination.on(LocalDate.of(2026, 3, 2)));
        workday.terminate("w05", Termination.on(LocalDate.of(2026, 3, 4)));
        workday.unassign("w09", "eng");
        hire("w15", LocalDate.of(2026, 3, 3));
        hire("w16", LocalDate.of(2026, 3, 6));
    }

    private void dismiss() {
        workday.terminate("w06", Termination.on(LocalDate.of(2026, 3, 4)));
    }

    private void comeBack() {
        workday.rehire("w05", LocalDate.of(2026, 3, 6));
    }

    private void closeDown() {
        for (int i = 8; i <= STAFF; i++) {
            workday.terminate(id(i), Termination.on(LocalDate.of(2026, 3, 8)));
        }
    }

    void hire(String id, LocalDate day) {
        workday.hire(
                id,
                day,
                worker -> worker.name("First" + id, "Last")
                        .userName(login(id))
                        .email(login(id))
                        .title("Engineer")
                        .site(Site.LONDON));
    }

    static String id(int number) {
        return (number < 10 ? "w0" : "w") + number;
    }

    static String login(String id) {
        return id + "@acme.test";
    }

    @Override
    public void close() {
        workday.close();
        okta.close();
    }
}
