package dev.tenure.lifecycle.testkit;

import dev.tenure.lifecycle.attribute.AttributeDefinition;
import dev.tenure.lifecycle.attribute.AttributeSchema;
import dev.tenure.lifecycle.attribute.AttributeType;
import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.source.ConnectionReport;
import dev.tenure.lifecycle.source.ContactField;
import dev.tenure.lifecycle.source.ContactWriteBack;
import dev.tenure.lifecycle.source.HrSource;
import dev.tenure.lifecycle.source.SourceDescription;
import dev.tenure.lifecycle.source.WorkerPages;
import dev.tenure.lifecycle.source.WorkerQuery;
import dev.tenure.lifecycle.worker.ProvisioningGroup;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A source that keeps its workers in memory: put them in, take them out, and read them as an HR system gives them, by
 * pages, with a change log, groups, future-dated changes, write-back, and faults as asked.
 *
 * <p>Its schema has the base attributes of rule M1 and every attribute that any worker ever had. Of these, one that is
 * missing from a worker's profile was removed by HR, and is read as
 * {@link dev.tenure.lifecycle.attribute.AttributeValue#NULL}. The watermark counts changes, so that it needs no overlap.
 * Safe for use by several threads.
 */
public final class InMemoryHrSource implements HrSource {

    private static final int PAGE_SIZE = 100;

    private final String name;
    private final InstantSource clock;
    private final int pageSize;
    private final boolean honoursAsOf;
    private final boolean withGroups;
    private final boolean seesEveryone;
    private final Set<ContactField> contactFields;
    private final HrRecords records;
    private final Faults faults;
    private final PageFaults pageFaults = new PageFaults();
    private final CallLog log = new CallLog();

    private InMemoryHrSource(Builder builder) {
        this.name = builder.name;
        this.clock = builder.clock;
        this.pageSize = builder.pageSize;
        this.honoursAsOf = builder.honoursAsOf;
        this.withGroups = builder.withGroups;
        this.seesEveryone = builder.seesEveryone;
        this.contactFields = Set.copyOf(builder.contactFields);
        this.records = new HrRecords(name, withGroups);
        this.faults = new Faults(name);
    }

    /**
     * Starts with an empty source with groups, write-back of every field, and pages of 100 workers.
     *
     * @param name its name
     * @param clock tells it the day
     * @return a builder
     */
    public static Builder builder(String name, InstantSource clock) {
        return new Builder(name, clock);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public SourceDescription describe() {
        faults.requireReach("describing itself");
        List<AttributeDefinition> definitions = records.attributeNames().stream()
                .map(attribute -> AttributeDefinition.of(attribute, AttributeType.STRING))
                .toList();
        return new SourceDescription(Optional.of(AttributeSchema.of(definitions)), seesEveryone);
    }

    @Override
    public ConnectionReport test() {
        return Reachability.report(faults.isReachable(), name, "read workers");
    }

    @Override
    public WorkerPages read(WorkerQuery query) {
        LocalDate today = today();
        LocalDate asOf = honoursAsOf ? query.asOf().orElse(today) : today;
        return new InMemoryWorkerPages(records.select(query, asOf, today), pageSize, faults, pageFaults);
    }

    @Override
    public Optional<List<ProvisioningGroup>> groups() {
        faults.requireReach("reading groups");
        return withGroups ? Optional.of(records.groups()) : Optional.empty();
    }

    /** {@inheritDoc} What is written changes the worker, and is not in the change log. */
    @Override
    public Optional<ContactWriteBack> writeBack() {
        return contactFields.isEmpty()
                ? Optional.empty()
                : Optional.of(new InMemoryWriteBack(name, contactFields, records, faults, log));
    }

    /**
     * Hires or changes workers. The change log shows it, even if nothing is different.
     *
     * @param workers the workers, which replace those of the same id
     */
    public void put(HrRecord... workers) {
        for (HrRecord worker : workers) {
            records.put(worker, true);
        }
    }

    /**
     * Changes a worker so that the change log does not show it, as when only an effective-dated custom attribute changed
     * (rule A4).
     *
     * @param worker the worker, who replaces the one of the same id
     */
    public void putUnlogged(HrRecord worker) {
        records.put(worker, false);
    }

    /**
     * Enters a change of a worker's profile and groups that takes effect on a later day. The change log shows it now and
     * again on that day. Reads as of that day or a later one have it early. Facts of the employment are not affected: they
     * are always as known now (rule B4).
     *
     * @param on the day from which it counts
     * @param worker the worker as it is to be
     */
    public void putOn(LocalDate on, HrRecord worker) {
        records.schedule(on, worker);
    }

    /**
     * Removes a worker, of whom no read tells any more. The change log does not show it.
     *
     * @param id the worker's key
     */
    public void remove(String id) {
        records.remove(id);
    }

    /**
     * Gives a worker as HR has it now.
     *
     * @param id the worker's key
     * @return the worker, empty if there is none
     */
    public Optional<HrRecord> worker(String id) {
        return records.get(id, today());
    }

    /**
     * Replaces the provisioning groups that HR has.
     *
     * @param groups the complete list
     */
    public void setGroups(List<ProvisioningGroup> groups) {
        records.setGroups(groups);
    }

    /**
     * Makes a worker's record one that cannot be understood, or one that can again.
     *
     * @param id the worker's key
     * @param unreadable whether it cannot be understood
     */
    public void setUnreadable(String id, boolean unreadable) {
        records.setUnreadable(id, unreadable);
    }

    /**
     * Lets reads fail at a page. A read that is told to try again later may go on with the same page; any other failure
     * repeats for as long as the fault stands.
     *
     * @param page which page of a read fails, 1 for the first
     * @param times how often, 1 or more
     * @param failure what is thrown
     */
    public void failAtPage(int page, int times, Supplier<? extends ConnectorException> failure) {
        pageFaults.fail(page, times, failure);
    }

    /**
     * Lets reads return a page twice, as a source does whose pages move while they are read.
     *
     * @param page which page of a read comes twice, 1 for the first
     */
    public void repeatPage(int page) {
        pageFaults.repeat(page);
    }

    /**
     * Lets write-backs fail.
     *
     * @param fault which, how often and how
     */
    public void inject(Fault fault) {
        faults.add(fault);
    }

    /** Takes all faults away, those that have not struck included. */
    public void clearFaults() {
        faults.clear();
        pageFaults.clear();
    }

    /**
     * Begins or ends an outage, during which every call fails and may be tried again later.
     *
     * @param reachable whether the source answers
     */
    public void setReachable(boolean reachable) {
        faults.reachable(reachable);
    }

    /**
     * Gives the write-backs that were carried out, those without effect included.
     *
     * @return the write-backs since the beginning or the last {@link #forgetCalls()}, in order
     */
    public List<RecordedCall> calls() {
        return log.all();
    }

    /** Forgets the write-backs so far. */
    public void forgetCalls() {
        log.clear();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Makes an {@link InMemoryHrSource}. */
    public static final class Builder {

        private final String name;
        private final InstantSource clock;
        private final Set<ContactField> contactFields = EnumSet.allOf(ContactField.class);
        private int pageSize = PAGE_SIZE;
        private boolean honoursAsOf = true;
        private boolean withGroups = true;
        private boolean seesEveryone = true;

        private Builder(String name, InstantSource clock) {
            if (name.isBlank()) {
                throw new IllegalArgumentException("A source needs a name");
            }
            this.name = name;
            this.clock = clock;
        }

        /**
         * Sets how many workers a page has.
         *
         * @param workers how many, 1 or more
         * @return this builder
         */
        public Builder pageSize(int workers) {
            if (workers < 1) {
                throw new IllegalArgumentException("pageSize is " + workers + "; it must be 1 or more");
            }
            pageSize = workers;
            return this;
        }

        /**
         * Lets the source read as of today whatever day it is asked for, as one does that cannot look ahead.
         *
         * @return this builder
         */
        public Builder ignoringAsOf() {
            honoursAsOf = false;
            return this;
        }

        /**
         * Leaves groups out: nothing is known of them.
         *
         * @return this builder
         */
        public Builder withoutGroups() {
            withGroups = false;
            return this;
        }

        /**
         * Lets the source say that its credentials see only part of the workers.
         *
         * @return this builder
         */
        public Builder seeingOnlySome() {
            seesEveryone = false;
            return this;
        }

        /**
         * Sets which contact data can be written back.
         *
         * @param fields the fields; none switches write-back off
         * @return this builder
         */
        public Builder contactFields(Set<ContactField> fields) {
            contactFields.clear();
            contactFields.addAll(fields);
            return this;
        }

        /**
         * Makes the source.
         *
         * @return an empty source
         */
        public InMemoryHrSource build() {
            return new InMemoryHrSource(this);
        }
    }
}
