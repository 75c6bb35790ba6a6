package dev.tenure.lifecycle.testkit.contract;

import dev.tenure.lifecycle.worker.EmploymentEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A worker that a contract test wants HR to have. No real person.
 *
 * @param id the key in the source
 * @param firstName the first name
 * @param lastName the last name
 * @param mobilePhone the mobile phone; empty for none
 * @param hireDate the hire date, which is also the first day of work
 * @param terminationDate the termination date; empty for none
 * @param groups the reference ids of the provisioning groups
 * @param events what else is to come, by date, of the kinds of {@link HrSourceFixture#events()}: employments that begin
 *     and end after the termination date, and changes while one lasts. Those with a zone belong to an employment there
 */
public record SampleWorker(
        String id,
        String firstName,
        String lastName,
        Optional<String> mobilePhone,
        LocalDate hireDate,
        Optional<LocalDate> terminationDate,
        List<String> groups,
        List<EmploymentEvent> events) {

    /** Copies the lists. */
    public SampleWorker {
        groups = List.copyOf(groups);
        events = List.copyOf(events);
    }

    static SampleWorker of(String id, LocalDate hireDate) {
        return new SampleWorker(id, "Sam", "Ple", Optional.empty(), hireDate, Optional.empty(), List.of(), List.of());
    }

    SampleWorker named(String first, String last) {
        return new SampleWorker(id, first, last, mobilePhone, hireDate, terminationDate, groups, events);
    }

    SampleWorker withMobilePhone(Optional<String> phone) {
        return new SampleWorker(id, firstName, lastName, phone, hireDate, terminationDate, groups, events);
    }

    SampleWorker leavingOn(LocalDate day) {
        return new SampleWorker(id, firstName, lastName, mobilePhone, hireDate, Optional.of(day), groups, events);
    }

    SampleWorker in(List<String> newGroups) {
        return new SampleWorker(id, firstName, lastName, mobilePhone, hireDate, terminationDate, newGroups, events);
    }

    SampleWorker announcing(List<EmploymentEvent> newEvents) {
        return new SampleWorker(id, firstName, lastName, mobilePhone, hireDate, terminationDate, groups, newEvents);
    }
}
