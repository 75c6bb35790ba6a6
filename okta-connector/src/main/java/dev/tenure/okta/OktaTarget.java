package dev.tenure.okta;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountKey;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.failure.InvalidValue;
import dev.tenure.lifecycle.source.ConnectionReport;
import dev.tenure.lifecycle.target.AccountPages;
import dev.tenure.lifecycle.target.GroupTarget;
import dev.tenure.lifecycle.target.IdentityTarget;
import dev.tenure.lifecycle.target.NewAccount;
import dev.tenure.lifecycle.target.TargetDescription;
import dev.tenure.okta.internal.call.Answer;
import dev.tenure.okta.internal.call.OktaApi;
import dev.tenure.okta.internal.translate.Accounts;
import dev.tenure.okta.internal.wire.OktaUser;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An Okta organisation as a target of accounts. Calls keep to a share of the limits that Okta announces, and deactivations
 * go ahead of everything else (rule S8). A change costs one call, and a read before it none; only where Okta refuses a
 * lifecycle call is the user's status read, which then decides. Safe for use by several threads.
 */
public final class OktaTarget implements IdentityTarget {

    /**
     * Two minutes for the search to catch up, and the rest for what comes before it: a create may wait for its turn, for an
     * access token and for its answer.
     */
    private static final Duration LAG = RecentWrites.MEMORY.plusMinutes(3);

    private final String name;
    private final ActivationMail mail;
    private final List<String> keys;
    private final OktaApi api;
    private final Accounts accounts;
    private final UserSchema schema;
    private final UserFinder finder;
    private final Transitions transitions;
    private final Optional<GroupTarget> groups;
    private final OktaApps apps;

    OktaTarget(OktaTargetBuilder settings) {
        this.name = settings.name;
        this.mail = settings.mail;
        this.keys = settings.keys;
        this.api = settings.api();
        this.accounts = new Accounts(name);
        this.schema = new UserSchema(name, api.schemas(), Optional.ofNullable(settings.userType));
        RecentWrites recent = new RecentWrites(settings.clock);
        this.finder = new UserFinder(api.users(), settings.pageSize, keys, accounts, schema, recent);
        this.transitions = new Transitions(name, api.users(), settings.clock, settings.waiting());
        GroupOwnership ownership = new GroupOwnership(name, api.groups(), settings.adoptGroups);
        this.groups =
                settings.groups ? Optional.of(new OktaGroups(name, api.groups(), ownership, recent)) : Optional.empty();
        this.apps = new OktaApps(name, api.apps());
    }

    /**
     * Starts with an organisation.
     *
     * @param org its address, such as {@code https://example.okta.com}
     * @return a builder
     * @throws IllegalArgumentException if the address is not that of an organisation
     */
    public static OktaTargetBuilder builder(String org) {
        return new OktaTargetBuilder(org);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public TargetDescription describe() {
        return new TargetDescription(
                schema.attributes(),
                "login",
                Optional.of("email"),
                Optional.of("firstName"),
                Optional.of("lastName"),
                keys,
                schema.unique(),
                LAG);
    }

    @Override
    public ConnectionReport test() {
        return new ConnectionTest(api).run(schema, groups.isPresent());
    }

    @Override
    public List<Account> get(Collection<AccountRef> references) {
        return finder.byIds(references.stream().map(this::idOf).distinct().toList());
    }

    @Override
    public List<Account> find(Collection<AccountKey> wanted) {
        return finder.byKeys(wanted);
    }

    @Override
    public AccountPages accounts() {
        return finder.all();
    }

    @Override
    public Account create(NewAccount account) {
        boolean atOnce = mail != ActivationMail.NEVER && !account.closed();
        OktaUser user = api.users().create(account.profile(), schema.typeId(), atOnce);
        finder.wrote(account.profile().names(), user);
        return finder.account(atOnce || account.closed() ? user : activated(user.id()));
    }

    /** The user was made by then: a refusal would say that nothing was, and its worker would be without it. */
    private OktaUser activated(String id) {
        try {
            transitions.activate(id, false);
            return api.users().read(id);
        } catch (ConnectorException problem) {
            throw problem.afterDoing("Okta made user " + id + " and did not activate it");
        }
    }

    @Override
    public Account update(AccountRef account, AttributeDelta delta) {
        String id = idOf(account);
        if (delta.isEmpty()) {
            return finder.account(api.users().read(id));
        }
        Answer<OktaUser> answer = api.users().update(id, delta.values());
        if (answer.isNotFound()) {
            OktaUser user = api.users().read(id);
            throw new InvalidValue(
                    name,
                    null,
                    "Okta refused update of user " + id + ": it is " + user.status()
                            + ", and the organisation does not let profiles of deactivated users change; activate it"
                            + " first, or turn on 'Edit deactivated user profiles'",
                    answer.failure().orElse(null));
        }
        OktaUser user = answer.orThrow();
        finder.wrote(delta.names(), user);
        Set<String> known = new LinkedHashSet<>(schema.knownNames());
        known.addAll(delta.names());
        return accounts.of(user, known);
    }

    @Override
    public void deactivate(AccountRef account) {
        transitions.deactivate(idOf(account));
    }

    @Override
    public void reactivate(AccountRef account) {
        String id = idOf(account);
        boolean isNew = mail == ActivationMail.FOR_NEW_ACCOUNTS
                && api.users().read(id).status().equals("STAGED");
        transitions.activate(id, isNew || mail == ActivationMail.ALWAYS);
    }

    @Override
    public void suspend(AccountRef account) {
        transitions.suspend(idOf(account));
    }

    @Override
    public void unsuspend(AccountRef account) {
        transitions.unsuspend(idOf(account));
    }

    @Override
    public void delete(AccountRef account) {
        transitions.delete(idOf(account));
    }

    @Override
    public Optional<GroupTarget> groups() {
        return groups;
    }

    /**
     * Gives the assignments to applications, which the engine does not use.
     *
     * @return the assignments
     */
    public OktaApps apps() {
        return apps;
    }

    /**
     * Lets somebody in again whom Okta locked out for wrong passwords. Who is not locked out stays as it is.
     *
     * @param account the account
     * @throws dev.tenure.lifecycle.failure.NotFound if there is no such account
     */
    public void unlock(AccountRef account) {
        transitions.unlock(idOf(account));
    }

    /**
     * Begins the activation of somebody who has not finished it again, with a new link. Anybody else stays as it is.
     *
     * @param account the account
     * @param mail whether Okta sends the link
     * @throws dev.tenure.lifecycle.failure.NotFound if there is no such account
     */
    public void restartActivation(AccountRef account, boolean mail) {
        transitions.restartActivation(idOf(account), mail);
    }

    /**
     * Signs somebody out: Okta's sessions, and the tokens by which applications renew theirs. Sessions that applications
     * made live on. Deactivation does this by itself. Who is gone is success.
     *
     * @param account the account
     */
    public void endSessions(AccountRef account) {
        Answer<Boolean> answer = api.users().endSessions(idOf(account));
        if (!answer.isNotFound()) {
            answer.orThrow();
        }
    }

    /** Names the target and no secret. */
    @Override
    public String toString() {
        return "OktaTarget[" + name + "]";
    }

    private String idOf(AccountRef account) {
        return idOf(name, account);
    }

    static String idOf(String target, AccountRef account) {
        if (!account.target().equals(target)) {
            throw new IllegalArgumentException("Account " + account + " belongs to target '" + account.target()
                    + "', and this is '" + target + "'; send it there");
        }
        return account.id();
    }
}
