package dev.tenure.lifecycle.internal.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.expression.Expression;
import dev.tenure.lifecycle.expression.ExpressionException;
import dev.tenure.lifecycle.internal.map.ExpressionVectors.Case;
import dev.tenure.lifecycle.mapping.AbsentText;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of the expression language as data. {@code -Dlifecycle.vectors=DIR} takes those of another folder. */
final class ExpressionVectorsTest {

    static List<Case> cases() {
        List<Case> cases = ExpressionVectors.read();
        if (cases.isEmpty()) {
            fail("no expression vector was found");
        }
        return cases;
    }

    @Test
    void vectorsAreThere() {
        assertThat(cases()).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void case_givesWhatIsExpected(Case vector) {
        if (vector.expected().isEmpty()) {
            assertThatExceptionOfType(ExpressionException.class)
                    .as("%s: %s", vector.id(), vector.expression())
                    .isThrownBy(() -> evaluate(vector));
            return;
        }
        AttributeValue value = evaluate(vector);
        assertThat(Values.equal(value, vector.expected().get(), new Steps()))
                .as(
                        "%s: %s gives '%s' (%s), expected '%s'",
                        vector.id(),
                        vector.expression(),
                        value.asText(),
                        Values.kind(value),
                        vector.expected().get().asText())
                .isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void case_isPrintedAndParsedAgain(Case vector) {
        try {
            Expression parsed = Expression.parse(vector.expression());
            assertThat(Expression.parse(parsed.print())).isEqualTo(parsed);
        } catch (ExpressionException refused) {
            assertThat(vector.expected()).as(vector.id()).isEmpty();
        }
    }

    private static AttributeValue evaluate(Case vector) {
        Expression expression = Expression.parse(vector.expression());
        return Program.of(expression, Set.of()).run(new Evaluation(vector.input(), AbsentText.EMPTY, null));
    }
}
