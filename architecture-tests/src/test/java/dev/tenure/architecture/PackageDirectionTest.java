package dev.tenure.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PackageDirectionTest {

    private static final String BASE = "dev.tenure.lifecycle.";
    private static final String INTERNAL = BASE + "internal.";

    /** The nouns. A package may use those before it, never one after it. */
    private static final List<String> NOUNS = List.of(
            "attribute",
            "failure",
            "worker",
            "policy",
            "decision",
            "expression",
            "mapping",
            "account",
            "plan",
            "journal",
            "source",
            "target",
            "store",
            "listener");

    /** The verbs. Only {@code run}, which puts them in order, may use another. */
    private static final Set<String> STAGES =
            Set.of("read", "decide", "map", "match", "plan", "gate", "apply", "writeback", "rehearse", "run");

    /** The rooms of {@code run}. Each may use those before it; {@code run} itself has its place among them. */
    private static final List<String> ROOMS =
            List.of("setup", "session", "subject", "correlate", "assemble", "perform", "run", "insight");

    @TempDir
    Path folder;

    static List<BuiltModule> modules() {
        return BuiltModule.all();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void noPackagesOfAModuleFormACycle(BuiltModule module) {
        PackageGraph.of(module, folder)
                .cycle()
                .ifPresent(cycle -> fail("Packages of " + module + " use each other in a circle:\n  "
                        + cycle.stream().map(Object::toString).collect(Collectors.joining("\n  "))
                        + "\nCut one of these uses, or move the class it is about."));
    }

    @Test
    void aNounUsesOnlyNounsBeforeIt() {
        PackageGraph graph = PackageGraph.of(BuiltModule.named("dev.tenure.lifecycle.api"), folder);

        assertThat(graph.packages().stream().filter(name -> rank(name) < 0).toList())
                .as("Packages of lifecycle-api without a place in the order of nouns; "
                        + "give them one in ARCHITECTURE.md and in NOUNS of this test")
                .isEmpty();
        assertThat(graph.uses().stream()
                        .filter(use -> rank(use.toPackage()) > rank(use.fromPackage()))
                        .toList())
                .as("Nouns that use one after them. The order is: " + String.join(", ", NOUNS))
                .isEmpty();
    }

    @Test
    void aStageUsesNoOtherStage() {
        PackageGraph graph = PackageGraph.of(BuiltModule.named("dev.tenure.lifecycle.core"), folder);

        assertThat(graph.uses().stream()
                        .filter(use -> use.fromPackage().startsWith(INTERNAL))
                        .filter(use -> !internalPart(use.fromPackage()).equals("run"))
                        .filter(use -> STAGES.contains(internalPart(use.toPackage())))
                        .filter(use -> !internalPart(use.toPackage()).equals(internalPart(use.fromPackage())))
                        .toList())
                .as("Stages that use another stage; only 'run' may. What two stages share is a noun of lifecycle-api, "
                        + "or is handed over by 'run'")
                .isEmpty();
    }

    @Test
    void aRoomOfRunUsesOnlyRoomsBeforeIt() {
        PackageGraph graph = PackageGraph.of(BuiltModule.named("dev.tenure.lifecycle.core"), folder);
        String run = INTERNAL + "run";

        assertThat(graph.packages().stream()
                        .filter(name -> name.startsWith(run))
                        .map(PackageDirectionTest::room)
                        .toList())
                .as("Rooms of 'run'; a new one needs a place in ARCHITECTURE.md and in ROOMS of this test")
                .containsExactlyInAnyOrderElementsOf(ROOMS);
        assertThat(graph.uses().stream()
                        .filter(use -> use.fromPackage().startsWith(run)
                                && use.toPackage().startsWith(run))
                        .filter(use -> ROOMS.indexOf(room(use.toPackage())) > ROOMS.indexOf(room(use.fromPackage())))
                        .toList())
                .as("Rooms of 'run' that use one after them. The order is: " + String.join(", ", ROOMS))
                .isEmpty();
    }

    private static String room(String packageName) {
        return packageName.substring(packageName.lastIndexOf('.') + 1);
    }

    private static int rank(String packageName) {
        return packageName.startsWith(BASE)
                ? NOUNS.indexOf(packageName.substring(BASE.length()).replaceFirst("\\..*", ""))
                : -1;
    }

    /** {@code map} for {@code dev.tenure.lifecycle.internal.map} and what is below it, nothing for what is not internal. */
    private static String internalPart(String packageName) {
        return packageName.startsWith(INTERNAL)
                ? packageName.substring(INTERNAL.length()).replaceFirst("\\..*", "")
                : "";
    }
}
