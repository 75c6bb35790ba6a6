package dev.tenure.lifecycle.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tenure.lifecycle.mapping.AbsentText;
import dev.tenure.lifecycle.mapping.Apply;
import dev.tenure.lifecycle.mapping.AttributeMapping;
import dev.tenure.lifecycle.mapping.DefaultMappings;
import dev.tenure.lifecycle.mapping.MappingException;
import dev.tenure.lifecycle.mapping.NullPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingJsonTest {

    @Test
    void whatIsWritten_isReadAgain() {
        AttributeMapping odd = AttributeMapping.builder()
                .row("a", "'line\nbreak' + \"\\\" + '\u00e9'", Apply.ON_CREATE, NullPolicy.CLEAR)
                .row("b", "null", Apply.ALWAYS, NullPolicy.KEEP)
                .absentText(AbsentText.REJECT)
                .build();

        assertThat(MappingJson.read(MappingJson.write(odd))).isEqualTo(odd);
        assertThat(MappingJson.read(MappingJson.write(DefaultMappings.oktaToActiveDirectory())))
                .isEqualTo(DefaultMappings.oktaToActiveDirectory());
        AttributeMapping none = AttributeMapping.builder().build();
        assertThat(MappingJson.read(MappingJson.write(none))).isEqualTo(none);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[]                                       | mapping: expected the mapping to be an object at line 1, column 1",
                "{}                                       | mapping: expected an array 'rows'",
                "{\"rows\": 1}                            | mapping: expected an array 'rows' at line 1, column 10",
                "{\"row\": []}                            | mapping: the mapping has no 'row' at line 1, column 9; did you mean 'rows'?",
                "{\"rows\": [1]}                          | mapping: expected a row to be an object at line 1, column 11",
                "{\"rows\": [{\"attribute\": \"a\"}]}     | mapping: a row needs the string 'expression' at line 1, column 11",
                "{\"rows\": [{\"attribute\": 1}]}         | mapping: a row needs the string 'attribute' at line 1, column 25",
                "{\"rows\": [{\"aply\": 1}]}              | mapping: a row has no 'aply' at line 1, column 20; did you mean 'apply'?",
                "{\"absentText\": \"X\", \"rows\": []}    | mapping: expected one of [EMPTY, REJECT] at line 1, column 16",
                "{\"rows\": [}                            | expected a value at line 1, column 11",
            })
    void aBadDocument_isRefusedWithItsPlace(String json, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MappingJson.read(json))
                .withMessage(message);
    }

    @Test
    void badRowsAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MappingJson.read("""
                        {"rows": [
                          {"attribute": "a", "expression": "1"},
                          {"attribute": "a", "expression": "2"}]}"""))
                .withMessage("mapping: a second row 'a' at line 3, column 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MappingJson.read("{\"rows\": [{\"attribute\": \" \", \"expression\": \"1\"}]}"))
                .withMessage("mapping: a row needs an attribute at line 1, column 11");
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> MappingJson.read("{\"rows\": [{\"attribute\": \"a\", \"expression\": \"1 +\"}]}"))
                .withMessageStartingWith("row 'a': expected a value, a name or a function but found the end");
    }
}
