package dev.tenure.lifecycle.internal.map;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.expression.Node;
import dev.tenure.lifecycle.expression.Node.Comparison;
import dev.tenure.lifecycle.expression.TextPattern;
import java.util.function.IntPredicate;

/** Instructions that compare two values. */
final class Comparisons {

    private Comparisons() {}

    static Instruction of(Node.Relation relation) {
        Comparison comparison = relation.comparison();
        return switch (comparison) {
            case EQUAL -> equality(true);
            case NOT_EQUAL -> equality(false);
            case LESS -> ordering("<", order -> order < 0);
            case GREATER -> ordering(">", order -> order > 0);
            case AT_MOST -> ordering("<=", order -> order <= 0);
            case AT_LEAST -> ordering(">=", order -> order >= 0);
            case MATCHES -> matching(relation.right());
        };
    }

    private static Instruction equality(boolean wanted) {
        return (evaluation, next) -> {
            Object right = evaluation.pop();
            Object left = evaluation.pop();
            evaluation.push(AttributeValue.of(Values.equal(left, right, evaluation.steps()) == wanted));
            return next;
        };
    }

    private static Instruction ordering(String operator, IntPredicate holds) {
        return (evaluation, next) -> {
            Object right = evaluation.pop();
            Object left = evaluation.pop();
            if (!Values.isNumber(left) || !Values.isNumber(right)) {
                Object other = Values.isNumber(left) ? right : left;
                throw new Fault("'" + operator + "' orders numbers, not " + Values.kind(other));
            }
            evaluation.push(AttributeValue.of(holds.test(Numbers.compare(left, right))));
            return next;
        };
    }

    private static Instruction matching(Node pattern) {
        if (pattern instanceof Node.Literal literal && literal.value() instanceof AttributeValue.Text text) {
            TextPattern compiled = TextPattern.compile(text.value());
            return (evaluation, next) -> {
                evaluation.pop();
                return match(evaluation, compiled, next);
            };
        }
        return (evaluation, next) -> {
            Object value = evaluation.pop();
            String regex = Texts.of(evaluation, value, "the pattern");
            return match(evaluation, Texts.pattern(regex, evaluation.steps()), next);
        };
    }

    private static int match(Evaluation evaluation, TextPattern pattern, int next) {
        String text = Texts.of(evaluation, evaluation.pop(), "the left side of 'matches'");
        evaluation.push(AttributeValue.of(MeteredText.matches(pattern, text, evaluation.steps())));
        return next;
    }
}
