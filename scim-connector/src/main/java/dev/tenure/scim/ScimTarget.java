package dev.tenure.scim;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountKey;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.source.ConnectionReport;
import dev.tenure.lifecycle.target.AccountPages;
import dev.tenure.lifecycle.target.GroupTarget;
import dev.tenure.lifecycle.target.IdentityTarget;
import dev.tenure.lifecycle.target.NewAccount;
import dev.tenure.lifecycle.target.TargetDescription;
import dev.tenure.scim.internal.call.Answer;
import dev.tenure.scim.internal.call.Kind;
import dev.tenure.scim.internal.call.Paging;
import dev.tenure.scim.internal.call.Query;
import dev.tenure.scim.internal.call.ScimApi;
import dev.tenure.scim.internal.translate.Accounts;
import dev.tenure.scim.internal.translate.Names;
import dev.tenure.scim.internal.wire.Resource;
import dev.tenure.scim.internal.wire.ScimPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.MediaType;
import org.jspecify.annotations.Nullable;

/**
 * A service that speaks SCIM 2.0 as a target of accounts. What it announces in its {@code ServiceProviderConfig} and
 * {@code Schemas} decides how it is talked to, as far as no option says otherwise. Attributes are named by their paths, such
 * as {@code name.givenName} or {@code emails[type eq "work"].value}; see {@link ScimAttributes}. An account whose
 * {@code active} is false is deactivated; SCIM knows no suspension, so that to suspend is to deactivate. Deactivations go
 * ahead of everything else. Safe for use by several threads.
 */
public final class ScimTarget implements IdentityTarget {

    private final String name;
    private final Options options;
    private final ScimApi api;
    private final Service service;
    private final Accounts accounts;
    private final UserSearch search;
    private final UserWrites writes;
    private final UserDeletion deletion;
    private final Optional<ScimGroups> groups;
    private volatile @Nullable TargetDescription description;

    ScimTarget(ScimTargetBuilder builder) {
        this.name = builder.name;
        this.options = builder.options();
        this.api = new ScimApi(
                name,
                builder.base,
                builder.channel(),
                builder.authorization(),
                MediaType.get(builder.bodyType.mediaType()));
        this.service = new Service(api, options);
        this.accounts = new Accounts(name);
        this.search = new UserSearch(api, service, options, accounts);
        this.writes = new UserWrites(name, api, service, options);
        this.groups = builder.groups ? Optional.of(new ScimGroups(name, api, service, options)) : Optional.empty();
        this.deletion = new UserDeletion(api, service, groups);
    }

    /**
     * Starts with a service.
     *
     * @param base its base address, such as {@code https://example.com/scim/v2}
     * @return a builder
     * @throws IllegalArgumentException if it is no address, or not HTTPS
     */
    public static ScimTargetBuilder builder(String base) {
        return new ScimTargetBuilder(base);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public TargetDescription describe() {
        TargetDescription known = description;
        if (known == null) {
            known = new TargetDescription(
                    service.readSchema(),
                    ScimAttributes.USER_NAME,
                    Optional.of(options.email()),
                    options.matchesByName() ? Optional.of(ScimAttributes.GIVEN_NAME) : Optional.empty(),
                    options.matchesByName() ? Optional.of(ScimAttributes.FAMILY_NAME) : Optional.empty(),
                    options.keys(),
                    options.unique(),
                    options.lag());
            description = known;
        }
        return known;
    }

    @Override
    public ConnectionReport test() {
        return new ConnectionTest(api, service, options, search).run(groups.isPresent());
    }

    /** One call for each account: no filter by id is one that all services take. */
    @Override
    public List<Account> get(Collection<AccountRef> references) {
        List<Account> found = new ArrayList<>();
        for (String id : references.stream().map(this::idOf).distinct().toList()) {
            Answer<Resource> answer = api.resource(Kind.USERS, id);
            if (!answer.isNotFound()) {
                answer.orThrow().ifPresent(user -> found.add(accounts.of(user, service.known())));
            }
        }
        return found;
    }

    @Override
    public List<Account> find(Collection<AccountKey> keys) {
        return search.find(keys);
    }

    @Override
    public AccountPages accounts() {
        Paging pages = api.list(Query.all(Kind.USERS, options.pageSize()), service.byCursor());
        return new AccountPages() {
            @Override
            public Optional<List<Account>> next() {
                return pages.next()
                        .map(users -> users.stream()
                                .map(user -> accounts.of(user, service.known()))
                                .toList());
            }

            @Override
            public void close() {
                pages.stop();
            }
        };
    }

    /** The account is active at once: SCIM cannot tell one that waits for its owner from one that was closed. */
    @Override
    public Account create(NewAccount account) {
        Map<ScimPath, AttributeValue> values =
                Names.paths(name, account.profile().asMap());
        Resource user = writes.create(values).orElseGet(() -> madeWithoutBody(account));
        search.written();
        return account(user, account.profile().asMap());
    }

    @Override
    public Account update(AccountRef account, AttributeDelta delta) {
        String id = idOf(account);
        Map<ScimPath, AttributeValue> values = Names.paths(name, delta.values());
        Resource user = values.isEmpty() ? writes.read(id) : writes.update(id, values);
        search.written();
        return account(user, delta.values());
    }

    @Override
    public void deactivate(AccountRef account) {
        writes.setActive(idOf(account), false);
    }

    @Override
    public void reactivate(AccountRef account) {
        writes.setActive(idOf(account), true);
    }

    /** SCIM knows no suspension: the account is deactivated. */
    @Override
    public void suspend(AccountRef account) {
        deactivate(account);
    }

    /** No account is suspended, so that nothing is done but to look whether it is there. */
    @Override
    public void unsuspend(AccountRef account) {
        writes.read(idOf(account));
    }

    /** Its memberships go first, since services keep deleted users in their groups. */
    @Override
    public void delete(AccountRef account) {
        deletion.delete(idOf(account));
    }

    @Override
    public Optional<GroupTarget> groups() {
        return groups.map(all -> all);
    }

    /** Names the target and no secret. */
    @Override
    public String toString() {
        return "ScimTarget[" + name + "]";
    }

    /** The user was made by then: a refusal would say that nothing was, and its worker would be without it. */
    private Resource madeWithoutBody(NewAccount account) {
        try {
            Optional<AccountRef> made = account.profile().text(ScimAttributes.USER_NAME).stream()
                    .flatMap(login -> search.find(List.of(AccountKey.of(ScimAttributes.USER_NAME, login))).stream())
                    .map(Account::ref)
                    .findFirst();
            return made.map(ref -> writes.read(ref.id())).orElseThrow(() -> writes.withoutBody("creation of a user"));
        } catch (ConnectorException problem) {
            throw problem.afterDoing("SCIM service made a user and did not show it");
        }
    }

    private Account account(Resource user, Map<String, AttributeValue> written) {
        Map<String, ScimPath> known = new LinkedHashMap<>(service.known());
        written.keySet().forEach(attribute -> ScimPath.parse(attribute).ifPresent(path -> known.put(attribute, path)));
        return accounts.of(user, known);
    }

    private String idOf(AccountRef account) {
        if (!account.target().equals(name)) {
            throw new IllegalArgumentException("Account " + account + " belongs to target '" + account.target()
                    + "', and this is '" + name + "'; send it there");
        }
        return account.id();
    }
}
