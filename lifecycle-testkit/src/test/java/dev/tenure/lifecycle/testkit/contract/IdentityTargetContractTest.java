package dev.tenure.lifecycle.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountKey;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.failure.NotFound;
import dev.tenure.lifecycle.failure.ProtocolViolation;
import dev.tenure.lifecycle.target.GroupTarget;
import dev.tenure.lifecycle.target.IdentityTarget;
import dev.tenure.lifecycle.target.NewAccount;
import dev.tenure.lifecycle.target.PlaceTarget;
import dev.tenure.lifecycle.target.TargetGroup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Wrong targets, each of which the contract must find. */
final class IdentityTargetContractTest {

    @Test
    void rightTarget_breaksNothing() {
        assertThat(ContractHarness.failures(new MutantTargetContract(UnaryOperator.identity())))
                .isEmpty();
    }

    @Test
    void targetThatMakesASecondAccount_isFound() {
        wrong(
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

    @Test
    void targetThatDoesNotActivate_isFound() {
        wrong("create_makesAnActiveAccountWithTheProfile", "must activate", real -> new DelegatingTarget(real) {
            @Override
            public Account create(NewAccount account) {
                Account made = super.create(account);
                suspend(made.ref());
                return new Account(made.ref(), made.login(), AccountStatus.SUSPENDED, made.attributes());
            }
        });
    }

    @Test
    void targetThatReplacesTheProfile_isFound() {
        wrong("update_sendsWhatItNamesAndNothingElse", "did not name", real -> new DelegatingTarget(real) {
            @Override
            public Account update(AccountRef account, AttributeDelta delta) {
                Map<String, AttributeValue> all = new LinkedHashMap<>();
                all.put("lastName", AttributeValue.NULL);
                all.putAll(delta.values());
                return super.update(account, new AttributeDelta(all));
            }
        });
    }

    @Test
    void targetThatDoesNotClear_isFound() {
        wrong("update_ofNull_clears", "must clear", real -> new DelegatingTarget(real) {
            @Override
            public Account update(AccountRef account, AttributeDelta delta) {
                Map<String, AttributeValue> some = new LinkedHashMap<>(delta.values());
                some.values().removeIf(AttributeValue::isNull);
                return super.update(account, new AttributeDelta(some));
            }
        });
    }

    @Test
    void targetThatRefusesToCloseTwice_isFound() {
        wrong("deactivate_closes_andAgainIsSuccess", "must be success", real -> new DelegatingTarget(real) {
            @Override
            public void deactivate(AccountRef account) {
                if (get(List.of(account)).stream().anyMatch(it -> it.status() == AccountStatus.DEACTIVATED)) {
                    throw new NotFound("target", "target has no such account");
                }
                super.deactivate(account);
            }
        });
    }

    @Test
    void targetWhoseReactivationTakesTime_isFound() {
        wrong(
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

    @Test
    void targetThatForgetsDeactivatedAccounts_isFound() {
        wrong("find_byAnyKey_findsEachAccountOnce", "deactivated ones too", real -> new DelegatingTarget(real) {
            @Override
            public List<Account> find(Collection<AccountKey> keys) {
                return super.find(keys).stream()
                        .filter(account -> account.status() != AccountStatus.DEACTIVATED)
                        .toList();
            }
        });
    }

    @Test
    void targetWhoseSearchLagsBehind_isFound() {
        wrong("find_isAsCurrentAsAReadByReference", "does not see", real -> new DelegatingTarget(real) {
            private List<Account> indexed = List.of();

            @Override
            public List<Account> find(Collection<AccountKey> keys) {
                List<Account> stale = indexed;
                indexed = super.find(keys);
                return stale;
            }
        });
    }

    @Test
    void targetThatFindsByOneAttributeOfAKey_isFound() {
        wrong("find_byAKeyOfTwoAttributes_wantsBoth", "one was enough", real -> new DelegatingTarget(real) {
            @Override
            public List<Account> find(Collection<AccountKey> keys) {
                return super.find(keys.stream()
                        .map(key -> key.values().entrySet().iterator().next())
                        .map(first -> AccountKey.of(first.getKey(), first.getValue()))
                        .flatMap(key -> List.of(key, key).stream())
                        .toList());
            }
        });
    }

    @Test
    void targetThatNamesAccountsByLogin_isFound() {
        wrong("update_ofTheLogin_keepsTheReference", "must stay the same", real -> new DelegatingTarget(real) {
            @Override
            public Account update(AccountRef account, AttributeDelta delta) {
                Account now = super.update(account, delta);
                return new Account(new AccountRef("target", now.login()), now.login(), now.status(), now.attributes());
            }
        });
    }

    @Test
    void targetThatIgnoresWhatIsNotThere_isFound() {
        wrong("change_ofAnAccountThatIsNotThere_isNotFound", "must be NotFound", real -> new DelegatingTarget(real) {
            @Override
            public void unsuspend(AccountRef account) {
                if (!get(List.of(account)).isEmpty()) {
                    super.unsuspend(account);
                }
            }
        });
    }

    @Test
    void targetThatLosesAttributes_isFound() {
        wrong(
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

    @Test
    void targetThatMakesAccountsAnywhere_isFound() {
        wrong("g6_create_putsTheAccountWhereItIsTold", "elsewhere", real -> new DelegatingTarget(real) {
            @Override
            public Account create(NewAccount account) {
                return super.create(new NewAccount(account.profile(), account.groups()));
            }
        });
    }

    @Test
    void targetThatRefusesToMoveTwice_isFound() {
        wrong("g6_move_changesThePlaceAlone_andAgainIsSuccess", "must be success", real -> new DelegatingTarget(real) {
            private final List<String> moves = new ArrayList<>();

            @Override
            public Optional<PlaceTarget> places() {
                return super.places().map(there -> (account, place) -> {
                    if (moves.contains(account + place)) {
                        throw new ProtocolViolation("target", "target has the account there already");
                    }
                    moves.add(account + place);
                    there.move(account, place);
                });
            }
        });
    }

    @Test
    void targetThatCannotDeleteTwice_isFound() {
        wrong("delete_removes_andAgainIsSuccess", "must be success", real -> new DelegatingTarget(real) {
            @Override
            public void delete(AccountRef account) {
                if (get(List.of(account)).isEmpty()) {
                    throw new NotFound("target", "target has no such account");
                }
                super.delete(account);
            }
        });
    }

    @Test
    void groupsThatAreNotFoundByExactName_areFound() {
        wrongGroups("groups_find_isByTheExactName", "exact name", real -> new DelegatingTarget.Groups(real) {
            @Override
            public Optional<TargetGroup> find(String name) {
                return super.find(name).or(() -> super.find(name + "ing"));
            }
        });
    }

    @Test
    void groupsThatRefuseAMemberTwice_areFound() {
        wrongGroups(
                "groups_members_areThoseWhoWereAddedAndNotRemoved",
                "must be success",
                real -> new DelegatingTarget.Groups(real) {
                    @Override
                    public void addMember(String id, AccountRef account) {
                        if (members(id).contains(account)) {
                            throw new ProtocolViolation("target", "target has the member already");
                        }
                        super.addMember(id, account);
                    }
                });
    }

    @Test
    void groupsThatAreRenamedByMakingOthers_areFound() {
        wrongGroups(
                "groups_rename_keepsIdAndMembers_andAgainIsSuccess",
                "rename() changed the id",
                real -> new DelegatingTarget.Groups(real) {
                    @Override
                    public void rename(String id, String name) {
                        if (find(name).isEmpty()) {
                            create(name);
                            delete(id);
                        }
                    }
                });
    }

    private static void wrong(String test, String words, UnaryOperator<IdentityTarget> mutation) {
        ContractHarness.assertFails(new MutantTargetContract(mutation), test, words);
    }

    private static void wrongGroups(String test, String words, UnaryOperator<GroupTarget> mutation) {
        wrong(test, words, real -> new DelegatingTarget(real) {
            @Override
            public Optional<GroupTarget> groups() {
                return super.groups().map(mutation);
            }
        });
    }
}
