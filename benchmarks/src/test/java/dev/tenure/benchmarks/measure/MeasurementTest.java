package dev.tenure.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MeasurementTest {

    @Test
    void whatIsWritten_isReadAgain() {
        Measurement met = new Measurement("a/b", "calls", new Ratio(1, 2, 0.5, 0.4, 0.6), Goal.atMost(0.5));
        Measurement watched = new Measurement("a/c", "calls", Ratio.of(3, 2), Goal.watched(Goal.Better.HIGHER));

        assertThat(Measurement.parse(met.toText())).isEqualTo(met);
        assertThat(Measurement.parse(watched.toText())).isEqualTo(watched);
    }

    @Test
    void aLine_saysWhetherTheGoalIsMet() {
        Ratio half = Ratio.of(1, 2);

        assertThat(new Measurement("a/b", "x", half, Goal.atMost(0.5)).line()).contains("0.500  met, at most 0.5");
        assertThat(new Measurement("a/b", "x", half, Goal.atLeast(0.8)).line()).contains("MISSED, at least 0.8");
        assertThat(new Measurement("a/b", "x", half, Goal.watched(Goal.Better.LOWER)).line())
                .doesNotContain("met")
                .doesNotContain("MISSED");
    }
}
