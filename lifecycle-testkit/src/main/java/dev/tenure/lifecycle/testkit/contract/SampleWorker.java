package dev.tenure.lifecycle.testkit.contract;

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
 */
public record SampleWorker(
        String id,
        String firstName,
        String lastName,
        Optional<String> mobilePhone,
        LocalDate hireDate,
        Optional<LocalDate> terminationDate,
        List<String> groups) {

    /** Copies the list. */
    public SampleWorker {
        groups = List.copyOf(groups);
    }

    static SampleWorker of(String id, LocalDate hireDate) {
        return new SampleWorker(id, "Sam", "Ple", Optional.empty(), hireDate, Optional.empty(), List.of());
    }

    SampleWorker named(String first, String last) {
        return new SampleWorker(id, first, last, mobilePhone, hireDate, terminationDate, groups);
    }

    SampleWorker withMobilePhone(Optional<String> phone) {
        return new SampleWorker(id, firstName, lastName, phone, hireDate, terminationDate, groups);
    }

    SampleWorker leavingOn(LocalDate day) {
        return new SampleWorker(id, firstName, lastName, mobilePhone, hireDate, Optional.of(day), groups);
    }

    SampleWorker in(List<String> newGroups) {
        return new SampleWorker(id, firstName, lastName, mobilePhone, hireDate, terminationDate, newGroups);
    }
}
