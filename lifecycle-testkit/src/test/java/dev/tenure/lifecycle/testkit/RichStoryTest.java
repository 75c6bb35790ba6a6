package dev.tenure.lifecycle.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.engine.InMemoryStore;
import org.junit.jupiter.api.Test;

final class RichStoryTest {

    @Test
    void s4_killedAnywhere_endsInTheSameState() {
        assertThat(CrashPoints.check(() -> new RichStory(new InMemoryStore()))).isGreaterThan(700);
    }
}
