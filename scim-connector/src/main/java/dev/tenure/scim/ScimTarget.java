package dev.tenure.scim;

import dev.tenure.http.CallListener;
import dev.tenure.http.HttpChannel;
import dev.tenure.http.LimitReader;
import dev.tenure.http.Secret;
import dev.tenure.http.ServiceUrl;
import dev.tenure.http.Waiter;
import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountKey;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.attribute.AttributeValue;
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
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
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

    private ScimTarget(Builder builder) {
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
    public static Builder builder(String base) {
        return new Builder(base);
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
                    options.keys());
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

    private Resource madeWithoutBody(NewAccount account) {
        Optional<AccountRef> made = account.profile().text(ScimAttributes.USER_NAME).stream()
                .flatMap(login -> search.find(List.of(AccountKey.of(ScimAttributes.USER_NAME, login))).stream())
                .map(Account::ref)
                .findFirst();
        return made.map(ref -> writes.read(ref.id())).orElseThrow(() -> writes.withoutBody("creation of a user"));
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

    /** Collects the settings of a target. Not for use by several threads. */
    public static final class Builder {

        private static final int LARGEST_PAGE = 1_000;

        private final HttpUrl base;
        private String name = "scim";
        private @Nullable Supplier<String> authorization;
        private InstantSource clock = InstantSource.system();
        private @Nullable Waiter waiter;
        private @Nullable OkHttpClient client;
        private CallListener listener = event -> {};
        private LimitReader limits = LimitReader.NONE;
        private double share = 0.8;
        private int maxConcurrency = 8;
        private BodyType bodyType = BodyType.SCIM_JSON;
        private Updates updates = Updates.AS_ANNOUNCED;
        private PatchForm patchForm = PatchForm.PATHS;
        private Lookup lookup = Lookup.AS_ANNOUNCED;
        private Pages pages = Pages.AS_ANNOUNCED;
        private Versions versions = Versions.AS_ANNOUNCED;
        private ActiveForm activeForm = ActiveForm.TRUTH_VALUE;
        private MemberRemoval memberRemoval = MemberRemoval.BY_FILTER;
        private Bulk bulk = Bulk.AS_ANNOUNCED;
        private int pageSize = 100;
        private List<String> keys = List.of(ScimAttributes.EXTERNAL_ID, ScimAttributes.USER_NAME);
        private boolean matchesByName = true;
        private String email = ScimAttributes.WORK_EMAIL;
        private List<String> furtherAttributes = List.of();
        private IgnoredAttributes ignored = (id, attributes) -> {};
        private boolean groups = true;

        private Builder(String base) {
            this.base = ServiceUrl.parse("base", base);
        }

        /**
         * Sets the bearer token.
         *
         * @param value the token, without a scheme
         * @return this builder
         */
        public Builder token(String value) {
            Secret secret = Secret.of("token", value.strip());
            this.authorization = () -> "Bearer " + secret.reveal();
            return this;
        }

        /**
         * Sets where bearer tokens come from, where they expire. It is asked for each call, by several threads, and does
         * well to keep the token for as long as it holds.
         *
         * @param value gives the token, without a scheme
         * @return this builder
         */
        public Builder tokens(Supplier<String> value) {
            Objects.requireNonNull(value, "tokens");
            this.authorization =
                    () -> "Bearer " + Secret.of("tokens", value.get().strip()).reveal();
            return this;
        }

        /**
         * Sets a user name and password, for services that take HTTP Basic.
         *
         * @param user the user name
         * @param password the password
         * @return this builder
         */
        public Builder basic(String user, String password) {
            Objects.requireNonNull(user, "user");
            Secret secret = Secret.of("password", password);
            this.authorization = () -> Credentials.basic(user, secret.reveal(), StandardCharsets.UTF_8);
            return this;
        }

        /**
         * Sets the target's name. By default {@code scim}.
         *
         * @param value the name, not blank; it must stay the same for as long as a store is used with it
         * @return this builder
         */
        public Builder name(String value) {
            if (value.isBlank()) {
                throw new IllegalArgumentException("Setting 'name' is empty; give the target a name");
            }
            this.name = value;
            return this;
        }

        /**
         * Sets what time it is. By default the machine's clock.
         *
         * @param value the clock
         * @return this builder
         */
        public Builder clock(InstantSource value) {
            this.clock = Objects.requireNonNull(value, "clock");
            return this;
        }

        /**
         * Sets what lets time pass while a call waits for its turn. By default the thread sleeps.
         *
         * @param value the waiter
         * @return this builder
         */
        public Builder waiter(Waiter value) {
            this.waiter = Objects.requireNonNull(value, "waiter");
            return this;
        }

        /**
         * Sets the client of which proxy, timeouts, trust and connections are taken. By default there is a client of its own.
         *
         * @param value the host's client
         * @return this builder
         */
        public Builder client(OkHttpClient value) {
            this.client = Objects.requireNonNull(value, "client");
            return this;
        }

        /**
         * Sets who hears of every call. By default nobody does.
         *
         * @param value the listener
         * @return this builder
         */
        public Builder listener(CallListener value) {
            this.listener = Objects.requireNonNull(value, "listener");
            return this;
        }

        /**
         * Sets how the service announces its rate limit in headers, for which SCIM has no standard. By default it announces none, and
         * {@code Retry-After} alone is heeded.
         *
         * @param value the reader of its headers
         * @return this builder
         */
        public Builder limits(LimitReader value) {
            this.limits = Objects.requireNonNull(value, "limits");
            return this;
        }

        /**
         * Sets the part of an announced limit to take. By default 0.8 (rule S8).
         *
         * @param value above 0 and at most 1
         * @return this builder
         */
        public Builder share(double value) {
            this.share = value;
            return this;
        }

        /**
         * Sets how many calls may be under way at once. By default 8.
         *
         * @param value at least 1
         * @return this builder
         */
        public Builder maxConcurrency(int value) {
            this.maxConcurrency = value;
            return this;
        }

        /**
         * Sets what bodies are said to be. By default {@code application/scim+json}.
         *
         * @param value the type
         * @return this builder
         */
        public Builder bodyType(BodyType value) {
            this.bodyType = Objects.requireNonNull(value, "bodyType");
            return this;
        }

        /**
         * Sets how users and groups are changed. By default as announced.
         *
         * @param value how
         * @return this builder
         */
        public Builder updates(Updates value) {
            this.updates = Objects.requireNonNull(value, "updates");
            return this;
        }

        /**
         * Sets what a PATCH of a user looks like. By default one operation for each value, at its path.
         *
         * @param value the form
         * @return this builder
         */
        public Builder patchForm(PatchForm value) {
            this.patchForm = Objects.requireNonNull(value, "patchForm");
            return this;
        }

        /**
         * Sets how users are found by key. By default as announced.
         *
         * @param value how
         * @return this builder
         */
        public Builder lookup(Lookup value) {
            this.lookup = Objects.requireNonNull(value, "lookup");
            return this;
        }

        /**
         * Sets how listings are paged. By default as announced.
         *
         * @param value how
         * @return this builder
         */
        public Builder pages(Pages value) {
            this.pages = Objects.requireNonNull(value, "pages");
            return this;
        }

        /**
         * Sets whether {@code If-Match} guards what was read before it is written. By default as announced.
         *
         * @param value whether
         * @return this builder
         */
        public Builder versions(Versions value) {
            this.versions = Objects.requireNonNull(value, "versions");
            return this;
        }

        /**
         * Sets what {@code active} is sent as. By default a truth value.
         *
         * @param value the form
         * @return this builder
         */
        public Builder activeForm(ActiveForm value) {
            this.activeForm = Objects.requireNonNull(value, "activeForm");
            return this;
        }

        /**
         * Sets how a member is taken out of a group. By default at a path with a filter.
         *
         * @param value how
         * @return this builder
         */
        public Builder memberRemoval(MemberRemoval value) {
            this.memberRemoval = Objects.requireNonNull(value, "memberRemoval");
            return this;
        }

        /**
         * Sets whether changes that belong together go in one bulk call: a user that is deleted, and its memberships. By
         * default as announced.
         *
         * @param value whether
         * @return this builder
         */
        public Builder bulk(Bulk value) {
            this.bulk = Objects.requireNonNull(value, "bulk");
            return this;
        }

        /**
         * Sets how many users a page is to hold. By default 100; a service may send fewer.
         *
         * @param value from 1 to 1,000
         * @return this builder
         */
        public Builder pageSize(int value) {
            if (value < 1 || value > LARGEST_PAGE) {
                throw new IllegalArgumentException("Setting 'pageSize' is " + value + "; give 1 to " + LARGEST_PAGE);
            }
            this.pageSize = value;
            return this;
        }

        /**
         * Sets the attributes of which each alone identifies a person (rule E7). By default {@code externalId} and
         * {@code userName}.
         *
         * @param value paths, at least one; leave out what the service cannot filter by
         * @return this builder
         */
        public Builder keys(List<String> value) {
            if (value.isEmpty()) {
                throw new IllegalArgumentException("Setting 'keys' is empty; name an attribute, such as userName");
            }
            value.forEach(path -> requirePath("keys", path));
            this.keys = List.copyOf(value);
            return this;
        }

        /**
         * Sets the attribute that holds the e-mail address. By default {@code emails[type eq "work"].value}.
         *
         * @param value a path
         * @return this builder
         */
        public Builder email(String value) {
            requirePath("email", value);
            this.email = value;
            return this;
        }

        /**
         * Sets attributes that the service takes beyond what its schemas say, such as another type of telephone number.
         *
         * @param value paths
         * @return this builder
         */
        public Builder furtherAttributes(List<String> value) {
            value.forEach(path -> requirePath("furtherAttributes", path));
            this.furtherAttributes = List.copyOf(value);
            return this;
        }

        /**
         * Sets who hears that the service left attributes out without a word. By default nobody does.
         *
         * @param value the listener
         * @return this builder
         */
        public Builder ignored(IgnoredAttributes value) {
            this.ignored = Objects.requireNonNull(value, "ignored");
            return this;
        }

        /**
         * Leaves first and last name alone out of matching (rule E9), which saves a look-up for each new worker.
         *
         * @return this builder
         */
        public Builder withoutMatchingByName() {
            this.matchesByName = false;
            return this;
        }

        /**
         * Leaves groups alone: the target then has no group operations, and a deleted user may stay a member.
         *
         * @return this builder
         */
        public Builder withoutGroups() {
            this.groups = false;
            return this;
        }

        /**
         * Makes the target. Calls nobody.
         *
         * @return the target
         * @throws IllegalArgumentException if a setting makes no sense
         * @throws IllegalStateException if there are no credentials
         */
        public ScimTarget build() {
            return new ScimTarget(this);
        }

        private static void requirePath(String setting, String path) {
            if (ScimPath.parse(path).isEmpty()) {
                throw new IllegalArgumentException("Setting '" + setting + "' holds '" + path
                        + "', which is no SCIM path; write it like userName, name.givenName or"
                        + " emails[type eq \"work\"].value");
            }
        }

        private Options options() {
            return new Options(
                    updates,
                    patchForm,
                    lookup,
                    pages,
                    versions,
                    activeForm,
                    memberRemoval,
                    bulk,
                    pageSize,
                    keys,
                    matchesByName,
                    email,
                    furtherAttributes,
                    ignored);
        }

        private HttpChannel channel() {
            HttpChannel.Builder channel = HttpChannel.builder(name, clock)
                    .product("SCIM")
                    .waiter(waiter == null ? Waiter.sleeping(clock) : waiter)
                    .limits(limits)
                    .listener(listener)
                    .share(share)
                    .maxConcurrency(maxConcurrency);
            return (client == null ? channel : channel.client(client)).build();
        }

        private Supplier<String> authorization() {
            Supplier<String> given = authorization;
            if (given == null) {
                throw new IllegalStateException("Settings 'token', 'tokens' and 'basic' are all missing; give the"
                        + " credentials of the service");
            }
            return given;
        }
    }
}
