package dev.tenure.lifecycle.internal.run.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who goes without a key that is refused (rule E10). */
class GoingWithoutTest {

    private final GoingWithout<String> without = new GoingWithout<>();

    @Test
    void goesWithoutWhatIsRefused_untilTheEnd_andOnce() {
        without.note("ada", Optional.of("login"));
        assertThat(without.of("ada")).isEmpty();

        assertThat(without.start("ada")).isTrue();
        assertThat(without.of("ada")).containsExactly("login");

        without.end();
        without.note("ada", Optional.of("email"));
        assertThat(without.start("ada")).isFalse();
        assertThat(without.of("ada")).isEmpty();
    }

    @Test
    void doesNotGoWithoutWhatIsNotRefusedAnyMore() {
        without.note("ada", Optional.of("login"));
        without.note("ada", Optional.empty());
        assertThat(without.start("ada")).isFalse();
        assertThat(without.start("bea")).isFalse();
    }
}
