package dev.tenure.activedirectory;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.engine.InMemoryStore;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.engine.Placement;
import dev.tenure.lifecycle.engine.TargetUse;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.mapping.AttributeMapping;
import dev.tenure.lifecycle.mapping.DefaultMappings;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.testkit.HrRecord;
import dev.tenure.lifecycle.testkit.InMemoryHrSource;
import dev.tenure.lifecycle.testkit.SettableClock;
import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.lifecycle.worker.ProvisioningGroup;
import dev.tenure.simulators.directory.DirectorySimulator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From HR to the directory: the default mapping (rule M4), managers, places, leavers and those who come back. */
class LifecycleTest {

    private final SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
    private final InMemoryHrSource hr = InMemoryHrSource.builder("hr", clock).build();
    private final DirectorySimulator directory = DirectorySimulator.start();
    private final ActiveDirectoryTarget target = Domain.target(directory).build();
    private final LifecycleEngine engine = engine(LifecyclePolicy.recommended());

    private LifecycleEngine engine(LifecyclePolicy policy) {
        AttributeMapping rows = AttributeMapping.builder()
                .addAll(DefaultMappings.oktaToActiveDirectory())
                // Who has no manager would get the address of nobody.
                .row(
                        "managerUpn",
                        "source.managerUserName == null ? null"
                                + " : source.managerUserName + \"@\" + target_app.namingContext")
                .row("manager", "source.managerId")
                .build();
        return engine(policy, TargetUse.mapped(rows).withReference("manager"));
    }

    private LifecycleEngine plain(LifecyclePolicy policy) {
        return engine(policy, TargetUse.mapped(DefaultMappings.oktaToActiveDirectory()));
    }

    private LifecycleEngine engine(LifecyclePolicy policy, TargetUse mapped) {
        TargetUse use = mapped.withProperties(Attributes.builder()
                        .put("namingContext", AttributeValue.of("corp.example.test"))
                        .build())
                .withPlacement(Placement.byTarget()
                        .withGroup("Sales", "Sales")
                        .withExpression("user.city == \"Oslo\" ? \"Sales/Oslo\" : null"))
                .withClosedUntilStart();
        hr.setGroups(List.of(new ProvisioningGroup("Sales", "Sales"), new ProvisioningGroup("Staff", "Staff")));
        return LifecycleEngine.builder()
                .source(hr)
                .policy(policy)
                .store(new InMemoryStore())
                .clock(clock)
                .target(target, use)
                .build();
    }

    @AfterEach
    void close() {
        target.close();
        directory.close();
    }

    @Test
    void m4_defaultMapping_writesWhatTheDirectoryCallsIt() {
        hr.put(employee("E-7", "Ada", "Okoro")
                .with("businessTitle", "Analyst")
                .with("supervisoryOrg", "Research")
                .with("businessUnit", "R&D")
                .with("city", "Bergen")
                .with("countryCode", "NO")
                .with("postalCode", "5003")
                .with("workPhone", "+47 55 00 00 00")
                .with("location", "HQ"));
        run(ImportKind.FULL);
        Entry ada = directory.entry("ada.okoro");
        assertThat(ada.getAttributeValue("mail")).isEqualTo("ada.okoro@corp.example.test");
        assertThat(ada.getAttributeValue("givenName")).isEqualTo("Ada");
        assertThat(ada.getAttributeValue("sn")).isEqualTo("Okoro");
        assertThat(ada.getAttributeValue("employeeID")).isEqualTo("E-7");
        assertThat(ada.getAttributeValue("employeeNumber")).isEqualTo("E-7");
        assertThat(ada.getAttributeValue("title")).isEqualTo("Analyst");
        assertThat(ada.getAttributeValue("department")).isEqualTo("Research");
        assertThat(ada.getAttributeValue("departmentNumber")).isEqualTo("R&D");
        assertThat(ada.getAttributeValue("l")).isEqualTo("Bergen");
        assertThat(ada.getAttributeValue("c")).isEqualTo("NO");
        assertThat(ada.getAttributeValue("postalCode")).isEqualTo("5003");
        assertThat(ada.getAttributeValue("telephoneNumber")).isEqualTo("+47 55 00 00 00");
        assertThat(ada.getAttributeValue("physicalDeliveryOfficeName")).isEqualTo("HQ");
        assertThat(ada.getAttributeValue("userAccountControl")).isEqualTo("512");
    }

