package dev.tenure.lifecycle.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Wrong sources, each of which the contract must find, and one of them at least for each of its sentences. */
final class HrSourceContractTest {

    private static final List<Mutant> WRONG = Mutant.of(
            new SourceReadMutants(), new SourceQueryMutants(), new SourceFactsMutants(), new SourceTimelineMutants());

    @Test
    void rightSource_breaksNothing() {
        assertThat(ContractHarness.failures(right())).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> every_wrongSource_isFound() {
        return WRONG.stream().map(Mutant::isFound);
    }

    @Test
    void everySentence_isBrokenByOneOfThem() {
        assertThat(WRONG.stream().map(Mutant::test).distinct())
                .containsExactlyInAnyOrderElementsOf(ContractHarness.sentences(right()));
    }

    private static MutantSourceContract right() {
        return new MutantSourceContract(UnaryOperator.identity());
    }
}
