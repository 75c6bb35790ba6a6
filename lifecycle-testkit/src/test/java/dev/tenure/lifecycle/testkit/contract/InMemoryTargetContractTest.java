package dev.tenure.lifecycle.testkit.contract;

import java.util.function.UnaryOperator;

final class InMemoryTargetContractTest extends IdentityTargetContract {

    @Override
    protected IdentityTargetFixture fixture() {
        return new InMemoryTargetFixture(UnaryOperator.identity());
    }
}
