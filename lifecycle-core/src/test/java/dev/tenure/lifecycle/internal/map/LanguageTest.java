package dev.tenure.lifecycle.internal.map;

import static dev.tenure.lifecycle.internal.map.Evaluate.fault;
import static dev.tenure.lifecycle.internal.map.Evaluate.text;
import static dev.tenure.lifecycle.internal.map.Evaluate.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.expression.Expression;
import dev.tenure.lifecycle.expression.ExpressionException;
import dev.tenure.lifecycle.mapping.AbsentText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Points of the language that the vectors leave out. */
class LanguageTest {

    private static final MappingInput INPUT = MappingInput.builder()
            .user(Attributes.builder()
                    .put("n", AttributeValue.NULL)
                    .put("date", AttributeValue.of(LocalDate.of(2026, 3, 2)))
                    .put("huge", AttributeValue.of(new BigDecimal("1e1000000000")))
                    .put("tags", AttributeValue.of(List.of(AttributeValue.of("a"), AttributeValue.NULL)))
                    .build())
            .build();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "user.n + 1                                      | 1",
                "1 + user.n + 2                                  | 12",
                "user.n + user.n                                 | ~~",
                "'a' + true                                      | atrue",
                "0.1 + 0.2 == 0.3                                | true",
                "1.50 + ''                                       | 1.5",
                "3 - 1.5                                         | 1.5",
                "-2 + 1                                          | -1",
                "1.0 == 1                                        | true",
                "{1, {2}} == {1.0, {2}}                          | true",
                "{1, 2} == {2, 1}                                | false",
                "user == user                                    | true",
                "{user, 1}[1]                                    | 1",
                "user != null                                    | true",
                "user.date == '2026-03-02'                       | true",
                "String.substring(user.date, 0, 4)               | 2026",
                "user.n matches ''                               | true",
                "123 matches '[0-9]+'                            | true",
                "user.n ?: '' ?: 'x'                             | x",
                "false ?: 'x'                                    | false",
                "{1, 2, 3}[1.0]                                  | 2",
                "user.huge > 1                                   | true",
                "String.len(7.0)                                 | 1",
                "String.join('-')                                | ~~",
                "String.replace('aaa', '', 'x')                  | aaa",
                "String.replaceFirst('aaa', '', 'x')             | aaa",
                "String.replace('aaa', 'aa', 'b')                | ba",
                "String.substring('abc', 3, 9)                   | ~~",
                "String.substringBefore('abc', '')               | ~~",
                "String.substringAfter('abc', '')                | abc",
                "String.removeSpaces(' a\tb ')                   | a\tb",
                "String.stringSwitch('abc', 'd', '', 'e')        | e",
                "String.stringSwitch('abc', 1)                   | 1",
                "Arrays.toCsvString(Arrays.add('a,b', 3))        | a,b,3",
                "Arrays.toCsvString(user.tags)                   | a,",
                "Arrays.size(',')                                | 2",
                "Arrays.size('')                                 | 0",
                "Arrays.size(Arrays.flatten(user.n, {null, {1, {'a,b'}}}, 'x,y', ''))  | 5",
                "Arrays.size(Arrays.remove({1, 1.0, '1'}, 1))    | 1",
                "Arrays.contains(user.n, user.n)                 | false",
                "Convert.toInt(-0.5)                             | -1",
                "Convert.toInt(0.49)                             | 0",
                "Convert.toInt('+7')                             | 7",
                "Convert.toInt('-9223372036854775808')           | -9223372036854775808",
                "Convert.toNum('-1.50')                          | -1.5",
                "Iso3166Convert.toAlpha2('usa')                  | US",
                "Iso3166Convert.toAlpha2(36)                     | AU",
                "Iso3166Convert.toName('gb')                     | United Kingdom",
                "Iso3166Convert.toNumeric(user.n)                | ~~",
                "String.toUpperCase('stra\u00dfe')               | STRASSE",
            })
    void value_isAsTheLanguageSays(String expression, String expected) {
        assertThat(value(expression, INPUT).asText()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "user                                       | the result is or contains a profile; name one of its attributes",
                "{user}                                     | the result is or contains a profile; name one of its attributes",
                "'a' + user                                 | an operand of '+' must be text, not a profile",
                "'a' + {1}                                  | an operand of '+' must be text, not an array",
                "true + 1                                   | '+' adds numbers or joins text, not a Boolean",
                "true + true                                | '+' adds numbers or joins text, not a Boolean",
                "'a' + 1 - 2                                | '-' takes numbers, not text",
                "user.n - 1                                 | '-' takes numbers, not null",
                "-user.n                                    | expected a number, not null",
                "'a' < 'b'                                  | '<' orders numbers, not text",
                "1 >= user.n                                | '>=' orders numbers, not null",
                "user.n.m                                   | '.m' needs a profile, not null",
                "(user.n ?: 1).m                            | '.m' needs a profile, not a number",
                "user[0]                                    | '[ ]' needs an array, not a profile",
                "{1}['0']                                   | an index must be an integer, not text",
                "{1}[-1]                                    | the index is outside of the array",
                "{1}[0.5]                                   | an index must be an integer, not a number",
                "9223372036854775807 + 1                    | the integer has more than 64 bits",
                "-9223372036854775807 - 2                   | the integer has more than 64 bits",
                "user.huge + 1                              | the number has more than 1000 digits",
                "'' + user.huge                             | the number has more than 1000 digits",
                "Convert.toInt(user.huge)                   | 'Convert.toInt': the integer has more than 64 bits",
                "String.substring('abc', -1, 2)             | 'String.substring': the start is negative",
                "String.substring('abc', 2, 1)              | 'String.substring': the start is beyond the end",
                "String.substring('abc', 4, 9)              | 'String.substring': the start is beyond the end",
                "String.substring('abc', '0', 1)            | 'String.substring': argument 2 must be an integer, not text",
                "Arrays.size(1)                             | 'Arrays.size': argument 1 must be an array, not a number",
                "Convert.toNum('1e5')                       | 'Convert.toNum': the text is not a number",
                "Convert.toNum('1.')                        | 'Convert.toNum': the text is not a number",
                "Convert.toInt('\u0661')                    | 'Convert.toInt': the text is not an integer",
                "Convert.toInt(true)                        | 'Convert.toInt': argument 1 must be text or a number, not a Boolean",
                "Iso3166Convert.toName('XX')                | 'Iso3166Convert.toName': the code is not one of a country in ISO 3166-1",
                "Iso3166Convert.toAlpha2('36')              | 'Iso3166Convert.toAlpha2': the code is not one of a country in ISO 3166-1",
                "Iso3166Convert.toAlpha2('\u00df')          | 'Iso3166Convert.toAlpha2': the code is not one of a country in ISO 3166-1",
                "'a' matches 'a' + '['                      | bad regular expression: Unclosed character class near its character 2",
                "user.getInternalProperty('name')           | 'user.getInternalProperty': the property must be \"id\" or \"status\"",
                "Time.now()                                 | 'Time.now': no time was given to be now",
                "usr.n                                      | nothing has the name 'usr' here; did you mean 'user'?",
            })
    void fault_saysWhatIsWrong(String expression, String problem) {
        assertThat(fault(expression, INPUT)).isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource({"0, no", "1, yes", "2, no"})
    void workdayUser_isWhoeverIsTheOnlyOne(int count, String has) {
        MappingInput input = MappingInput.builder()
                .workdayUsers(Collections.nCopies(
                        count,
                        Attributes.builder().put("x", AttributeValue.of("one")).build()))
                .build();

        assertThat(value("hasWorkdayUser() ? 'yes' : 'no'", input).asText()).isEqualTo(has);
        assertThat(value("hasWorkdayUser() ? findWorkdayUser().x : 'no'", input).asText())
                .isEqualTo(count == 1 ? "one" : "no");
        if (count != 1) {
            assertThat(fault("findWorkdayUser().x", input)).isEqualTo("'.x' needs a profile, not null");
        }
    }

    @ParameterizedTest
    @CsvSource({"true, true, date", "true, false, b", "false, true, c", "false, false, date"})
    void choices_withinChoicesGoOnWhereTheOuterOneEnds(boolean outer, boolean inner, String expected) {
        String chosen = outer + " ? (" + inner + " ? user.date : 'b') : " + inner + " ? 'c' : user.date";

        assertThat(value("'<' + (" + chosen + ") + '>'", INPUT).asText())
                .isEqualTo("<" + expected.replace("date", "2026-03-02") + ">");
    }

    @Test
    void absentText_canBeRejected() {
        Evaluation rejecting = new Evaluation(INPUT, AbsentText.REJECT, null);
        Program program = Program.of(Expression.parse("'a' + (true ? user.n : 'b')"), Set.of());

        Assertions.assertThatExceptionOfType(ExpressionException.class)
                .isThrownBy(() -> program.run(rejecting))
                .satisfies(
                        fault -> assertThat(fault.problem()).contains("is null").contains("?:"))
                .satisfies(fault -> assertThat(fault.column()).isEqualTo(5));
    }

    @Test
    void fault_hasThePositionOfWhatFailed() {
        Assertions.assertThatExceptionOfType(ExpressionException.class)
                .isThrownBy(() -> value("1 == 2 ? 'x' :\n  String.len('a') - 'b'"))
                .satisfies(fault -> assertThat(fault.line()).isEqualTo(2))
                .satisfies(fault -> assertThat(fault.column()).isEqualTo(19));
    }

    @Test
    void countriesAreThoseOfThePlatform() {
        Set<String> known = Set.of(Locale.getISOCountries());
        for (String alpha2 : known) {
            assertThat(text("Iso3166Convert.toAlpha3('" + alpha2 + "')"))
                    .isEqualTo(new Locale.Builder().setRegion(alpha2).build().getISO3Country());
            assertThat(text("Iso3166Convert.toAlpha2(Iso3166Convert.toNumeric('" + alpha2 + "'))"))
                    .isEqualTo(alpha2);
        }
    }
}
