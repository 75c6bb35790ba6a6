package dev.tenure.benchmarks.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.benchmarks.Found;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnchangedTest {

    /** The figure itself fails where a worker is not unchanged or a write is sent. */
    @Test
    void anUnchangedImport_callsBothSidesOnceForAPage() throws Exception {
        Map<String, Double> found = Found.by(new Unchanged());

        assertThat(found.get("import.unchanged/pages-400")).isEqualTo(1.0);
    }
}
