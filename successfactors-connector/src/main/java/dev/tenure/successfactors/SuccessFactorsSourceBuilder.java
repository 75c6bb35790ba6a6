package dev.tenure.successfactors;

import dev.tenure.http.CallListener;
import dev.tenure.http.HttpChannel;
import dev.tenure.http.Secret;
import dev.tenure.lifecycle.source.ContactField;
import dev.tenure.successfactors.internal.call.SamlSignIn;
import dev.tenure.successfactors.internal.call.SignIn;
import dev.tenure.successfactors.internal.read.Entity;
import dev.tenure.successfactors.internal.read.ReadSettings;
import dev.tenure.successfactors.options.OAuthClient;
import dev.tenure.successfactors.options.ReadNotice;
import dev.tenure.successfactors.options.SuccessFactorsPolicy;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Collects the settings of a {@link SuccessFactorsSource}. Not for use by several threads. */
public final class SuccessFactorsSourceBuilder {

    private static final int MOST_PER_PAGE = 1000;
    private static final Set<ContactField> WRITABLE = EnumSet.of(ContactField.WORK_EMAIL, ContactField.WORK_PHONE);

    private final HttpUrl endpoint;
    String name = "successfactors";
    private @Nullable Function<HttpChannel, SignIn> signIn;
    SuccessFactorsPolicy policy = SuccessFactorsPolicy.recommended();
    private int pageSize = 100;
    private Duration overlap = Duration.ofMinutes(5);
    private final Map<Entity, Set<String>> properties = new EnumMap<>(Entity.class);
    Set<ContactField> writeBack = Set.of();
    Set<String> activeEmailTypes = Set.of("B");
    boolean constrained;
    private Consumer<ReadNotice> notices = notice -> {};
    InstantSource clock = Clock.systemUTC();
    private @Nullable OkHttpClient client;
    private CallListener listener = event -> {};
    private long maxAnswerBytes = 128L << 20;

    SuccessFactorsSourceBuilder(HttpUrl endpoint) {
        this.endpoint = endpoint;
    }

    /**
     * Signs in by Basic authentication, which SAP is retiring for these services.
     *
     * @param companyId the company id, whose case counts
     * @param user the API user, without the company id
     * @param password the password
     * @return this builder
     * @throws IllegalArgumentException if one is empty, or the user has a colon
     */
    public SuccessFactorsSourceBuilder credentials(String companyId, String user, String password) {
        if (companyId.isBlank() || user.isBlank() || (user + companyId).indexOf(':') >= 0) {
            throw new IllegalArgumentException(
                    "Setting 'credentials' has a blank company id or user, or a colon in one; give both as they are"
                            + " in SuccessFactors");
        }
        Secret secret = Secret.of("password", password);
        String qualified = user.strip() + "@" + companyId.strip();
        this.signIn = channel -> new SignIn.Basic(qualified, secret);
        return this;
    }

    /**
     * Signs in by OAuth 2.0 instead, with a SAML bearer assertion that the connector signs.
     *
     * @param oauth the registered client
     * @return this builder
     */
    public SuccessFactorsSourceBuilder oauth(OAuthClient oauth) {
        Objects.requireNonNull(oauth, "oauth");
        this.signIn = channel -> new SamlSignIn(name, oauth, tokenService(), channel, clock);
        return this;
    }

    /**
     * Signs in by OAuth 2.0 with tokens that the host gets.
     *
     * @param token gives a bearer token that is valid now; called for every request, by the thread that makes it
     * @return this builder
     */
    public SuccessFactorsSourceBuilder bearer(Supplier<String> token) {
        Objects.requireNonNull(token, "token");
        this.signIn = channel -> new SignIn.Bearer(token);
        return this;
    }

