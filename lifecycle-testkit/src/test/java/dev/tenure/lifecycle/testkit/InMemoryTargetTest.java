package dev.tenure.lifecycle.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.failure.Conflict;
import dev.tenure.lifecycle.failure.InvalidValue;
import dev.tenure.lifecycle.failure.RetryLater;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.target.NewAccount;
import dev.tenure.lifecycle.testkit.Fault.Effect;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class InMemoryTargetTest {

    private static final String ADA = "ada@acme.test";

    private final InMemoryTarget target = InMemoryTarget.named("target");

    @Test
    void login_isUniqueIgnoringCase() {
        create(ADA);
        assertThatThrownBy(() -> create("ADA@acme.test"))
                .isInstanceOfSatisfying(
                        Conflict.class,
                        conflict -> assertThat(conflict.attribute()).contains("login"));
    }

    @Test
    void attribute_canBeMadeUnique() {
        InMemoryTarget strict = InMemoryTarget.builder("target").unique("email").build();
        Attributes profile = Attributes.builder().put("email", ADA).build();
        strict.addAccount("one", AccountStatus.ACTIVE, profile);
        assertThatThrownBy(() -> strict.addAccount("two", AccountStatus.ACTIVE, profile))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void calls_haveTheLoginBeforeTheCall_andSayWhetherAnythingChanged() {
        AccountRef ref = create(ADA).ref();
        AttributeDelta rename = new AttributeDelta(Map.of("login", AttributeValue.of("a.lovelace@acme.test")));
        target.update(ref, rename);
        target.update(ref, rename);
        assertThat(target.calls())
                .extracting(RecordedCall::op, RecordedCall::user, RecordedCall::effective)
                .containsExactly(
                        tuple(ChangeKind.CREATE, Optional.of(ADA), true),
                        tuple(ChangeKind.UPDATE, Optional.of(ADA), true),
                        tuple(ChangeKind.UPDATE, Optional.of("a.lovelace@acme.test"), false));
    }

    @Test
    void fault_strikesItsUserSoManyTimes() {
        target.inject(Fault.of(ChangeKind.CREATE, Effect.UNAVAILABLE).on(ADA).times(2));
        assertThatThrownBy(() -> create(ADA)).isInstanceOf(RetryLater.class);
        create("eve@acme.test");
        assertThatThrownBy(() -> create(ADA)).isInstanceOf(RetryLater.class);
        create(ADA);
        assertThat(target.calls()).hasSize(2);
    }

    @Test
    void fault_afterTheAct_losesTheAnswerAndNotTheWrite() {
        target.inject(Fault.of(ChangeKind.CREATE, Effect.UNAVAILABLE).afterTheAct());
        assertThatThrownBy(() -> create(ADA)).isInstanceOf(RetryLater.class);
        assertThat(target.account(ADA)).isPresent();
        assertThat(target.calls()).hasSize(1);
    }

    @Test
    void fault_canBeARefusalOrACrash() {
        AccountRef ref = create(ADA).ref();
        target.inject(Fault.of(ChangeKind.UPDATE, Effect.INVALID_VALUE).times(1));
        target.inject(Fault.of(ChangeKind.DEACTIVATE, Effect.CRASH));
        assertThatThrownBy(() -> target.update(ref, AttributeDelta.none())).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> target.deactivate(ref)).isInstanceOf(SimulatedCrash.class);
        target.clearFaults();
        target.deactivate(ref);
        assertThat(target.account(ADA).map(Account::status)).contains(AccountStatus.DEACTIVATED);
    }

    @Test
    void changesBehindTheEnginesBack_areNoCalls() {
        target.addAccount(ADA, AccountStatus.STAGED, Attributes.empty());
        target.setStatus(ADA, AccountStatus.SUSPENDED);
        target.set(ADA, new AttributeDelta(Map.of("login", AttributeValue.of("eve@acme.test"))));
        target.addGroup("Engineering", Set.of("eve@acme.test"));
        assertThat(target.account("EVE@acme.test").map(Account::status)).contains(AccountStatus.SUSPENDED);
        assertThat(target.membersByGroup()).isEqualTo(Map.of("Engineering", Set.of("eve@acme.test")));
        target.removeAccount("eve@acme.test");
        assertThat(target.membersByGroup()).isEqualTo(Map.of("Engineering", Set.of()));
        assertThat(target.calls()).isEmpty();
    }

    @Test
    void addAccount_again_keepsTheReference() {
        AccountRef before = target.addAccount(ADA, AccountStatus.ACTIVE, Attributes.empty());
        AccountRef after = target.addAccount(ADA, AccountStatus.SUSPENDED, Attributes.empty());
        assertThat(after).isEqualTo(before);
    }

    @Test
    void accountThatIsNotThere_isAMistakeOfTheTest() {
        assertThatThrownBy(() -> target.setStatus("nobody", AccountStatus.ACTIVE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'nobody'");
    }

    private Account create(String login) {
        return target.create(
                new NewAccount(Attributes.builder().put("login", login).build(), List.of()));
    }
}
