package dev.tenure.scim;

import dev.tenure.http.CallListener;
import dev.tenure.http.HttpChannel;
import dev.tenure.http.LimitReader;
import dev.tenure.http.Secret;
import dev.tenure.http.ServiceUrl;
import dev.tenure.http.Waiter;
import dev.tenure.scim.internal.wire.ScimPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Collects the settings of a {@link ScimTarget}. Not for use by several threads. */
public final class ScimTargetBuilder {

    private static final int LARGEST_PAGE = 1_000;
    private static final int MOST_AT_ONCE = 8;

    final HttpUrl base;
    String name = "scim";
    private @Nullable Supplier<String> authorization;
    private InstantSource clock = InstantSource.system();
    private final List<Consumer<HttpChannel.Builder>> channel = new ArrayList<>();
    BodyType bodyType = BodyType.SCIM_JSON;
    private Updates updates = Updates.AS_ANNOUNCED;
    private PatchForm patchForm = PatchForm.PATHS;
    private Lookup lookup = Lookup.AS_ANNOUNCED;
    private Pages pages = Pages.AS_ANNOUNCED;
    private Versions versions = Versions.AS_ANNOUNCED;
    private ActiveForm activeForm = ActiveForm.TRUTH_VALUE;
    private MemberRemoval memberRemoval = MemberRemoval.BY_FILTER;
    private Bulk bulk = Bulk.AS_ANNOUNCED;
    private int pageSize = 100;
    private Set<String> unique = Set.of();
    private Duration lag = Duration.ofMinutes(3);
    private List<String> keys = List.of(ScimAttributes.EXTERNAL_ID, ScimAttributes.USER_NAME);
    private boolean matchesByName = true;
    private String email = ScimAttributes.WORK_EMAIL;
    private List<String> furtherAttributes = List.of();
    private IgnoredAttributes ignored = (id, attributes) -> {};
    boolean groups = true;

    ScimTargetBuilder(String base) {
        this.base = ServiceUrl.parse("base", base);
    }

