package com.example.directory;

import dev.tenure.lifecycle.testkit.contract.IdentityTargetContract;
import dev.tenure.lifecycle.testkit.contract.IdentityTargetFixture;

// sample target-test
class DirectoryTargetTest extends IdentityTargetContract {

    @Override
    protected IdentityTargetFixture fixture() {
        return new DirectoryFixture();
    }
}
// end
