package dev.tenure.lifecycle.testkit.contract;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountKey;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.failure.ProtocolViolation;
import dev.tenure.lifecycle.failure.RetryLater;
import dev.tenure.lifecycle.source.ConnectionReport;
import dev.tenure.lifecycle.target.AccountPages;
import dev.tenure.lifecycle.target.NewAccount;
import dev.tenure.lifecycle.target.TargetDescription;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Targets that describe, read, find or list wrongly. */
final class AccountReadMutants extends TargetMutants {

    Mutant targetThatForgetsDeactivatedAccounts() {
        return wrong("find_byAnyKey_findsEachAccountOnce", "deactivated ones too", real -> new DelegatingTarget(real) {
            @Override
            public List<Account> find(Collection<AccountKey> keys) {
                return super.find(keys).stream()
                        .filter(account -> account.status() != AccountStatus.DEACTIVATED)
                        .toList();
            }
        });
    }

    Mutant targetWhoseSearchLagsBehind() {
        return wrong("find_isAsCurrentAsAReadByReference", "does not see", real -> new DelegatingTarget(real) {
            private List<Account> indexed = List.of();

            @Override
            public List<Account> find(Collection<AccountKey> keys) {
                List<Account> stale = indexed;
                indexed = super.find(keys);
                return stale;
            }
        });
    }

