package dev.tenure.lifecycle.testkit.contract;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountKey;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.failure.Conflict;
import dev.tenure.lifecycle.failure.InvalidValue;
import dev.tenure.lifecycle.failure.NotFound;
import dev.tenure.lifecycle.failure.PermissionMissing;
import dev.tenure.lifecycle.failure.ProtocolViolation;
import dev.tenure.lifecycle.failure.RetryLater;
import dev.tenure.lifecycle.target.NewAccount;
import dev.tenure.lifecycle.target.TargetDescription;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Targets that make, change or remove accounts wrongly. */
final class AccountWriteMutants extends TargetMutants {

    Mutant targetThatMakesASecondAccount() {
        return wrong(
                "create_aSecondTime_isAConflictAndNoSecondAccount",
                "must be a Conflict",
                real -> new DelegatingTarget(real) {
                    @Override
                    public Account create(NewAccount account) {
                        String login = account.profile().text("login").orElse("");
                        List<Account> there = find(List.of(AccountKey.of("login", login)));
                        return there.isEmpty() ? super.create(account) : there.get(0);
                    }
                });
    }

    Mutant targetThatDoesNotSayThatNothingWasDone() {
        return wrong(
                "s4_createThatIsTurnedAway_saysThatNothingWasDone", "must say so", real -> new DelegatingTarget(real) {
                    @Override
                    public Account create(NewAccount account) {
                        try {
                            return super.create(account);
                        } catch (RetryLater later) {
                            throw new RetryLater(name(), null, "the target is busy; try again later", later);
                        }
                    }
                });
    }

    Mutant targetThatSaysThatNothingWasDoneWhateverWas() {
        return wrong(
                "s4_createThatIsTurnedAwayLater_doesNotSaySo",
                "must not say nothingDone()",
                real -> new DelegatingTarget(real) {
                    @Override
                    public Account create(NewAccount account) {
                        try {
                            return super.create(account);
                        } catch (RetryLater later) {
                            throw later.nothingDone();
                        }
                    }
                });
    }

    Mutant targetThatForgetsWhatItMade() {
        return wrong(
                "s4_createThatIsRefusedOnceTheAccountIsMade_doesNotForgetIt",
                "must say so by afterDoing()",
                real -> new DelegatingTarget(real) {
                    @Override
                    public Account create(NewAccount account) {
                        try {
                            return super.create(account);
                        } catch (RetryLater later) {
                            throw new PermissionMissing(
                                    name(), "the target does not let it be read; allow that", later);
                        }
                    }
                });
    }

    Mutant targetThatDoesNotActivate() {
        return wrong("create_makesAnActiveAccountWithTheProfile", "must activate", real -> new DelegatingTarget(real) {
            @Override
            public Account create(NewAccount account) {
                Account made = super.create(account);
                suspend(made.ref());
                return new Account(made.ref(), made.login(), AccountStatus.SUSPENDED, made.attributes());
            }
        });
    }

    Mutant targetThatSaysOfAKeyThatItIsUnique() {
        return wrong(
                "e10_whatIsUnique_isRefusedToASecondAccount",
                "takes it a second time",
                real -> new DelegatingTarget(real) {
                    @Override
                    public TargetDescription describe() {
                        return super.describe().withUnique(Set.of("email"));
                    }
                });
    }

    Mutant targetThatDoesNotSayWhatItRefuses() {
        return wrong(
                "s5_aKeyThatIsNotSaidToBeUnique_isTakenASecondTime",
                "let describe() say",
                real -> new DelegatingTarget(real) {
                    @Override
                    public Account create(NewAccount account) {
                        String email = account.profile().text("email").orElse("");
                        if (!find(List.of(AccountKey.of("email", email))).isEmpty()) {
                            throw new Conflict(name(), "email", "another account has the e-mail address");
                        }
                        return super.create(account);
                    }
                });
    }

    Mutant targetThatReplacesTheProfile() {
        return wrong("update_sendsWhatItNamesAndNothingElse", "did not name", real -> new DelegatingTarget(real) {
            @Override
            public Account update(AccountRef account, AttributeDelta delta) {
                Map<String, AttributeValue> all = new LinkedHashMap<>();
                all.put("lastName", AttributeValue.NULL);
                all.putAll(delta.values());
                return super.update(account, new AttributeDelta(all));
            }
        });
    }

