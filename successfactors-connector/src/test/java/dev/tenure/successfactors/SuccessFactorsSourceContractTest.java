package dev.tenure.successfactors;

import dev.tenure.lifecycle.testkit.contract.HrSourceContract;
import dev.tenure.lifecycle.testkit.contract.HrSourceFixture;

/** The connector and the simulator together hold what every source holds. */
final class SuccessFactorsSourceContractTest extends HrSourceContract {

    @Override
    protected HrSourceFixture fixture() {
        return new SimulatedCompany();
    }
}
