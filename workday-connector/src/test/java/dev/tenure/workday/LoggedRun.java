package dev.tenure.workday;

import dev.tenure.http.CallEvent;
import dev.tenure.lifecycle.engine.InMemoryStore;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.source.ContactField;
import dev.tenure.lifecycle.testkit.InMemoryTarget;
import dev.tenure.lifecycle.worker.WorkerRef;
import dev.tenure.simulators.workday.Site;
import dev.tenure.simulators.workday.Termination;
import dev.tenure.simulators.workday.WorkdayFault;
import dev.tenure.simulators.workday.WorkdaySimulator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;

/** Full runs over Workday with every log on and everything that a host would print printed, for {@link LogsTest}. */
final class LoggedRun {

    static final String LAST_WORDS = "the run is over";

    private static final String PASSWORD = "Planted-Password-1";
    private static final String TOKEN = "planted-token-2";
    private static final String SECRET = "Planted-Notification-3";

    /** What must never be seen. */
    static final List<String> PLANTED = List.of(
            PASSWORD,
            TOKEN,
            SECRET,
            "Plantagenet",
            "Zebediah",
            "planted@example",
            "2025550147",
            "Plantedville",
            "Planted Title",
            "planted-badge",
            "planted-override",
            "Planted_Reason");

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(LoggedRun.class);
    private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-03-02T18:00:00Z"));

    private LoggedRun() {}

    /** Runs. */
    public static void main(String[] arguments) throws Exception {
        logEverything();
        try (WorkdaySimulator workday = WorkdaySimulator.builder(CLOCK)
                .user("ISU_Tenure", PASSWORD)
                .bearerToken(TOKEN)
                .start()) {
            people(workday);
            LifecycleEngine engine = LifecycleEngine.builder()
                    .source(source(workday).build())
                    .target(InMemoryTarget.named("okta"))
                    .store(new InMemoryStore())
                    .clock(CLOCK)
                    .build();
            LOG.info("{}", engine.run(ImportKind.FULL));
            workday.terminate("100", Termination.on(LocalDate.of(2026, 3, 2)).withReason("Planted_Reason"));
            LOG.info("{}", engine.realTime(List.of(new WorkerRef("workday", "100"))));
            CLOCK.set(Instant.parse("2026-03-04T18:00:00Z"));
            LOG.info("{}", engine.run(ImportKind.INCREMENTAL));
            faults(workday, engine);
            refusals(workday);
            notifications();
        }
        LOG.info(LAST_WORDS);
    }

    private static void people(WorkdaySimulator workday) {
        for (String id : List.of("100", "101", "102")) {
            workday.hire(
                    id,
                    LocalDate.of(2024, 1, 8),
                    edit -> edit.name("Zebediah", "Plantagenet")
                            .userName("planted@example.com." + id)
                            .email("planted@example.com." + id)
                            .homeEmail("planted@example.net")
                            .mobilePhone("+12025550147")
                            .title("Planted Title")
                            .supervisoryOrg("Plantedville")
                            .site(Site.LONDON)
                            .field("string:planted", "planted-override"));
        }
        workday.report("owner", "Badges", List.of(Map.of("Workday_ID", "100", "badge", "planted-badge")));
    }

    private static WorkdaySourceBuilder source(WorkdaySimulator workday) {
        return WorkdaySource.builder(workday.endpoint())
                .credentials(workday.user(), workday.password())
                .fieldOverrides("Tenure_Field_Overrides")
                .report(WorkdayReport.of("owner", "Badges"))
                .writeBack(EnumSet.allOf(ContactField.class))
                .pageSize(2)
                .listener(LoggedRun::called)
                .clock(CLOCK);
    }

    private static void called(CallEvent event) {
        LOG.debug("{}", event);
    }

    private static void faults(WorkdaySimulator workday, LifecycleEngine engine) {
        List<WorkdayFault> faults = List.of(
                WorkdayFault.truncated(),
                WorkdayFault.cutWithinAnswer(),
                WorkdayFault.processingFailed(),
                WorkdayFault.notAuthorized(),
                WorkdayFault.validation(
                        "Zebediah Plantagenet <planted@example.com> has no '2025550147' in Plantedville."),
                WorkdayFault.validation(
                        "Invalid ID value.  'Plantagenet' is not a valid ID value for type = 'Employee_ID'"),
                WorkdayFault.body(text -> text.replace("</wd:First_Name>", "</wd:Worst_Name>")),
                WorkdayFault.body(text -> text.replace("<wd:Hire_Date>2024", "<wd:Hire_Date>Plantagenet")));
        for (WorkdayFault fault : faults) {
            for (String operation : List.of("Get_Workers", "Report")) {
                workday.fail(operation, 1, fault);
                attempt(() -> LOG.info("{}", engine.run(ImportKind.FULL)));
                workday.heal();
            }
            workday.fail("Change_Work_Contact_Information", 1, fault);
            attempt(() -> write(source(workday).build()));
            workday.heal();
        }
        attempt(() -> write(source(workday).build()));
    }

    private static void write(WorkdaySource source) {
        source.writeBack()
                .orElseThrow()
                .write(
                        Reading.one(source, "101"),
                        Map.of(
                                ContactField.WORK_EMAIL,
                                "planted@example.org",
                                ContactField.MOBILE_PHONE,
                                "12025550147"));
    }

    private static void refusals(WorkdaySimulator workday) {
        WorkdaySource wrong =
                source(workday).credentials("ISU_Tenure", "not " + PASSWORD).build();
        LOG.info("{} {}", wrong, wrong.test());
        WorkdaySource bearer = source(workday).bearer(() -> TOKEN).build();
        LOG.info("{} {}", bearer, bearer.test());
        attempt(() -> Reading.all(source(workday).bearer(() -> TOKEN + "x").build()));
    }

    private static void notifications() throws IOException {
        WorkdayNotifications receiver = WorkdayNotifications.of("tenure", SECRET);
        for (String body :
                List.of("<a><Username>tenure</Username><Password>" + SECRET + "</Password></a>", "<Plantagenet")) {
            LOG.info(
                    "{} {}",
                    receiver,
                    receiver.receive(
                            Optional.empty(),
                            Optional.of("text/xml"),
                            new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))));
        }
    }

    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (ConnectorException failure) {
            LOG.warn("as expected", failure);
        }
    }

    private static void logEverything() {
        LogManager.getLogManager().reset();
        Handler console = new ConsoleHandler();
        console.setLevel(Level.ALL);
        Logger root = Logger.getLogger("");
        root.addHandler(console);
        root.setLevel(Level.ALL);
    }
}
