package dev.tenure.lifecycle.testkit.report;

import static dev.tenure.lifecycle.testkit.report.ReportWorld.endsOn;
import static dev.tenure.lifecycle.testkit.report.ReportWorld.ref;
import static dev.tenure.lifecycle.testkit.report.ReportWorld.worker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.engine.Leaving;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.engine.TargetUse;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.journal.JournalEntry;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.store.JournalQuery;
import dev.tenure.lifecycle.testkit.Fault;
import dev.tenure.lifecycle.testkit.HrRecord;
import dev.tenure.lifecycle.testkit.SimulatedCrash;
import dev.tenure.lifecycle.worker.ProvisioningGroup;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was made, held or refused is in the journal: when, in which run, for whom, on which account, what and why. */
class JournalTest {

    private final ReportWorld world = new ReportWorld();

    /** The lines of a run, each without its reason; what every line has to have is looked at here. */
    private List<String> lines(ImportRun run) {
        List<String> lines = new ArrayList<>();
        for (JournalEntry entry : world.store.journal(JournalQuery.ofRun(run.id()), 0, 100)) {
            assertThat(entry.at()).isEqualTo(world.clock.instant());
            assertThat(entry.system()).isEqualTo("okta");
            assertThat(entry.reason()).isNotBlank().doesNotContain("example.com");
            lines.add(entry.worker().orElseThrow().id() + " " + entry.kind() + " " + entry.outcome() + " "
                    + entry.account().map(account -> account.id()).orElse("-") + " " + entry.attributes() + " "
                    + entry.rule());
        }
        return lines;
    }

    private static final String ALL = "[login, email, firstName, lastName, department, title, nickName]";

    @Test
    void s6_journal_hasWhatWasMadeAndWhatFailed() {
        world.hr.put(worker("a"), worker("b"));
        assertThat(lines(world.engine().run(ImportKind.FULL)))
                .containsExactly(
                        "a CREATE APPLIED account-1 " + ALL + " E1", "b CREATE APPLIED account-2 " + ALL + " E1");

        world.okta.inject(
                Fault.of(ChangeKind.UPDATE, Fault.Effect.INVALID_VALUE).on("b@example.com"));
        world.hr.put(
                worker("a").with("businessTitle", "A"),
                worker("b", endsOn("2026-02-27")).with("businessTitle", "B"));
        assertThat(lines(world.engine().run(ImportKind.INCREMENTAL)))
                .containsExactly(
                        "a UPDATE APPLIED account-1 [title] E2",
                        "b UPDATE FAILED account-2 [title] E3",
                        "b DEACTIVATE APPLIED account-2 [] C1");
    }

    @Test
    void s6_journal_hasWhatWasNotTried() {
        world.hr.setGroups(List.of(new ProvisioningGroup("1", "Dev")));
        world.hr.put(worker("b").withGroups(List.of("1")));
        world.engine().run(ImportKind.FULL);
        world.okta.inject(
                Fault.of(ChangeKind.CREATE, Fault.Effect.INVALID_VALUE).on("a@example.com"));
        world.hr.put(worker("a").withGroups(List.of("1")));

        assertThat(lines(world.engine().run(ImportKind.FULL)))
                .containsExactly("a CREATE FAILED - " + ALL + " E1", "a MEMBER_ADD SKIPPED - [] G2");
    }

    @Test
    void s6_journal_hasWhatWasMadeAlthoughItsAnswerWasLost() {
        world.hr.put(worker("a"), worker("b"), worker("c"));
        LifecycleEngine engine = world.engine();
        engine.run(ImportKind.FULL);
        world.hr.put(worker("c", endsOn("2026-02-27")));
        engine.run(ImportKind.INCREMENTAL);

        for (ChangeKind kind : List.of(ChangeKind.UPDATE, ChangeKind.DEACTIVATE, ChangeKind.REACTIVATE)) {
            world.okta.inject(
                    Fault.of(kind, Fault.Effect.UNAVAILABLE).afterTheAct().times(1));
        }
        world.hr.put(worker("a").with("businessTitle", "A"), worker("b", endsOn("2026-02-27")), worker("c"));
        assertThat(lines(engine.run(ImportKind.INCREMENTAL)))
                .containsExactly(
                        "a UPDATE FAILED account-1 [title] E2",
                        "c REACTIVATE FAILED account-3 [] E5",
                        "b DEACTIVATE FAILED account-2 [] C1");
        world.okta.forgetCalls();

        ImportRun next = engine.run(ImportKind.INCREMENTAL);
        assertThat(lines(next))
                .containsExactlyInAnyOrder(
                        "a UPDATE ALREADY_SO account-1 [] S4",
                        "b DEACTIVATE ALREADY_SO account-2 [] S4",
                        "c REACTIVATE ALREADY_SO account-3 [] S4");
        assertThat(world.okta.calls()).as("nothing is made twice").isEmpty();
        assertThat(next.notices()).as("the engine knows that it was itself").isEmpty();
        assertThat(engine.failures()).isEmpty();
    }

