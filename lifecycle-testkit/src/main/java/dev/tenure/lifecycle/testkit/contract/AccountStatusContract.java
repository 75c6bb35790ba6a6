package dev.tenure.lifecycle.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.target.NewAccount;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Closing, opening and blocking accounts, and those who have not started. */
abstract class AccountStatusContract extends AccountWriteContract {

    @Test
    void deactivate_closes_andAgainIsSuccess() {
        try (IdentityTargetFixture there = fixture()) {
            AccountRef ref = create(there, 1).ref();
            there.target().deactivate(ref);
            assertStatus(there, ref, AccountStatus.DEACTIVATED, "deactivate()");
            assertDoesNotThrow(
                    () -> there.target().deactivate(ref), "deactivate() of a closed account must be success");
            assertStatus(there, ref, AccountStatus.DEACTIVATED, "the second deactivate()");
        }
    }

    @Test
    void deactivate_ofASuspendedAccount_closes() {
        try (IdentityTargetFixture there = fixture()) {
            AccountRef ref = create(there, 1).ref();
            there.target().suspend(ref);
            there.target().deactivate(ref);
            assertStatus(there, ref, AccountStatus.DEACTIVATED, "deactivate() of a suspended account");
        }
    }

    @Test
    void reactivate_opens_andAgainIsSuccess() {
        try (IdentityTargetFixture there = fixture()) {
            AccountRef ref = create(there, 1).ref();
            assertDoesNotThrow(
                    () -> there.target().reactivate(ref), "reactivate() of an active account must be success");
            there.target().deactivate(ref);
            there.target().reactivate(ref);
            assertStatus(there, ref, AccountStatus.ACTIVE, "reactivate()");
        }
    }

    @Test
    void reactivate_returnsWhenTheAccountCanBeUpdated() {
        try (IdentityTargetFixture there = fixture()) {
            AccountRef ref = create(there, 1).ref();
            there.target().deactivate(ref);
            there.target().reactivate(ref);
            assertDoesNotThrow(
                    () -> there.target().update(ref, delta(there.attribute(), "Advisor")),
                    "reactivate() returned before the account could be updated");
        }
    }

    @Test
    void reactivate_ofAStagedAccount_opensIt() {
        try (IdentityTargetFixture there = fixture()) {
            AccountRef ref = orSkip(there.stage(there.person(1)), "staged account");
            assertStatus(there, ref, AccountStatus.STAGED, "staging");
            there.target().reactivate(ref);
            assertStatus(there, ref, AccountStatus.ACTIVE, "reactivate() of a staged account");
        }
    }

    @Test
    void suspend_blocks_andAgainIsSuccess() {
        try (IdentityTargetFixture there = fixture()) {
            AccountRef ref = create(there, 1).ref();
            there.target().suspend(ref);
            assertBlocked(there, ref, "suspend()");
            assertDoesNotThrow(() -> there.target().suspend(ref), "suspend() of a blocked account must be success");
            assertBlocked(there, ref, "the second suspend()");
        }
    }

    @Test
    void suspend_ofAClosedAccount_leavesItClosed() {
        try (IdentityTargetFixture there = fixture()) {
            AccountRef ref = create(there, 1).ref();
            there.target().deactivate(ref);
            assertDoesNotThrow(() -> there.target().suspend(ref), "suspend() of a closed account must not throw");
            assertBlocked(there, ref, "suspend() of a closed account");
        }
    }

    @Test
    void suspend_ofAStagedAccount_leavesItUnusable() {
        try (IdentityTargetFixture there = fixture()) {
            AccountRef ref = orSkip(there.stage(there.person(1)), "staged account");
            there.target().suspend(ref);
            assertBlocked(there, ref, "suspend() of a staged account, which is deactivated if it cannot be suspended,");
        }
    }

    @Test
    void unsuspend_endsABlock_andAgainIsSuccess() {
        try (IdentityTargetFixture there = fixture()) {
            AccountRef ref = create(there, 1).ref();
            there.target().suspend(ref);
            assumeTrue(read(there, ref).status() == AccountStatus.SUSPENDED, "the target cannot suspend");
            there.target().unsuspend(ref);
            assertStatus(there, ref, AccountStatus.ACTIVE, "unsuspend()");
            assertDoesNotThrow(
                    () -> there.target().unsuspend(ref),
                    "unsuspend() of an account that is not blocked must be success");
        }
    }

    @Test
    void unsuspend_ofAClosedAccount_leavesItClosed() {
        try (IdentityTargetFixture there = fixture()) {
            AccountRef ref = create(there, 1).ref();
            there.target().deactivate(ref);
            assertDoesNotThrow(
                    () -> there.target().unsuspend(ref),
                    "unsuspend() of an account that is not blocked must be success");
            assertStatus(there, ref, AccountStatus.DEACTIVATED, "unsuspend() of a closed account");
        }
    }

    @Test
    void b3_create_ofAClosedAccount_waitsForReactivate() {
        try (IdentityTargetFixture there = fixture()) {
            Account made = there.target().create(new NewAccount(there.person(1), List.of(), Optional.empty(), true));
            assumeTrue(made.status() != AccountStatus.ACTIVE, "the target opens every account that it makes");
            assertEquals(AccountStatus.STAGED, made.status(), "create() of a closed account");
            assertStatus(there, made.ref(), AccountStatus.STAGED, "create() of a closed account");
            there.target().reactivate(made.ref());
            assertStatus(there, made.ref(), AccountStatus.ACTIVE, "reactivate() of an account that was made closed");
        }
    }
}
