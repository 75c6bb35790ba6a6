package dev.tenure.lifecycle.testkit.contract;

import java.util.function.UnaryOperator;

final class InMemoryHrSourceContractTest extends HrSourceContract {

    @Override
    protected HrSourceFixture fixture() {
        return new InMemoryHrFixture(UnaryOperator.identity());
    }
}
