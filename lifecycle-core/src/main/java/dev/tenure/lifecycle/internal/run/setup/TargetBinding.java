package dev.tenure.lifecycle.internal.run.setup;

import dev.tenure.lifecycle.account.AccountKey;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.expression.Expression;
import dev.tenure.lifecycle.internal.gate.Gate;
import dev.tenure.lifecycle.internal.map.Mapper;
import dev.tenure.lifecycle.internal.map.MappingInput;
import dev.tenure.lifecycle.internal.map.ProfileCheck;
import dev.tenure.lifecycle.internal.match.Matcher;
import dev.tenure.lifecycle.internal.plan.AccountPlanner;
import dev.tenure.lifecycle.internal.plan.Fingerprinter;
import dev.tenure.lifecycle.internal.plan.ProfileDiff;
import dev.tenure.lifecycle.internal.rehearse.RehearsalTarget;
import dev.tenure.lifecycle.mapping.AttributeMapping;
import dev.tenure.lifecycle.mapping.Profile;
import dev.tenure.lifecycle.mapping.RowPreview;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.Pending;
import dev.tenure.lifecycle.plan.PendingReason;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.store.AccountState;
import dev.tenure.lifecycle.target.IdentityTarget;
import dev.tenure.lifecycle.target.TargetDescription;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** A target together with the stages as they are set up for it. */
public final class TargetBinding {

    private static final String SCOPE = "inScope";
    private static final String PLACE = "place";

    private final IdentityTarget target;
    private final TargetDescription description;
    private final Matcher matcher;
    private final AccountPlanner planner;
    private final Optional<Mapper> mapper;
    private final Optional<ProfileCheck> check;
    private final Settings.TargetSettings settings;
    private final Optional<Mapper> scope;
    private final Optional<Mapper> place;
    private final SentKeys sentKeys;
    private final Touched touched;

    /**
     * Sets the stages up.
     *
     * @param settings the target and how it is used
     * @param identityMapping the rows that make the identity profile
     * @param policy the policy
     * @param hashes makes the hashes
     */
    TargetBinding(
            Settings.TargetSettings settings,
            AttributeMapping identityMapping,
            LifecyclePolicy policy,
            Fingerprinter hashes) {
        this.settings = settings;
        this.target = settings.target();
        this.description = target.describe();
        this.matcher = new Matcher(description);
        this.mapper = settings.mapping().map(own -> Mapper.of(own, Optional.empty(), description.schema()));
        this.check = description
                .schema()
                .filter(any -> settings.mapping().isEmpty())
                .map(schema -> ProfileCheck.of(identityMapping, schema));
        this.scope = settings.scope().map(TargetBinding::scope);
        this.place = settings.places().otherwise().map(TargetBinding::place);
        AttributeMapping rows = settings.mapping().orElse(identityMapping);
        Set<String> keys = new TreeSet<>(description.identifying());
        description.email().ifPresent(keys::add);
        this.planner = new AccountPlanner(target.name(), policy, rows, hashes, settings.leaving(), keys);
        this.sentKeys = new SentKeys(description, hashes);
        this.touched = new Touched(rows, hashes);
    }

    private TargetBinding(TargetBinding other, IdentityTarget target) {
        this.settings = other.settings;
        this.target = target;
        this.description = other.description;
        this.matcher = other.matcher;
        this.mapper = other.mapper;
        this.check = other.check;
        this.scope = other.scope;
        this.place = other.place;
        this.planner = other.planner;
        this.sentKeys = other.sentKeys;
        this.touched = other.touched;
    }

    /** The same stages at another target. */
    public TargetBinding at(IdentityTarget other) {
        return new TargetBinding(this, other);
    }

    /** Compiles the condition of a scope as a mapping with one row. */
    public static Mapper scope(Expression condition) {
        return Mapper.of(AttributeMapping.builder().row(SCOPE, condition.text()).build());
    }

    /** Compiles the expression of a place as a mapping with one row. */
    public static Mapper place(Expression expression) {
        return Mapper.of(
                AttributeMapping.builder().row(PLACE, expression.text()).build());
    }

    /**
     * What a rehearsal asks for by the page besides the keys of matches: values that a real target refuses by itself if another
     * account has them.
     */
    public List<AccountKey> askedAhead(Attributes profile) {
        return target instanceof RehearsalTarget rehearsal
                ? rehearsal.askedAhead().stream()
                        .flatMap(name -> profile.text(name).map(value -> AccountKey.of(name, value)).stream())
                        .toList()
                : List.of();
    }

