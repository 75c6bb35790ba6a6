package dev.tenure.lifecycle.testkit.contract;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.failure.NotFound;
import dev.tenure.lifecycle.failure.ProtocolViolation;
import dev.tenure.lifecycle.target.NewAccount;
import java.util.ArrayList;
import java.util.List;

/** Targets that close, open or block accounts wrongly. */
final class AccountStatusMutants extends TargetMutants {

    Mutant targetThatRefusesToCloseTwice() {
        return wrong("deactivate_closes_andAgainIsSuccess", "must be success", real -> new DelegatingTarget(real) {
            @Override
            public void deactivate(AccountRef account) {
                if (get(List.of(account)).stream().anyMatch(it -> it.status() == AccountStatus.DEACTIVATED)) {
                    throw new NotFound("target", "target has no such account");
                }
                super.deactivate(account);
            }
        });
    }

    Mutant targetWhoseReactivationTakesTime() {
        return wrong(
                "reactivate_returnsWhenTheAccountCanBeUpdated",
                "before the account could be updated",
                real -> new DelegatingTarget(real) {
                    private final List<AccountRef> moving = new ArrayList<>();

                    @Override
                    public void reactivate(AccountRef account) {
                        super.reactivate(account);
                        moving.add(account);
                    }

                    @Override
                    public Account update(AccountRef account, AttributeDelta delta) {
                        if (moving.remove(account)) {
                            throw new ProtocolViolation("target", "target says that the account is in transition");
                        }
                        return super.update(account, delta);
                    }
                });
    }

    Mutant targetThatDoesNotCloseWhoIsSuspended() {
        return wrong(
                "deactivate_ofASuspendedAccount_closes",
                "deactivate() of a suspended account",
                real -> new DelegatingTarget(real) {
                    @Override
                    public void deactivate(AccountRef account) {
                        if (!is(account, AccountStatus.SUSPENDED)) {
                            super.deactivate(account);
                        }
                    }
                });
    }

    Mutant targetThatRefusesToOpenWhatIsOpen() {
        return wrong("reactivate_opens_andAgainIsSuccess", "must be success", real -> new DelegatingTarget(real) {
            @Override
            public void reactivate(AccountRef account) {
                if (is(account, AccountStatus.ACTIVE)) {
                    throw new ProtocolViolation("target", "target has it open already");
                }
                super.reactivate(account);
            }
        });
    }

    Mutant targetThatDoesNotOpenWhoHasNotStarted() {
        return wrong(
                "reactivate_ofAStagedAccount_opensIt",
                "reactivate() of a staged account",
                real -> new DelegatingTarget(real) {
                    @Override
                    public void reactivate(AccountRef account) {
                        if (!is(account, AccountStatus.STAGED)) {
                            super.reactivate(account);
                        }
                    }
                });
    }

    Mutant targetThatDoesNotBlock() {
        return wrong("suspend_blocks_andAgainIsSuccess", "usable after suspend()", real -> new DelegatingTarget(real) {
            @Override
            public void suspend(AccountRef account) {
                get(List.of(account));
            }
        });
    }

    Mutant targetThatRefusesToBlockWhatIsClosed() {
        return wrong("suspend_ofAClosedAccount_leavesItClosed", "must not throw", real -> new DelegatingTarget(real) {
            @Override
            public void suspend(AccountRef account) {
                if (is(account, AccountStatus.DEACTIVATED)) {
                    throw new ProtocolViolation("target", "target cannot suspend it");
                }
                super.suspend(account);
            }
        });
    }

    Mutant targetThatDoesNotBlockWhoHasNotStarted() {
        return wrong(
                "suspend_ofAStagedAccount_leavesItUnusable",
                "staged after suspend()",
                real -> new DelegatingTarget(real) {
                    @Override
                    public void suspend(AccountRef account) {
                        if (!is(account, AccountStatus.STAGED)) {
                            super.suspend(account);
                        }
                    }
                });
    }

    Mutant targetThatDoesNotEndABlock() {
        return wrong(
                "unsuspend_endsABlock_andAgainIsSuccess",
                "the status after unsuspend()",
                real -> new DelegatingTarget(real) {
                    @Override
                    public void unsuspend(AccountRef account) {
                        get(List.of(account));
                    }
                });
    }

    Mutant targetThatOpensWhatIsClosedByEndingABlock() {
        return wrong(
                "unsuspend_ofAClosedAccount_leavesItClosed",
                "unsuspend() of a closed account",
                real -> new DelegatingTarget(real) {
                    @Override
                    public void unsuspend(AccountRef account) {
                        reactivate(account);
                    }
                });
    }

    Mutant targetThatMakesClosedAccountsOfThoseWhoHaveNotStarted() {
        return wrong(
                "b3_create_ofAClosedAccount_waitsForReactivate",
                "create() of a closed account",
                real -> new DelegatingTarget(real) {
                    @Override
                    public Account create(NewAccount account) {
                        Account made = super.create(account);
                        if (account.closed()) {
                            deactivate(made.ref());
                        }
                        return get(List.of(made.ref())).get(0);
                    }
                });
    }
}
