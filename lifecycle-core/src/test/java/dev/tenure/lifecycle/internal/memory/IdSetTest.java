package dev.tenure.lifecycle.internal.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class IdSetTest {

    @Property
    void whateverIsAdded_isThere_andNothingElse(@ForAll List<String> some, @ForAll List<String> others) {
        IdSet ids = new IdSet();
        Set<String> expected = new HashSet<>();
        some.forEach(id -> assertThat(ids.add(id)).isEqualTo(expected.add(id)));
        some.forEach(id -> assertThat(ids.contains(id)).isTrue());
        others.forEach(id -> assertThat(ids.contains(id)).isEqualTo(expected.contains(id)));
    }

    @Test
    void hundredsOfThousands_areToldApart_andCopied() {
        IdSet ids = new IdSet();
        for (int number = 0; number < 300_000; number++) {
            assertThat(ids.add("w" + number)).isTrue();
        }
        IdSet copy = new IdSet();
        copy.add("a");
        copy.addAll(ids);
        for (int number = 0; number < 300_000; number++) {
            assertThat(copy.contains("w" + number)).isTrue();
            assertThat(copy.contains("a" + number)).isFalse();
        }
        assertThat(copy.contains("a")).isTrue();
    }
}
