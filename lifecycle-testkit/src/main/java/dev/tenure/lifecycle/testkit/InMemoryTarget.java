package dev.tenure.lifecycle.testkit;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountKey;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.attribute.AttributeSchema;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.source.ConnectionReport;
import dev.tenure.lifecycle.target.AccountPages;
import dev.tenure.lifecycle.target.GroupTarget;
import dev.tenure.lifecycle.target.IdentityTarget;
import dev.tenure.lifecycle.target.NewAccount;
import dev.tenure.lifecycle.target.PlaceTarget;
import dev.tenure.lifecycle.target.ReferenceTarget;
import dev.tenure.lifecycle.target.TargetDescription;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A target that keeps its accounts in memory, in Okta's attribute names: login in {@code login}, which is unique ignoring
 * case, e-mail in {@code email}, both keys; names in {@code firstName} and {@code lastName}.
 *
 * <p>Beside what every target does it shows its writes ({@link #calls()}), can be changed behind the engine's back
 * ({@link #addAccount}, {@link #setStatus}, {@link #set}, {@link #addGroup}), and fails as asked ({@link #inject},
 * {@link #setReachable}). An attribute that any account ever had is read as {@link AttributeValue#NULL} where it has no
 * value. Safe for use by several threads.
 */
public final class InMemoryTarget implements IdentityTarget {

    private static final int PAGE_SIZE = 100;

    private final String name;
    private final int pageSize;
    private final boolean withGroups;
    private final Optional<AttributeSchema> schema;
    private final Set<String> unique;
    private final Object lock = new Object();
    private final AccountTable accounts;
    private final Faults faults;
    private final PageFaults pageFaults = new PageFaults();
    private final CallLog log = new CallLog();
    private final AccountWrites writes;
    private final InMemoryGroups groups;
    private final InMemoryPlaces places;
    private final Optional<ReferenceTarget> references;

    private InMemoryTarget(Builder builder) {
        this.name = builder.name;
        this.pageSize = builder.pageSize;
        this.withGroups = builder.withGroups;
        this.schema = builder.schema;
        this.unique = Set.copyOf(builder.unique);
        this.accounts = new AccountTable(name, builder.refused(), List.of(AccountTable.LOGIN, "email"));
        this.faults = new Faults(name);
        this.groups = new InMemoryGroups(name, lock, accounts, faults, log);
        this.places = new InMemoryPlaces(name, builder.places, lock, accounts, faults, log);
        this.writes = new AccountWrites(lock, accounts, faults, log, groups, places);
        this.references = builder.references.isEmpty()
                ? Optional.empty()
                : Optional.of(new InMemoryReferences(builder.references));
    }

    /**
     * Makes an empty target with groups.
     *
     * @param name its name
     * @return the target
     */
    public static InMemoryTarget named(String name) {
        return builder(name).build();
    }

    /**
     * Starts with an empty target with groups and pages of 100 accounts.
     *
     * @param name its name
     * @return a builder
     */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public TargetDescription describe() {
        faults.requireReach("describing itself");
        return new TargetDescription(
                schema,
                AccountTable.LOGIN,
                Optional.of("email"),
                Optional.of("firstName"),
                Optional.of("lastName"),
                List.of(AccountTable.LOGIN, "email"),
                unique);
    }

    @Override
    public ConnectionReport test() {
        return Reachability.report(faults.isReachable(), name, "manage accounts");
    }

    @Override
    public List<Account> get(Collection<AccountRef> refs) {
        faults.requireReach("reading accounts");
        synchronized (lock) {
            return new LinkedHashSet<>(refs)
                    .stream().map(accounts::get).flatMap(Optional::stream).toList();
        }
    }

    @Override
    public List<Account> find(Collection<AccountKey> keys) {
        faults.requireReach("finding accounts");
        synchronized (lock) {
            return accounts.find(keys);
        }
    }

    @Override
    public AccountPages accounts() {
        return new InMemoryAccountPages(all(), pageSize, faults, pageFaults);
    }

    @Override
    public Account create(NewAccount account) {
        return writes.create(account);
    }

    @Override
    public Account update(AccountRef account, AttributeDelta delta) {
        return writes.update(account, delta);
    }

    @Override
    public void deactivate(AccountRef account) {
        writes.move(ChangeKind.DEACTIVATE, account, status -> AccountStatus.DEACTIVATED);
    }

    /** {@inheritDoc} A suspended account stays suspended. */
    @Override
    public void reactivate(AccountRef account) {
        writes.move(
                ChangeKind.REACTIVATE,
                account,
                status -> status == AccountStatus.SUSPENDED ? status : AccountStatus.ACTIVE);
    }

    /** {@inheritDoc} A staged account is deactivated. */
    @Override
    public void suspend(AccountRef account) {
        writes.move(
                ChangeKind.SUSPEND,
                account,
                status -> status == AccountStatus.ACTIVE || status == AccountStatus.SUSPENDED
                        ? AccountStatus.SUSPENDED
                        : AccountStatus.DEACTIVATED);
    }

    @Override
    public void unsuspend(AccountRef account) {
        writes.move(
                ChangeKind.UNSUSPEND,
                account,
                status -> status == AccountStatus.SUSPENDED ? AccountStatus.ACTIVE : status);
    }

    @Override
    public void delete(AccountRef account) {
        writes.delete(account);
    }

    @Override
    public Optional<GroupTarget> groups() {
        return withGroups ? Optional.of(groups) : Optional.empty();
    }

    @Override
    public Optional<PlaceTarget> places() {
        return places.isAbility() ? Optional.of(places) : Optional.empty();
    }

    @Override
    public Optional<ReferenceTarget> references() {
        return references;
    }

    /**
     * Gives the place of an account.
     *
     * @param login the login of the account
     * @return its place; empty if it was never put anywhere
     * @throws IllegalArgumentException if no account has this login
     */
    public Optional<String> place(String login) {
        synchronized (lock) {
            return places.of(accounts.byLogin(login).ref());
        }
    }

    /**
     * Gives the writes that were carried out, those without effect included; what failed is not among them, what was done
     * before its answer was lost is.
     *
     * @return the writes since the beginning or the last {@link #forgetCalls()}, in order
     */
    public List<RecordedCall> calls() {
        return log.all();
    }

    /** Forgets the writes so far. */
    public void forgetCalls() {
        log.clear();
    }

    /**
     * Lets writes fail.
     *
     * @param fault which, how often and how
     */
    public void inject(Fault fault) {
        faults.add(fault);
    }

    /**
     * Lets listings of accounts fail at a page. A listing that is told to try again later may go on with the same page;
     * any other failure repeats for as long as the fault stands.
     *
     * @param page which page of a listing fails, 1 for the first
     * @param times how often, 1 or more
     * @param failure what is thrown
     */
    public void failAtPage(int page, int times, Supplier<? extends ConnectorException> failure) {
        pageFaults.fail(page, times, failure);
    }

    /** Takes all faults away, those that have not struck included. */
    public void clearFaults() {
        faults.clear();
        pageFaults.clear();
    }

    /**
     * Begins or ends an outage, during which every call fails and may be tried again later.
     *
     * @param reachable whether the target answers
     */
    public void setReachable(boolean reachable) {
        faults.reachable(reachable);
    }

    /**
     * Adds an account behind the engine's back, or replaces the profile and status of the one that has this login.
     *
     * @param login the login
     * @param status the status
     * @param profile the other attributes
     * @return names the account
     */
    public AccountRef addAccount(String login, AccountStatus status, Attributes profile) {
        Map<String, AttributeValue> values = profile.toBuilder()
                .put(AccountTable.LOGIN, AttributeValue.of(login))
                .build()
                .asMap();
        synchronized (lock) {
            return accounts.findLogin(login)
                    .map(before -> accounts.replace(before.ref(), status, values))
                    .orElseGet(() -> accounts.insert(status, values))
                    .ref();
        }
    }

    /**
     * Changes a status behind the engine's back.
     *
     * @param login the login of the account
     * @param status its status from now on
     * @throws IllegalArgumentException if no account has this login
     */
    public void setStatus(String login, AccountStatus status) {
        synchronized (lock) {
            accounts.status(accounts.byLogin(login).ref(), status);
        }
    }

    /**
     * Changes attributes behind the engine's back. Setting {@code login} renames the account.
     *
     * @param login the login of the account
     * @param delta what to set and what to clear
     * @throws IllegalArgumentException if no account has this login
     * @throws dev.tenure.lifecycle.failure.Conflict if another account has a value that must be unique
     */
    public void set(String login, AttributeDelta delta) {
        synchronized (lock) {
            accounts.update(accounts.byLogin(login).ref(), delta);
        }
    }

    /**
     * Removes an account behind the engine's back.
     *
     * @param login the login of the account
     * @throws IllegalArgumentException if no account has this login
     */
    public void removeAccount(String login) {
        synchronized (lock) {
            AccountRef ref = accounts.byLogin(login).ref();
            accounts.remove(ref);
            groups.forget(ref);
        }
    }

    /**
     * Adds a group behind the engine's back.
     *
     * @param group its name
     * @param logins the logins of its members
     * @throws IllegalArgumentException if no account has one of the logins
     * @throws dev.tenure.lifecycle.failure.Conflict if there is a group of that name
     */
    public void addGroup(String group, Collection<String> logins) {
        synchronized (lock) {
            Set<AccountRef> members = new LinkedHashSet<>();
            logins.forEach(login -> members.add(accounts.byLogin(login).ref()));
            groups.add(group).members.addAll(members);
        }
    }

    /**
     * Gives the account that has a login.
     *
     * @param login the login, ignoring case
     * @return the account, empty if there is none
     */
    public Optional<Account> account(String login) {
        synchronized (lock) {
            return accounts.findLogin(login);
        }
    }

    /**
     * Gives all accounts, in the order in which they were made. Works through an outage.
     *
     * @return the accounts
     */
    public List<Account> all() {
        synchronized (lock) {
            return accounts.all();
        }
    }

    /**
     * Gives all groups.
     *
     * @return the logins of the members by the name of the group, both sorted
     */
    public Map<String, Set<String>> membersByGroup() {
        synchronized (lock) {
            return groups.membersByName();
        }
    }

    /** Makes an {@link InMemoryTarget}. */
    public static final class Builder {

        private final String name;
        private final Set<String> unique = new LinkedHashSet<>(List.of(AccountTable.LOGIN));
        private final Set<String> quietlyUnique = new LinkedHashSet<>();
        private int pageSize = PAGE_SIZE;
        private final Set<String> places = new LinkedHashSet<>();
        private final Map<String, String> references = new LinkedHashMap<>();
        private boolean withGroups = true;
        private Optional<AttributeSchema> schema = Optional.empty();

        private Builder(String name) {
            if (name.isBlank()) {
                throw new IllegalArgumentException("A target needs a name");
            }
            this.name = name;
        }

        /**
         * Sets how many accounts a page of the listing has.
         *
         * @param accounts how many, 1 or more
         * @return this builder
         */
        public Builder pageSize(int accounts) {
            if (accounts < 1) {
                throw new IllegalArgumentException("pageSize is " + accounts + "; it must be 1 or more");
            }
            pageSize = accounts;
            return this;
        }

        /**
         * Lets one more attribute be unique, ignoring case, beside the login; the target says so when it describes itself.
         *
         * @param attribute the attribute's name
         * @return this builder
         */
        public Builder unique(String attribute) {
            unique.add(attribute);
            return this;
        }

        /**
         * Lets one more attribute be unique, ignoring case, of which the target says nothing: it refuses a value that another
         * account has, as some systems do, and no plan can know.
         *
         * @param attribute the attribute's name
         * @return this builder
         */
        public Builder quietlyUnique(String attribute) {
            quietlyUnique.add(attribute);
            return this;
        }

        private Set<String> refused() {
            Set<String> refused = new LinkedHashSet<>(unique);
            refused.addAll(quietlyUnique);
            return refused;
        }

        /**
         * Lets accounts have places. By default the target has none.
         *
         * @param names the places that there are
         * @return this builder
         */
        public Builder places(String... names) {
            places.addAll(List.of(names));
            return this;
        }

        /**
         * Lets an attribute name another account by one of its keys (rule E11). By default none does.
         *
         * @param attribute the attribute, such as {@code managerLogin}
         * @param key the key attribute of the account that it names, such as {@code login}
         * @return this builder
         */
        public Builder reference(String attribute, String key) {
            references.put(attribute, key);
            return this;
        }

        /**
         * Leaves the groups out.
         *
         * @return this builder
         */
        public Builder withoutGroups() {
            withGroups = false;
            return this;
        }

        /**
         * Lets the target say which attributes it has. The default is to say nothing and to take any. The values that are
         * written are not checked against it: that is for the engine to do.
         *
         * @param attributes the attributes
         * @return this builder
         */
        public Builder schema(AttributeSchema attributes) {
            schema = Optional.of(attributes);
            return this;
        }

        /**
         * Makes the target.
         *
         * @return an empty target
         */
        public InMemoryTarget build() {
            return new InMemoryTarget(this);
        }
    }
}
