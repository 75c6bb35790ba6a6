package dev.tenure.lifecycle.testkit.contract;

import dev.tenure.lifecycle.target.IdentityTarget;
import java.util.function.UnaryOperator;

/** The contract over an in-memory target with something wrong in front of it. Run by hand, not found as a test. */
final class MutantTargetContract extends IdentityTargetContract {

    private final UnaryOperator<IdentityTarget> mutation;

    MutantTargetContract(UnaryOperator<IdentityTarget> mutation) {
        this.mutation = mutation;
    }

    @Override
    protected IdentityTargetFixture fixture() {
        return new InMemoryTargetFixture(mutation);
    }
}
