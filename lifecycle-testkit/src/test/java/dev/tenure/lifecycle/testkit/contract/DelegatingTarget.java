package dev.tenure.lifecycle.testkit.contract;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountKey;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.source.ConnectionReport;
import dev.tenure.lifecycle.target.AccountPages;
import dev.tenure.lifecycle.target.GroupTarget;
import dev.tenure.lifecycle.target.IdentityTarget;
import dev.tenure.lifecycle.target.NewAccount;
import dev.tenure.lifecycle.target.PlaceTarget;
import dev.tenure.lifecycle.target.ReferenceTarget;
import dev.tenure.lifecycle.target.TargetDescription;
import dev.tenure.lifecycle.target.TargetGroup;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A target that does what another does, for a mutant to do one thing otherwise. */
class DelegatingTarget implements IdentityTarget {

    private final IdentityTarget real;

    DelegatingTarget(IdentityTarget real) {
        this.real = real;
    }

    @Override
    public String name() {
        return real.name();
    }

    @Override
    public TargetDescription describe() {
        return real.describe();
    }

    @Override
    public ConnectionReport test() {
        return real.test();
    }

    @Override
    public List<Account> get(Collection<AccountRef> accounts) {
        return real.get(accounts);
    }

    @Override
    public List<Account> find(Collection<AccountKey> keys) {
        return real.find(keys);
    }

    @Override
    public AccountPages accounts() {
        return real.accounts();
    }

    @Override
    public Account create(NewAccount account) {
        return real.create(account);
    }

    @Override
    public Account update(AccountRef account, AttributeDelta delta) {
        return real.update(account, delta);
    }

    @Override
    public void deactivate(AccountRef account) {
        real.deactivate(account);
    }

    @Override
    public void reactivate(AccountRef account) {
        real.reactivate(account);
    }

    @Override
    public void suspend(AccountRef account) {
        real.suspend(account);
    }

    @Override
    public void unsuspend(AccountRef account) {
        real.unsuspend(account);
    }

    @Override
    public void delete(AccountRef account) {
        real.delete(account);
    }

    @Override
    public Optional<GroupTarget> groups() {
        return real.groups();
    }

    @Override
    public Optional<PlaceTarget> places() {
        return real.places();
    }

    @Override
    public Optional<ReferenceTarget> references() {
        return real.references();
    }

    final boolean is(AccountRef account, AccountStatus status) {
        return get(List.of(account)).stream().anyMatch(there -> there.status() == status);
    }

    /** Groups that do what others do. */
    static class Groups implements GroupTarget {

        private final GroupTarget real;

        Groups(GroupTarget real) {
            this.real = real;
        }

        @Override
        public Optional<TargetGroup> find(String name) {
            return real.find(name);
        }

        @Override
        public TargetGroup create(String name) {
            return real.create(name);
        }

        @Override
        public void rename(String id, String name) {
            real.rename(id, name);
        }

        @Override
        public void delete(String id) {
            real.delete(id);
        }

        @Override
        public void addMember(String id, AccountRef account) {
            real.addMember(id, account);
        }

        @Override
        public void removeMember(String id, AccountRef account) {
            real.removeMember(id, account);
        }

        @Override
        public List<AccountRef> members(String id) {
            return real.members(id);
        }
    }
}
