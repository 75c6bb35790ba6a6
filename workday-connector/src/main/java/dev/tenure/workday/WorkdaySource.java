package dev.tenure.workday;

import dev.tenure.lifecycle.source.ConnectionReport;
import dev.tenure.lifecycle.source.ContactWriteBack;
import dev.tenure.lifecycle.source.HrSource;
import dev.tenure.lifecycle.source.SourceDescription;
import dev.tenure.lifecycle.source.WorkerPages;
import dev.tenure.lifecycle.source.WorkerQuery;
import dev.tenure.lifecycle.worker.ProvisioningGroup;
import dev.tenure.workday.internal.call.Endpoint;
import dev.tenure.workday.internal.read.ConnectionTest;
import dev.tenure.workday.internal.read.Reads;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Workday as a source of workers, read over its SOAP service {@code Human_Resources}. Every read asks Workday for its own
 * time first and pins it over all pages; it ends with an exception rather than incomplete. Where a worker has several jobs
 * the primary one counts. A block that the integration user may not see is missing from every worker and counts as not
 * read; without the employment status a worker is reported as unreadable, since 'not read' must never look like 'ended'.
 *
 * <p>As of a day ahead (rule B4), who shows an ending or a beginning after today is read again as of today, and the
 * termination facts are those of today.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class WorkdaySource implements HrSource {

    private final String name;
    private final boolean constrained;
    private final boolean importGroups;
    private final Reads reads;
    private final ConnectionTest test;
    private final Optional<ContactWriteBack> writer;

    WorkdaySource(WorkdaySourceBuilder builder) {
        Wiring wiring = new Wiring(builder);
        this.name = builder.name;
        this.constrained = builder.constrained;
        this.importGroups = builder.groups;
        this.reads = wiring.reads;
        this.test = wiring.test;
        this.writer = wiring.writer;
    }

    /**
     * Starts a source with the usual settings.
     *
     * @param endpoint the address up to the tenant, such as {@code https://HOST/ccx/service/TENANT}, or that of a service
     *     with or without version; HTTPS, but for this machine's own loopback
     * @return a builder, which still needs credentials
     * @throws IllegalArgumentException if it is not such an address
     */
    public static WorkdaySourceBuilder builder(String endpoint) {
        return new WorkdaySourceBuilder(Endpoint.parse(Objects.requireNonNull(endpoint, "endpoint")));
    }

    @Override
    public String name() {
        return name;
    }

    /** {@inheritDoc} Asks Workday nothing. */
    @Override
    public SourceDescription describe() {
        return new SourceDescription(Optional.empty(), !constrained);
    }

    @Override
    public ConnectionReport test() {
        return test.run();
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the watermark was not made by this source
     */
    @Override
    public WorkerPages read(WorkerQuery query) {
        return reads.open(Objects.requireNonNull(query, "query"));
    }

    @Override
    public Optional<List<ProvisioningGroup>> groups() {
        return importGroups ? Optional.of(reads.groups()) : Optional.empty();
    }

    @Override
    public Optional<ContactWriteBack> writeBack() {
        return writer;
    }

    /** Names the source. */
    @Override
    public String toString() {
        return "WorkdaySource[" + name + "]";
    }
}
