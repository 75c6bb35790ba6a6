package com.example.people;

import dev.tenure.lifecycle.testkit.contract.HrSourceContract;
import dev.tenure.lifecycle.testkit.contract.HrSourceFixture;

// sample source-test
class CsvHrSourceTest extends HrSourceContract {

    @Override
    protected HrSourceFixture fixture() {
        return new CsvFixture();
    }
}
// end
