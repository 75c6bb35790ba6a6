package dev.tenure.lifecycle.testkit.contract;

import dev.tenure.lifecycle.source.ContactField;
import dev.tenure.lifecycle.source.HrSource;
import dev.tenure.lifecycle.worker.EmploymentEvent;
import dev.tenure.lifecycle.worker.ProvisioningGroup;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An HR system with no worker in it, the connector that reads it, and the means to change it from the other side: what a
 * {@link HrSourceContract} works with. Each test gets one of its own.
 */
public interface HrSourceFixture extends AutoCloseable {

    /**
     * Gives the connector.
     *
     * @return the same one each time
     */
    HrSource source();

    /**
     * Says how many workers a page has. Keep it small: the tests fill several pages.
     *
     * @return the size with which the connector was set up
     */
    int pageSize();

    /**
     * Gives the instant that the system takes for now.
     *
     * @return the instant; later than that of the last change, if the system tells changes apart by time
     */
    Instant now();

    /**
     * Hires a worker or changes one, so that the change log of the system shows it.
     *
     * @param worker the worker, who replaces the one of the same id
     */
    void put(SampleWorker worker);

    /**
     * Takes a worker out of the system.
     *
     * @param id the worker's key
     */
    void remove(String id);

    /**
     * Replaces the provisioning groups that the system has. Called only if {@link HrSource#groups()} is not empty.
     *
     * @param groups the complete list
     */
    default void setGroups(List<ProvisioningGroup> groups) {
        throw new UnsupportedOperationException("The source gives groups, so the fixture must be able to set them");
    }

    /**
     * Reads contact data in the system itself. Called only if {@link HrSource#writeBack()} is not empty.
     *
     * @param id the worker's key
     * @param field what to read
     * @return what the system has as primary
     */
    default Optional<String> contact(String id, ContactField field) {
        throw new UnsupportedOperationException("The source writes back, so the fixture must be able to read");
    }

    /**
     * Lets a page of every later read fail.
     *
     * @param page which page, 1 for the first
     * @param how for once or for good
     * @return false if the fixture cannot do this, and the tests that need it are skipped
     */
    default boolean interrupt(int page, Interruption how) {
        return false;
    }

    /**
     * Says which future events the connector gives in {@link dev.tenure.lifecycle.worker.Employment#timeline()}.
     *
     * @return the kinds that {@link #put} enters if a {@link SampleWorker} has them: a hire or a return, a termination,
     *     and a change if the connector gives those. Empty if it gives no event, and the tests that need them are skipped
     */
    default Set<EmploymentEvent.Kind> events() {
        return Set.of();
    }

    /**
     * Names a zone in which the date of an event can be meant, other than the one of the workers of {@link #put}.
     *
     * @return the zone as the connector gives it in {@link EmploymentEvent#timeZone()}, for which {@link #put} enters an
     *     employment elsewhere; empty if dates are always meant in the worker's own, and the test that needs it is skipped
     */
    default Optional<String> zoneOfEvents() {
        return Optional.empty();
    }

    /**
     * Gives a connector of the same kind to a system that does not answer.
     *
     * @return the connector, empty if the fixture has none, and the tests that need it are skipped
     */
    default Optional<HrSource> unreachable() {
        return Optional.empty();
    }

    /** Gives up what the fixture holds. */
    @Override
    default void close() {}
}
