package dev.tenure.lifecycle.internal.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TextFilterTest {

    @Property
    void whatWasAdded_isNeverDenied(@ForAll List<String> texts) {
        TextFilter filter = new TextFilter();
        texts.forEach(filter::add);
        assertThat(texts).allMatch(filter::mayContain);
    }

    @Test
    void ofWhatWasNotAdded_fewAreTakenForThere_howeverManyThereAre() {
        TextFilter filter = new TextFilter();
        assertThat(filter.mayContain("anything")).isFalse();
        IntStream.range(0, 300_000).forEach(number -> filter.add("login=w" + number + "@acme.test\n"));
        assertThat(IntStream.range(0, 300_000))
                .allMatch(number -> filter.mayContain("login=w" + number + "@acme.test\n"));
        assertThat(IntStream.range(0, 10_000)
                        .filter(number -> filter.mayContain("login=x" + number + "@acme.test\n"))
                        .count())
                .as("of ten thousand others")
                .isLessThan(200);
    }
}