    @Test
    void e2_aSecondFullImport_writesNothingAndSeesNoDrift() {
        hr.put(
                employee("1", "Ada", "Okoro").with("managerId", "2").with("managerUserName", "lin.wei"),
                employee("2", "Lin", "Wei").with("city", "Oslo"));
        run(ImportKind.FULL);
        run(ImportKind.FULL);
        directory.writes().clear();
        ImportRun again = run(ImportKind.FULL);
        assertThat(directory.writes()).isEmpty();
        assertThat(again.notices()).isEmpty();
    }

    @Test
    void e11_managerWhoArrivesLater_isLinkedByTheNextImport() {
        hr.put(employee("1", "Ada", "Okoro").with("managerId", "2"));
        run(ImportKind.FULL);
        assertThat(directory.entry("ada.okoro").hasAttribute("manager")).isFalse();
        hr.put(employee("2", "Lin", "Wei"));
        run(ImportKind.INCREMENTAL);
        run(ImportKind.INCREMENTAL);
        assertThat(directory.entry("ada.okoro").getAttributeValue("manager"))
                .isEqualTo(directory.entry("lin.wei").getDN());
        assertThat(engine.failures()).isEmpty();
    }

    @Test
    void e11_m4_theDefaultRowOfTheManager_isCompletedWhenTheManagerArrives_withoutRepairingDrift() {
        LifecycleEngine plain = plain(LifecyclePolicy.oktaParity());
        hr.put(employee("1", "Ada", "Okoro").with("managerUserName", "lin.wei"));
        plain.run(ImportKind.FULL);
        assertThat(directory.entry("ada.okoro").hasAttribute("manager")).isFalse();
        assertThat(plain.failures()).hasSize(1);
        directory.writes().clear();
        plain.run(ImportKind.INCREMENTAL);
        assertThat(directory.writes()).isEmpty();

        hr.put(employee("2", "Lin", "Wei"));
        plain.run(ImportKind.INCREMENTAL);
        assertThat(directory.entry("ada.okoro").getAttributeValue("manager"))
                .isEqualTo(directory.entry("lin.wei").getDN());
        plain.run(ImportKind.INCREMENTAL);
        directory.writes().clear();
        plain.run(ImportKind.FULL);
        assertThat(directory.writes()).isEmpty();
        assertThat(plain.failures()).isEmpty();
    }

    @Test
    void e11_m4_aNewManagerWhoIsNotThereYet_doesNotLeaveTheOldOneInPlace() {
        LifecycleEngine plain = plain(LifecyclePolicy.recommended());
        changesManager(plain);
        assertThat(directory.entry("ada.okoro").getAttributeValue("title")).isEqualTo("Lead");
        assertThat(directory.entry("ada.okoro").hasAttribute("manager")).isFalse();
        hr.put(employee("3", "Sam", "Roe"));
        plain.run(ImportKind.INCREMENTAL);
        assertThat(directory.entry("ada.okoro").getAttributeValue("manager"))
                .isEqualTo(directory.entry("sam.roe").getDN());
    }

    @Test
    void m6_e11_whereNothingIsCleared_theOldManagerStaysUntilTheNewOneArrives() {
        LifecycleEngine plain = plain(LifecyclePolicy.oktaParity());
        changesManager(plain);
        assertThat(directory.entry("ada.okoro").getAttributeValue("manager"))
                .isEqualTo(directory.entry("lin.wei").getDN());
        hr.put(employee("3", "Sam", "Roe"));
        plain.run(ImportKind.INCREMENTAL);
        assertThat(directory.entry("ada.okoro").getAttributeValue("manager"))
                .isEqualTo(directory.entry("sam.roe").getDN());
    }