    /**
     * Sets the bearer token.
     *
     * @param value the token, without a scheme
     * @return this builder
     */
    public ScimTargetBuilder token(String value) {
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
    public ScimTargetBuilder tokens(Supplier<String> value) {
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
    public ScimTargetBuilder basic(String user, String password) {
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
    public ScimTargetBuilder name(String value) {
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
    public ScimTargetBuilder clock(InstantSource value) {
        this.clock = Objects.requireNonNull(value, "clock");
        return this;
    }

    /**
     * Sets what lets time pass while a call waits for its turn. By default the thread sleeps.
     *
     * @param value the waiter
     * @return this builder
     */
    public ScimTargetBuilder waiter(Waiter value) {
        Objects.requireNonNull(value, "waiter");
        channel.add(calls -> calls.waiter(value));
        return this;
    }

    /**
     * Sets the client of which proxy, timeouts, trust and connections are taken. By default there is a client of its own.
     *
     * @param value the host's client
     * @return this builder
     */
    public ScimTargetBuilder client(OkHttpClient value) {
        Objects.requireNonNull(value, "client");
        channel.add(calls -> calls.client(value));
        return this;
    }

    /**
     * Sets who hears of every call. By default nobody does.
     *
     * @param value the listener
     * @return this builder
     */
    public ScimTargetBuilder listener(CallListener value) {
        Objects.requireNonNull(value, "listener");
        channel.add(calls -> calls.listener(value));
        return this;
    }

    /**
     * Sets how the service announces its rate limit in headers, for which SCIM has no standard. By default it announces none, and
     * {@code Retry-After} alone is heeded.
     *
     * @param value the reader of its headers
     * @return this builder
     */
    public ScimTargetBuilder limits(LimitReader value) {
        Objects.requireNonNull(value, "limits");
        channel.add(calls -> calls.limits(value));
        return this;
    }

    /**
     * Sets the part of an announced limit to take. By default 0.8 (rule S8).
     *
     * @param value above 0 and at most 1
     * @return this builder
     */
    public ScimTargetBuilder share(double value) {
        channel.add(calls -> calls.share(value));
        return this;
    }

    /**
     * Sets how many calls may be under way at once. By default 8.
     *
     * @param value at least 1
     * @return this builder
     */
    public ScimTargetBuilder maxConcurrency(int value) {
        channel.add(calls -> calls.maxConcurrency(value));
        return this;
    }

    /**
     * Sets what bodies are said to be. By default {@code application/scim+json}.
     *
     * @param value the type
     * @return this builder
     */
    public ScimTargetBuilder bodyType(BodyType value) {
        this.bodyType = Objects.requireNonNull(value, "bodyType");
        return this;
    }

    /**
     * Sets how users and groups are changed. By default as announced.
     *
     * @param value how
     * @return this builder
     */
    public ScimTargetBuilder updates(Updates value) {
        this.updates = Objects.requireNonNull(value, "updates");
        return this;
    }

    /**
     * Sets what a PATCH of a user looks like. By default one operation for each value, at its path.
     *
     * @param value the form
     * @return this builder
     */
    public ScimTargetBuilder patchForm(PatchForm value) {
        this.patchForm = Objects.requireNonNull(value, "patchForm");
        return this;
    }

    /**
     * Sets how users are found by key. By default as announced.
     *
     * @param value how
     * @return this builder
     */
    public ScimTargetBuilder lookup(Lookup value) {
        this.lookup = Objects.requireNonNull(value, "lookup");
        return this;
    }

    /**
     * Sets how listings are paged. By default as announced.
     *
     * @param value how
     * @return this builder
     */
    public ScimTargetBuilder pages(Pages value) {
        this.pages = Objects.requireNonNull(value, "pages");
        return this;
    }

    /**
     * Sets whether {@code If-Match} guards what was read before it is written. By default as announced.
     *
     * @param value whether
     * @return this builder
     */
    public ScimTargetBuilder versions(Versions value) {
        this.versions = Objects.requireNonNull(value, "versions");
        return this;
    }

    /**
     * Sets what {@code active} is sent as. By default a truth value.
     *
     * @param value the form
     * @return this builder
     */
    public ScimTargetBuilder activeForm(ActiveForm value) {
        this.activeForm = Objects.requireNonNull(value, "activeForm");
        return this;
    }

    /**
     * Sets how a member is taken out of a group. By default at a path with a filter.
     *
     * @param value how
     * @return this builder
     */
    public ScimTargetBuilder memberRemoval(MemberRemoval value) {
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
    public ScimTargetBuilder bulk(Bulk value) {
        this.bulk = Objects.requireNonNull(value, "bulk");
        return this;
    }

    /**
     * Sets how many users a page is to hold. By default 100; a service may send fewer.
     *
     * @param value from 1 to 1,000
     * @return this builder
     */
    public ScimTargetBuilder pageSize(int value) {
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
    public ScimTargetBuilder keys(List<String> value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("Setting 'keys' is empty; name an attribute, such as userName");
        }
        value.forEach(path -> requirePath("keys", path));
        this.keys = List.copyOf(value);
        return this;
    }

    /**
     * Sets what the service lets only one user have a value of, besides {@code userName}: it refuses the value to any other.
     * By default nothing. A preview knows by this what will be refused (rule S5).
     *
     * @param value paths
     * @return this builder
     */
    public ScimTargetBuilder unique(List<String> value) {
        value.forEach(path -> requirePath("unique", path));
        this.unique = Set.copyOf(value);
        return this;
    }

    /**
     * Sets for how long a filter or a listing may not show a new user yet, counted from when the engine asked for it: the call
     * may have waited for its turn for up to 90 seconds. By default three minutes, since no service announces it. An account
     * that was being made when a run was cut off is not made again before (rule S4).
     *
     * @param value how long, zero or more
     * @return this builder
     */
    public ScimTargetBuilder lag(Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException("Setting 'lag' is " + value + "; it must be zero or more");
        }
        this.lag = value;
        return this;
    }

    /**
     * Sets the attribute that holds the e-mail address. By default {@code emails[type eq "work"].value}.
     *
     * @param value a path
     * @return this builder
     */
    public ScimTargetBuilder email(String value) {
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
    public ScimTargetBuilder furtherAttributes(List<String> value) {
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
    public ScimTargetBuilder ignored(IgnoredAttributes value) {
        this.ignored = Objects.requireNonNull(value, "ignored");
        return this;
    }

    /**
     * Leaves first and last name alone out of matching (rule E9), which saves a look-up for each new worker.
     *
     * @return this builder
     */
    public ScimTargetBuilder withoutMatchingByName() {
        this.matchesByName = false;
        return this;
    }

    /**
     * Leaves groups alone: the target then has no group operations, and a deleted user may stay a member.
     *
     * @return this builder
     */
    public ScimTargetBuilder withoutGroups() {
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

    Options options() {
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
                unique,
                lag,
                matchesByName,
                email,
                furtherAttributes,
                ignored);
    }

    HttpChannel channel() {
        HttpChannel.Builder calls =
                HttpChannel.builder(name, clock).product("SCIM").maxConcurrency(MOST_AT_ONCE);
        channel.forEach(setting -> setting.accept(calls));
        return calls.build();
    }

    Supplier<String> authorization() {
        Supplier<String> given = authorization;
        if (given == null) {
            throw new IllegalStateException(
                    "Settings 'token', 'tokens' and 'basic' are all missing; give the" + " credentials of the service");
        }
        return given;
    }
}
