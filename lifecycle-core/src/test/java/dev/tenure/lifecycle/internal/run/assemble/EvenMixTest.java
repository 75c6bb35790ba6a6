package dev.tenure.lifecycle.internal.run.assemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EvenMixTest {

    private static String kind(String item) {
        return item.substring(0, 1);
    }

    @Test
    void s8_whatComesInBlocks_isMixed() {
        assertThat(EvenMix.of(List.of("c1", "c2", "c3", "c4", "u1", "u2"), EvenMixTest::kind))
                .containsExactly("c1", "u1", "c2", "c3", "u2", "c4");
    }

    @Test
    void whatIsOfOneKind_staysAsItIs() {
        List<String> items = List.of("c2", "c1");
        assertThat(EvenMix.of(items, EvenMixTest::kind)).isSameAs(items);
        assertThat(EvenMix.of(List.<String>of(), EvenMixTest::kind)).isEmpty();
    }

    @Property
    void s8_whateverComes_isThereInTheOrderOfItsKind_andEveryBeginningIsMixedAsTheWhole(
            @ForAll @Size(min = 1, max = 300) List<@IntRange(min = 0, max = 3) Integer> kinds) {
        List<String> items = new ArrayList<>();
        kinds.forEach(kind -> items.add(kind + " " + items.size()));

        List<String> mixed = EvenMix.of(items, EvenMixTest::kind);

        assertThat(mixed).containsExactlyInAnyOrderElementsOf(items);
        for (int one = 0; one <= 3; one++) {
            String own = Integer.toString(one);
            List<String> all =
                    items.stream().filter(item -> kind(item).equals(own)).toList();
            assertThat(mixed).filteredOn(item -> kind(item).equals(own)).isEqualTo(all);
            double part = (double) all.size() / items.size();
            long found = 0;
            for (int length = 1; length <= mixed.size(); length++) {
                found += kind(mixed.get(length - 1)).equals(own) ? 1 : 0;
                assertThat((double) found).isCloseTo(length * part, within(2.5));
            }
        }
    }
}
