package dev.tenure.lifecycle.mapping;

import dev.tenure.lifecycle.expression.Expression;
import java.util.Objects;

/**
 * One row of a mapping (rule M5).
 *
 * @param attribute the target's attribute
 * @param expression what gives its value
 * @param apply when it applies
 * @param whenNull what to do when the expression gives null
 */
public record MappingRow(String attribute, Expression expression, Apply apply, NullPolicy whenNull) {

    /** Refuses a blank attribute name. */
    public MappingRow {
        if (attribute.isBlank()) {
            throw new IllegalArgumentException("A mapping row needs an attribute");
        }
        Objects.requireNonNull(expression, "expression");
        Objects.requireNonNull(apply, "apply");
        Objects.requireNonNull(whenNull, "whenNull");
    }

    /**
     * Makes a row that applies on create and update and follows the policy for null.
     *
     * @param attribute the target's attribute
     * @param expression what gives its value
     * @return the row
     */
    public static MappingRow of(String attribute, Expression expression) {
        return new MappingRow(attribute, expression, Apply.ALWAYS, NullPolicy.FOLLOW_POLICY);
    }

    /**
     * Says when the row applies.
     *
     * @param when when it applies
     * @return the same row but for that
     */
    public MappingRow withApply(Apply when) {
        return new MappingRow(attribute, expression, when, whenNull);
    }

    /**
     * Says what to do when the expression gives null.
     *
     * @param policy what to do
     * @return the same row but for that
     */
    public MappingRow withWhenNull(NullPolicy policy) {
        return new MappingRow(attribute, expression, apply, policy);
    }
}
