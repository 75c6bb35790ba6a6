package dev.tenure.lifecycle.internal.map;

import static dev.tenure.lifecycle.internal.map.Evaluate.fault;
import static dev.tenure.lifecycle.internal.map.Evaluate.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.expression.ExpressionException;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.ThrowingSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever an expression does, it ends at once, in a value or in a fault. */
class HostileExpressionTest {

    private static final String MILLION = "a".repeat(1_000_000);

    private static final MappingInput INPUT = MappingInput.builder()
            .user(Attributes.builder()
                    .put("big", AttributeValue.of(MILLION))
                    .put("half", AttributeValue.of(MILLION.substring(500_001) + "b"))
                    .put("nest", AttributeValue.of("(".repeat(9_000) + ")".repeat(9_000)))
                    .put("commas", AttributeValue.of(",".repeat(10_000)))
                    .put("many", AttributeValue.of(Collections.nCopies(10_000, AttributeValue.of(1))))
                    .build())
            .build();

    @ParameterizedTest
    @ValueSource(strings = {"(a+)+b", "(a*)*b", "(?:[a-z]+)*1", "(?<x>.*){2,}x", "(\\w+?)+!"})
    void groupThatOnlyRepeats_isNotRepeated(String pattern) {
        String text = "'" + "a".repeat(40) + "' matches ";
        assertThat(atOnce(() -> fault(text + "'" + pattern + "'"))).contains("repeats a group that is a repetition");
        assertThat(atOnce(() -> fault(text + "'' + '" + pattern + "'")))
                .contains("repeats a group that is a repetition");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a+b)+", "(a+)?", "(a+){2}", "(a+)++", "[(]a+[)]*", "(a|b)+"})
    void otherGroups_areRepeated(String pattern) {
        assertThat(atOnce(() -> value("'' matches '(?:" + pattern + ")?'"))).isEqualTo(AttributeValue.of(true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a|a)*b",
                "(a|aa)+$b",
                "((a+)|b)*x",
                "(x+x+)+y",
                "((a|b)*)*(){1000}c",
                "(a|b|ab)*c",
                "(?:a?){60}a{60}b",
                "(.*a){25}b",
                "^(([a-z])+.)+[A-Z]$",
                "(.*)(.*)(.*)(.*)(.*)(.*)(.*)b",
                "(a?){50}\\1b"
            })
    void patternThatBacktracks_endsAtOnce(String pattern) {
        for (int length = 10; length <= 1_000; length *= 10) {
            String text = "'" + "a".repeat(length) + "' matches ";
            assertThat(atOnce(() -> outcome(text + "'" + pattern + "'"))).isIn("false", "fault");
        }
    }

    private static String outcome(String expression) {
        try {
            return value(expression).asText();
        } catch (ExpressionException fault) {
            return "fault";
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a|b)*", "(?:a|b)*c", "(a|b)*?c", "(?:(a)|b)+"})
    void patternThatNeedsADeepStack_isAFault(String pattern) {
        assertThat(atOnce(() -> fault("user.big matches '" + pattern + "'", INPUT)))
                .isNotBlank();
    }

    @Test
    void patternFromAnAttribute_isBoundedToo() {
        assertThat(atOnce(() -> fault("'a' matches user.nest", INPUT))).contains("regular expression");
        assertThat(atOnce(() -> fault("'a' matches user.big", INPUT))).contains("at most 20000 characters");
        assertThat(atOnce(() -> fault("isMemberOfGroupNameRegex('' + '((a{1000}){1000}){1000}')", INPUT)))
                .contains("repeats too much");
    }

    @Test
    void wholeMillionCharacters_matchAPlainPattern() {
        assertThat(value("user.big matches 'a*'", INPUT)).isEqualTo(AttributeValue.of(true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user.big + 'a'",
                "String.append(user.big, 'a')",
                "String.join(user.big, 'a', 'b')",
                "String.join('', user.big, 'b')",
                "String.replace(user.big, 'a', 'bb')",
                "String.replaceFirst(user.big, 'a', 'bb')",
                "String.toUpperCase(String.replace(user.half, 'a', '\u0149') + user.half)",
                "String.toLowerCase(String.replace(user.half, 'a', '\u0130') + user.half)",
                "Arrays.toCsvString({user.big, 'b'})"
            })
    void textOverAMillionCharacters_isAFault(String expression) {
        assertThat(atOnce(() -> fault(expression, INPUT))).endsWith("the text would be longer than 1000000 characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Arrays.add(user.many, 1)",
                "Arrays.flatten(user.many, 1)",
                "Arrays.flatten({user.many, user.many})",
                "Arrays.size(user.commas)"
            })
    void arrayOverTenThousandElements_isAFault(String expression) {
        assertThat(atOnce(() -> fault(expression, INPUT))).endsWith("the array would have more than 10000 elements");
    }

    @Test
    void theBoundsThemselves_areAllowed() {
        assertThat(value("String.len(user.big + '')", INPUT)).isEqualTo(AttributeValue.of(1_000_000));
        assertThat(value("Arrays.size(user.many)", INPUT)).isEqualTo(AttributeValue.of(10_000));
    }

    @Test
    void searchInTextThatRepeatsItself_isLinear() {
        assertThat(atOnce(() -> value("String.stringContains(user.big, user.half)", INPUT)))
                .isEqualTo(AttributeValue.of(false));
        assertThat(atOnce(() -> value("String.len(String.substringAfter(user.big + '', user.half))", INPUT)))
                .isEqualTo(AttributeValue.of(0));
    }

    @Test
    void letterCaseThatGrows_isLinear() {
        assertThat(atOnce(
                        () -> value("String.len(String.toUpperCase(String.replace(user.half, 'a', '\u0149')))", INPUT)))
                .isEqualTo(AttributeValue.of(999_999));
        assertThat(atOnce(
                        () -> value("String.len(String.toLowerCase(String.replace(user.half, 'a', '\u0130')))", INPUT)))
                .isEqualTo(AttributeValue.of(999_999));
    }

    @Test
    void muchWorkOnLongText_isAFault() {
        String work = "String.len(String.replace(user.big, 'a', 'b')) + ".repeat(350) + "0";
        assertThat(atOnce(() -> fault(work, INPUT))).endsWith("a regular expression may repeat what repeats itself");
    }

    @Test
    void longChains_areEvaluated() {
        assertThat(atOnce(() -> value("1+".repeat(9_999) + "1"))).isEqualTo(AttributeValue.of(10_000));
        assertThat(atOnce(() -> value("'a'+".repeat(4_000) + "'b'")).asText()).hasSize(4_001);
        assertThat(atOnce(() -> value("false?1:".repeat(2_000) + "2"))).isEqualTo(AttributeValue.of(2));
        assertThat(atOnce(() -> value("true?".repeat(2_500) + "1" + ":2".repeat(2_500))))
                .isEqualTo(AttributeValue.of(1));
        assertThat(atOnce(() -> value("null?:".repeat(3_000) + "1"))).isEqualTo(AttributeValue.of(1));
        assertThat(atOnce(() -> value("false OR ".repeat(2_000) + "true"))).isEqualTo(AttributeValue.of(true));
        assertThat(atOnce(() -> value("true AND ".repeat(2_000) + "false"))).isEqualTo(AttributeValue.of(false));
    }

    /** Most take milliseconds, and without a bound hours; the rest of the time is for a machine with other work. */
    private static <T> T atOnce(ThrowingSupplier<T> work) {
        return Assertions.assertTimeoutPreemptively(Duration.ofSeconds(15), work);
    }
}
