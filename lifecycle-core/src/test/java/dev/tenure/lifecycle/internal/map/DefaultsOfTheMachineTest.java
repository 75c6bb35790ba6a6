package dev.tenure.lifecycle.internal.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.expression.ExpressionException;
import dev.tenure.lifecycle.internal.map.ExpressionVectors.Case;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

/** No result depends on the locale or time zone of the machine. */
class DefaultsOfTheMachineTest {

    @Test
    void resultsAreTheSameEverywhere() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        List<String> here = results();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(results()).isEqualTo(here);
            Locale.setDefault(Locale.forLanguageTag("th-TH-u-ca-buddhist-nu-thai"));
            TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
            assertThat(results()).isEqualTo(here);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    private static List<String> results() {
        return ExpressionVectors.read().stream()
                .map(DefaultsOfTheMachineTest::result)
                .toList();
    }

    private static String result(Case vector) {
        try {
            return vector.id() + " "
                    + Evaluate.value(vector.expression(), vector.input()).asText();
        } catch (ExpressionException fault) {
            return vector.id() + " " + fault.getMessage();
        }
    }
}