    public String name() {
        return target.name();
    }

    public IdentityTarget target() {
        return target;
    }

    public TargetDescription description() {
        return description;
    }

    public Matcher matcher() {
        return matcher;
    }

    public AccountPlanner planner() {
        return planner;
    }

    /** Hashes what a create is sent with. */
    public SentKeys sentKeys() {
        return sentKeys;
    }

    /** Hashes what an update or a membership is about. */
    public Touched touched() {
        return touched;
    }

    /**
     * The account of a worker at this target. Where accounts are removed when their owners leave, there is none any more for
     * one who comes back; one that waits to be opened is still there (rule D2).
     *
     * @param known what the store knows of the worker at this target
     * @param hasAccess whether the worker is to have access now
     */
    public Optional<Link> link(AccountState known, boolean hasAccess) {
        return known.link()
                .filter(link -> !(planner.atTheEnd().removesAccounts()
                        && link.status() == AccountStatus.DEACTIVATED
                        && hasAccess
                        && !isAwaited(known, link)));
    }

    private static boolean isAwaited(AccountState known, Link link) {
        return known.pending()
                .filter(pending -> pending.why() == PendingReason.REACTIVATION)
                .flatMap(Pending::account)
                .filter(link.account()::equals)
                .isPresent();
    }

    public ProfileDiff diff() {
        return planner.diff();
    }

    /** The profile that this target is to get; what expressions see is made for a target that has expressions of its own. */
    public Profile profile(Profile identity, Supplier<MappingInput.Builder> input) {
        if (!identity.faults().isEmpty()) {
            return identity;
        }
        if (mapper.isEmpty()) {
            return check.map(made -> made.check(identity)).orElse(identity);
        }
        return mapper.get()
                .map(input.get()
                        .user(identity.values())
                        .targetApp(settings.properties())
                        .build());
    }

    /** Whether the target has an account for a worker with this profile, in these groups. */
    public boolean takes(Profile identity, Supplier<MappingInput.Builder> input, Set<String> groupNames) {
        boolean inGroup = settings.scopeGroups().isEmpty()
                || settings.scopeGroups().stream().anyMatch(groupNames::contains);
        if (!inGroup || scope.isEmpty()) {
            return inGroup;
        }
        Profile answer = scope.get()
                .map(input.get()
                        .user(identity.values())
                        .targetApp(settings.properties())
                        .build());
        return answer.values()
                .get(SCOPE)
                .filter(AttributeValue.of(true)::equals)
                .isPresent();
    }

    /**
     * Where the target is to have the account of a worker with this profile, in these groups (rule G6), as the only value;
     * nothing where it chooses. A fault of the expression is one of the answer.
     */
    public Profile place(Profile identity, Supplier<MappingInput.Builder> input, Set<String> groupNames) {
        Optional<String> byGroup = settings.places().byGroup().entrySet().stream()
                .filter(entry -> groupNames.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        if (byGroup.isPresent() || place.isEmpty()) {
            Attributes.Builder only = Attributes.builder();
            byGroup.ifPresent(name -> only.put(PLACE, AttributeValue.of(name)));
            return new Profile(only.build(), Set.of(), Map.of(), List.of());
        }
        return place.get()
                .map(input.get()
                        .user(identity.values())
                        .targetApp(settings.properties())
                        .build());
    }

    /** Reads the answer of {@link #place}. */
    public static Optional<String> placeIn(Profile answer) {
        return answer.values().text(PLACE);
    }

    /** Whether an account that is made before the hire date stays closed until then. */
    public boolean closedUntilStart() {
        return settings.closedUntilStart();
    }

    /** Attributes whose mapped value is the id of another worker. */
    public Set<String> references() {
        return settings.references();
    }

    /** Proposes a login where the mapped one is taken. */
    public BiFunction<String, Integer, Optional<String>> logins() {
        return settings.logins();
    }

    /** The gate for one way of closing accounts. */
    public Gate gate(ChangeKind kind, LifecyclePolicy policy) {
        Settings.Threshold threshold = settings.thresholds()
                .getOrDefault(kind, new Settings.Threshold(policy.safeguardPercent(), policy.safeguardMinimum()));
        return new Gate(threshold.percent(), threshold.minimum());
    }

    /** How each row of this target's own mapping comes to its value; empty where it takes the identity profile as it is. */
    public Optional<List<RowPreview>> preview(Profile identity, MappingInput.Builder input) {
        return mapper.map(own -> own.preview(
                input.user(identity.values()).targetApp(settings.properties()).build()));
    }
}
