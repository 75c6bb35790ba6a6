package dev.tenure.workday;

import dev.tenure.lifecycle.testkit.contract.HrSourceContract;
import dev.tenure.lifecycle.testkit.contract.HrSourceFixture;

/** The connector and the simulator together hold what every source holds. */
final class WorkdaySourceContractTest extends HrSourceContract {

    @Override
    protected HrSourceFixture fixture() {
        return new SimulatedTenant();
    }
}
