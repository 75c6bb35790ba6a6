package dev.tenure.lifecycle.testkit.report;

import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.engine.InMemoryStore;
import dev.tenure.lifecycle.engine.Leaving;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.engine.TargetUse;
import dev.tenure.lifecycle.mapping.AttributeMapping;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.policy.WriteBackField;
import dev.tenure.lifecycle.report.ReportPage;
import dev.tenure.lifecycle.testkit.HrRecord;
import dev.tenure.lifecycle.testkit.InMemoryHrSource;
import dev.tenure.lifecycle.testkit.InMemoryTarget;
import dev.tenure.lifecycle.testkit.SettableClock;
import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.lifecycle.worker.EmploymentBuilder;
import dev.tenure.lifecycle.worker.EmploymentEvent;
import dev.tenure.lifecycle.worker.ProvisioningGroup;
import dev.tenure.lifecycle.worker.WorkerKind;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A company of some hundreds on a Monday on which everything happens at once: joiners, movers, leavers that the safeguard
 * holds, conversions, conflicts, names from everywhere and from those who mean harm.
 */
final class RichWorld {

    static final String MARKUP = "</script><script>document.title='pwned'</script>";
    static final String IMAGE = "<img src=x onerror=\"document.title='pwned'\">";
    static final String TURNED = "Inv\u202Eoice\u2066 javascript:alert(1)//' onclick='x";

    private static final int PEOPLE = 380;
    private static final List<String> FIRST = List.of(
            "Ada",
            "Bogdan",
            "Chiara",
            "Dmitri",
            "Élodie",
            "Farid",
            "Grace",
            "Hiroshi",
            "Ines",
            "João",
            "Kwame",
            "Lena",
            "Mei",
            "Nadia",
            "Oluwaseun",
            "Priya",
            "Quentin",
            "Rosa",
            "Søren",
            "Thandiwe",
            "Uma",
            "Víctor",
            "Wanjiru",
            "Xochitl",
            "Yael",
            "Zoë");
    private static final List<String> LAST = List.of(
            "Álvarez",
            "Bergström",
            "Chaudhary",
            "Dlamini",
            "Eriksen",
            "Fernández",
            "Grünwald",
            "Haddad",
            "Ivanova",
            "Jansen",
            "Kowalczyk",
            "Lindqvist",
            "Mbeki",
            "Nakamura",
            "O’Brien",
            "Papadopoulos",
            "Quispe",
            "Rossi",
            "Schäfer");
    private static final List<String> TITLES =
            List.of("Engineer", "Account Executive", "Designer", "Support Specialist", "Controller");
    private static final List<String> UNITS = List.of("Platform", "Sales EMEA", "Product Design", "Care", "Finance");
    private static final List<String> ZONES = List.of(
            "Europe/Lisbon", "America/New_York", "Australia/Sydney", "Asia/Kolkata", "America/Sao_Paulo", "Asia/Tokyo");
    private static final List<String> CITIES =
            List.of("Lisbon", "New York", "Sydney", "Bengaluru", "São Paulo", "Tokyo");

    private static final AttributeMapping OKTA = AttributeMapping.builder()
            .row("login", "source.userName")
            .row("email", "source.email")
            .row("firstName", "source.firstName")
            .row("lastName", "source.lastName")
            .row("displayName", "source.firstName + \" \" + source.lastName")
            .row("department", "source.businessUnit")
            .row("title", "source.businessTitle")
            .row("city", "source.city")
            .row("userType", "source.accountType == \"CONTRACTOR\" ? \"External\" : \"Internal\"")
            .build();
    private static final AttributeMapping DIRECTORY = AttributeMapping.builder()
            .row("login", "substringBefore(user.login, \"@\")")
            .row("email", "user.email")
            .row("givenName", "user.firstName")
            .row("sn", "user.lastName")
            .row("department", "user.department")
            .build();

