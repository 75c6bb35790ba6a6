package dev.tenure.benchmarks.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.attribute.AttributeValue;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.expression.spel.SpelCompilerMode;

class ExpressionsTest {

    static Stream<RowEvaluator> others() {
        return Stream.of(
                new SpringEvaluator(SpelCompilerMode.OFF),
                new SpringEvaluator(SpelCompilerMode.IMMEDIATE),
                new JexlEvaluator());
    }

    @ParameterizedTest
    @MethodSource("others")
    void allLanguages_makeTheSameValues(RowEvaluator other) {
        RowEvaluator ours = new OursEvaluator();
        for (int number = 0; number < 3; number++) {
            Profiles worker = Profiles.of(number);

            RowEvaluator.Values made = other.evaluate(worker);

            assertThat(texts(made.okta()))
                    .isEqualTo(texts(ours.evaluate(worker).okta()))
                    .hasSize(20);
            assertThat(texts(made.directory()))
                    .isEqualTo(texts(ours.evaluate(worker).directory()))
                    .hasSize(23);
        }
    }

    private static Map<String, String> texts(Map<String, ?> values) {
        Map<String, String> texts = new TreeMap<>();
        values.forEach((name, value) ->
                texts.put(name, value instanceof AttributeValue ours ? ours.asText() : value.toString()));
        return texts;
    }
}
