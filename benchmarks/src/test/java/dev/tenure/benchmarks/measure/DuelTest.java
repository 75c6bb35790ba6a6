package dev.tenure.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DuelTest {

    @Test
    void sides_takeTurns_andNobodyIsAlwaysFirst() throws Exception {
        List<String> turns = new ArrayList<>();

        new Duel(new Effort(1, 2, Duration.ZERO, true))
                .side("a", () -> note(turns, "a"))
                .side("b", () -> note(turns, "b"))
                .run();

        assertThat(turns).containsExactly("a", "b", "b", "a", "a", "b");
    }

    @Test
    void aSideThatAllocatesMore_isSeen() throws Exception {
        Contest contest = new Duel(Effort.least())
                .side("large", () -> fill(10_000))
                .side("small", () -> fill(100))
                .run();

        assertThat(contest.allocation("large", "small").ratio()).isGreaterThan(10);
        assertThatThrownBy(() -> contest.speed("large", "tiny")).hasMessageContaining("tiny");
    }

    private static long note(List<String> turns, String name) {
        turns.add(name);
        return 1;
    }

    private static long fill(int size) {
        long sum = 0;
        for (int i = 0; i < 1_000; i++) {
            sum += new byte[size].length;
        }
        return sum == 0 ? 0 : 1_000;
    }
}
