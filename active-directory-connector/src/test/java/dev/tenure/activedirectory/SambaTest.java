package dev.tenure.activedirectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.unboundid.ldap.sdk.LDAPException;
import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.engine.InMemoryStore;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.engine.TargetUse;
import dev.tenure.lifecycle.mapping.DefaultMappings;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.target.AccountPages;
import dev.tenure.lifecycle.target.NewAccount;
import dev.tenure.lifecycle.testkit.HrRecord;
import dev.tenure.lifecycle.testkit.InMemoryHrSource;
import dev.tenure.lifecycle.testkit.SettableClock;
import dev.tenure.lifecycle.worker.Employment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the connector does beyond the contract, on a real domain controller. */
class SambaTest {

    private static final String PASSWORD = "Zq7-unlike.anybody";

    private final SambaDomain domain;
    private final String unit;
    private final ActiveDirectoryTarget target;

    SambaTest() {
        this.domain = SambaDomain.get().orElseThrow();
        this.unit = "OU=Beyond," + domain.domain();
        this.target = domain.target()
                .accountsIn(unit)
                .leaversPlace("OU=Leavers," + unit)
                .initialPassword(profile -> PASSWORD.toCharArray())
                .keepingInitialPassword()
                .pageSize(2)
                .build();
    }

    @BeforeAll
    static void needsADomainController() {
        assumeTrue(SambaDomain.get().isPresent(), SambaDomain::reason);
    }

    @BeforeEach
    void makeUnits() {
        domain.makeUnit(unit);
        domain.makeUnit("OU=Leavers," + unit);
    }

    @AfterEach
    void close() {
        target.close();
        domain.removeUnit(unit);
    }

    @Test
    void changedSince_listsWhatChangedByAnyHand_movesToo_andEverythingOfAnotherController() throws Exception {
        AccountRef ada = create("ada");
        AccountRef lin = create("lin");
        create("sam");
        ChangedAccounts all = target.changedSince(Optional.empty());
        assertThat(all.complete()).isTrue();
        assertThat(read(all)).hasSize(3);
        assertThat(read(target.changedSince(Optional.of(all.next())))).isEmpty();

        target.update(ada, new AttributeDelta(Map.of("title", AttributeValue.of("Lead"))));
        target.deactivate(lin);
        ChangedAccounts changed = target.changedSince(Optional.of(all.next()));
        assertThat(changed.complete()).isFalse();
        assertThat(read(changed)).containsExactlyInAnyOrder(ada, lin);
        assertThat(read(target.changedSince(Optional.of(changed.next())))).isEmpty();

        String ofAnother = all.next().substring(0, all.next().indexOf(' ')) + " CN=NTDS Settings,CN=DC2";
        ChangedAccounts other = target.changedSince(Optional.of(ofAnother));
        assertThat(other.complete()).isTrue();
        assertThat(read(other)).hasSize(3);
    }

    @Test
    void account_letsItsOwnerIn_untilItIsClosed_andAgainOnceItIsBack() throws Exception {
        AccountRef ada = create("ada");
        String upn = target.get(List.of(ada))
                .get(0)
                .attributes()
                .text("userPrincipalName")
                .orElseThrow();
        domain.connect(upn, PASSWORD).close();
        target.deactivate(ada);
        assertThatThrownBy(() -> domain.connect(upn, PASSWORD).close())
                .isInstanceOf(LDAPException.class)
                .hasMessageContaining("data 533");
        target.reactivate(ada);
        domain.connect(upn, PASSWORD).close();
    }

    @Test
    void e11_m4_theManagerWhoComesLater_isLinkedByTheDefaultRow() {
        SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
        InMemoryHrSource hr = InMemoryHrSource.builder("hr", clock).build();
        LifecycleEngine engine = LifecycleEngine.builder()
                .source(hr)
                .policy(LifecyclePolicy.oktaParity())
                .store(new InMemoryStore())
                .clock(clock)
                .target(
                        target,
                        TargetUse.mapped(DefaultMappings.oktaToActiveDirectory())
                                .withProperties(Attributes.builder()
                                        .put("namingContext", AttributeValue.of("corp.example.test"))
                                        .build()))
                .build();
        hr.put(employee("1", "Ada").with("managerUserName", "lin"));
        engine.run(ImportKind.FULL);
        hr.put(employee("2", "Lin").with("managerUserName", "lin"));
        engine.run(ImportKind.INCREMENTAL);
        engine.run(ImportKind.INCREMENTAL);
        List<Account> all = new ArrayList<>();
        try (AccountPages pages = target.accounts()) {
            for (Optional<List<Account>> page = pages.next(); page.isPresent(); page = pages.next()) {
                all.addAll(page.get());
            }
        }
        assertThat(all)
                .hasSize(2)
                .allSatisfy(account ->
                        assertThat(account.attributes().text("managerUpn")).contains("lin@corp.example.test"));
        assertThat(engine.failures()).isEmpty();
    }

    private AccountRef create(String sam) {
        return target.create(new NewAccount(
                        Attributes.builder()
                                .put("samAccountName", AttributeValue.of(sam))
                                .put("firstName", AttributeValue.of("First"))
                                .put("lastName", AttributeValue.of("Last-" + sam))
                                .build(),
                        List.of()))
                .ref();
    }

    private static List<AccountRef> read(ChangedAccounts changed) {
        List<AccountRef> read = new ArrayList<>();
        try (AccountPages pages = changed.pages()) {
            for (Optional<List<Account>> page = pages.next(); page.isPresent(); page = pages.next()) {
                page.get().forEach(account -> read.add(account.ref()));
            }
        }
        return read;
    }

    private static HrRecord employee(String id, String first) {
        LocalDate longAgo = LocalDate.parse("2020-01-06");
        Employment employment = Employment.builder()
                .hireDate(longAgo)
                .firstDayOfWork(longAgo)
                .locationTimeZone("UTC")
                .build();
        String login = first.toLowerCase(java.util.Locale.ROOT) + "@corp.example.test";
        return HrRecord.of(id, employment, Attributes.empty())
                .with("employeeID", id)
                .with("firstName", first)
                .with("lastName", "Lifecycle")
                .with("userName", login)
                .with("email", login);
    }
}