    private void changesManager(LifecycleEngine engine) {
        HrRecord ada = employee("1", "Ada", "Okoro").with("managerUserName", "lin.wei");
        hr.put(ada, employee("2", "Lin", "Wei"));
        engine.run(ImportKind.FULL);
        hr.put(ada.with("managerUserName", "sam.roe").with("businessTitle", "Lead"));
        engine.run(ImportKind.INCREMENTAL);
    }

    @Test
    void g6_groupDecidesThePlace_leaverIsMovedAway_andBackOnReturn() {
        HrRecord ada = employee("1", "Ada", "Okoro").withGroups(List.of("Sales"));
        hr.put(ada);
        run(ImportKind.FULL);
        assertThat(parent("ada.okoro")).isEqualTo("OU=Sales,OU=Staff,DC=corp,DC=example,DC=test");

        hr.put(ada.withEmployment(Employment.builder()
                .from(ada.employment())
                .terminationDate(LocalDate.parse("2026-02-20"))
                .active(false)
                .build()));
        run(ImportKind.INCREMENTAL);
        assertThat(parent("ada.okoro")).isEqualTo(DirectorySimulator.LEAVERS);
        assertThat(directory.entry("ada.okoro").getAttributeValue("userAccountControl"))
                .isEqualTo("514");

        hr.put(ada.with("businessTitle", "Lead"));
        run(ImportKind.INCREMENTAL);
        assertThat(parent("ada.okoro")).isEqualTo("OU=Sales,OU=Staff,DC=corp,DC=example,DC=test");
        assertThat(directory.entry("ada.okoro").getAttributeValue("userAccountControl"))
                .isEqualTo("512");
        assertThat(directory.entry("ada.okoro").getAttributeValue("title")).isEqualTo("Lead");
    }

    @Test
    void b3_beforeTheStart_theAccountIsThereClosedAndWithoutAPassword() {
        LifecycleEngine early = engine(LifecyclePolicy.recommended().with(policy -> policy.preStartDays(14)));
        LocalDate start = LocalDate.parse("2026-03-09");
        hr.put(employee("1", "Ada", "Okoro")
                .withEmployment(Employment.builder()
                        .hireDate(start)
                        .firstDayOfWork(start)
                        .locationTimeZone("UTC")
                        .build()));
        early.run(ImportKind.FULL);
        assertThat(directory.entry("ada.okoro").getAttributeValue("userAccountControl"))
                .isEqualTo("546");
        assertThat(directory.passwords()).isEmpty();
        clock.set(Instant.parse("2026-03-09T00:00:00Z"));
        early.advance();
        assertThat(directory.entry("ada.okoro").getAttributeValue("userAccountControl"))
                .isEqualTo("512");
        assertThat(directory.passwords()).containsKey("ada.okoro");
    }

    private ImportRun run(ImportKind kind) {
        return engine.run(kind);
    }

    private String parent(String sam) {
        try {
            return String.valueOf(DN.getParent(directory.entry(sam).getDN()));
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HrRecord employee(String id, String first, String last) {
        LocalDate longAgo = LocalDate.parse("2020-01-06");
        Employment employment = Employment.builder()
                .hireDate(longAgo)
                .firstDayOfWork(longAgo)
                .locationTimeZone("UTC")
                .build();
        String login = (first + "." + last).toLowerCase(java.util.Locale.ROOT) + "@corp.example.test";
        return HrRecord.of(id, employment, Attributes.empty())
                .with("employeeID", id)
                .with("firstName", first)
                .with("lastName", last)
                .with("userName", login)
                .with("email", login);
    }
}