    /** Nobody wants it any more, which does not mean that it was made. */
    @ParameterizedTest
    @EnumSource(names = {"UPDATE", "DEACTIVATE", "REACTIVATE"})
    void s6_journal_hasNothingOfWhatWasNotMade_andIsTakenBack(ChangeKind kind) {
        HrRecord ended = worker("a", endsOn("2026-02-27"));
        HrRecord before = kind == ChangeKind.REACTIVATE ? ended : worker("a");
        world.hr.put(worker("a"));
        LifecycleEngine engine = world.engine();
        engine.run(ImportKind.FULL);
        world.hr.put(before);
        engine.run(ImportKind.INCREMENTAL);
        world.okta.inject(Fault.of(kind, Fault.Effect.CRASH).times(1));
        world.hr.put(
                switch (kind) {
                    case UPDATE -> worker("a").with("businessTitle", "A");
                    case DEACTIVATE -> ended;
                    default -> worker("a");
                });
        assertThatThrownBy(() -> engine.run(ImportKind.INCREMENTAL)).isInstanceOf(SimulatedCrash.class);

        world.hr.put(before);
        assertThat(lines(engine.run(ImportKind.INCREMENTAL))).isEmpty();
        assertThat(lines(engine.run(ImportKind.FULL))).isEmpty();
    }

    @Test
    void s6_journal_hasWhatWasMade_althoughItIsTakenBack() {
        world.hr.put(worker("a"));
        LifecycleEngine engine = world.engine();
        engine.run(ImportKind.FULL);
        world.okta.inject(Fault.of(ChangeKind.DEACTIVATE, Fault.Effect.CRASH)
                .afterTheAct()
                .times(1));
        world.hr.put(worker("a", endsOn("2026-02-27")));
        assertThatThrownBy(() -> engine.run(ImportKind.INCREMENTAL)).isInstanceOf(SimulatedCrash.class);

        world.hr.put(worker("a"));
        assertThat(lines(engine.run(ImportKind.INCREMENTAL)))
                .containsExactly("a DEACTIVATE ALREADY_SO account-1 [] S4", "a REACTIVATE APPLIED account-1 [] E5");
    }

