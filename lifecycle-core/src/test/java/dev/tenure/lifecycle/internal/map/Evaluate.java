package dev.tenure.lifecycle.internal.map;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.expression.Expression;
import dev.tenure.lifecycle.expression.ExpressionException;
import dev.tenure.lifecycle.mapping.AbsentText;
import java.util.Set;

/** Evaluates an expression in one line of a test. */
final class Evaluate {

    private Evaluate() {}

    static AttributeValue value(String expression, MappingInput input) {
        return Program.of(Expression.parse(expression), Set.of()).run(new Evaluation(input, AbsentText.EMPTY, null));
    }

    static AttributeValue value(String expression) {
        return value(expression, MappingInput.builder().build());
    }

    static String text(String expression) {
        return value(expression).asText();
    }

    /** Gives the problem of an expression that ends in a fault. */
    static String fault(String expression, MappingInput input) {
        try {
            value(expression, input);
        } catch (ExpressionException fault) {
            return fault.problem();
        }
        throw new AssertionError("no fault: " + expression);
    }

    static String fault(String expression) {
        return fault(expression, MappingInput.builder().build());
    }
}
