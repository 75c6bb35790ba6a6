package dev.tenure.lifecycle.internal.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.attribute.AttributeDefinition;
import dev.tenure.lifecycle.attribute.AttributeSchema;
import dev.tenure.lifecycle.attribute.AttributeType;
import dev.tenure.lifecycle.mapping.AttributeMapping;
import dev.tenure.lifecycle.mapping.MappingProblem;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingCheckTest {

    private static final AttributeSchema SOURCE = AttributeSchema.of(List.of(
            AttributeDefinition.of("firstName", AttributeType.STRING),
            AttributeDefinition.of("level", AttributeType.INTEGER),
            AttributeDefinition.of("active", AttributeType.BOOLEAN),
            AttributeDefinition.of("hireDate", AttributeType.DATE)));

    private static final AttributeSchema TARGET = AttributeSchema.of(List.of(
            new AttributeDefinition(
                    "title", AttributeType.STRING, AttributeType.STRING, false, false, OptionalInt.of(5), List.of()),
            new AttributeDefinition(
                    "kind",
                    AttributeType.STRING,
                    AttributeType.STRING,
                    false,
                    false,
                    OptionalInt.empty(),
                    List.of("staff", "guest")),
            new AttributeDefinition(
                    "id", AttributeType.STRING, AttributeType.STRING, true, true, OptionalInt.empty(), List.of()),
            AttributeDefinition.of("grade", AttributeType.INTEGER),
            AttributeDefinition.of("remote", AttributeType.BOOLEAN),
            AttributeDefinition.of("since", AttributeType.DATE),
            new AttributeDefinition(
                    "tags", AttributeType.ARRAY, AttributeType.STRING, false, false, OptionalInt.empty(), List.of())));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "title  | source.firstName",
                "title  | firstName",
                "title  | source.hireDate",
                "title  | user.anything",
                "title  | user.level + 1",
                "title  | target_app == null ? 'a' : null",
                "kind   | source.active ? 'staff' : 'guest'",
                "grade  | source.level",
                "grade  | Convert.toInt(source.firstName)",
                "grade  | source.level + 1",
                "grade  | 2.0",
                "remote | source.active AND true",
                "since  | source.hireDate",
                "since  | source.firstName",
                "tags   | Arrays.add(null, source.firstName)",
            })
    void aGoodRow_hasNoProblem(String attribute, String expression) {
        assertThat(check(attribute, expression)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "titel  | 'a'                | row 'titel': the target has no such attribute; did you mean 'title'?",
                "other  | 'a'                | row 'other': the target has no such attribute; define it there or take the row out",
                "id     | 'a'                | row 'id': the target's attribute is read-only; take the row out",
                "title  | source.fristName   | row 'title': 'source.fristName' is not an attribute of the source; did you mean 'firstName'?",
                "title  | appUser.xyz        | row 'title': 'appUser.xyz' is not an attribute of the source; add it to the source's custom attributes or change the expression",
                "title  | levl + ''          | row 'title': 'levl' is not an attribute of the source; did you mean 'level'?",
                "title  | source.level       | row 'title': 'source.level' is an integer but the target's attribute is a string; join it to '' to make it text",
                "grade  | source.firstName   | row 'grade': 'source.firstName' is a string but the target's attribute is an integer; use Convert.toInt",
                "grade  | 1.5                | row 'grade': '1.5': the value is a number but the target's attribute takes an integer; use Convert.toInt",
                "remote | 'true'             | row 'remote': '\"true\"' is a string but the target's attribute is a boolean; compare it with '=='",
                "since  | '1 May'            | row 'since': '\"1 May\"': the value is not a date such as 2026-03-02, which the target's attribute takes",
                "tags   | user.a + ','       | row 'tags': 'user.a + \",\"' is a string but the target's attribute is an array; write '{ }' around it",
                "title  | user.a ?: 'toolong' | row 'title': '\"toolong\"': the value has 7 characters but the target's attribute takes at most 5; cut it with String.substring",
                "kind   | user.a ? 'staff' : 'boss' | row 'kind': '\"boss\"': the value is not one of those that the target's attribute allows: staff, guest",
                "title  | user.a ? 'x' : 1 == 2 | row 'title': '1 == 2' is a boolean but the target's attribute is a string; join it to '' to make it text",
                "title  | -user.a            | row 'title': '-user.a' is a number but the target's attribute is a string; join it to '' to make it text",
                "title  | {'a'}              | row 'title': '{\"a\"}' is an array but the target's attribute is a string; join it to '' to make it text",
            })
    void aBadRow_isNamedWithARemedy(String attribute, String expression, String problem) {
        assertThat(check(attribute, expression))
                .extracting(MappingProblem::toString)
                .containsExactly(problem);
    }

    @Test
    void withoutASourceSchema_namesAreNotChecked() {
        AttributeMapping mapping =
                AttributeMapping.builder().row("title", "source.whatever").build();
        assertThat(MappingCheck.check(mapping, Optional.empty(), TARGET)).isEmpty();
    }

    private static List<MappingProblem> check(String attribute, String expression) {
        AttributeMapping mapping =
                AttributeMapping.builder().row(attribute, expression).build();
        return MappingCheck.check(mapping, Optional.of(SOURCE), TARGET);
    }
}
