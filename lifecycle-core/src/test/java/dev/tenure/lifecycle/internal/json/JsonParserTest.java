package dev.tenure.lifecycle.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonParserTest {

    @Test
    void aDocument_isReadWithPlaces() {
        Json.Members read = (Json.Members) JsonParser.parse("{\"a\": [true, -1.5e3,\n null], \"b\": {}, \"c\": \"x\"}");

        assertThat(read.members().keySet()).containsExactly("a", "b", "c");
        assertThat(read.members().get("a"))
                .isEqualTo(new Json.Elements(
                        List.of(
                                new Json.Other("true", "line 1, column 8"),
                                new Json.Other("-1.5e3", "line 1, column 14"),
                                new Json.Other("null", "line 2, column 2")),
                        "line 1, column 7"));
        assertThat(read.place()).isEqualTo("line 1, column 1");
    }

    @Property
    void aString_isReadAsItWasWritten(@ForAll String value) {
        Json.Text read = (Json.Text) JsonParser.parse(JsonText.quote(value));

        assertThat(read.value()).isEqualTo(value);
    }

    @Test
    void escapes_areRead() {
        Json.Text read = (Json.Text) JsonParser.parse("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\ude00\"");

        assertThat(read.value()).isEqualTo("\"\\/\b\f\n\r\t\u00e9\ud83d\ude00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~~              | expected a value at line 1, column 1",
                "{\"a\" 1}       | expected ':' at line 1, column 6",
                "{\"a\": 1,}     | expected a name in double quotes at line 1, column 9",
                "[1, ]           | expected a value at line 1, column 5",
                "[1 2]           | expected ',' or ']' at line 1, column 4",
                "{a: 1}          | expected a name in double quotes at line 1, column 2",
                "1 1             | expected the end at line 1, column 3",
                "01              | expected a value at line 1, column 1",
                "truth           | expected a value at line 1, column 1",
                "\"a             | expected a closing '\"' for the string that begins at line 1, column 1",
                "\"\\x\"         | expected one of \" \\ / b f n r t u after a backslash at line 1, column 3",
                "\"\\u12g4\"     | expected four hexadecimal digits after \\u at line 1, column 3",
                "{\"a\":1,\"a\":2} | the name 'a' comes twice at line 1, column 8",
            })
    void whatIsNotJson_isRefusedWithItsPlace(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonParser.parse(text))
                .withMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void nesting_isBounded(String opening) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonParser.parse(opening.repeat(100_000)))
                .withMessageStartingWith("the document nests too deep");
    }
}
