package dev.tenure.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SeenIdsTest {

    @Property
    void anIdIsNew_ifItWasNotAdded(@ForAll List<String> ids) {
        SeenIds seen = new SeenIds();
        Set<String> added = new HashSet<>();
        for (String id : ids) {
            assertThat(seen.add(id)).isEqualTo(added.add(id));
        }
    }

    @Test
    void manyIds_areAllKept() {
        SeenIds seen = new SeenIds();
        for (int i = 0; i < 100_000; i++) {
            assertThat(seen.add("0" + i)).isTrue();
        }
        for (int i = 0; i < 100_000; i++) {
            assertThat(seen.add("0" + i)).isFalse();
        }
    }
}
