package dev.tenure.lifecycle.internal.map;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class SearchTest {

    @Property
    void find_isAsThePlatformFinds(
            @ForAll("texts") String text, @ForAll("parts") String part, @ForAll @IntRange(max = 20) int from) {
        int start = Math.min(from, text.length());
        assertThat(Search.find(text, part, start, new Steps())).isEqualTo(text.indexOf(part, start));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars('a', 'b').ofMaxLength(400);
    }

    @Provide
    Arbitrary<String> parts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withChars('a', 'b').ofMaxLength(24),
                Arbitraries.strings().withChars('a').ofMinLength(15).ofMaxLength(30));
    }
}
