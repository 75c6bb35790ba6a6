package dev.tenure.lifecycle.testkit.contract;

import dev.tenure.lifecycle.source.HrSource;
import java.util.function.UnaryOperator;

/** The contract over an in-memory source with something wrong in front of it. Run by hand, not found as a test. */
final class MutantSourceContract extends HrSourceContract {

    private final UnaryOperator<HrSource> mutation;

    MutantSourceContract(UnaryOperator<HrSource> mutation) {
        this.mutation = mutation;
    }

    @Override
    protected HrSourceFixture fixture() {
        return new InMemoryHrFixture(mutation);
    }
}
