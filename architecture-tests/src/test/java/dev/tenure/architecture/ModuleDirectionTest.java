package dev.tenure.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleDescriptor.Requires;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModuleDirectionTest {

    private static final String API = "dev.tenure.lifecycle.api";
    private static final String CORE = "dev.tenure.lifecycle.core";
    private static final String HTTP = "dev.tenure.http";

    /** Which of our modules a module may require. */
    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry(API, Set.of()),
            Map.entry(CORE, Set.of(API)),
            Map.entry("dev.tenure.lifecycle.testkit", Set.of(API, CORE)),
            Map.entry("dev.tenure.lifecycle.store.jdbc", Set.of(API)),
            Map.entry(HTTP, Set.of(API)),
            Map.entry("dev.tenure.successfactors", Set.of(API, HTTP)),
            Map.entry("dev.tenure.workday", Set.of(API, HTTP)),
            Map.entry("dev.tenure.okta", Set.of(API, HTTP)),
            Map.entry("dev.tenure.scim", Set.of(API, HTTP)),
            Map.entry("dev.tenure.activedirectory", Set.of(API)),
            Map.entry("dev.tenure.simulators", Set.of()));

    static List<BuiltModule> modules() {
        return BuiltModule.all();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void aModuleRequiresOnlyWhatTheArchitectureAllows(BuiltModule module) {
        assertThat(ALLOWED)
                .as("Module %s has no line in ALLOWED of this test; say there what it may require", module)
                .containsKey(module.name());
        Set<String> ours = required(module).stream()
                .filter(name -> name.startsWith("dev.tenure."))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(ALLOWED.get(module.name()))
                .as("Modules of ours that %s may require", module)
                .containsAll(ours);
    }

    @Test
    void theApiNeedsNothingAtRunTime() {
        assertThat(required(BuiltModule.named(API)))
                .as("Modules that lifecycle-api requires at run time")
                .allMatch(name -> name.startsWith("java."));
    }

    @Test
    void everyModuleOfTheBuildIsHeld() {
        assertThat(BuiltModule.all())
                .extracting(BuiltModule::name)
                .as(
                        "Modules this test sees; one that is missing must become a dependency in architecture-tests/pom.xml")
                .containsExactlyInAnyOrderElementsOf(
                        SourceModule.all().stream().map(SourceModule::name).toList());
    }

    private static Set<String> required(BuiltModule module) {
        return module.descriptor().requires().stream()
                .filter(requires -> !requires.modifiers().contains(Requires.Modifier.STATIC))
                .map(Requires::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
