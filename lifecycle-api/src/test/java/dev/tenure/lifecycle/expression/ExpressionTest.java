package dev.tenure.lifecycle.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "user.a=='x'                  | user.a == \"x\"",
                "NOT  user.a                  | !user.a",
                "( ( user.a ) )               | user.a",
                "a&&b or c                     | a AND b OR c",
                "a and (b or c)               | a AND (b OR c)",
                "substring(user.a,0,1)        | String.substring(user.a, 0, 1)",
                "'it''s \"x\"'                | \"it's \"\"x\"\"\"",
                "(a+b)+c-(d-e)                | (a + b) + c - (d - e)",
                "a?b:c?d:e                    | a ? b : c ? d : e",
                "(a?b:c)?:d                   | (a ? b : c) ?: d",
                "a ? b ? c : d : e            | a ? b ? c : d : e",
                "2.0 + 007                    | 2.0 + 7",
                "{ {1} , {} }[0][ 0 ]         | {{1}, {}}[0][0]",
                "user . getLinkedObject ('m') . a | user.getLinkedObject(\"m\").a",
                "String . len ('x')           | String.len(\"x\")",
                "String.len                   | String.len",
                "user.not                     | user.not",
                "- - 1                        | --1",
                "NULL != TRUE                 | null != true",
            })
    void print_isCanonical(String text, String printed) {
        assertThat(Expression.parse(text).print()).isEqualTo(printed);
        assertThat(Expression.parse(printed)).isEqualTo(Expression.parse(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "substringBefore(user.login \"@\") | 1 | 28 | expected ',' or ')' but found a text",
                "user.a = 'x'                 | 1 | 8  | assignment is not allowed; to compare, write '=='",
                "toUperCase('a')              | 1 | 1  | unknown function 'toUperCase'; did you mean 'toUpperCase'?",
                "len('a')                     | 1 | 1  | unknown function 'len'; did you mean 'String.len'?",
                "false ? String.len() : 1     | 1 | 9  | 'String.len' takes 1 argument, not 0",
                "String.stringSwitch('a','b','c') | 1 | 1 | 'String.stringSwitch' takes 2 arguments and pairs of key and value, not 3",
                "user.a.trim()                | 1 | 8  | values have no methods, so 'trim' cannot be called here",
                "user.                        | 1 | 6  | expected the name of an attribute but found the end",
                "1 < 2 == true                | 1 | 7  | comparisons do not chain; use brackets",
                "a * b                        | 1 | 3  | the language has no operator '*'",
                "#root                        | 1 | 1  | the language has no '#': names begin with a letter or '_'",
                "new java                     | 1 | 5  | expected an operator or the end but found 'java'",
                "1e5                          | 1 | 2  | expected a number to end here; numbers have neither an exponent nor a suffix",
                "'abc                         | 1 | 1  | expected a closing ' for the text that begins",
                "a & b                        | 1 | 3  | expected '&&'",
                "user.a ? : 'b'               | 1 | 10 | expected a value, a name or a function but found ':'",
                "99999999999999999999         | 1 | 1  | an integer has at most 64 bits",
                "a matches '[b'               | 1 | 11 | bad regular expression: Unclosed character class near its character 2",
                "isMemberOfGroupNameRegex('(') | 1 | 26 | bad regular expression: Unclosed group near its character 1",
                "and                          | 1 | 1  | expected a value, a name or a function but found 'and'",
                "true ? 1                     | 1 | 9  | expected ':' but found the end",
            })
    void badText_isRefusedWithPlaceAndReason(String text, int line, int column, String problem) {
        ExpressionException refused = refused(text);

        assertThat(refused.problem()).isEqualTo(problem);
        assertThat(refused.line()).isEqualTo(line);
        assertThat(refused.column()).isEqualTo(column);
    }

    @Test
    void message_hasLineColumnAndCaret() {
        assertThat(refused("user.a +\r\n  user.b +\n")).hasMessage("""
                expected a value, a name or a function but found the end at line 3, column 1
                 \s
                  ^""");
        assertThat(refused("user.a\n  user.b")).hasMessage("""
                expected an operator or the end but found 'user' at line 2, column 3
                    user.b
                    ^""");
    }

    @Test
    void excerpt_ofALongLineIsCut() {
        assertThat(refused("'" + "x".repeat(5_000) + "' 1").excerpt().length()).isLessThan(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "{", "!", "-", "String.len(", "a[", "NOT "})
    void nesting_isBoundedAt64(String opening) {
        String closing = switch (opening) {
            case "(", "String.len(" -> ")";
            case "{" -> "}";
            case "a[" -> "]";
            default -> "";
        };
        Expression.parse(opening.repeat(64) + "1" + closing.repeat(64));
        assertThat(refused(opening.repeat(65) + "1" + closing.repeat(65)).problem())
                .isEqualTo("brackets, calls and unary signs nest at most 64 deep");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1+", "1-", "a.", "a?1:", "true?", "a?:", "a OR ", "a&&", "x[0]."})
    void chains_areLoops(String link) {
        String text = link.repeat(18_000 / link.length()) + "a";
        if (link.equals("true?")) {
            text = link.repeat(2_500) + "1" + ":2".repeat(2_500);
        } else if (link.equals("x[0].")) {
            text = "x" + "[0]".repeat(6_000);
        }
        Expression parsed = Expression.parse(text);
        assertThat(Expression.parse(
                        parsed.print().replace(" ", "").replace("OR", " OR ").replace("AND", "&&")))
                .isEqualTo(parsed);
    }

    @Test
    void length_isBounded() {
        Expression.parse("1" + " ".repeat(19_999));
        assertThat(refused("1" + " ".repeat(20_000)).problem())
                .isEqualTo("an expression has at most 20000 characters, this one has 20001");
    }

    @Test
    void hostilePattern_isRefusedAtOnce() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            refused("a matches '" + "(".repeat(9_000) + ")".repeat(9_000) + "'");
            refused("a matches '(){1000000000}'");
            refused("a matches '((((){1000}){1000}){1000}){1000}'");
            refused("a matches '[\\Q][[\\E](){1000000000}'");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\\d{3}-\\d{4}", "[0-9a-f]{64}", "\\p{Lu}{2,5}", "(?x) a {2} # b", "(a{10}b){10}", "[a&&[^b]]{3}"
            })
    void ordinaryPattern_isTaken(String regex) {
        Expression.parse("a matches '" + regex + "'");
        assertThat(TextPattern.compile(regex).unrolledLength()).isBetween(1, 10_000);
    }

    @Test
    void references_areInTheOrderOfTheText() {
        assertThat(Expression.parse("b ? source.x : String.len(user.y.z) + findWorkdayUser().q + a[user.i]")
                        .references())
                .extracting(Reference::toString)
                .containsExactly("b", "source.x", "user.y", "a", "user.i");
    }

    @Test
    void nearestName_isTheFirstOfTheNearest() {
        assertThat(NearestName.of("fristName", List.of("lastName", "firstName")))
                .contains("firstName");
        assertThat(NearestName.of("xyz", List.of("lastName", "firstName"))).isEmpty();
        assertThat(NearestName.of("EMAIL", List.of("email"))).contains("email");
    }

    private static ExpressionException refused(String text) {
        assertThatExceptionOfType(ExpressionException.class).isThrownBy(() -> Expression.parse(text));
        return catchThrowableOfType(ExpressionException.class, () -> Expression.parse(text));
    }
}
