package dev.tenure.lifecycle.internal.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.expression.ExpressionException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.springframework.expression.EvaluationException;
import org.springframework.expression.spel.standard.SpelExpressionParser;

/**
 * The operators against Spring's evaluator, on whose language Okta's is based, where the two agree: numbers, text, Booleans,
 * lists and choices, without null, which Spring joins as a word, and without what ours refuses and Spring takes.
 */
class SpringExpressionTest {

    @Property(tries = 2_000)
    void operators_giveWhatSpringGives(@ForAll("expressions") String expression) {
        assertThat(ours(expression)).as(expression).isEqualTo(springs(expression));
    }

    private static Optional<Object> ours(String expression) {
        try {
            return Optional.of(plain(Evaluate.value(expression)));
        } catch (ExpressionException fault) {
            return Optional.empty();
        }
    }

    private static Optional<Object> springs(String expression) {
        try {
            Object value =
                    new SpelExpressionParser().parseExpression(expression).getValue();
            return Optional.ofNullable(value).map(SpringExpressionTest::plainOfSpring);
        } catch (EvaluationException | IndexOutOfBoundsException fault) {
            return Optional.empty();
        }
    }

    private static Object plain(AttributeValue value) {
        if (value instanceof AttributeValue.Int number) {
            return BigDecimal.valueOf(number.value());
        }
        if (value instanceof AttributeValue.Bool bool) {
            return bool.value();
        }
        if (value instanceof AttributeValue.Array array) {
            return array.elements().stream().map(SpringExpressionTest::plain).toList();
        }
        return value.asText();
    }

    private static Object plainOfSpring(Object value) {
        if (value instanceof Number number) {
            return BigDecimal.valueOf(number.longValue());
        }
        return value instanceof List<?> list
                ? list.stream()
                        .map(element -> plainOfSpring(element == null ? "" : element))
                        .toList()
                : value;
    }

    @Provide
    Arbitrary<String> expressions() {
        return Arbitraries.oneOf(number(3), text(3), bool(3), list(2));
    }

    private static Arbitrary<String> number(int depth) {
        Arbitrary<String> literal = Arbitraries.integers().between(0, 99).map(String::valueOf);
        if (depth == 0) {
            return literal;
        }
        Arbitrary<String> part = Arbitraries.lazy(() -> number(depth - 1));
        return Arbitraries.oneOf(
                literal,
                combine(part, Arbitraries.of(" + ", " - "), part),
                part.map(p -> "(" + p + ")"),
                part.map(p -> "-(" + p + ")"),
                choice(depth, part),
                combine(Arbitraries.of("{1, 2, 3}["), part, Arbitraries.of("]")));
    }

    private static Arbitrary<String> text(int depth) {
        Arbitrary<String> literal =
                Arbitraries.of("'a'", "\"b\"", "''", "'it''s'", "\"say \"\"hi\"\"\"", "'A'", "'a b'");
        if (depth == 0) {
            return literal;
        }
        Arbitrary<String> part = Arbitraries.lazy(() -> text(depth - 1));
        return Arbitraries.oneOf(
                literal,
                combine(part, Arbitraries.of(" + "), Arbitraries.lazy(() -> Arbitraries.oneOf(part, operand(depth)))),
                combine(operand(depth), Arbitraries.of(" + "), part),
                combine(number(depth - 1), Arbitraries.of(" + "), part),
                choice(depth, part),
                combine(part, Arbitraries.of(" ?: "), part).map(p -> "(" + p + ")"));
    }

    /** A number or Boolean that stands in a sum with text, in brackets. */
    private static Arbitrary<String> operand(int depth) {
        return Arbitraries.lazy(() -> Arbitraries.oneOf(number(depth - 1), bool(depth - 1)))
                .map(p -> "(" + p + ")");
    }

    private static Arbitrary<String> bool(int depth) {
        Arbitrary<String> literal = Arbitraries.of("true", "false");
        if (depth == 0) {
            return literal;
        }
        Arbitrary<String> part = Arbitraries.lazy(() -> bool(depth - 1));
        Arbitrary<String> number = Arbitraries.lazy(() -> number(depth - 1)).map(n -> "(" + n + ")");
        Arbitrary<String> text = Arbitraries.lazy(() -> text(depth - 1)).map(t -> "(" + t + ")");
        return Arbitraries.oneOf(
                literal,
                combine(number, Arbitraries.of(" == ", " != ", " < ", " > ", " <= ", " >= "), number),
                combine(text, Arbitraries.of(" == ", " != "), text),
                combine(text, Arbitraries.of(" == ", " != "), number),
                combine(text, Arbitraries.of(" matches "), Arbitraries.of("'a'", "'[a-b ]*'", "'(?i)A'", "'.'")),
                combine(part, Arbitraries.of(" && ", " || ", " and ", " or ", " AND ", " OR "), part),
                part.map(p -> "!(" + p + ")"),
                part.map(p -> "not (" + p + ")"),
                choice(depth, part));
    }

    private static Arbitrary<String> list(int depth) {
        return Arbitraries.lazy(() -> Arbitraries.oneOf(number(depth), text(depth), bool(depth)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(elements -> "{" + String.join(", ", elements) + "}");
    }

    private static Arbitrary<String> choice(int depth, Arbitrary<String> part) {
        Arbitrary<String> condition = Arbitraries.lazy(() -> bool(depth - 1));
        return Combinators.combine(condition, part, part)
                .as((c, then, other) -> "(" + c + " ? " + then + " : " + other + ")");
    }

    private static Arbitrary<String> combine(Arbitrary<String> a, Arbitrary<String> b, Arbitrary<String> c) {
        return Combinators.combine(a, b, c).as((x, y, z) -> x + y + z);
    }
}
