package dev.tenure.lifecycle.plan;

import dev.tenure.lifecycle.attribute.AttributeValue;
import java.util.Optional;

/**
 * What one change does to one attribute.
 *
 * @param attribute the attribute's name at the target
 * @param before the value the target has, where it was read
 * @param after the value to send; {@link AttributeValue#NULL} clears
 * @param expression the expression of the mapping row that gives the value
 */
public record AttributeChange(
        String attribute, Optional<AttributeValue> before, AttributeValue after, String expression) {

    /** Names the attribute and prints no value. */
    @Override
    public String toString() {
        return "AttributeChange[" + attribute + "]";
    }
}