    @Test
    void s6_journal_hasAnUpdateThatWasMade_althoughTheEndCameNext() {
        world.hr.put(worker("a"));
        LifecycleEngine engine = world.engine();
        engine.run(ImportKind.FULL);
        world.okta.inject(
                Fault.of(ChangeKind.UPDATE, Fault.Effect.CRASH).afterTheAct().times(1));
        world.hr.put(worker("a").with("businessTitle", "A"));
        assertThatThrownBy(() -> engine.run(ImportKind.INCREMENTAL)).isInstanceOf(SimulatedCrash.class);

        world.hr.put(worker("a", endsOn("2026-02-27")).with("businessTitle", "A"));
        assertThat(lines(engine.run(ImportKind.INCREMENTAL)))
                .containsExactly("a UPDATE ALREADY_SO account-1 [] S4", "a DEACTIVATE APPLIED account-1 [] C1");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void s6_journal_hasADeletion_ifTheAccountIsGone(boolean made) {
        world.hr.put(worker("a"));
        LifecycleEngine engine = LifecycleEngine.builder()
                .source(world.hr)
                .target(world.okta, TargetUse.identityProfile().withLeaving(Leaving.DELETE))
                .mapping(ReportWorld.MAPPING)
                .policy(LifecyclePolicy.recommended())
                .store(world.store)
                .clock(world.clock)
                .build();
        engine.run(ImportKind.FULL);
        Fault killed = Fault.of(ChangeKind.DELETE, Fault.Effect.CRASH).times(1);
        world.okta.inject(made ? killed.afterTheAct() : killed);
        world.hr.put(worker("a", endsOn("2026-02-27")));
        assertThatThrownBy(() -> engine.run(ImportKind.INCREMENTAL)).isInstanceOf(SimulatedCrash.class);

        ImportRun next = engine.run(ImportKind.INCREMENTAL);
        assertThat(lines(next))
                .containsExactly("a DELETE " + (made ? "ALREADY_SO account-1 [] S4" : "APPLIED account-1 [] C1"));

        assertThat(lines(engine.run(ImportKind.FULL))).isEmpty();

        world.hr.put(worker("a"));
        assertThat(lines(engine.run(ImportKind.INCREMENTAL)))
                .containsExactly("a CREATE APPLIED account-2 " + ALL + " E1");
    }

    @Test
    void s6_journal_hasWhatAPersonRejected() {
        world.okta.addAccount(
                "other@example.com",
                AccountStatus.ACTIVE,
                Attributes.builder()
                        .put("firstName", "Firsta")
                        .put("lastName", "Lasta")
                        .build());
        world.hr.put(worker("a"));
        LifecycleEngine engine = world.engine();
        engine.run(ImportKind.FULL);

        assertThat(lines(engine.reject(List.of(ref("a")))))
                .containsExactly("a LINK DISCARDED account-1 [] E8", "a CREATE APPLIED account-2 " + ALL + " E1");
        assertThat(lines(engine.reject(List.of(ref("a"))))).isEmpty();
    }

    @Test
    void s6_journal_hasWhatTheSafeguardHoldsAndWhatBecameOfIt() {
        world.hr.put(worker("a"), worker("b"));
        LifecycleEngine engine =
                world.engine(policy -> policy.safeguardMinimum(1).safeguardPercent(10));
        engine.run(ImportKind.FULL);
        world.hr.put(worker("a", endsOn("2026-02-27")));

        assertThat(lines(engine.run(ImportKind.FULL))).containsExactly("a DEACTIVATE HELD account-1 [] C1");
        assertThat(lines(engine.discard())).containsExactly("a DEACTIVATE DISCARDED account-1 [] S1");
        assertThat(lines(engine.discard())).isEmpty();
        assertThat(lines(engine.run(ImportKind.FULL))).containsExactly("a DEACTIVATE HELD account-1 [] C1");
        assertThat(lines(engine.approve())).containsExactly("a DEACTIVATE APPLIED account-1 [] C1");
    }

    @Test
    void s6_journal_hasWhatAPersonIsAskedOnce() {
        world.hr.put(worker("a"), worker("b"), worker("d"));
        world.engine().run(ImportKind.FULL);
        world.okta.setStatus("b@example.com", AccountStatus.DEACTIVATED);
        world.hr.put(worker("c"), worker("e").with("userName", "d@example.com"));
        world.addAccountOf(worker("f"), AccountStatus.ACTIVE);
        world.hr.put(worker("f"));
        LifecycleEngine careful = world.engine(
                policy -> policy.confirmNew(false).confirmExact(false).reactivateDeactivated(false));

        assertThat(lines(careful.run(ImportKind.FULL)))
                .containsExactlyInAnyOrder(
                        "b REACTIVATE PENDING account-2 [] E4",
                        "c CREATE PENDING - [] E8",
                        "e CREATE PENDING - [] E10",
                        "f LINK PENDING account-4 [] E7");
        assertThat(lines(careful.run(ImportKind.FULL))).isEmpty();
        assertThat(lines(careful.confirm(List.of(ref("c"), ref("f")))))
                .contains("c CREATE APPLIED account-5 " + ALL + " E1", "f LINK APPLIED account-4 [] E7");
    }

    @Test
    void s6_journal_namesAKeyThatIsHeldOnAnUpdateOnce() {
        world.hr.put(worker("a"), worker("b"), worker("c"));
        world.engine().run(ImportKind.FULL);
        world.hr.put(worker("b").with("email", "a@example.com").with("businessTitle", "B"));
        assertThat(lines(world.engine().run(ImportKind.INCREMENTAL)))
                .containsExactly("b UPDATE HELD account-2 [email] E10", "b UPDATE APPLIED account-2 [title] E2");
        assertThat(lines(world.engine().run(ImportKind.FULL))).isEmpty();

        world.hr.put(worker("b").with("email", "c@example.com").with("businessTitle", "B"));
        assertThat(lines(world.engine().run(ImportKind.FULL)))
                .as("another value is another change")
                .containsExactly("b UPDATE HELD account-2 [email] E10");
        assertThat(lines(world.engine().run(ImportKind.FULL))).isEmpty();
    }

    @Test
    void s6_journal_namesAKeyThatIsHeldTogetherWithTheEnd() {
        world.hr.put(worker("a"), worker("b"));
        world.engine().run(ImportKind.FULL);
        world.hr.put(worker("b", endsOn("2026-02-27")).with("email", "a@example.com"));
        assertThat(lines(world.engine().run(ImportKind.FULL)))
                .containsExactly("b UPDATE HELD account-2 [email] E10", "b DEACTIVATE APPLIED account-2 [] C1");
        assertThat(lines(world.engine().run(ImportKind.FULL))).isEmpty();
    }
}
