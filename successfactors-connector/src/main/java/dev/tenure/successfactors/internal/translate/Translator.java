package dev.tenure.successfactors.internal.translate;

import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.successfactors.internal.wire.BadValueException;
import dev.tenure.successfactors.internal.wire.Row;
import dev.tenure.successfactors.options.SuccessFactorsPolicy;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Makes workers of persons. Pure, and safe for use by several threads. */
public final class Translator {

    private final SuccessFactorsPolicy policy;
    private final Picklists picklists;
    private final Assignments assignments;
    private final Employments employments;
    private final Profiles profiles;

    /**
     * Makes a translator.
     *
     * @param policy the switches
     * @param picklists what option ids mean
     */
    public Translator(SuccessFactorsPolicy policy, Picklists picklists) {
        this.policy = policy;
        this.picklists = picklists;
        this.assignments = new Assignments(policy, picklists);
        this.employments = new Employments(policy);
        this.profiles = new Profiles(picklists, new AttributeNames());
    }

    /**
     * Gives the picklists by which it translates.
     *
     * @return the picklists
     */
    public Picklists picklists() {
        return picklists;
    }

    /**
     * Makes a worker of a person.
     *
     * @param person the record, with what was expanded
     * @param jobs the job records over all dates, by user
     * @param now the instant of the read
     * @return what became of it
     */
    public Translated translate(Row person, Function<String, List<Row>> jobs, Instant now) {
        String id = person.text("personIdExternal");
        if (id == null) {
            return new Translated.Failed("", "NO_ID", "'personIdExternal' is missing; give the person one");
        }
        try {
            return translate(id, person, jobs, now);
        } catch (BadValueException bad) {
            return new Translated.Failed(id, "BAD_VALUE", String.valueOf(bad.getMessage()));
        }
    }

    private Translated translate(String id, Row person, Function<String, List<Row>> jobs, Instant now) {
        Optional<List<Row>> employed = person.many("employmentNav");
        if (employed.isEmpty()) {
            return new Translated.Failed(
                    id,
                    "NOT_READ",
                    "'employmentNav' was not read; grant the API user the permission to view employment details");
        }
        List<Row> imported =
                employed.get().stream().filter(assignments::isImported).toList();
        if (imported.isEmpty()) {
            return new Translated.Skipped(
                    id, employed.get().isEmpty() ? Skip.NO_EMPLOYMENT : Skip.CONTINGENT_NOT_IMPORTED);
        }
        List<Assignment> all = assignments.of(imported, jobs, now);
        if (all.isEmpty()) {
            return new Translated.Skipped(id, Skip.NO_JOB_INFORMATION);
        }
        if (all.stream().anyMatch(one -> one.history().hasUnknownStatus(one.today()))) {
            return new Translated.Failed(
                    id,
                    "UNKNOWN_STATUS",
                    "a job record has an employee status that picklist employee-status does not know; let the API user"
                            + " read the picklist, or correct the record");
        }
        Standing standing = Standing.of(all, policy, now);
        Set<Warning> warnings = EnumSet.noneOf(Warning.class);
        Employments.Facts facts = employments.of(person, all, standing);
        if (facts.endsAgain()) {
            warnings.add(Warning.RECORDS_AFTER_END);
        }
        if (standing.primary()
                .zoneText()
                .filter(zone -> LifecyclePolicy.zone(zone.strip()).isEmpty())
                .isPresent()) {
            warnings.add(Warning.UNKNOWN_TIME_ZONE);
        }
        Attributes profile = profiles.read(person, all, standing, warnings);
        return new Translated.Person(
                id, facts.employment(), profile, all, standing.primary().prefix(), warnings);
    }
}
