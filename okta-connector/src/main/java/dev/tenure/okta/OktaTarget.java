package dev.tenure.okta;

import dev.tenure.http.CallListener;
import dev.tenure.http.HttpChannel;
import dev.tenure.http.Secret;
import dev.tenure.http.ServiceUrl;
import dev.tenure.http.Waiter;
import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountKey;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.attribute.AttributeSchema;
import dev.tenure.lifecycle.failure.InvalidValue;
import dev.tenure.lifecycle.failure.NotFound;
import dev.tenure.lifecycle.failure.PermissionMissing;
import dev.tenure.lifecycle.source.ConnectionReport;
import dev.tenure.lifecycle.target.AccountPages;
import dev.tenure.lifecycle.target.GroupTarget;
import dev.tenure.lifecycle.target.IdentityTarget;
import dev.tenure.lifecycle.target.NewAccount;
import dev.tenure.lifecycle.target.TargetDescription;
import dev.tenure.okta.internal.call.Answer;
import dev.tenure.okta.internal.call.Authorization;
import dev.tenure.okta.internal.call.OktaApi;
import dev.tenure.okta.internal.call.Paging;
import dev.tenure.okta.internal.call.ServiceAppToken;
import dev.tenure.okta.internal.translate.Accounts;
import dev.tenure.okta.internal.translate.Schemas;
import dev.tenure.okta.internal.wire.OktaUser;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * An Okta organisation as a target of accounts. Calls keep to a share of the limits that Okta announces, and deactivations
 * go ahead of everything else (rule S8). A change costs one call, and a read before it none; only where Okta refuses a
 * lifecycle call is the user's status read, which then decides. Safe for use by several threads.
 */
public final class OktaTarget implements IdentityTarget {

    /** Okta's default listing leaves out deactivated users; one by status does not. */
    private static final String EVERY_STATUS = String.join(
            " or ",
            List.of(
                            "STAGED",
                            "PROVISIONED",
                            "ACTIVE",
                            "RECOVERY",
                            "PASSWORD_EXPIRED",
                            "LOCKED_OUT",
                            "SUSPENDED",
                            "DEPROVISIONED")
                    .stream()
                    .map(status -> "status eq \"" + status + "\"")
                    .toList());

    private final String name;
    private final int pageSize;
    private final ActivationMail mail;
    private final Optional<String> userType;
    private final String schemaId;
    private final List<String> keys;
    private final OktaApi api;
    private final Accounts accounts;
    private final Transitions transitions;
    private final RecentWrites recent;
    private final Optional<GroupTarget> groups;
    private volatile @Nullable TargetDescription description;

    private OktaTarget(Builder builder) {
        this.name = builder.name;
        this.pageSize = builder.pageSize;
        this.mail = builder.mail;
        this.userType = Optional.ofNullable(builder.userType);
        this.schemaId = builder.schemaId;
        this.keys = builder.keys;
        Waiter waiter = builder.waiter == null ? Waiter.sleeping(builder.clock) : builder.waiter;
        HttpChannel channel = builder.channel(waiter);
        this.api = new OktaApi(name, builder.org, channel, builder.authorization(channel));
        this.accounts = new Accounts(name);
        this.transitions = new Transitions(name, api, builder.clock, waiter);
        this.recent = new RecentWrites(builder.clock);
        this.groups = builder.groups ? Optional.of(new OktaGroups(name, api, recent)) : Optional.empty();
    }

