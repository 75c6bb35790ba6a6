package dev.tenure.lifecycle.engine;

import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.expression.Expression;
import dev.tenure.lifecycle.mapping.AttributeMapping;
import dev.tenure.lifecycle.plan.ChangeKind;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a target is used. Immutable; start from {@link #identityProfile()} or {@link #mapped} and change what should differ.
 *
 * @param mapping the rows that make the target's view of the identity profile, which they see as {@code user}; empty where
 *     it takes the identity profile as it is
 * @param properties what expressions see as {@code target_app}
 * @param leaving what becomes of the account of a worker who ends or leaves the scope
 * @param scope who gets an account here: an expression that must be true; empty for everyone
 * @param scopeGroups who gets an account here: a worker in any of the provisioning groups of these names; empty for
 *     everyone
 * @param references attributes whose mapped value is the id of another worker, such as the manager's; the target gets the
 *     id of that worker's account, as soon as there is one (rule E11)
 * @param safeguards thresholds that differ from the policy's, by what closes the account (rule S1)
 * @param logins proposes another login where the mapped one is taken (rule E10)
 * @param placement where accounts are put, for a target that has places (rule G6)
 * @param closedUntilStart whether an account that is made before the hire date (rule B3) stays closed until then
 */
public record TargetUse(
        Optional<AttributeMapping> mapping,
        Attributes properties,
        Leaving leaving,
        Optional<Expression> scope,
        Set<String> scopeGroups,
        Set<String> references,
        Map<ChangeKind, Safeguard> safeguards,
        LoginGenerator logins,
        Placement placement,
        boolean closedUntilStart) {

    /** Copies the collections; refuses a threshold for what closes no account. */
    public TargetUse {
        scopeGroups = Set.copyOf(scopeGroups);
        references = Set.copyOf(references);
        safeguards = Map.copyOf(safeguards);
        for (ChangeKind kind : safeguards.keySet()) {
            if (!kind.takesAccess()) {
                throw new IllegalArgumentException("A safeguard for " + kind
                        + " has no effect: only DEACTIVATE, SUSPEND and DELETE are held (rule S1)");
            }
        }
    }

    /**
     * Takes the identity profile as it is, for everyone, and deactivates at the end.
     *
     * @return the use
     */
    public static TargetUse identityProfile() {
        return new TargetUse(
                Optional.empty(),
                Attributes.empty(),
                Leaving.DEACTIVATE,
                Optional.empty(),
                Set.of(),
                Set.of(),
                Map.of(),
                LoginGenerator.mappedOnly(),
                Placement.byTarget(),
                false);
    }

    /**
     * Takes a view of the identity profile, for everyone, and deactivates at the end.
     *
     * @param rows the rows that make the view
     * @return the use
     */
    public static TargetUse mapped(AttributeMapping rows) {
        TargetUse plain = identityProfile();
        return new TargetUse(
                Optional.of(rows),
                plain.properties,
                plain.leaving,
                plain.scope,
                plain.scopeGroups,
                plain.references,
                plain.safeguards,
                plain.logins,
                plain.placement,
                plain.closedUntilStart);
    }

    /**
     * Copies this use with another way of leaving.
     *
     * @param way what becomes of the account of a worker who ends or leaves the scope
     * @return the changed use
     */
    public TargetUse withLeaving(Leaving way) {
        return new TargetUse(
                mapping,
                properties,
                way,
                scope,
                scopeGroups,
                references,
                safeguards,
                logins,
                placement,
                closedUntilStart);
    }

    /**
     * Copies this use with properties of the target.
     *
     * @param values what expressions see as {@code target_app}
     * @return the changed use
     */
    public TargetUse withProperties(Attributes values) {
        return new TargetUse(
                mapping,
                values,
                leaving,
                scope,
                scopeGroups,
                references,
                safeguards,
                logins,
                placement,
                closedUntilStart);
    }

    /**
     * Copies this use for those workers alone of whom an expression is true.
     *
     * @param condition an expression that gives a Boolean, such as {@code source.countryCode == "DE"}
     * @return the changed use
     * @throws dev.tenure.lifecycle.expression.ExpressionException if it is none
     */
    public TargetUse withScope(String condition) {
        return new TargetUse(
                mapping,
                properties,
                leaving,
                Optional.of(Expression.parse(condition)),
                scopeGroups,
                references,
                safeguards,
                logins,
                placement,
                closedUntilStart);
    }

    /**
     * Copies this use for those workers alone who are in one of some provisioning groups.
     *
     * @param names the names of the groups
     * @return the changed use
     */
    public TargetUse withScopeGroups(Set<String> names) {
        return new TargetUse(
                mapping,
                properties,
                leaving,
                scope,
                names,
                references,
                safeguards,
                logins,
                placement,
                closedUntilStart);
    }

    /**
     * Copies this use with one more attribute that refers to another worker.
     *
     * @param attribute an attribute of the mapping whose value is the id of a worker in the same source
     * @return the changed use
     */
    public TargetUse withReference(String attribute) {
        Set<String> more = new TreeSet<>(references);
        more.add(attribute);
        return new TargetUse(
                mapping,
                properties,
                leaving,
                scope,
                scopeGroups,
                more,
                safeguards,
                logins,
                placement,
                closedUntilStart);
    }

    /**
     * Copies this use with another threshold for one way of closing accounts.
     *
     * @param kind {@link ChangeKind#DEACTIVATE}, {@link ChangeKind#SUSPEND} or {@link ChangeKind#DELETE}
     * @param threshold the threshold
     * @return the changed use
     */
    public TargetUse withSafeguard(ChangeKind kind, Safeguard threshold) {
        Map<ChangeKind, Safeguard> more = new EnumMap<>(ChangeKind.class);
        more.putAll(safeguards);
        more.put(kind, threshold);
        return new TargetUse(
                mapping,
                properties,
                leaving,
                scope,
                scopeGroups,
                references,
                more,
                logins,
                placement,
                closedUntilStart);
    }

    /**
     * Copies this use with a generator of logins.
     *
     * @param generator proposes another login where the mapped one is taken
     * @return the changed use
     */
    public TargetUse withLogins(LoginGenerator generator) {
        return new TargetUse(
                mapping,
                properties,
                leaving,
                scope,
                scopeGroups,
                references,
                safeguards,
                generator,
                placement,
                closedUntilStart);
    }

    /**
     * Copies this use with places for accounts.
     *
     * @param rules where accounts are put
     * @return the changed use
     */
    public TargetUse withPlacement(Placement rules) {
        return new TargetUse(
                mapping,
                properties,
                leaving,
                scope,
                scopeGroups,
                references,
                safeguards,
                logins,
                rules,
                closedUntilStart);
    }

    /**
     * Copies this use so that an account that is made before the hire date stays closed until then.
     *
     * @return the changed use
     */
    public TargetUse withClosedUntilStart() {
        return new TargetUse(
                mapping, properties, leaving, scope, scopeGroups, references, safeguards, logins, placement, true);
    }
}