    final SettableClock clock = SettableClock.at("2026-02-02T09:00:00Z");
    final InMemoryHrSource hr = InMemoryHrSource.builder("workday", clock).build();
    final InMemoryTarget okta = InMemoryTarget.named("okta");
    final InMemoryTarget directory =
            InMemoryTarget.builder("directory").withoutGroups().build();
    private final InMemoryStore store = new InMemoryStore();

    RichWorld() {
        hr.setGroups(List.of(
                new ProvisioningGroup("PG-1", "Engineering tools"),
                new ProvisioningGroup("PG-2", "Sales cloud"),
                new ProvisioningGroup("PG-3", "Contractors")));
        for (int i = 0; i < PEOPLE; i++) {
            hr.put(person(i));
        }
        hr.put(
                contractor("C-450", 450, employment -> employment.terminationDate(day("2026-03-01"))),
                contractor("C-451", 451, employment -> employment.terminationDate(day("2026-03-06"))));
        hr.put(
                employee("W-451", 451, "2026-03-07"),
                person(
                        320,
                        employment -> employment.timeline(
                                List.of(new EmploymentEvent(EmploymentEvent.Kind.CHANGE, day("2026-03-09"))))),
                person(437, startsOn("2026-03-11")),
                person(438, startsOn("2026-03-12")));
        for (int i = 0; i < 12; i++) {
            String last = "2026-03-" + (i < 8 ? "06" : "13");
            hr.put(person(300 + i, employment -> employment.terminationDate(day(last))));
        }
        okta.addGroup("Sales cloud", List.of());
        engine().run(ImportKind.FULL);
        clock.set(Instant.parse("2026-03-02T09:00:00Z"));
        monday();
    }

    LifecycleEngine engine() {
        return engine(store);
    }

    LifecycleEngine engine(InMemoryStore where) {
        return LifecycleEngine.builder()
                .source(hr)
                .target(okta)
                .target(
                        directory,
                        TargetUse.mapped(DIRECTORY).withLeaving(Leaving.SUSPEND).withScope("source.city != \"Tokyo\""))
                .mapping(OKTA)
                .policy(policy())
                .store(where)
                .clock(clock)
                .build();
    }

    static LifecyclePolicy policy() {
        return LifecyclePolicy.recommended()
                .with(policy -> policy.preStartDays(7)
                        .immediateReasons("Terminate_.*_Involuntary_.*")
                        .addWriteBack(WriteBackField.EMAIL)
                        .safeguardPercent(5)
                        .safeguardMinimum(50));
    }

    /** The page with everything on it. */
    String page() {
        LifecycleEngine engine = engine();
        return ReportPage.builder()
                .title("Weekly import, Monday 2 March 2026")
                .plan(engine.plan(ImportKind.FULL))
                .shadow(engine.shadow())
                .comparison(engine.compare(LifecyclePolicy.oktaParity()))
                .forecast(engine.forecast(14))
                .build()
                .html();
    }

