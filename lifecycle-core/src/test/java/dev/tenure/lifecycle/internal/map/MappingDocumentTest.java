package dev.tenure.lifecycle.internal.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.engine.MappingJson;
import dev.tenure.lifecycle.expression.Expression;
import dev.tenure.lifecycle.expression.ExpressionException;
import dev.tenure.lifecycle.expression.Function;
import dev.tenure.lifecycle.mapping.Apply;
import dev.tenure.lifecycle.mapping.AttributeMapping;
import dev.tenure.lifecycle.mapping.DefaultMappings;
import dev.tenure.lifecycle.mapping.MappingRow;
import dev.tenure.lifecycle.mapping.NullPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compiles and runs what docs/mapping.md shows. */
class MappingDocumentTest {

    private static final Pattern BLOCK = Pattern.compile("```([a-z ]+)\n(.*?)```", Pattern.DOTALL);

    record Example(String expression, String result) {}

    static List<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>();
        for (String block : blocks("expression")) {
            block.lines().forEach(line -> {
                int arrow = line.indexOf(" => ");
                examples.add(new Example(line.substring(0, arrow).strip(), line.substring(arrow + 4)));
            });
        }
        return examples;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void anExpression_givesWhatThePageSays(Example example) throws IOException {
        MappingInput input = ExpressionVectors.input(blocks("json context").get(0));
        if (example.result().equals("fault")) {
            assertThat(Evaluate.fault(example.expression(), input)).isNotBlank();
            return;
        }
        AttributeValue value = Evaluate.value(example.expression(), input);
        AttributeValue expected = Evaluate.value(example.result());
        assertThat(Values.equal(value, expected, new Steps()))
                .as("%s gives %s", example.expression(), value.asText())
                .isTrue();
    }

    @Test
    void everyFunctionHasAnExample() throws IOException {
        String expressions =
                examples().stream().map(MappingDocumentTest::printed).collect(Collectors.joining("\n"));
        for (Function function : Function.values()) {
            assertThat(expressions).contains(function.fullName() + "(");
        }
    }

    private static String printed(Example example) {
        try {
            return Expression.parse(example.expression()).print();
        } catch (ExpressionException shownAsAFault) {
            return "";
        }
    }

    @Test
    void javaOnThePage_isThatOfThisTest() throws IOException {
        Path here = Path.of("src/test/java/dev/tenure/lifecycle/internal/map/MappingDocumentTest.java");
        String source = bare(Files.readString(here));
        assertThat(blocks("java"))
                .hasSize(3)
                .allSatisfy(block -> assertThat(source).contains(bare(block)));
    }

    @Test
    void aMapping() {
        AttributeMapping mapping = AttributeMapping.builder()
                .row("login", "source.userName")
                .row("displayName", "source.firstName + ' ' + source.lastName")
                .rowOnCreate("organization", "source.supervisoryOrg")
                .row("title", "source.businessTitle", Apply.ALWAYS, NullPolicy.KEEP)
                .build();

        assertThat(mapping.rows()).hasSize(4);
    }

    @Test
    void aDefaultMappingChanged() {
        AttributeMapping toOkta = DefaultMappings.hrToOkta().toBuilder()
                .row("department", "source.supervisoryOrg")
                .without("secondEmail")
                .build();

        assertThat(toOkta.rows()).hasSize(19);
    }

    @Test
    void aMappingAsJson() throws IOException {
        String json = blocks("json mapping").get(0);

        AttributeMapping read = MappingJson.read(json);
        String written = MappingJson.write(read);

        assertThat(read.rows()).extracting(MappingRow::attribute).containsExactly("login", "organization", "title");
        assertThat(written).isEqualTo(json);
    }

    private static List<String> blocks(String kind) throws IOException {
        Matcher blocks = BLOCK.matcher(Files.readString(Path.of("../docs/mapping.md")));
        List<String> found = new ArrayList<>();
        while (blocks.find()) {
            if (blocks.group(1).equals(kind)) {
                found.add(blocks.group(2));
            }
        }
        return found;
    }

    /** Takes the spaces away by which a page and a formatter may differ. */
    private static String bare(String code) {
        return code.replaceAll("\\s+", "");
    }
}
