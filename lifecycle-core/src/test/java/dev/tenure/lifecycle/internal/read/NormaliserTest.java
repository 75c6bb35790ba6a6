package dev.tenure.lifecycle.internal.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.lifecycle.worker.Worker;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A8: the same facts in another form are the same facts. */
final class NormaliserTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0001-01-01",
                "1899-12-31",
                "9999-12-31",
                " 0001-01-01 ",
                "0001-01-01T05:00",
                "0001-01-01T05:00:00Z",
                "9999-12-31-08:00"
            })
    void a8_textThatStandsForNoDate_isNoValue(String text) {
        assertThat(normalised(text)).isEqualTo(AttributeValue.NULL);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02-08:00, 2026-03-02",
        "2026-03-02Z, 2026-03-02",
        "2026-03-02, 2026-03-02",
        "2026-03-02T10:00:00+01:00, 2026-03-02T10:00:00+01:00",
        "2026-03-02 or so, 2026-03-02 or so",
        "1000-2000-3000, 1000-2000-3000",
    })
    void a8_offsetOfADate_doesNotCount_andOtherTextStays(String text, String same) {
        assertThat(normalised(text)).isEqualTo(AttributeValue.of(same));
    }

    @Test
    void a8_whiteSpaceAndEmptyText() {
        assertThat(normalised("  Ada ")).isEqualTo(AttributeValue.of("Ada"));
        assertThat(normalised("  ")).isEqualTo(AttributeValue.NULL);
    }

    private static AttributeValue normalised(String text) {
        Worker worker = new Worker(
                new WorkerRef("hr", "1"),
                Employment.builder().build(),
                Attributes.builder().put("custom", AttributeValue.of(text)).build(),
                Optional.empty());
        return new Normaliser().normalise(worker).attributes().get("custom").orElse(AttributeValue.NULL);
    }
}
