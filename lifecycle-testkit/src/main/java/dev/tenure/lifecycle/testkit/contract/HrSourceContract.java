package dev.tenure.lifecycle.testkit.contract;

import dev.tenure.lifecycle.source.HrSource;

/**
 * What every {@link HrSource} holds, sentence by sentence. Extend it in the tests of a connector:
 *
 * <pre>{@code
 * final class WorkdaySourceContractTest extends HrSourceContract {
 *     @Override
 *     protected HrSourceFixture fixture() { ... }
 * }
 * }</pre>
 *
 * What the source or its fixture cannot do (groups, write-back, faults) is skipped.
 */
public abstract class HrSourceContract extends SourceWriteBackContract {

    /** For those who extend it. */
    protected HrSourceContract() {}

    /**
     * Makes an empty HR system and the connector to it.
     *
     * @return the fixture, which the test closes
     */
    @Override
    protected abstract HrSourceFixture fixture();
}
