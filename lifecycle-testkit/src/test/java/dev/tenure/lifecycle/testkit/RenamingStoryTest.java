package dev.tenure.lifecycle.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.engine.InMemoryStore;
import dev.tenure.lifecycle.plan.ImportKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RenamingStoryTest {

    @ParameterizedTest
    @EnumSource(names = {"FULL", "INCREMENTAL", "REAL_TIME"})
    void s4_killedAnywhereAndRenamedMeanwhile_nobodyHasTwoAccounts(ImportKind kind) {
        assertThat(CrashPoints.check(() -> new RenamingStory(new InMemoryStore(), kind)))
                .isGreaterThan(100);
    }
}
