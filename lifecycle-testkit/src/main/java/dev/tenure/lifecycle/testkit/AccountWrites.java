package dev.tenure.lifecycle.testkit;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.target.NewAccount;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What an engine writes to accounts in memory: each write may fail as asked, and is logged once it is done. */
final class AccountWrites {

    private final Object lock;
    private final AccountTable accounts;
    private final Faults faults;
    private final CallLog log;
    private final InMemoryGroups groups;
    private final InMemoryPlaces places;

    AccountWrites(
            Object lock,
            AccountTable accounts,
            Faults faults,
            CallLog log,
            InMemoryGroups groups,
            InMemoryPlaces places) {
        this.lock = lock;
        this.accounts = accounts;
        this.faults = faults;
        this.log = log;
        this.groups = groups;
        this.places = places;
    }

    Account create(NewAccount account) {
        String login = account.profile().text(AccountTable.LOGIN).orElse("");
        return faults.around(ChangeKind.CREATE, List.of(login), () -> {
            synchronized (lock) {
                Optional<String> place = account.place().filter(any -> places.isAbility());
                place.ifPresent(places::require);
                Account made = accounts.insert(
                        account.closed() ? AccountStatus.STAGED : AccountStatus.ACTIVE,
                        account.profile().asMap());
                place.ifPresent(name -> places.put(made.ref(), name));
                log.add(RecordedCall.ofUser(
                        ChangeKind.CREATE, login, account.profile().asMap(), true));
                return made;
            }
        });
    }

    Account update(AccountRef account, AttributeDelta delta) {
        return faults.around(ChangeKind.UPDATE, loginOf(account), () -> {
            synchronized (lock) {
                AccountTable.Changed changed = accounts.update(account, delta);
                log.add(RecordedCall.ofUser(
                        ChangeKind.UPDATE, changed.loginBefore(), delta.values(), changed.effective()));
                return changed.account();
            }
        });
    }

    /** Gives an account the status that follows from the one it has; one that is gone counts as deactivated. */
    void move(ChangeKind op, AccountRef account, UnaryOperator<AccountStatus> to) {
        faults.around(op, loginOf(account), () -> {
            synchronized (lock) {
                AccountStatus now = accounts.get(account).map(Account::status).orElse(AccountStatus.DEACTIVATED);
                AccountTable.Changed changed = accounts.status(account, to.apply(now));
                log.add(RecordedCall.ofUser(op, changed.loginBefore(), Map.of(), changed.effective()));
                return changed;
            }
        });
    }

    void delete(AccountRef account) {
        faults.around(ChangeKind.DELETE, loginOf(account), () -> {
            synchronized (lock) {
                Optional<String> gone = accounts.remove(account);
                gone.ifPresent(login -> log.add(RecordedCall.ofUser(ChangeKind.DELETE, login, Map.of(), true)));
                groups.forget(account);
                return gone;
            }
        });
    }

    private List<String> loginOf(AccountRef account) {
        synchronized (lock) {
            return accounts.login(account).map(List::of).orElse(List.of());
        }
    }
}
