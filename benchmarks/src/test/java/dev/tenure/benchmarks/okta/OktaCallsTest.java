package dev.tenure.benchmarks.okta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.benchmarks.Found;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OktaCallsTest {

    /** That everybody is there and has the new department in the end, the figure itself checks for each side. */
    @Test
    void aWorker_costsNoCall_orOneAndItsPartOfAFewLookUps() throws Exception {
        Map<String, Double> found = Found.by(new OktaCalls());

        assertThat(found.get("calls/new-sdk")).isBetween(1.0, 1.1);
        assertThat(found.get("calls/unchanged-sdk")).isZero();
        assertThat(found.get("calls/unchanged-connid")).isZero();
        assertThat(found.get("calls/changed-sdk")).isBetween(1.0, 1.1);
        assertThat(found.get("calls/changed-connid")).isBetween(0.5, 0.55);
    }
}
