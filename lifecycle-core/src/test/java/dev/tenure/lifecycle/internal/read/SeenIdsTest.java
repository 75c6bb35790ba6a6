package dev.tenure.lifecycle.internal.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.internal.read.SeenIds.Before;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SeenIdsTest {

    private final SeenIds seen = new SeenIds();

    @Test
    void anId_isKnownToTheQueryThatReturnedItLast() {
        assertThat(seen.contains("21008")).isFalse();
        assertThat(seen.note("21008", 0)).isEqualTo(Before.NEVER);
        assertThat(seen.note("21008", 0)).isEqualTo(Before.BY_THIS_QUERY);
        assertThat(seen.note("21008", 1)).isEqualTo(Before.BY_ANOTHER_QUERY);
        assertThat(seen.note("21008", 1)).isEqualTo(Before.BY_THIS_QUERY);
        assertThat(seen.contains("21008")).isTrue();
        assertThat(seen.contains("21009")).isFalse();
    }

    @Test
    void anIdOfTheFirstQuery_isKnownToTheThird() {
        seen.note("21008", 0);
        seen.note("21009", 1);
        assertThat(seen.note("21008", 2)).isEqualTo(Before.BY_ANOTHER_QUERY);
        assertThat(seen.note("21010", 2)).isEqualTo(Before.NEVER);
    }

    @Test
    void manyIds_areToldApart() {
        for (int number = 0; number < 200_000; number++) {
            assertThat(seen.note(Integer.toString(number), 0)).isEqualTo(Before.NEVER);
        }
        for (int number = 0; number < 200_000; number++) {
            assertThat(seen.contains(Integer.toString(number))).isTrue();
            assertThat(seen.contains("c" + number)).isFalse();
        }
    }

    @Property
    void whateverComes_isRememberedAsAMapWould(
            @ForAll @Size(max = 200) List<@IntRange(max = 40) Integer> ids,
            @ForAll @Size(value = 200) List<@IntRange(max = 3) Integer> numbers) {
        List<Integer> queries = numbers.stream().sorted().toList();
        Map<Integer, Integer> map = new HashMap<>();
        SeenIds other = new SeenIds();
        for (int i = 0; i < ids.size(); i++) {
            Integer before = map.put(ids.get(i), queries.get(i));
            Before expected = before == null
                    ? Before.NEVER
                    : before.equals(queries.get(i)) ? Before.BY_THIS_QUERY : Before.BY_ANOTHER_QUERY;
            assertThat(other.note("w" + ids.get(i), queries.get(i))).isEqualTo(expected);
        }
    }
}
