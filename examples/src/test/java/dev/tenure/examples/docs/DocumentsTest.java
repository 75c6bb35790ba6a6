package dev.tenure.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.policy.LifecyclePolicy;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds README.md and docs to the code. */
class DocumentsTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern JAVA = Pattern.compile("```java\\n(.*?)\\n```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)(#[^)]*)?\\)");
    private static final Pattern SWITCH = Pattern.compile("(?m)^\\| `([a-z]\\w+)` \\|");
    private static final Pattern RULE = Pattern.compile("\\*\\*([A-Z]\\d+)\\*\\*");
    private static final int README_EXAMPLE = 20;

    static List<Path> documents() throws IOException {
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            List<Path> all = new ArrayList<>(docs.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.endsWith("mapping.md"))
                    .sorted()
                    .toList());
            all.add(ROOT.resolve("README.md"));
            return all;
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void whatIsShownAsJava_isASampleThatIsCompiled(Path document) {
        Set<String> samples = new HashSet<>(Samples.read().values());

        assertThat(blocks(document))
                .as("Java in %s; take it from a sample, between '// sample NAME' and '// end'", document)
                .allMatch(samples::contains);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void whatIsLinked_isThere(Path document) {
        Path folder = Objects.requireNonNull(document.getParent());
        assertThat(LINK.matcher(Samples.text(document)).results().map(found -> found.group(1)))
                .as("links of %s", document)
                .allMatch(target -> Files.exists(folder.resolve(target)));
    }

    @Test
    void everySampleIsShown() throws IOException {
        Set<String> shown = new HashSet<>();
        for (Path document : documents()) {
            shown.addAll(blocks(document));
        }

        assertThat(Samples.read().entrySet().stream()
                        .filter(sample -> !shown.contains(sample.getValue()))
                        .map(Map.Entry::getKey))
                .as("samples that no document shows")
                .isEmpty();
    }

    @Test
    void theExampleOfTheReadme_hasLessThanTwentyLines() {
        assertThat(blocks(ROOT.resolve("README.md")).get(0).lines().count()).isLessThan(README_EXAMPLE);
    }

    @Test
    void theRules_haveEverySwitchOfThePolicy_andNoOther() {
        Set<String> switches = Arrays.stream(LifecyclePolicy.class.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());

        assertThat(found(SWITCH, "rules.md")).containsExactlyInAnyOrderElementsOf(switches);
    }

    @Test
    void theRules_areEachThereOnce() {
        List<String> rules = found(RULE, "rules.md");

        assertThat(rules)
                .doesNotHaveDuplicates()
                .contains("A1", "B6", "C13", "D4", "E14", "F3", "G6", "H4", "M9", "S8");
    }

    private static List<String> found(Pattern pattern, String document) {
        return pattern.matcher(Samples.text(ROOT.resolve("docs").resolve(document)))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static List<String> blocks(Path document) {
        return JAVA.matcher(Samples.text(document))
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
