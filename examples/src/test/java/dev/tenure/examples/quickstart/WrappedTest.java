package dev.tenure.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrappedTest {

    @Test
    void breaksBetweenWordsAndIndentsWhatFollows() {
        assertThat(Wrapped.lines("one two three four", 9, "  ")).containsExactly("one two", "  three", "  four");
    }

    @Test
    void leavesAWordThatIsTooLongWhole() {
        assertThat(Wrapped.lines("incomprehensibilities", 9, "  ")).containsExactly("incomprehensibilities");
    }
}
