package dev.tenure.lifecycle.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.plan.Notice;
import dev.tenure.lifecycle.plan.NoticeKind;
import dev.tenure.lifecycle.policy.AbsentWorkers;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.testkit.InMemoryHrSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A person settles what came of a create, also where HR has no such worker any more (rules S2, S4, E8, N2). */
class LostCreateByHandTest {

    private static final LifecyclePolicy POLICY =
            LifecyclePolicy.recommended().with(policy -> policy.absentWorkers(AbsentWorkers.DEACTIVATE));

    private static final String ONLY_THE_CREATE =
            "HR does not return this worker; only what came of the create that was cut off is settled";

    private final Kills kills = new Kills();
    private final Company company = kills.company();

    /** What a person says. */
    enum Word {
        CONFIRM,
        REJECT;

        ImportRun say(LifecycleEngine engine) {
            return switch (this) {
                case CONFIRM -> engine.confirm(List.of(Company.ref("1")));
                case REJECT -> engine.reject(List.of(Company.ref("1")));
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void s4_whoIsGoneAndHasNoAccount_waitsForNobodyAnyMore(Word word) {
        LifecycleEngine engine = goneInDoubt();
        assertThat(word.say(engine).notices())
                .singleElement()
                .extracting(Notice::kind, Notice::text)
                .containsExactly(NoticeKind.NOT_RETURNED, ONLY_THE_CREATE);
        kills.assertSettled(engine);
        assertThat(kills.account().link()).isEmpty();
        assertThat(word.say(engine).notices())
                .as("nothing is open any more")
                .singleElement()
                .satisfies(notice -> assertThat(notice.text()).contains("nothing is changed"));

        assertThat(engine.run(ImportKind.FULL).absent()).isEmpty();
        assertThat(company.calls()).isEmpty();
    }

    @Test
    void s4_whoIsGone_isLinkedByHand_andIsAbsentLikeAnybodyElse() {
        LifecycleEngine engine = goneInDoubt();
        assertThat(engine.link(Company.ref("1"), "okta", "stranger@acme.test").notices())
                .extracting(Notice::text)
                .containsExactly(ONLY_THE_CREATE);
        kills.assertSettled(engine);
        assertThat(kills.account().link().map(Link::account))
                .isEqualTo(company.okta.account("stranger@acme.test").map(Account::ref));
        assertThat(company.calls()).as("nothing is sent by hand").isEmpty();

        assertThat(engine.run(ImportKind.FULL).absent()).containsExactly(Company.ref("1"));
        assertThat(company.okta.all()).extracting(Account::status).containsExactly(AccountStatus.DEACTIVATED);
    }

    @Test
    void n2_whoIsGone_isRelinked() {
        LifecycleEngine engine = goneInDoubt();
        engine.relink(Company.ref("1"), "okta", "stranger@acme.test");
        kills.assertSettled(engine);
    }

    @Test
    void s4_aTry_asksAgain_andSettlesNothing() {
        LifecycleEngine engine = goneInDoubt();
        engine.retry(List.of(Company.ref("1")));
        assertThat(engine.failures()).hasSize(1);
        assertThat(kills.account().intent()).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void s4_whoIsOfASourceThatIsNoLongerThere_isSettledByTheStoreAlone(Word word) {
        goneInDoubt();
        LifecycleEngine later = withoutTheSource();
        word.say(later);
        kills.assertSettled(later);
        assertThatThrownBy(() -> word.say(later))
                .as("nothing is open any more")
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("No source is named 'hr'");
    }

    @ParameterizedTest
    @EnumSource(names = {"FULL", "INCREMENTAL"})
    void s4_whoIsOfASourceThatIsNoLongerThere_isLookedForByTheNextImport(ImportKind kind) {
        kills.adaAtTheCreate(company.engine(POLICY));
        assertThat(withoutTheSource().run(kind).succeeded()).isTrue();
        assertThat(kills.account().intent()).isEmpty();
        assertThat(kills.account().link()).isPresent();
    }

    @ParameterizedTest
    @EnumSource(names = {"FULL", "INCREMENTAL"})
    void s3_whoIsOfASourceThatIsNoLongerThere_isListedWhereNobodyCanTell(ImportKind kind) {
        kills.adaBeforeTheCreate(company.engine(POLICY));
        kills.addStranger();
        LifecycleEngine later = withoutTheSource();
        later.run(kind);
        assertThat(later.failures())
                .singleElement()
                .satisfies(item -> assertThat(item.worker()).isEqualTo(Company.ref("1")));
        assertThat(kills.account().intent()).isPresent();
    }

    @Test
    void s4_whoIsOfASourceThatIsNoLongerThere_isLinkedByTheStoreAlone() {
        goneInDoubt();
        LifecycleEngine later = withoutTheSource();
        later.link(Company.ref("1"), "okta", "stranger@acme.test");
        kills.assertSettled(later);
        assertThat(kills.account().link()).isPresent();
    }

    @Test
    void e8_whatWasFoundIsRejected_andTheWorkerIsNew() {
        LifecycleEngine engine = inDoubt();
        engine.reject(List.of(Company.ref("1")));
        assertThat(company.calls()).containsExactly("CREATE adele@acme.test");
        kills.assertSettled(engine);
    }

    private LifecycleEngine goneInDoubt() {
        LifecycleEngine engine = inDoubt();
        company.hr.remove("1");
        engine.run(ImportKind.FULL);
        assertThat(engine.failures()).hasSize(1);
        assertThat(kills.account().intent()).isPresent();
        return engine;
    }

    private LifecycleEngine inDoubt() {
        LifecycleEngine engine = company.engine(POLICY);
        kills.renamedBeforeTheCreate(engine);
        kills.addStranger();
        engine.run(ImportKind.FULL);
        assertThat(engine.failures()).hasSize(1);
        assertThat(company.calls()).isEmpty();
        return engine;
    }

    private LifecycleEngine withoutTheSource() {
        return LifecycleEngine.builder()
                .source(InMemoryHrSource.builder("other", company.clock).build())
                .policy(POLICY)
                .store(company.store)
                .clock(company.clock)
                .target(company.okta)
                .build();
    }
}