    private void monday() {
        hr.setGroups(List.of(
                new ProvisioningGroup("PG-1", "Engineering toolbox"),
                new ProvisioningGroup("PG-2", "Sales cloud"),
                new ProvisioningGroup("PG-4", "New in Tokyo")));
        for (int i = 0; i < 45; i++) {
            String title = i % 3 == 0 ? "Senior " + TITLES.get(i % 5) : "Lead " + TITLES.get((i + 2) % 5);
            hr.put(person(i * 7 + 1).with("businessTitle", title).with("businessUnit", UNITS.get((i + 1) % 5)));
        }
        hr.put(
                person(3).with("lastName", "Bergström-Dlamini").with("userName", "dmitri.bergstrom@acme.example"),
                person(4).without("city"),
                person(5).with("businessTitle", IMAGE),
                person(6).with("lastName", "כהן־לוי").with("firstName", "גרייס"));
        for (int i = 0; i < 24; i++) {
            boolean urgent = i % 6 == 0;
            hr.put(person(
                    i * 11 + 2,
                    employment -> employment
                            .terminationDate(day(urgent ? "2026-03-02" : "2026-02-27"))
                            .primaryReason(urgent ? "Terminate_Employee_Involuntary_Conduct" : "Terminate_Voluntary")));
        }
        for (int i = 0; i < 22; i++) {
            hr.put(person(400 + i, startsOn(i % 2 == 0 ? "2026-03-02" : "2026-03-06")));
        }
        hr.put(
                person(430, startsOn("2026-03-02")).with("firstName", MARKUP),
                person(431, startsOn("2026-03-02")).with("lastName", TURNED),
                person(432, startsOn("2026-03-03")).with("firstName", "محمد").with("lastName", "الحسيني"),
                person(433, startsOn("2026-03-03"))
                        .with("firstName", "A very long given name that somebody had every right to be given")
                        .with("lastName", "Wolfeschlegelsteinhausenbergerdorff".repeat(2)),
                person(434, startsOn("2026-03-02"))
                        .with("email", person(9).profile().text("email").orElseThrow()),
                person(435, startsOn("2026-03-02"))
                        .with("userName", person(10).profile().text("userName").orElseThrow()),
                person(436, employment -> employment.preferredTimeZone("Mars/Olympus_Mons")));
        okta.addAccount(
                "an.old.account@acme.example",
                AccountStatus.ACTIVE,
                Attributes.builder()
                        .put("firstName", FIRST.get(401 % 26))
                        .put("lastName", LAST.get(401 % 19))
                        .build());
        okta.addAccount("backup-robot@acme.example", AccountStatus.ACTIVE, Attributes.empty());
        hr.put(
                employee("W-450", 450, "2026-03-02"),
                contractor("C-450", 450, employment -> employment.terminationDate(day("2026-03-01"))));
        hr.remove("W-20");
        okta.setStatus(login(30), AccountStatus.DEACTIVATED);
        okta.set(login(31), new AttributeDelta(Map.of("title", AttributeValue.of("Chief Everything Officer"))));
    }

    private static UnaryOperator<EmploymentBuilder> startsOn(String date) {
        return employment -> employment.hireDate(day(date)).firstDayOfWork(day(date));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static HrRecord person(int i) {
        return person(i, UnaryOperator.identity());
    }

    private static HrRecord person(int i, UnaryOperator<EmploymentBuilder> facts) {
        return record("W-" + i, i, facts, i % 5 == 0 ? List.of("PG-1") : i % 5 == 1 ? List.of("PG-2") : List.of());
    }

    private static HrRecord contractor(String id, int i, UnaryOperator<EmploymentBuilder> facts) {
        return record(
                        id,
                        i,
                        employment ->
                                facts.apply(employment).universalId("U-" + i).kind(WorkerKind.CONTINGENT),
                        List.of())
                .with("accountType", "CONTRACTOR");
    }

    private static HrRecord employee(String id, int i, String from) {
        return record(id, i, employment -> startsOn(from).apply(employment).universalId("U-" + i), List.of());
    }

    private static HrRecord record(String id, int i, UnaryOperator<EmploymentBuilder> facts, List<String> groups) {
        LocalDate hire = day("2019-03-01").plusDays(i);
        Employment employment = facts.apply(Employment.builder()
                        .hireDate(hire)
                        .firstDayOfWork(hire)
                        .preferredTimeZone(ZONES.get(i % ZONES.size())))
                .build();
        Attributes profile = Attributes.builder()
                .put("userName", login(i))
                .put("email", login(i))
                .put("firstName", FIRST.get(i % FIRST.size()))
                .put("lastName", LAST.get(i % LAST.size()))
                .put("businessUnit", UNITS.get(i % UNITS.size()))
                .put("businessTitle", TITLES.get(i % TITLES.size()))
                .put("city", CITIES.get(i % CITIES.size()))
                .put("accountType", "EMPLOYEE")
                .build();
        return HrRecord.of(id, employment, profile).withGroups(groups);
    }

    private static String login(int i) {
        String name = FIRST.get(i % FIRST.size()) + "." + LAST.get(i % LAST.size());
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                        .replaceAll("[^A-Za-z.]", "")
                        .toLowerCase(Locale.ROOT)
                + "@acme.example";
    }
}
