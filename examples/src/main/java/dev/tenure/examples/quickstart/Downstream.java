package dev.tenure.examples.quickstart;

import com.unboundid.ldap.sdk.Entry;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.simulators.okta.UserStatus;
import dev.tenure.simulators.workday.Site;
import dev.tenure.simulators.workday.Termination;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** The second story: one person in three systems, from the first day to the return. For one thread. */
final class Downstream {

    private static final Instant BEGIN = Instant.parse("2026-06-01T07:00:00Z");
    private static final LocalDate HIRED = LocalDate.of(2026, 6, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 9, 4);
    private static final Instant MIDNIGHT = Instant.parse("2026-09-04T14:00:00Z");
    private static final LocalDate BACK = LocalDate.of(2026, 11, 2);

    private static final String ADA = "30001";
    private static final String LIN = "30002";
    private static final String LOGIN = "ada.okoro@tenure.example";
    private static final String SAM = "ada.okoro";
    private static final String IN_SALES = "OU=Sales,OU=Staff";
    private static final String AMONG_LEAVERS = "OU=Leavers";
    private static final String ROW = "%-17s %-26s %-9s %-10s %s";

    private final Screen screen;
    private int missed;

    Downstream(Screen screen) {
        this.screen = screen;
    }

    /** Tells the story and returns how many of its expectations were not met. */
    int tell() {
        screen.heading("One person in three systems: Okta, Active Directory and a SCIM application");
        screen.line(
                "The directory's attributes come by the default mapping M4: samAccountName is what stands before the @.");
        screen.line("Its organizational unit comes by the group in HR.");
        try (ThreeSystems world = new ThreeSystems(BEGIN)) {
            joins(world);
            managerArrives(world);
            moves(world);
            leaves(world);
            comesBack(world);
        }
        screen.heading(missed == 0 ? "All three systems agree." : missed + " expectations were not met.");
        screen.line("");
        return missed;
    }

    private void joins(ThreeSystems world) {
        at(world, BEGIN, "A  Ada joins Sales in Sydney; her manager is not in HR's list yet");
        world.workday().group("Sales", "Sales");
        world.workday()
                .hire(
                        ADA,
                        HIRED,
                        person -> person.name("Ada", "Okoro")
                                .userName(LOGIN)
                                .email(LOGIN)
                                .title("Analyst")
                                .site(Site.SYDNEY)
                                .manager(LIN));
        world.workday().assign(ADA, "Sales");
        run(world, engine -> engine.run(ImportKind.FULL));
        expect(world, UserStatus.ACTIVE, IN_SALES, true, "Analyst");
        shows("no manager is there to be linked", Optional.empty(), manager(world));
    }

    private void managerArrives(ThreeSystems world) {
        at(world, BEGIN.plusSeconds(86_400), "B  Her manager arrives, a day later");
        world.workday()
                .hire(
                        LIN,
                        HIRED,
                        person -> person.name("Lin", "Wei")
                                .userName("lin.wei@tenure.example")
                                .email("lin.wei@tenure.example")
                                .title("Director")
                                .site(Site.SYDNEY));
        run(world, engine -> engine.run(ImportKind.INCREMENTAL));
        shows(
                "the directory links Ada to Lin",
                Optional.of(entry(world, "lin.wei").getDN()),
                manager(world));
    }

    private void moves(ThreeSystems world) {
        at(world, BEGIN.plusSeconds(7 * 86_400L), "C  She gets another title and leaves the group");
        world.workday().change(ADA, person -> person.title("Team Lead"));
        world.workday().unassign(ADA, "Sales");
        int before = world.writes();
        run(world, engine -> engine.run(ImportKind.INCREMENTAL));
        expect(world, UserStatus.ACTIVE, IN_SALES, true, "Team Lead");
        shows("the title and the membership, once for each system", 6, world.writes() - before);
        screen.line("✓ the account stays in its unit: a group decides only when it is made (rule G6)");
    }

