package dev.tenure.lifecycle.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.journal.JournalEntry;
import dev.tenure.lifecycle.plan.Change;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.store.JournalQuery;
import dev.tenure.lifecycle.testkit.HrRecord;
import dev.tenure.lifecycle.worker.Employment;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is in a group already that an import adopts is not put there, and nothing says so (rules G1, E3, S5, S6). */
class AdoptedGroupTest {

    private static final LifecyclePolicy ADOPTS =
            LifecyclePolicy.recommended().with(policy -> policy.adoptGroups(true));

    private final Kills kills = new Kills();
    private final Company company = kills.company();

    @Test
    void g1_whoIsLinkedAndInTheGroup_isKnownToBeInIt() {
        LifecycleEngine engine = kills.started(ADOPTS, Kills.ada());
        company.okta.addGroup("Oslo", List.of("ada@acme.test"));
        company.hr.put(kills.inGroups(Kills.ada(), "Oslo"));

        assertThat(membershipsPlannedAndMade(engine)).isEmpty();
        assertKnownToBeIn(engine, kills.inGroups(Kills.ada()));
    }

    @Test
    void g1_soIsWhoseAccountWasThereBefore() {
        LifecycleEngine engine = company.engine(ADOPTS);
        company.okta.addAccount("ada@acme.test", AccountStatus.ACTIVE, Attributes.empty());
        company.okta.addGroup("Oslo", List.of("ada@acme.test"));
        company.hr.put(kills.inGroups(Kills.ada(), "Oslo"));

        assertThat(membershipsPlannedAndMade(engine)).isEmpty();
        assertKnownToBeIn(engine, kills.inGroups(Kills.ada()));
    }

    @Test
    void d2_soIsWhoTakesOverTheAccountOfAnotherRecord() {
        LifecycleEngine engine = kills.started(ADOPTS, person(Kills.ada()));
        company.okta.addGroup("Oslo", List.of("ada@acme.test"));
        HrRecord next = person(Company.employee("2", "Ada"));
        company.hr.put(Company.ended(person(Kills.ada()), "2026-02-27"), kills.inGroups(next, "Oslo"));

        assertThat(membershipsPlannedAndMade(engine)).isEmpty();
        assertKnownToBeIn(engine, next);
    }

    @Test
    void g1_whoIsNotInTheGroup_isPutThere() {
        LifecycleEngine engine = kills.started(ADOPTS, Kills.ada());
        company.okta.addGroup("Oslo", List.of());
        company.hr.put(kills.inGroups(Kills.ada(), "Oslo"));

        assertThat(membershipsPlannedAndMade(engine)).containsExactly(ChangeKind.MEMBER_ADD, ChangeKind.MEMBER_ADD);
        assertThat(kills.members("Oslo")).containsExactly("ada@acme.test");
    }

    private List<ChangeKind> membershipsPlannedAndMade(LifecycleEngine engine) {
        List<ChangeKind> kinds = new ArrayList<>(engine.plan(ImportKind.INCREMENTAL).changes().stream()
                .map(Change::kind)
                .toList());
        engine.run(ImportKind.INCREMENTAL);
        company.store.journal(JournalQuery.all(), 0, 100).stream()
                .map(JournalEntry::kind)
                .forEach(kinds::add);
        kinds.removeIf(kind -> kind != ChangeKind.MEMBER_ADD);
        company.calls();
        assertThat(engine.plan(ImportKind.FULL).changes()).isEmpty();
        return kinds;
    }

    /** G2: whoever leaves the group in HR leaves it at the target, too. */
    private void assertKnownToBeIn(LifecycleEngine engine, HrRecord left) {
        assertThat(kills.members("Oslo")).containsExactly("ada@acme.test");
        company.hr.put(left);
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.calls()).containsExactly("MEMBER_REMOVE Oslo ada@acme.test");
        assertThat(kills.members("Oslo")).isEmpty();
    }

    private static HrRecord person(HrRecord record) {
        return record.withEmployment(Employment.builder()
                .from(record.employment())
                .universalId("U-1")
                .build());
    }
}