    /**
     * Names the source. By default {@code successfactors}.
     *
     * @param value the name, which is part of every worker's reference and must not change
     * @return this builder
     */
    public SuccessFactorsSourceBuilder name(String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("Setting 'name' is blank; give the source a name");
        }
        this.name = value;
        return this;
    }

    /**
     * Sets what makes somebody active, a pre-hire or a leaver. By default {@link SuccessFactorsPolicy#recommended()}.
     * Give the engine the same by {@link SuccessFactorsPolicy#applyTo}.
     *
     * @param value the switches
     * @return this builder
     */
    public SuccessFactorsSourceBuilder policy(SuccessFactorsPolicy value) {
        this.policy = Objects.requireNonNull(value, "policy");
        return this;
    }

    /**
     * Sets how many people are asked for at once. By default 100.
     *
     * @param value from 1 to 1000
     * @return this builder
     * @throws IllegalArgumentException if it is not within that
     */
    public SuccessFactorsSourceBuilder pageSize(int value) {
        if (value < 1 || value > MOST_PER_PAGE) {
            throw new IllegalArgumentException("Setting 'pageSize' is " + value + "; SuccessFactors takes 1 to 1000");
        }
        this.pageSize = value;
        return this;
    }

    /**
     * Sets how far before the watermark a read of changes begins, so that what is recorded late is not lost. By
     * default five minutes.
     *
     * @param value the overlap, not negative
     * @return this builder
     * @throws IllegalArgumentException if it is negative
     */
    public SuccessFactorsSourceBuilder overlap(Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException("Setting 'overlap' is negative; give how far to go back");
        }
        this.overlap = value;
        return this;
    }

    /**
     * Reads further properties of an entity, which become attributes: {@code customString1} of {@code EmpJob} is
     * {@code person___employment_information_ST1___job_information___custom_string1}. One that the API user may not
     * see is not read, and the connection test names it.
     *
     * @param entity {@code PerPerson}, {@code PerPersonal}, {@code PerEmail}, {@code PerPhone}, {@code EmpEmployment},
     *     {@code EmpJob} or {@code User}
     * @param names the properties
     * @return this builder
     * @throws IllegalArgumentException if the entity is another, or a name is none
     */
    public SuccessFactorsSourceBuilder properties(String entity, String... names) {
        Entity known = Arrays.stream(Entity.values())
                .filter(one -> one.entityName().equals(entity))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Setting 'properties' names no entity that is read;"
                        + " give one of "
                        + Arrays.stream(Entity.values()).map(Entity::entityName).toList()));
        List<String> wrong =
                Arrays.stream(names).filter(one -> !one.matches("\\w{1,100}")).toList();
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(
                    "Setting 'properties' has " + wrong + ", which are no names; give such as customString1");
        }
        properties.computeIfAbsent(known, any -> new LinkedHashSet<>()).addAll(List.of(names));
        return this;
    }

    /**
     * Sets what may be written back (part F): {@link ContactField#WORK_EMAIL} and {@link ContactField#WORK_PHONE}, the
     * primary ones. By default nothing.
     *
     * @param fields the fields
     * @return this builder
     * @throws IllegalArgumentException if it is another field
     */
    public SuccessFactorsSourceBuilder writeBack(Set<ContactField> fields) {
        if (!WRITABLE.containsAll(fields)) {
            throw new IllegalArgumentException("Setting 'writeBack' has " + fields + "; SuccessFactors takes "
                    + WRITABLE + ", the primary e-mail and phone");
        }
        this.writeBack = Set.copyOf(fields);
        return this;
    }

    /**
     * Sets of which types a primary e-mail may be that is written (rule W4). By default business.
     *
     * @param codes external codes of picklist {@code ecEmailType}, at least one
     * @return this builder
     * @throws IllegalArgumentException if there is none
     */
    public SuccessFactorsSourceBuilder activeEmailTypes(Set<String> codes) {
        if (codes.isEmpty()) {
            throw new IllegalArgumentException("Setting 'activeEmailTypes' is empty; give at least one, such as B");
        }
        this.activeEmailTypes = Set.copyOf(codes);
        return this;
    }

    /**
     * Says whether the API user's target population is only part of the people, so that absence means nothing (rule
     * S2). By default it is all of them.
     *
     * @param value whether it is
     * @return this builder
     */
    public SuccessFactorsSourceBuilder constrained(boolean value) {
        this.constrained = value;
        return this;
    }

    /**
     * Sets who hears of people who are no workers and of what is odd about workers. Called by the thread that reads.
     * By default nobody does.
     *
     * @param value the listener
     * @return this builder
     */
    public SuccessFactorsSourceBuilder notices(Consumer<ReadNotice> value) {
        this.notices = Objects.requireNonNull(value, "notices");
        return this;
    }

    /**
     * Sets what time it is here. By default the system clock in UTC.
     *
     * @param value the clock
     * @return this builder
     */
    public SuccessFactorsSourceBuilder clock(InstantSource value) {
        this.clock = Objects.requireNonNull(value, "clock");
        return this;
    }

    /**
     * Takes proxy, timeouts and trust from a host's client; mutual TLS is set there. By default there is a client of
     * its own, which waits five minutes for an answer, since these servers are known to work for minutes.
     *
     * @param value the client, which stays as it is
     * @return this builder
     */
    public SuccessFactorsSourceBuilder client(OkHttpClient value) {
        this.client = Objects.requireNonNull(value, "client");
        return this;
    }

    /**
     * Sets who hears of every call. By default nobody does.
     *
     * @param value the listener
     * @return this builder
     */
    public SuccessFactorsSourceBuilder listener(CallListener value) {
        this.listener = Objects.requireNonNull(value, "listener");
        return this;
    }

    /**
     * Sets how large an answer may be, unpacked. By default 128 MiB.
     *
     * @param value bytes, at least 1
     * @return this builder
     * @throws IllegalArgumentException if it is less
     */
    public SuccessFactorsSourceBuilder maxAnswerBytes(long value) {
        if (value < 1) {
            throw new IllegalArgumentException("Setting 'maxAnswerBytes' is " + value + "; give at least 1");
        }
        this.maxAnswerBytes = value;
        return this;
    }

    /**
     * Makes the source. Nothing is asked of SuccessFactors yet.
     *
     * @return the source
     * @throws IllegalStateException if there are no credentials
     */
    public SuccessFactorsSource build() {
        return new SuccessFactorsSource(this);
    }

    SignIn signIn(HttpChannel channel) {
        if (signIn == null) {
            throw new IllegalStateException("There are no credentials; set 'credentials', 'oauth' or 'bearer'");
        }
        return signIn.apply(channel);
    }

    /** The endpoint may be given with or without the path of the service. */
    HttpUrl service() {
        String path = endpoint.encodedPath().replaceAll("/+$", "");
        String root = path.endsWith("/odata/v2") ? path : path + "/odata/v2";
        return endpoint.newBuilder().encodedPath(root).build();
    }

    private HttpUrl tokenService() {
        String path = service().encodedPath();
        return endpoint.newBuilder()
                .encodedPath(path.substring(0, path.length() - "/odata/v2".length()) + "/oauth/token")
                .build();
    }

    HttpChannel channel() {
        HttpChannel.Builder channel = HttpChannel.builder(name, clock)
                .product(name)
                .listener(listener)
                .maxBytes(maxAnswerBytes)
                .longestWait(Duration.ZERO);
        return channel.client(client == null ? patient() : client).build();
    }

    private static OkHttpClient patient() {
        return new OkHttpClient.Builder()
                .connectTimeout(Duration.ofSeconds(10))
                .readTimeout(Duration.ofMinutes(5))
                .writeTimeout(Duration.ofSeconds(60))
                .build();
    }

    ReadSettings readSettings() {
        return new ReadSettings(name, policy, pageSize, overlap, properties, notices);
    }
}
