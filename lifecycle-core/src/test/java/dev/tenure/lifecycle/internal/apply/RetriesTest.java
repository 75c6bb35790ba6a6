package dev.tenure.lifecycle.internal.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.lifecycle.failure.RetryLater;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RetriesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final List<Instant> waits = new ArrayList<>();

    @Property
    void s3_waitsDouble_andAreLongerByChance_butNotByMoreThanHalf(@ForAll @DoubleRange(max = 0.99) double chance) {
        waits.clear();

        assertThatThrownBy(() -> retries(chance).call(busy(null))).isInstanceOf(RetryLater.class);

        assertThat(waits).hasSize(4);
        for (int i = 0; i < waits.size(); i++) {
            long seconds = 1L << i;
            assertThat(waits.get(i))
                    .isAfterOrEqualTo(NOW.plusSeconds(seconds))
                    .isBefore(NOW.plusMillis(1500 * seconds));
        }
    }

    @Test
    void s3_chanceMakesADifference() {
        assertThatThrownBy(() -> retries(0).call(busy(null))).isInstanceOf(RetryLater.class);
        assertThatThrownBy(() -> retries(0.9).call(busy(null))).isInstanceOf(RetryLater.class);

        assertThat(waits).doesNotHaveDuplicates();
    }

    @Test
    void s3_anInstantThatTheSystemNames_isKeptExactly() {
        Instant named = NOW.plusSeconds(7);

        assertThatThrownBy(() -> retries(0.9).call(busy(named))).isInstanceOf(RetryLater.class);

        assertThat(waits).containsOnly(named);
    }

    private Retries retries(double chance) {
        return new Retries(InstantSource.fixed(NOW), waits::add, () -> chance);
    }

    private static Supplier<String> busy(@Nullable Instant until) {
        return () -> {
            throw new RetryLater("okta", until, "busy");
        };
    }
}