    /**
     * Starts with an organisation.
     *
     * @param org its address, such as {@code https://example.okta.com}
     * @return a builder
     * @throws IllegalArgumentException if the address is not that of an organisation
     */
    public static Builder builder(String org) {
        return new Builder(org);
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
                    schema(), "login", Optional.of("email"), Optional.of("firstName"), Optional.of("lastName"), keys);
            description = known;
        }
        return known;
    }

    @Override
    public ConnectionReport test() {
        return new ConnectionTest(api).run(schemaId, groups.isPresent());
    }

    @Override
    public List<Account> get(Collection<AccountRef> references) {
        List<String> ids = references.stream().map(this::idOf).distinct().toList();
        return byIds(ids);
    }

    @Override
    public List<Account> find(Collection<AccountKey> wanted) {
        Map<String, Account> found = new LinkedHashMap<>();
        List<AccountKey> filterable =
                wanted.stream().filter(KeySearch::isFilterable).toList();
        for (String expression : KeySearch.expressions(filterable)) {
            read(api.users("filter", expression, pageSize), user -> found.putIfAbsent(user.id(), account(user)));
        }
        List<AccountKey> searchable =
                wanted.stream().filter(key -> !KeySearch.isFilterable(key)).toList();
        if (!searchable.isEmpty()) {
            for (Account account : search(searchable)) {
                found.putIfAbsent(account.ref().id(), account);
            }
        }
        return List.copyOf(found.values());
    }

    @Override
    public AccountPages accounts() {
        Paging<OktaUser> pages = api.users("filter", EVERY_STATUS, pageSize);
        return new AccountPages() {
            @Override
            public Optional<List<Account>> next() {
                return pages.next().map(users -> accounts.of(users, knownAttributes()));
            }

            @Override
            public void close() {
                pages.stop();
            }
        };
    }

    @Override
    public Account create(NewAccount account) {
        boolean atOnce = mail != ActivationMail.NEVER;
        OktaUser user = api.create(account.profile(), userType, atOnce);
        remember(account.profile().asMap().keySet(), user);
        if (!atOnce) {
            transitions.activate(user.id(), false);
            user = api.user(user.id());
        }
        return account(user);
    }

    @Override
    public Account update(AccountRef account, AttributeDelta delta) {
        String id = idOf(account);
        if (delta.isEmpty()) {
            return account(api.user(id));
        }
        Answer<OktaUser> answer = api.update(id, delta.values());
        if (answer.isNotFound()) {
            OktaUser user = api.user(id);
            throw new InvalidValue(
                    name,
                    null,
                    "Okta refused update of user " + id + ": it is " + user.status()
                            + ", and the organisation does not let profiles of deactivated users change; activate it"
                            + " first, or turn on 'Edit deactivated user profiles'",
                    answer.failure().orElse(null));
        }
        OktaUser user = answer.orThrow();
        remember(delta.names(), user);
        Set<String> known = new LinkedHashSet<>(knownAttributes());
        known.addAll(delta.names());
        return accounts.of(user, known);
    }

    @Override
    public void deactivate(AccountRef account) {
        transitions.deactivate(idOf(account));
    }

    @Override
    public void reactivate(AccountRef account) {
        transitions.activate(idOf(account), mail == ActivationMail.ALWAYS);
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

    /** Names the target and no secret. */
    @Override
    public String toString() {
        return "OktaTarget[" + name + "]";
    }

    private String idOf(AccountRef account) {
        if (!account.target().equals(name)) {
            throw new IllegalArgumentException("Account " + account + " belongs to target '" + account.target()
                    + "', and this is '" + name + "'; send it there");
        }
        return account.id();
    }

    private Optional<AttributeSchema> schema() {
        try {
            return Optional.of(Schemas.of(api.schema(schemaId)));
        } catch (PermissionMissing doWithout) {
            return Optional.empty();
        }
    }

    /** One user is read by its id, which has a larger limit than a listing; several in one call. */
    private List<Account> byIds(List<String> ids) {
        if (ids.size() == 1) {
            return byId(ids.get(0)).stream().toList();
        }
        List<Account> found = new ArrayList<>();
        for (String expression : KeySearch.ids(ids)) {
            read(api.users("filter", expression, pageSize), user -> found.add(account(user)));
        }
        return found;
    }

    private Optional<Account> byId(String id) {
        try {
            return Optional.of(account(api.user(id)));
        } catch (NotFound nobody) {
            return Optional.empty();
        }
    }

    /** Searches lag behind: who was found is read again, and who was written a moment ago too. */
    private List<Account> search(List<AccountKey> searchable) {
        Set<String> ids = new LinkedHashSet<>();
        for (String expression : KeySearch.expressions(searchable)) {
            read(api.users("search", expression, pageSize), user -> ids.add(user.id()));
        }
        for (AccountKey key : searchable) {
            key.values().forEach((attribute, value) -> ids.addAll(recent.find(attribute, value)));
        }
        return byIds(List.copyOf(ids)).stream()
                .filter(account -> searchable.stream().anyMatch(key -> KeySearch.fits(account, key)))
                .toList();
    }

    private void remember(Set<String> attributes, OktaUser user) {
        for (String key : keys) {
            if (attributes.contains(key)) {
                user.profile().text(key).ifPresent(value -> recent.add(key, value, user.id()));
            }
        }
    }

    private static void read(Paging<OktaUser> pages, Consumer<OktaUser> each) {
        for (Optional<List<OktaUser>> page = pages.next(); page.isPresent(); page = pages.next()) {
            page.get().forEach(each);
        }
    }

    private Account account(OktaUser user) {
        return accounts.of(user, knownAttributes());
    }

    private Collection<String> knownAttributes() {
        TargetDescription known = description;
        return known == null
                ? List.of()
                : known.schema().<Collection<String>>map(AttributeSchema::names).orElse(List.of());
    }

    /** Collects the settings of a target. Not for use by several threads. */
    public static final class Builder {

        private static final int LARGEST_PAGE = 200;

        private final HttpUrl org;
        private String name = "okta";
        private @Nullable Secret token;
        private @Nullable OktaServiceApp serviceApp;
        private InstantSource clock = InstantSource.system();
        private @Nullable Waiter waiter;
        private @Nullable OkHttpClient client;
        private CallListener listener = event -> {};
        private double share = 0.8;
        private int maxConcurrency = 16;
        private int pageSize = LARGEST_PAGE;
        private ActivationMail mail = ActivationMail.FOR_NEW_ACCOUNTS;
        private @Nullable String userType;
        private String schemaId = "default";
        private List<String> keys = List.of("login", "email");
        private boolean groups = true;

        private Builder(String org) {
            this.org = ServiceUrl.parse("org", org);
            if (!this.org.encodedPath().equals("/")) {
                throw new IllegalArgumentException(
                        "Setting 'org' holds a path; end it with the host, such as https://example.okta.com");
            }
            if (this.org.host().endsWith("-admin.okta.com") || this.org.host().endsWith("-admin.oktapreview.com")) {
                throw new IllegalArgumentException(
                        "Setting 'org' is the address of the Admin Console; leave out '-admin'");
            }
        }

        /**
         * Sets the API token. It acts as the administrator who made it.
         *
         * @param value the token, without a scheme
         * @return this builder
         */
        public Builder token(String value) {
            this.token = Secret.of("token", value.strip());
            return this;
        }

        /**
         * Sets the service app by which access tokens are got, in place of an API token.
         *
         * @param value the service app
         * @return this builder
         */
        public Builder serviceApp(OktaServiceApp value) {
            this.serviceApp = Objects.requireNonNull(value, "serviceApp");
            return this;
        }

        /**
         * Sets the target's name. By default {@code okta}.
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
         * Takes proxy, timeouts, trust and connections from a host's client. By default there is a client of its own.
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
         * Sets the part of each of Okta's rate limits to take. By default 0.8 (rule S8).
         *
         * @param value above 0 and at most 1
         * @return this builder
         */
        public Builder share(double value) {
            this.share = value;
            return this;
        }

        /**
         * Sets how many calls may be under way at once. By default 16; an organisation allows 75 to all its callers
         * together, a free one 35.
         *
         * @param value at least 1
         * @return this builder
         */
        public Builder maxConcurrency(int value) {
            this.maxConcurrency = value;
            return this;
        }

        /**
         * Sets how many users a page holds. By default 200.
         *
         * @param value from 1 to 200
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
         * Sets when Okta sends its activation mail. By default for new accounts.
         *
         * @param value when
         * @return this builder
         */
        public Builder activationMail(ActivationMail value) {
            this.mail = Objects.requireNonNull(value, "activationMail");
            return this;
        }

        /**
         * Sets the user type of new accounts, and the schema that goes with it. By default those of the organisation.
         *
         * @param id the id of the user type
         * @param schema the id of its schema, as the last part of the type's schema address
         * @return this builder
         */
        public Builder userType(String id, String schema) {
            this.userType = Objects.requireNonNull(id, "id");
            this.schemaId = Objects.requireNonNull(schema, "schema");
            return this;
        }

        /**
         * Sets the attributes of which each alone identifies a person (rule E7). By default login and email. Others are
         * found by Okta's search, which lags behind; what it finds is read again before it counts.
         *
         * @param attributes names of profile attributes, at least one
         * @return this builder
         */
        public Builder keys(List<String> attributes) {
            if (attributes.isEmpty()) {
                throw new IllegalArgumentException("Setting 'keys' is empty; name an attribute, such as login");
            }
            this.keys = List.copyOf(attributes);
            return this;
        }

        /**
         * Leaves groups alone: the target then has no group operations.
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
        public OktaTarget build() {
            return new OktaTarget(this);
        }

        private HttpChannel channel(Waiter wait) {
            HttpChannel.Builder channel = HttpChannel.builder(name, clock)
                    .product("Okta")
                    .waiter(wait)
                    .limits(OktaApi.limits())
                    .listener(listener)
                    .share(share)
                    .maxConcurrency(maxConcurrency);
            return (client == null ? channel : channel.client(client)).build();
        }

        private Authorization authorization(HttpChannel channel) {
            Secret secret = token;
            OktaServiceApp app = serviceApp;
            if (secret != null && app != null) {
                throw new IllegalStateException(
                        "Settings 'token' and 'serviceApp' are both given; give the one that is to be used");
            }
            if (app != null) {
                return new ServiceAppToken(name, org, channel, clock, app.assertion(), app.scopes());
            }
            if (secret == null) {
                throw new IllegalStateException(
                        "Settings 'token' and 'serviceApp' are both missing; give an API token of"
                                + " the organisation or a service app");
            }
            return () -> "SSWS " + secret.reveal();
        }
    }
}
