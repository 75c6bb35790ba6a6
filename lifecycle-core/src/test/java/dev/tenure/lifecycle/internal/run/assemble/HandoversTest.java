package dev.tenure.lifecycle.internal.run.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Who waits for whom, where workers pass on what only one may have (rule E10). */
class HandoversTest {

    private final Handovers<String, String> handovers = new Handovers<>();

    @Test
    void whoWaitsForNobodyHere_isFree() {
        handovers.put("ada", Set.of("ada@"), Set.of("lin@"));
        handovers.put("lin", Set.of("lin@"), Set.of("new@"));
        assertThat(handovers.isFree("lin")).isTrue();
        assertThat(handovers.isFree("ada")).isFalse();
        assertThat(handovers.waitingFor(Set.of("lin@", "new@"))).containsExactlyInAnyOrder("ada", "lin");

        handovers.remove("lin");
        assertThat(handovers.waits("lin")).isFalse();
        assertThat(handovers.isFree("ada")).isTrue();
        assertThat(handovers.waitingFor(Set.of("lin@"))).containsExactly("ada");
    }

    @Test
    void whoWaitsForItself_throughOthers_isInACircle_andWhoWaitsForThoseIsNot() {
        handovers.put("ada", Set.of("ada@"), Set.of("lin@"));
        handovers.put("lin", Set.of("lin@"), Set.of("sam@"));
        handovers.put("sam", Set.of("sam@"), Set.of("ada@"));
        handovers.put("kim", Set.of("kim@"), Set.of("sam@"));
        assertThat(List.of("ada", "lin", "sam")).allMatch(handovers::isInCircle);
        assertThat(handovers.isInCircle("kim")).isFalse();
        assertThat(handovers.isInCircle("nobody")).isFalse();
    }

    @Test
    void whoChangesNothingButTheCase_isInNobodysWay() {
        handovers.put("ada", Set.of("ada@"), Set.of("ada@"));
        assertThat(handovers.isFree("ada")).isTrue();
        assertThat(handovers.isInCircle("ada")).isFalse();
    }

    @Test
    void whoIsPutAgain_waitsForTheNewValuesAlone() {
        handovers.put("ada", Set.of("ada@"), Set.of("lin@"));
        handovers.put("ada", Set.of("ada@"), Set.of("sam@"));
        assertThat(handovers.waitingFor(Set.of("lin@"))).isEmpty();
        assertThat(handovers.waitingFor(Set.of("sam@"))).containsExactly("ada");
    }

    @Test
    void manyCircles_costEachTheSame() {
        assertThat(lookingsUp(4000)).isLessThan(3 * lookingsUp(2000));
    }

    /** How often names are compared or hashed until a number of swaps of two are untied. */
    private static long lookingsUp(int circles) {
        AtomicLong count = new AtomicLong();
        Handovers<Name, Name> swaps = new Handovers<>();
        List<Name> waiting = new ArrayList<>();
        for (int i = 0; i < circles; i++) {
            Name one = new Name("a" + i, count);
            Name other = new Name("b" + i, count);
            swaps.put(one, Set.of(one), Set.of(other));
            swaps.put(other, Set.of(other), Set.of(one));
            waiting.add(one);
            waiting.add(other);
        }
        for (Name name : waiting) {
            if (swaps.isInCircle(name)) {
                swaps.remove(name);
                Set<Name> next = swaps.waitingFor(Set.of(name));
                assertThat(next).hasSize(1).allMatch(swaps::isFree);
                next.forEach(swaps::remove);
            }
        }
        assertThat(waiting).noneMatch(swaps::waits);
        return count.get();
    }

    /** A name that counts how often it is looked at. */
    private static final class Name {

        private final String text;
        private final AtomicLong looks;

        Name(String text, AtomicLong looks) {
            this.text = text;
            this.looks = looks;
        }

        @Override
        public boolean equals(Object other) {
            looks.incrementAndGet();
            return other instanceof Name name && name.text.equals(text);
        }

        @Override
        public int hashCode() {
            looks.incrementAndGet();
            return text.hashCode();
        }
    }
}
