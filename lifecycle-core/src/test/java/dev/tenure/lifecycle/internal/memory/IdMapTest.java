package dev.tenure.lifecycle.internal.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class IdMapTest {

    @Property
    void anId_belongsToWhoWasNotedFirst(
            @ForAll @Size(max = 100) List<@IntRange(max = 30) Integer> ids,
            @ForAll @Size(value = 100) List<@IntRange(max = 3) Integer> owners) {
        IdMap map = new IdMap();
        Map<Integer, Integer> expected = new HashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            expected.putIfAbsent(ids.get(i), owners.get(i));
            map.putIfAbsent("id" + ids.get(i), "owner" + owners.get(i));
        }
        for (int id = 0; id <= 30; id++) {
            Integer owner = expected.get(id);
            for (int other = 0; other <= 3; other++) {
                assertThat(map.belongsToAnother("id" + id, "owner" + other)).isEqualTo(owner != null && owner != other);
            }
        }
    }

    @Test
    void manyIds_keepTheirOwners() {
        IdMap map = new IdMap();
        for (int number = 0; number < 100_000; number++) {
            map.putIfAbsent("id" + number, "owner" + number);
        }
        for (int number = 0; number < 100_000; number++) {
            assertThat(map.belongsToAnother("id" + number, "owner" + number)).isFalse();
            assertThat(map.belongsToAnother("id" + number, "owner")).isTrue();
        }
    }
}