    Mutant targetThatFindsByOneAttributeOfAKey() {
        return wrong("find_byAKeyOfTwoAttributes_wantsBoth", "one was enough", real -> new DelegatingTarget(real) {
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

    Mutant targetWhoseReferencesNameAnother() {
        return wrong(
                "name_isNotBlank_andIsPartOfEveryReference",
                "an AccountRef names another target",
                real -> new DelegatingTarget(real) {
                    @Override
                    public String name() {
                        return "other";
                    }
                });
    }

    Mutant targetWithoutKeys() {
        return wrong("describe_namesTheLoginAndKeys", "names no key", real -> new DelegatingTarget(real) {
            @Override
            public TargetDescription describe() {
                TargetDescription said = super.describe();
                return new TargetDescription(
                        said.schema(), said.login(), said.email(), said.firstName(), said.lastName(), List.of());
            }
        });
    }

    Mutant targetWhoseTestTriesNothing() {
        return wrong("n3_test_findsNoProblemWhereThereIsNone", "says nothing", real -> new DelegatingTarget(real) {
            @Override
            public ConnectionReport test() {
                return new ConnectionReport(List.of());
            }
        });
    }

    Mutant targetWhoseTestThrows() {
        return wrong(
                "n3_test_ofASystemThatDoesNotAnswer_reportsAndDoesNotThrow",
                "threw for a problem",
                real -> new DelegatingTarget(real) {
                    @Override
                    public ConnectionReport test() {
                        describe();
                        return super.test();
                    }
                });
    }

    Mutant targetThatTakesNoAnswerForNobody() {
        return wrong(
                "call_toASystemThatDoesNotAnswer_throwsAConnectorExceptionThatNamesIt",
                "must throw a ConnectorException",
                real -> new DelegatingTarget(real) {
                    @Override
                    public List<Account> get(Collection<AccountRef> accounts) {
                        try {
                            return super.get(accounts);
                        } catch (ConnectorException swallowed) {
                            return List.of();
                        }
                    }
                });
    }

    Mutant targetThatReadsActiveAccountsOnly() {
        return wrong(
                "get_returnsThoseThatExist_deactivatedOnesToo",
                "must return the accounts that exist",
                real -> new DelegatingTarget(real) {
                    @Override
                    public List<Account> get(Collection<AccountRef> accounts) {
                        return super.get(accounts).stream()
                                .filter(account -> account.status() == AccountStatus.ACTIVE)
                                .toList();
                    }
                });
    }

    Mutant targetThatReadsOnePage() {
        return wrong("get_ofMoreThanAPage_returnsThemAll", "must return them all", real -> new DelegatingTarget(real) {
            @Override
            public List<Account> get(Collection<AccountRef> accounts) {
                return super.get(accounts.stream().limit(3).toList());
            }
        });
    }

    Mutant targetThatReadsEverybodyForNobody() {
        return wrong("get_ofNothing_isNothing", "returned accounts", real -> new DelegatingTarget(real) {
            @Override
            public List<Account> get(Collection<AccountRef> accounts) {
                if (!accounts.isEmpty()) {
                    return super.get(accounts);
                }
                try (AccountPages pages = accounts()) {
                    return pages.next().orElse(List.of());
                }
            }
        });
    }

    Mutant targetThatListsActiveAccountsOnly() {
        return wrongPages("accounts_listsAllOnce_deactivatedOnesToo", "exactly once", pages -> new Pages(pages) {
            @Override
            public Optional<List<Account>> next() {
                return super.next()
                        .map(page -> page.stream()
                                .filter(account -> account.status() == AccountStatus.ACTIVE)
                                .toList());
            }
        });
    }

    Mutant targetWhoseListingCannotBeClosedTwice() {
        return wrongPages(
                "accounts_closedTwiceOrEarly_isNoError", "the second close() threw", pages -> new AccountPages() {
                    private boolean closed;

                    @Override
                    public Optional<List<Account>> next() {
                        return pages.next();
                    }

                    @Override
                    public void close() {
                        if (closed) {
                            throw new IllegalStateException("closed");
                        }
                        closed = true;
                    }
                });
    }

    Mutant targetWhoseListingJustEnds() {
        return wrongPages(
                "accounts_listingThatCannotBeFinished_throwsAndNeverJustEnds",
                "must throw: whoever is missing",
                pages -> new Pages(pages) {
                    @Override
                    public Optional<List<Account>> next() {
                        try {
                            return super.next();
                        } catch (ConnectorException swallowed) {
                            return Optional.empty();
                        }
                    }
                });
    }

    Mutant targetWhoseListingEndsAfterAFailure() {
        return wrongPages(
                "accounts_listingThatCannotBeFinished_throwsAndNeverJustEnds",
                "must go on failing",
                pages -> new Pages(pages) {
                    private boolean failed;

                    @Override
                    public Optional<List<Account>> next() {
                        if (failed) {
                            return Optional.empty();
                        }
                        failed = true;
                        Optional<List<Account>> page = super.next();
                        failed = false;
                        return page;
                    }
                });
    }

    Mutant targetThatIsBusyAndSaysItIsBroken() {
        return wrongPages(
                "accounts_toldToTryLater_readsTheSamePageWhenCalledAgain",
                "reported as RetryLater",
                pages -> new Pages(pages) {
                    @Override
                    public Optional<List<Account>> next() {
                        try {
                            return super.next();
                        } catch (RetryLater busy) {
                            throw new ProtocolViolation("target", "target sent no page");
                        }
                    }
                });
    }

    Mutant targetThatLosesThePageThatWasBusy() {
        return wrongPages(
                "accounts_toldToTryLater_readsTheSamePageWhenCalledAgain",
                "must read the same page",
                pages -> new Pages(pages) {
                    private boolean busy;

                    @Override
                    public Optional<List<Account>> next() {
                        if (busy) {
                            busy = false;
                            super.next();
                        }
                        busy = true;
                        Optional<List<Account>> page = super.next();
                        busy = false;
                        return page;
                    }
                });
    }

    Mutant targetWhoseIdsAreLogins() {
        return wrong("s7_toString_saysNothingOfThePerson", "prints the login", real -> new DelegatingTarget(real) {
            @Override
            public Account create(NewAccount account) {
                Account made = super.create(account);
                return new Account(
                        new AccountRef("target", made.login()), made.login(), made.status(), made.attributes());
            }
        });
    }

    /** Pages that do what others do. */
    private static class Pages implements AccountPages {

        private final AccountPages real;

        Pages(AccountPages real) {
            this.real = real;
        }

        @Override
        public Optional<List<Account>> next() {
            return real.next();
        }

        @Override
        public void close() {
            real.close();
        }
    }
}
