package dev.tenure.lifecycle.internal.rehearse;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountKey;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.failure.Conflict;
import dev.tenure.lifecycle.failure.NotFound;
import dev.tenure.lifecycle.source.ConnectionReport;
import dev.tenure.lifecycle.target.AccountPages;
import dev.tenure.lifecycle.target.GroupTarget;
import dev.tenure.lifecycle.target.IdentityTarget;
import dev.tenure.lifecycle.target.NewAccount;
import dev.tenure.lifecycle.target.PlaceTarget;
import dev.tenure.lifecycle.target.ReferenceTarget;
import dev.tenure.lifecycle.target.TargetDescription;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A target over another one, which is asked and never told: what is done to it stays here. It knows of the real one's own
 * rules only what that one says is unique; what else it would refuse or add of its own cannot be foreseen. Each
 * account is asked for once. Safe for use by several threads.
 */
public final class RehearsalTarget implements IdentityTarget {

    private final IdentityTarget real;
    private final TargetDescription description;
    private final KnownAccounts known;
    private final ListedValues listed;
    private final Set<String> askedAhead;
    private final Set<AccountKey> asked = new HashSet<>();
    private final Optional<GroupTarget> groups;
    private int made;

    /**
     * Begins with what a target has.
     *
     * @param real the target
     * @param description its description, which is not asked for again
     */
    public RehearsalTarget(IdentityTarget real, TargetDescription description) {
        this.real = real;
        this.description = description;
        Set<String> keys = new TreeSet<>(description.identifying());
        description.firstName().ifPresent(keys::add);
        description.lastName().ifPresent(keys::add);
        this.known = new KnownAccounts(keys);
        Set<String> ahead = new TreeSet<>(description.unique());
        ahead.removeAll(description.keys());
        this.askedAhead = Set.copyOf(ahead);
        this.listed = new ListedValues(askedAhead);
        this.groups = real.groups().map(RehearsalGroups::new);
    }

    /**
     * Gives the login of an account that was made here.
     *
     * @param id the id that it has for the time being
     * @return the login, empty if no account of this id was made here
     */
    public synchronized Optional<String> loginOfMade(String id) {
        return Invented.is(id) ? known.get(new AccountRef(real.name(), id)).map(Account::login) : Optional.empty();
    }

    /**
     * Names what is unique and no key of matches: who has a new value of it is best asked for many workers at once, before it is
     * sent, since it is asked for one by one then.
     *
     * @return the attributes
     */
    public Set<String> askedAhead() {
        return askedAhead;
    }

    @Override
    public String name() {
        return real.name();
    }

    @Override
    public TargetDescription describe() {
        return description;
    }

    @Override
    public ConnectionReport test() {
        return real.test();
    }

    @Override
    public synchronized List<Account> get(Collection<AccountRef> accounts) {
        List<AccountRef> unknown =
                accounts.stream().filter(ref -> !known.knows(ref)).toList();
        if (!unknown.isEmpty()) {
            known.addIfNew(real.get(unknown));
        }
        return accounts.stream()
                .distinct()
                .flatMap(ref -> known.get(ref).stream())
                .toList();
    }

    @Override
    public synchronized List<Account> find(Collection<AccountKey> keys) {
        List<AccountKey> unknown =
                keys.stream().filter(key -> !listed.isNobodys(key)).toList();
        keys.stream().filter(key -> isAskedAhead(key)).forEach(asked::add);
        if (!unknown.isEmpty()) {
            known.addIfNew(real.find(unknown));
        }
        return known.find(keys);
    }

    @Override
    public AccountPages accounts() {
        return listed.noting(real.accounts());
    }

    @Override
    public synchronized Account create(NewAccount account) {
        String login = account.profile().text(description.login()).orElse("");
        AccountRef ref = new AccountRef(real.name(), Invented.id(++made));
        requireFree(ref, account.profile());
        AccountStatus status = account.closed() ? AccountStatus.STAGED : AccountStatus.ACTIVE;
        return known.put(new Account(ref, login, status, account.profile()));
    }

    @Override
    public synchronized Account update(AccountRef ref, AttributeDelta delta) {
        Account before = require(ref);
        Attributes.Builder after = before.attributes().toBuilder();
        delta.values().forEach((name, value) -> {
            if (value.isNull()) {
                after.remove(name);
            } else {
                after.put(name, value);
            }
        });
        Attributes attributes = after.build();
        String login = attributes.text(description.login()).orElse(before.login());
        requireFree(ref, Attributes.of(delta.values()));
        return known.put(new Account(ref, login, before.status(), attributes));
    }

    private void requireFree(AccountRef ref, Attributes values) {
        for (String attribute : description.unique()) {
            Optional<AccountKey> key = values.text(attribute).map(value -> AccountKey.of(attribute, value));
            boolean taken = key.isPresent()
                    && having(key.get()).stream()
                            .anyMatch(account -> !account.ref().equals(ref));
            if (taken) {
                throw new Conflict(
                        real.name(),
                        attribute,
                        real.name() + " would refuse this: another account has the value of '" + attribute + "'");
            }
        }
    }

    /** Who has a key of matches was asked before it is sent; who has what else is unique mostly was. */
    private List<Account> having(AccountKey key) {
        boolean wasAsked = !isAskedAhead(key) || asked.contains(key);
        return wasAsked ? known.find(List.of(key)) : find(List.of(key));
    }

    private boolean isAskedAhead(AccountKey key) {
        return askedAhead.containsAll(key.values().keySet());
    }

    @Override
    public void deactivate(AccountRef account) {
        become(account, AccountStatus.DEACTIVATED);
    }

    @Override
    public void reactivate(AccountRef account) {
        become(account, AccountStatus.ACTIVE);
    }

    @Override
    public void suspend(AccountRef account) {
        become(account, AccountStatus.SUSPENDED);
    }

    @Override
    public synchronized void unsuspend(AccountRef account) {
        if (require(account).status() == AccountStatus.SUSPENDED) {
            become(account, AccountStatus.ACTIVE);
        }
    }

    @Override
    public synchronized void delete(AccountRef account) {
        known.remove(account);
    }

    private synchronized void become(AccountRef ref, AccountStatus status) {
        Account before = require(ref);
        known.put(new Account(ref, before.login(), status, before.attributes()));
    }

    private Account require(AccountRef ref) {
        List<Account> found = new ArrayList<>(get(List.of(ref)));
        if (found.isEmpty()) {
            throw new NotFound(real.name(), real.name() + " has no account " + ref.id());
        }
        return found.get(0);
    }

    @Override
    public Optional<GroupTarget> groups() {
        return groups;
    }

    @Override
    public Optional<ReferenceTarget> references() {
        return real.references();
    }

    @Override
    public Optional<PlaceTarget> places() {
        return real.places().map(any -> (account, place) -> {
            // Where an account is cannot be asked, so there is nothing to remember.
        });
    }
}
