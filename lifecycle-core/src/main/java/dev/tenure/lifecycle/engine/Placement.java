package dev.tenure.lifecycle.engine;

import dev.tenure.lifecycle.expression.Expression;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where a target is to put accounts, such as organizational units of a directory (rule G6). The first of the worker's
 * groups that is named here decides, in the order in which they are named; else the expression; else the target. It
 * decides when an account is made and when a worker comes back; with {@code moveOnGroupChange} a later change moves the
 * account too. Immutable.
 *
 * @param byGroup places by the name of a provisioning group
 * @param otherwise an expression that gives the place, over what the target's mapping sees; null where it gives none
 */
public record Placement(Map<String, String> byGroup, Optional<Expression> otherwise) {

    private static final Placement BY_TARGET = new Placement(Map.of(), Optional.empty());

    /** Copies the map and keeps its order. */
    public Placement {
        byGroup = Collections.unmodifiableMap(new LinkedHashMap<>(byGroup));
    }

    /**
     * Leaves the choice to the target.
     *
     * @return no rule
     */
    public static Placement byTarget() {
        return BY_TARGET;
    }

    /**
     * Copies this with one more group, which counts after those that are there.
     *
     * @param group the name of a provisioning group
     * @param place the place of its members, in the target's own terms
     * @return the changed placement
     */
    public Placement withGroup(String group, String place) {
        Map<String, String> more = new LinkedHashMap<>(byGroup);
        more.put(group, place);
        return new Placement(more, otherwise);
    }

    /**
     * Copies this with an expression for those whom no group places.
     *
     * @param expression an expression that gives text, such as {@code "OU=" + user.city + ",OU=Staff"}
     * @return the changed placement
     * @throws dev.tenure.lifecycle.expression.ExpressionException if it is none
     */
    public Placement withExpression(String expression) {
        return new Placement(byGroup, Optional.of(Expression.parse(expression)));
    }
}
