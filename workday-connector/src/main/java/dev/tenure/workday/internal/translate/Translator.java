package dev.tenure.workday.internal.translate;

import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.lifecycle.worker.EmploymentEvent;
import dev.tenure.workday.internal.wire.GroupRecord;
import dev.tenure.workday.internal.wire.JobRecord;
import dev.tenure.workday.internal.wire.SiteRecord;
import dev.tenure.workday.internal.wire.WorkerRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the parts of a worker out of a record. Immutable. */
public final class Translator {

    private final Profiles profiles;

    /**
     * Makes a translator.
     *
     * @param options how profiles are read
     */
    public Translator(ProfileOptions options) {
        this.profiles = new Profiles(options);
    }

    /**
     * Reads the source profile.
     *
     * @param worker the record
     * @return the base attributes and the custom ones that the record has
     */
    public Attributes profile(WorkerRecord worker) {
        return profiles.read(worker);
    }

    /**
     * Reads the facts of the employment.
     *
     * @param worker the record
     * @param locationTimeZone the zone of the worker's location, where it is known
     * @param timeline what is to come later
     * @return the facts
     * @throws UnreadableRecordException if the record does not make sense
     */
    public Employment employment(
            WorkerRecord worker, Optional<String> locationTimeZone, List<EmploymentEvent> timeline) {
        return Employments.read(worker, locationTimeZone, timeline);
    }

    /**
     * Reads when the contract of a contingent worker ends, which ends nothing by itself.
     *
     * @param worker the record
     * @return the last day of the contract, empty if there is none
     * @throws UnreadableRecordException if it is not a date
     */
    public Optional<LocalDate> contractEnd(WorkerRecord worker) {
        return Dates.read("Contract_End_Date", worker.contractEndDate());
    }

    /**
     * Finds the location of the primary job.
     *
     * @param worker the record
     * @return the location's id, empty if there is none
     */
    public Optional<String> location(WorkerRecord worker) {
        JobRecord job = Jobs.primary(worker);
        SiteRecord site = job == null ? null : job.site();
        return Optional.ofNullable(site == null ? null : site.location().of("Location_ID"));
    }

    /**
     * Names the provisioning groups to which the worker is assigned.
     *
     * @param worker the record
     * @return the names in the order of the document; empty if the block is missing, so that nothing is known
     */
    public Optional<List<String>> groupNames(WorkerRecord worker) {
        if (worker.groups() == null) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        for (GroupRecord group : worker.groups()) {
            boolean assigned = group.status() == null || group.status().equalsIgnoreCase("Assigned");
            if (assigned && group.name() != null && !names.contains(group.name())) {
                names.add(group.name());
            }
        }
        return Optional.of(names);
    }
}
