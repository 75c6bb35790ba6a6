package dev.tenure.lifecycle.testkit.contract;

import dev.tenure.lifecycle.target.GroupTarget;
import dev.tenure.lifecycle.target.IdentityTarget;

/**
 * What every {@link IdentityTarget}, and its {@link GroupTarget} if it has one, holds, sentence by sentence. Extend it in
 * the tests of a connector. What the target or its fixture cannot do is skipped.
 */
public abstract class IdentityTargetContract extends ReferenceContract {

    /** For those who extend it. */
    protected IdentityTargetContract() {}

    /**
     * Makes an empty system and the connector to it. Keep the pages of its listing smaller than seven accounts, so that
     * paging is seen.
     *
     * @return the fixture, which the test closes
     */
    @Override
    protected abstract IdentityTargetFixture fixture();
}
