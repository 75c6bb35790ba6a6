package dev.tenure.benchmarks.okta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.benchmarks.Found;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OktaLoadTest {

    @Test
    void aFirstLoad_usesWhatItMayOfTheBudget_andNothingIsRefused() throws Exception {
        Map<String, Double> found = Found.by(new OktaLoad());

        assertThat(found.get("okta.load/refused")).isZero();
        assertThat(found.get("okta.load/budget")).isBetween(0.9, 1.0);
    }
}
