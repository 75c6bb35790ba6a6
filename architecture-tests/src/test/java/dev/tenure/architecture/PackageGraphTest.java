package dev.tenure.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageGraphTest {

    @Test
    void aChainIsNoCycle() {
        PackageGraph graph = new PackageGraph();
        graph.add("a.A", "b.B");
        graph.add("a.A", "c.C");
        graph.add("b.B", "c.C");
        graph.add("c.C", "c.D");

        assertThat(graph.cycle()).isEmpty();
    }

    @Test
    void aCycleIsToldWithTheClassesThatMakeIt() {
        PackageGraph graph = new PackageGraph();
        graph.add("a.A", "b.B");
        graph.add("b.B$Inner", "c.C");
        graph.add("c.C", "a.Other");

        assertThat(graph.cycle().orElseThrow())
                .extracting(Object::toString)
                .containsExactly("a -> b  (A uses B)", "b -> c  (B.Inner uses C)", "c -> a  (C uses Other)");
    }

    @Test
    void theShortestCycleIsTold() {
        PackageGraph graph = new PackageGraph();
        graph.add("a.A", "b.B");
        graph.add("b.B", "c.C");
        graph.add("c.C", "a.A");
        graph.add("c.C", "b.B");

        assertThat(graph.cycle().orElseThrow())
                .extracting(Object::toString)
                .containsExactly("b -> c  (B uses C)", "c -> b  (C uses B)");
    }

    @Test
    void ourOwnApiHasPackages(@TempDir Path folder) {
        assertThat(PackageGraph.of(BuiltModule.named("dev.tenure.lifecycle.api"), folder)
                        .packages())
                .isNotEmpty();
    }
}
