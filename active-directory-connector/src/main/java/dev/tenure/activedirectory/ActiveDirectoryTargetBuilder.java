package dev.tenure.activedirectory;

import com.unboundid.ldap.sdk.DN;
import dev.tenure.activedirectory.internal.translate.AttributeTable;
import dev.tenure.activedirectory.internal.translate.Names;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Collects the settings of an {@link ActiveDirectoryTarget}. Not for use by several threads. */
public final class ActiveDirectoryTargetBuilder {

    private static final Pattern ATTRIBUTE = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,63}");

    private final DN domain;
    private final ControllerSettings reach = new ControllerSettings();
    private String name = "ad";
    private @Nullable DN accounts;
    private @Nullable DN defaultPlace;
    private @Nullable DN leavers;
    private @Nullable String formerPlace;
    private @Nullable DN groups;
    private LoginAttribute login = LoginAttribute.SAM_ACCOUNT_NAME;
    private @Nullable List<String> keys;
    private @Nullable String upnSuffix;
    private Set<String> upnSuffixes = Set.of();
    private final Set<String> attributes = new LinkedHashSet<>();
    private InitialPassword initialPassword = InitialPassword.random();
    private boolean mustChange = true;
    private ZoneId zone = ZoneOffset.UTC;
    private int pageSize = 500;
    private @Nullable Duration lag;

    ActiveDirectoryTargetBuilder(String domain) {
        this.domain = Names.parse("domain", domain);
    }

    /**
     * Adds a domain controller. The first one is used for as long as it answers; then the next. By default over LDAPS, port
     * 636.
     *
     * @param host its host name, which must be in its certificate
     * @return this builder
     */
    public ActiveDirectoryTargetBuilder controller(String host) {
        return controller(host, 0);
    }

    /**
     * Adds a domain controller at a port of its own.
     *
     * @param host its host name, which must be in its certificate
     * @param port the port; 0 for the usual one
     * @return this builder
     */
    public ActiveDirectoryTargetBuilder controller(String host, int port) {
        reach.controller(host, port);
        return this;
    }

    /**
     * Begins connections without TLS, on port 389, and changes to TLS before anything is sent.
     *
     * @return this builder
     */
    public ActiveDirectoryTargetBuilder startTls() {
        reach.startTls = true;
        return this;
    }

    /**
     * Sets the service account.
     *
     * @param serviceAccount its user principal name or distinguished name
     * @param secret its password
     * @return this builder
     */
    public ActiveDirectoryTargetBuilder credentials(String serviceAccount, String secret) {
        reach.credentials(serviceAccount, secret);
        return this;
    }

    /**
     * Trusts the authorities in a file, and no other. By default those of the machine's Java are trusted.
     *
     * @param pemFile certificates in PEM form
     * @return this builder
     */
    public ActiveDirectoryTargetBuilder trustedAuthority(Path pemFile) {
        reach.authority = Objects.requireNonNull(pemFile, "pemFile");
        return this;
    }

    /**
     * Takes trust, and a client certificate if there is one, from a host's context.
     *
     * @param context the context
     * @return this builder
     */
    public ActiveDirectoryTargetBuilder sslContext(SSLContext context) {
        reach.tls = Objects.requireNonNull(context, "context");
        return this;
    }

    /**
     * Sets the target's name. By default {@code ad}.
     *
     * @param value the name, not blank; it must stay the same for as long as a store is used with it
     * @return this builder
     */
    public ActiveDirectoryTargetBuilder name(String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("Setting 'name' is empty; give the target a name");
        }
        this.name = value;
        return this;
    }

    /**
     * Sets the part of the domain where accounts are listed and may be placed. By default the whole domain.
     *
     * @param place the distinguished name of an organizational unit
     * @return this builder
     */
    public ActiveDirectoryTargetBuilder accountsIn(String place) {
        this.accounts = inDomain("accountsIn", place);
        return this;
    }

    /**
     * Sets where accounts are made that a placement puts nowhere. By default where {@link #accountsIn} says, and the
     * container {@code CN=Users} if nothing does.
     *
     * @param place the distinguished name of an organizational unit
     * @return this builder
     */
    public ActiveDirectoryTargetBuilder defaultPlace(String place) {
        this.defaultPlace = inDomain("defaultPlace", place);
        return this;
    }

    /**
     * Moves accounts to a place when they are closed, and back when they are opened. By default they stay.
     *
     * @param place the distinguished name of an organizational unit
     * @return this builder
     */
    public ActiveDirectoryTargetBuilder leaversPlace(String place) {
        this.leavers = inDomain("leaversPlace", place);
        return this;
    }

    /**
     * Notes in an attribute where an account was before it was moved to the place of leavers, so that it comes back there.
     * By default it comes back to the default place, and the engine's placement moves it on.
     *
     * @param attribute a text attribute that nothing else uses, such as {@code msDS-cloudExtensionAttribute20}
     * @return this builder
     */
    public ActiveDirectoryTargetBuilder formerPlaceIn(String attribute) {
        this.formerPlace = requireAttribute("formerPlaceIn", attribute);
        return this;
    }

    /**
     * Manages groups in a part of the domain. By default no group is touched.
     *
     * @param place the distinguished name of an organizational unit
     * @return this builder
     */
    public ActiveDirectoryTargetBuilder groupsIn(String place) {
        this.groups = inDomain("groupsIn", place);
        return this;
    }

    /**
     * Sets which attribute is the login. By default {@code samAccountName}.
     *
     * @param value the attribute
     * @return this builder
     */
    public ActiveDirectoryTargetBuilder login(LoginAttribute value) {
        this.login = Objects.requireNonNull(value, "login");
        return this;
    }

    /**
     * Sets the attributes of which each alone identifies a person (rule E7). By default the login and {@code email}.
     *
     * @param names names in the mapping
     * @return this builder
     */
    public ActiveDirectoryTargetBuilder keys(String... names) {
        this.keys = List.of(names);
        return this;
    }

    /**
     * Sets the suffix of the user principal name of accounts for which no row of the mapping gives one. By default the DNS
     * name of the domain.
     *
     * @param suffix the suffix, without {@code @}
     * @return this builder
     */
    public ActiveDirectoryTargetBuilder upnSuffix(String suffix) {
        this.upnSuffix = suffix.strip();
        return this;
    }

    /**
     * Lets user principal names have these suffixes alone. By default any, since the directory does not check.
     *
     * @param suffixes the suffixes that the forest knows, without {@code @}
     * @return this builder
     */
    public ActiveDirectoryTargetBuilder upnSuffixes(String... suffixes) {
        Set<String> lower = new LinkedHashSet<>();
        for (String suffix : suffixes) {
            lower.add(suffix.strip().toLowerCase(Locale.ROOT));
        }
        this.upnSuffixes = lower;
        return this;
    }

    /**
     * Lets a mapping write a further attribute of the directory, such as {@code extensionAttribute1}.
     *
     * @param ldapName its name in the directory, a text attribute
     * @return this builder
     */
    public ActiveDirectoryTargetBuilder attribute(String ldapName) {
        attributes.add(requireAttribute("attribute", ldapName));
        return this;
    }

    /**
     * Sets what makes initial passwords. By default random ones that nobody gets to know.
     *
     * @param maker the maker
     * @return this builder
     */
    public ActiveDirectoryTargetBuilder initialPassword(InitialPassword maker) {
        this.initialPassword = Objects.requireNonNull(maker, "maker");
        return this;
    }

    /**
     * Lets people keep their initial password. By default it has to be changed at the first logon.
     *
     * @return this builder
     */
    public ActiveDirectoryTargetBuilder keepingInitialPassword() {
        this.mustChange = false;
        return this;
    }

    /**
     * Sets where the last day of an account ({@code accountExpires}) is meant. By default UTC.
     *
     * @param value the zone
     * @return this builder
     */
    public ActiveDirectoryTargetBuilder zone(ZoneId value) {
        this.zone = Objects.requireNonNull(value, "zone");
        return this;
    }

    /**
     * Sets how many accounts a page of a listing has, up to 1,000, which is what a domain controller gives. By default 500.
     *
     * @param value how many
     * @return this builder
     */
    public ActiveDirectoryTargetBuilder pageSize(int value) {
        if (value < 1 || value > 1000) {
            throw new IllegalArgumentException("Setting 'pageSize' is " + value + "; it must be 1 to 1000");
        }
        this.pageSize = value;
        return this;
    }

    /**
     * Sets how many connections there are at most. By default 8.
     *
     * @param value how many, 2 or more, since a listing keeps one
     * @return this builder
     */
    public ActiveDirectoryTargetBuilder connections(int value) {
        if (value < 2) {
            throw new IllegalArgumentException("Setting 'connections' is " + value + "; it must be 2 or more");
        }
        reach.connections = value;
        return this;
    }

    /**
     * Sets how long to wait for a connection and for an answer. By default 30 seconds.
     *
     * @param value how long
     * @return this builder
     */
    public ActiveDirectoryTargetBuilder timeout(Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException("Setting 'timeout' is " + value + "; it must be longer than nothing");
        }
        reach.timeout = value;
        return this;
    }

    /**
     * Sets for how long a domain controller may not know yet what was made at another one. By default a quarter of an hour
     * where there are several, and nothing where there is one; set it where one name stands for several, or where they
     * replicate less often. An account that was being made when a run was cut off is not made again before (rule S4).
     *
     * @param value how long, zero or more
     * @return this builder
     */
    public ActiveDirectoryTargetBuilder lag(Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException("Setting 'lag' is " + value + "; it must be zero or more");
        }
        this.lag = value;
        return this;
    }

    /**
     * Makes the target. Nothing is connected yet.
     *
     * @return the target
     * @throws IllegalArgumentException if a setting is missing or contradicts another
     */
    public ActiveDirectoryTarget build() {
        reach.requireComplete();
        if (formerPlace != null && leavers == null) {
            throw new IllegalArgumentException(
                    "Setting 'formerPlaceIn' has no effect without 'leaversPlace'; set that, or leave this out");
        }
        DN within = accounts == null ? domain : accounts;
        DN otherwise =
                defaultPlace != null ? defaultPlace : accounts == null ? Names.below("CN", "Users", domain) : accounts;
        String suffix = upnSuffix == null ? Names.dnsName(domain) : upnSuffix;
        List<String> matching = keys == null ? List.of(login.attribute(), "email") : keys;
        AttributeTable table = new AttributeTable(attributes);
        for (String key : matching) {
            if (table.find(key).isEmpty()) {
                throw new IllegalArgumentException("Setting 'keys' names '" + key
                        + "', which accounts do not have; name an attribute of the mapping");
            }
        }
        Options options = new Options(
                name,
                domain,
                within,
                otherwise,
                Optional.ofNullable(leavers),
                Optional.ofNullable(formerPlace),
                Optional.ofNullable(groups),
                login,
                matching,
                suffix.isEmpty() ? Optional.empty() : Optional.of(suffix),
                lag == null ? reach.lag() : lag,
                initialPassword,
                mustChange);
        return new ActiveDirectoryTarget(options, reach.build(), pageSize, attributes, upnSuffixes, zone);
    }

    /** Names the domain and no secret. */
    @Override
    public String toString() {
        return "ActiveDirectoryTargetBuilder[" + domain + "]";
    }

    private DN inDomain(String setting, String place) {
        DN parsed = Names.parse(setting, place);
        if (!Names.isWithin(parsed, domain)) {
            throw new IllegalArgumentException(
                    "Setting '" + setting + "' is not in the domain " + domain + "; write the whole name");
        }
        return parsed;
    }

    private static String requireAttribute(String setting, String name) {
        if (!ATTRIBUTE.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "Setting '" + setting + "' is no name of an attribute; write it as the schema has it");
        }
        return name;
    }
}