    Mutant targetThatDoesNotClear() {
        return wrong("update_ofNull_clears", "must clear", real -> new DelegatingTarget(real) {
            @Override
            public Account update(AccountRef account, AttributeDelta delta) {
                Map<String, AttributeValue> some = new LinkedHashMap<>(delta.values());
                some.values().removeIf(AttributeValue::isNull);
                return super.update(account, new AttributeDelta(some));
            }
        });
    }

    Mutant targetThatNamesAccountsByLogin() {
        return wrong("update_ofTheLogin_keepsTheReference", "must stay the same", real -> new DelegatingTarget(real) {
            @Override
            public Account update(AccountRef account, AttributeDelta delta) {
                Account now = super.update(account, delta);
                return new Account(new AccountRef("target", now.login()), now.login(), now.status(), now.attributes());
            }
        });
    }

    Mutant targetThatIgnoresWhatIsNotThere() {
        return wrong(
                "change_ofAnAccountThatIsNotThere_isNotFound", "must be NotFound", real -> new DelegatingTarget(real) {
                    @Override
                    public void unsuspend(AccountRef account) {
                        if (!get(List.of(account)).isEmpty()) {
                            super.unsuspend(account);
                        }
                    }
                });
    }

    Mutant targetThatLosesAttributes() {
        return wrong(
                "create_makesAnActiveAccountWithTheProfile",
                "lost the attribute title",
                real -> new DelegatingTarget(real) {
                    @Override
                    public Account create(NewAccount account) {
                        Attributes some =
                                account.profile().toBuilder().remove("title").build();
                        return super.create(new NewAccount(some, account.groups()));
                    }
                });
    }

    Mutant targetThatCannotDeleteTwice() {
        return wrong("delete_removes_andAgainIsSuccess", "must be success", real -> new DelegatingTarget(real) {
            @Override
            public void delete(AccountRef account) {
                if (get(List.of(account)).isEmpty()) {
                    throw new NotFound("target", "target has no such account");
                }
                super.delete(account);
            }
        });
    }

    Mutant targetThatTakesAConflictForSuccess() {
        return wrong("create_byTwoAtOnce_makesOneAccount", "must be a Conflict", real -> new DelegatingTarget(real) {
            @Override
            public Account create(NewAccount account) {
                try {
                    return super.create(account);
                } catch (Conflict taken) {
                    String login = account.profile().text("login").orElse("");
                    return find(List.of(AccountKey.of("login", login))).get(0);
                }
            }
        });
    }

    Mutant targetForOneThreadOnly() {
        return wrong("call_bySeveralThreads_isSafe", "are lost", real -> new DelegatingTarget(real) {
            private final List<Account> made = new ArrayList<>();

            @Override
            public synchronized Account create(NewAccount account) {
                made.add(super.create(account));
                return made.get(0);
            }
        });
    }

    Mutant targetThatRefusesTheSameUpdateTwice() {
        return wrong("update_calledAgain_succeedsAndChangesNothing", "threw", real -> new DelegatingTarget(real) {
            private final List<AttributeDelta> seen = new ArrayList<>();

            @Override
            public Account update(AccountRef account, AttributeDelta delta) {
                if (seen.contains(delta)) {
                    throw new ProtocolViolation("target", "target has this already");
                }
                seen.add(delta);
                return super.update(account, delta);
            }
        });
    }

    Mutant targetThatSaysNothingOfATakenLogin() {
        return wrong("update_toALoginOfAnother_isAConflict", "must be a Conflict", real -> new DelegatingTarget(real) {
            @Override
            public Account update(AccountRef account, AttributeDelta delta) {
                try {
                    return super.update(account, delta);
                } catch (Conflict taken) {
                    return get(List.of(account)).get(0);
                }
            }
        });
    }

    Mutant targetThatCallsARefusedValueSomethingElse() {
        return wrong(
                "update_withAValueThatIsRefused_isAnInvalidValue",
                "must be an InvalidValue",
                real -> new DelegatingTarget(real) {
                    @Override
                    public Account update(AccountRef account, AttributeDelta delta) {
                        try {
                            return super.update(account, delta);
                        } catch (InvalidValue refused) {
                            throw new ProtocolViolation("target", "target sent 400");
                        }
                    }
                });
    }
}