    private void leaves(ThreeSystems world) {
        at(world, MIDNIGHT.minusSeconds(3 * 86_400L), "D  She leaves: all three close at Sydney's midnight");
        world.workday().terminate(ADA, Termination.on(LAST_DAY));
        run(world, engine -> engine.run(ImportKind.INCREMENTAL));
        shows("it is due at " + MIDNIGHT, Optional.of(MIDNIGHT), world.engine().nextTransition());
        world.time().moveTo(MIDNIGHT);
        run(world, LifecycleEngine::advance);
        expect(world, UserStatus.DEPROVISIONED, AMONG_LEAVERS, false, "Team Lead");
    }

    private void comesBack(ThreeSystems world) {
        at(world, Instant.parse("2026-11-02T07:00:00Z"), "E  She is hired again");
        world.workday().rehire(ADA, BACK);
        world.workday().assign(ADA, "Sales");
        run(world, engine -> engine.run(ImportKind.INCREMENTAL));
        expect(world, UserStatus.ACTIVE, IN_SALES, true, "Team Lead");
    }

    private void at(ThreeSystems world, Instant moment, String title) {
        world.time().moveTo(moment);
        screen.heading(title);
        screen.line("It is " + Moments.utc(world.time().instant()) + ".");
    }

    private void run(ThreeSystems world, Function<LifecycleEngine, ImportRun> call) {
        ImportRun run = call.apply(world.engine());
        check(
                "the run is finished and nobody failed",
                "true 0",
                run.succeeded() + " " + run.failed().size());
    }

    /** Shows the three accounts, and says so where one is not as it should be. */
    private void expect(ThreeSystems world, UserStatus status, String unit, boolean open, String title) {
        var user = world.okta().user(LOGIN).orElseThrow();
        Entry entry = entry(world, SAM);
        var member = world.application().user(LOGIN).orElseThrow();
        String there = user.status() + " " + unit(entry) + " " + !isDisabled(entry) + " " + member.active();
        screen.line("");
        screen.line(screen.bold(String.format(Locale.ROOT, ROW, "system", "login", "open", "title", "where")));
        row("Okta", user.login(), user.status() == UserStatus.ACTIVE, user.text("title"), "");
        row(
                "Active Directory",
                entry.getAttributeValue("sAMAccountName"),
                !isDisabled(entry),
                Optional.ofNullable(entry.getAttributeValue("title")),
                unit(entry));
        row("SCIM application", member.userName(), member.active(), member.text("title"), "");
        check("the three accounts", status + " " + unit + " " + open + " " + open, there);
        check("titles", title, entry.getAttributeValue("title"));
    }

    private void row(String system, String login, boolean open, Optional<String> title, String where) {
        screen.line(String.format(Locale.ROOT, ROW, system, login, open ? "yes" : "no", title.orElse(""), where)
                .stripTrailing());
    }

    private static Optional<String> manager(ThreeSystems world) {
        return Optional.ofNullable(entry(world, SAM).getAttributeValue("manager"));
    }

    private static Entry entry(ThreeSystems world, String name) {
        return world.directory().entry(name);
    }

    private static boolean isDisabled(Entry entry) {
        return (Integer.parseInt(entry.getAttributeValue("userAccountControl")) & 2) != 0;
    }

    /** Where an entry is, without its own name and the domain's. */
    private static String unit(Entry entry) {
        String name = entry.getDN();
        return name.substring(name.indexOf(",OU=") + 1, name.indexOf(",DC="));
    }

    private void shows(String what, Object expected, Object actual) {
        if (Objects.equals(expected, actual)) {
            screen.line("✓ " + what);
        }
        check(what, expected, actual);
    }

    private void check(String what, Object expected, Object actual) {
        if (!Objects.equals(expected, actual)) {
            missed++;
            screen.line("✗ " + what + ": expected " + expected + ", and it is " + actual);
        }
    }
}
