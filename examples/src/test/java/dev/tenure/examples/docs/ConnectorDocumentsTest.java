package dev.tenure.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.activedirectory.ActiveDirectoryTargetBuilder;
import dev.tenure.okta.OktaServiceApp;
import dev.tenure.okta.OktaTargetBuilder;
import dev.tenure.scim.ScimTargetBuilder;
import dev.tenure.successfactors.SuccessFactorsSourceBuilder;
import dev.tenure.successfactors.options.SuccessFactorsPolicy;
import dev.tenure.workday.WorkdayReport;
import dev.tenure.workday.WorkdaySourceBuilder;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/** Every option of a connector is in its document's table of options, and nothing else is; so are the errors that it knows. */
class ConnectorDocumentsTest {

    static final List<Arguments> CONNECTORS = List.of(
            Arguments.of("workday.md", WorkdaySourceBuilder.class),
            Arguments.of("okta.md", OktaTargetBuilder.class),
            Arguments.of("scim.md", ScimTargetBuilder.class),
            Arguments.of("successfactors.md", SuccessFactorsSourceBuilder.class),
            Arguments.of("active-directory.md", ActiveDirectoryTargetBuilder.class));

    private static final Pattern TABLE =
            Pattern.compile("(?m)^\\| option \\| default \\| what it does \\|\\n\\|[-| ]+\\|\\n((?:\\|.*\\n)+)");
    private static final Pattern FIRST_CELL = Pattern.compile("(?m)^\\|([^|]*)\\|");
    private static final Pattern CODE = Pattern.compile("E[0-9]{7}");
    private static final Pattern CODES = Pattern.compile("E([0-9]{7})(?: to E([0-9]{7}))?");
    private static final Pattern NAME = Pattern.compile("`(\\w+)`");
    private static final Pattern SWITCH = Pattern.compile("(?m)^\\| ([a-z]\\w+): ");

    @ParameterizedTest
    @FieldSource("CONNECTORS")
    void everyOption_isDocumented_andNoOther(String document, Class<?> builder) {
        assertThat(documented(document)).isEqualTo(options(builder));
    }

    @Test
    void everySwitchOfSuccessFactors_isDocumented_andNoOther() {
        Set<String> switches = Arrays.stream(SuccessFactorsPolicy.class.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> documented = new TreeSet<>();
        SWITCH.matcher(text("successfactors.md")).results().forEach(name -> documented.add(name.group(1)));
        assertThat(documented).isEqualTo(switches);
    }

    @Test
    void everyOptionOfAReport_isNamed() {
        assertThat(text("workday.md")).contains(changes(WorkdayReport.class));
    }

    @Test
    void everyOptionOfAServiceApp_isNamed() {
        assertThat(text("okta.md")).contains(changes(OktaServiceApp.class));
    }

    @Test
    void everyErrorCodeThatTheOktaConnectorKnows_isDocumented() {
        String faults = Samples.text(
                Path.of("..", "okta-connector", "src/main/java/dev/tenure/okta/internal/call", "Faults.java"));
        Set<String> known = new TreeSet<>();
        CODE.matcher(faults).results().forEach(code -> known.add(code.group()));
        assertThat(known).hasSizeGreaterThan(20);

        String errors = text("okta.md").substring(text("okta.md").indexOf("## Errors"));
        Set<String> documented = new TreeSet<>();
        CODES.matcher(errors).results().forEach(codes -> {
            int from = Integer.parseInt(codes.group(1));
            int to = codes.group(2) == null ? from : Integer.parseInt(codes.group(2));
            for (int code = from; code <= to; code++) {
                documented.add(String.format(Locale.ROOT, "E%07d", code));
            }
        });
        assertThat(documented).containsAll(known);
    }

    private static Set<String> documented(String document) {
        Matcher table = TABLE.matcher(text(document));
        assertThat(table.find()).as("a table of options in %s", document).isTrue();
        Set<String> names = new TreeSet<>();
        FIRST_CELL
                .matcher(table.group(1))
                .results()
                .forEach(cell -> NAME.matcher(cell.group(1)).results().forEach(name -> names.add(name.group(1))));
        return names;
    }

    private static Set<String> options(Class<?> builder) {
        return Arrays.stream(builder.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && method.getReturnType() == builder)
                .map(method -> method.getName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> changes(Class<?> value) {
        return Arrays.stream(value.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && method.getReturnType() == value)
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .map(method -> "`" + method.getName() + "`")
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(String document) {
        return Samples.text(Path.of("..", "docs", document));
    }
}
